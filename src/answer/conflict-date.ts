/** Two dates for one event. */
import type { FoundDate } from '../text/dates.ts';
import {
  type Subject,
  type SubjectSentence,
  sentencePairs,
  sharedStems,
  speakOfTheSame,
} from './conflict-subject.ts';
import { isNegatedSomewhere, verbsOf } from './conflict-verbs.ts';

/** Whether two quotes give dates that cannot both hold for an event that both tell of. */
export function disagreeOnDate(left: Subject, right: Subject): boolean {
  return sentencePairs(left, right).some(([ours, theirs]) => {
    if (!speakOfTheSame(ours, theirs)) return false;
    if (isNegatedSomewhere(ours) || isNegatedSomewhere(theirs)) return false;
    if (!tellTheSameEvent(ours, theirs)) return false;
    return dateConflict(ours, theirs);
  });
}

/** Whether both sentences are dated and no date of one agrees with any of the other. */
export function dateConflict(left: SubjectSentence, right: SubjectSentence): boolean {
  if (left.dates.length === 0 || right.dates.length === 0) return false;
  const pairs = left.dates.flatMap((one) => right.dates.map((other) => [one, other] as const));
  const comparable = pairs.filter(([one, other]) => areComparable(one, other));
  return comparable.length > 0 && !comparable.some(([one, other]) => agree(one, other));
}

const isPartial = ({ kind }: FoundDate): boolean =>
  kind === 'month-day' || kind === 'month-name' || kind === 'weekday';

/** A weekday says nothing against a month when neither is resolved to days. */
function areComparable(one: FoundDate, other: FoundDate): boolean {
  if (one.range && other.range) return true;
  if (one.kind === 'weekday' || other.kind === 'weekday') return one.kind === other.kind;
  const areMonths = isPartial(one) || isPartial(other);
  return (
    areMonths &&
    /^(?:--|\d{4})/.test(one.value) &&
    /^(?:--|\d{4})/.test(other.value) &&
    monthOf(one) !== '' &&
    monthOf(other) !== ''
  );
}

const monthOf = ({ value }: FoundDate): string => /^(?:--|\d{4}-)(\d{2})/.exec(value)?.[1] ?? '';
const dayOf = ({ value }: FoundDate): string => /^(?:--|\d{4}-)\d{2}-(\d{2})/.exec(value)?.[1] ?? '';

function agree(one: FoundDate, other: FoundDate): boolean {
  if (one.value === other.value) return true;
  if (isPartial(one) || isPartial(other)) {
    if (one.kind === 'weekday' || other.kind === 'weekday') return rangesMeet(one, other);
    const areSameDay = dayOf(one) === '' || dayOf(other) === '' || dayOf(one) === dayOf(other);
    return monthOf(one) === monthOf(other) && areSameDay;
  }
  return rangesMeet(one, other);
}

const rangesMeet = ({ range: one }: FoundDate, { range: other }: FoundDate): boolean =>
  one !== undefined && other !== undefined && one.from <= other.to && other.from <= one.to;

/** Both use the same verb, of things or names that they share. */
function tellTheSameEvent(left: SubjectSentence, right: SubjectSentence): boolean {
  const shared = sharedStems(left, right);
  const verbs = new Set(
    [...verbsOf(left), ...verbsOf(right)].map(({ stem }) => stem).filter((stem) => shared.has(stem)),
  );
  if (verbs.size === 0) return false;
  const haveNames = left.names.length > 0 && right.names.length > 0;
  return haveNames || shared.size > verbs.size;
}
