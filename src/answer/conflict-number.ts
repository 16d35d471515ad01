/** Two figures for one thing. */
import type { FoundNumber } from '../text/numbers.ts';
import { dateConflict } from './conflict-date.ts';
import {
  type Subject,
  type SubjectSentence,
  sentencePairs,
  sharedStems,
  speakOfTheSame,
} from './conflict-subject.ts';
import { verbsOf } from './conflict-verbs.ts';
import { nounsAfter } from './counted-noun.ts';
import { stemsOf } from './stems-of.ts';

/** A figure hedged by `about` may stand for what differs by this share. */
const ABOUT_TOLERANCE = 0.1;
/** Whoever says `more than 300` does not mean 450. */
const BOUND_REACH = 0.25;
/** A round figure may be what an exact one is rounded to. */
const ROUNDING_TOLERANCE = 0.02;

/** Whether two quotes count the same thing differently, in the same period. */
export function disagreeOnNumber(left: Subject, right: Subject): boolean {
  return sentencePairs(left, right).some(([ours, theirs]) => {
    if (ours.numbers.length === 0 || theirs.numbers.length === 0) return false;
    if (!speakOfTheSame(ours, theirs)) return false;
    if (dateConflict(ours, theirs)) return false;
    // A source that also gives the other's figure does not contradict it.
    const isAlone = (one: FoundNumber, others: readonly FoundNumber[]): boolean =>
      !others.some((other) => kindOf(one) === kindOf(other) && areCompatible(one, other));
    return ours.numbers.some((one) =>
      theirs.numbers.some(
        (other) =>
          countTheSame([ours, one], [theirs, other], left.asked) &&
          isAlone(one, theirs.numbers) &&
          isAlone(other, ours.numbers),
      ),
    );
  });
}

type Counted = readonly [SubjectSentence, FoundNumber];

/** Whether two numbers are of one kind, in one unit, of one noun, and said with the same words. */
function countTheSame([ours, one]: Counted, [theirs, other]: Counted, asked: ReadonlySet<string>): boolean {
  if (kindOf(one) !== kindOf(other) || one.kind === 'ordinal' || one.kind === 'time') return false;
  const relevant = [...sharedStems(ours, theirs)].filter((stem) => !GENERAL.has(stem));
  const verbs = [verbsNear(ours, one), verbsNear(theirs, other)] as const;
  const tellSame = tellSameEvent(verbs[0], verbs[1]);
  const isWhatWasAsked = relevant.filter((stem) => asked.has(stem)).length >= 2;
  if (!tellSame && !isWhatWasAsked && verbs.every((near) => near.length > 0)) return false;
  if (one.kind !== 'cardinal') return relevant.length > 0;
  const haveNames = ours.names.length > 0 && theirs.names.length > 0;
  if (isAgeOf(ours, one) && isAgeOf(theirs, other)) return haveNames;
  const nouns = nounsAfter(ours.sentence.text, one);
  if (!nounsAfter(theirs.sentence.text, other).some((noun) => nouns.includes(noun))) return false;
  const isAsked = haveNames && nouns.some((noun) => asked.has(noun));
  return tellSame || isAsked || relevant.some((stem) => !nouns.includes(stem));
}

/** Words that are said of anything. */
const GENERAL = stemsOf('year last new say people person part total');
/** Verbs that carry a figure without saying what happened. */
const LIGHT = stemsOf('come reach amount total stand hit carry agree plan expect remain have be put');
/** Rows of verbs that tell of one event. */
const SAME_EVENT = [
  'die kill',
  'win take gain secure claim',
  'sell buy',
  'cut lose axe',
  'report count record',
  'attend put',
  'promise pledge',
  'free release',
  'arrest detain',
  'sentence jail',
].map(stemsOf);

/** The verbs of the clause that a number stands in, light ones left out. */
function verbsNear(part: SubjectSentence, number: FoundNumber): readonly string[] {
  const { text } = part.sentence;
  const cut = /[,;:]|\s(?:when|after|as|while|who|which|before)\s/g;
  const breaks = Array.from(text.matchAll(cut), ({ index }) => index);
  const start = breaks.findLast((index) => index < number.span.start) ?? 0;
  const end = breaks.find((index) => index >= number.span.end) ?? text.length;
  return verbsOf(part)
    .filter((verb) => verb.start >= start && verb.end <= end && !LIGHT.has(verb.stem))
    .map((verb) => verb.stem);
}

const tellSameEvent = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((verb) => right.includes(verb)) ||
  SAME_EVENT.some((row) => left.some((verb) => row.has(verb)) && right.some((verb) => row.has(verb)));

/** `Nwosu, 81,` and `who was 83`. */
function isAgeOf({ sentence }: SubjectSentence, number: FoundNumber): boolean {
  if (number.kind !== 'cardinal' || number.value > 120 || !Number.isInteger(number.value)) return false;
  const before = sentence.text.slice(Math.max(0, number.span.start - 12), number.span.start);
  const after = sentence.text.slice(number.span.end, number.span.end + 2);
  return /(?:\p{L},\s|\bwho (?:was|is)\s|\baged?\s(?:of\s)?)$/u.test(before) && /^[,.]|^$/.test(after);
}

const kindOf = ({ kind, unit }: FoundNumber): string =>
  kind === 'percent' && unit === undefined ? 'fraction' : `${kind} ${unit ?? ''}`.trim();

const amount = ({ kind, value }: FoundNumber): number => (kind === 'percent' ? value / 100 : value);

/** Whether two figures can both be right: equal, rounded, or within what a hedge allows. */
function areCompatible(one: FoundNumber, other: FoundNumber): boolean {
  const [left, right] = [amount(one), amount(other)];
  if (left === right) return true;
  const difference = Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right));
  if (one.bound === 'about' || other.bound === 'about') return difference <= ABOUT_TOLERANCE;
  if (allows(one, right) && allows(other, left))
    return one.bound === 'exact' && other.bound === 'exact'
      ? difference <= ROUNDING_TOLERANCE && isRoundOf(left, right)
      : true;
  return false;
}

/** Whether a bound leaves room for a value: `more than 300` for 320, `up to 2,000` for 1,450. */
function allows({ bound, ...number }: FoundNumber, value: number): boolean {
  const limit = amount({ bound, ...number });
  if (bound === 'above') return value >= limit && value <= limit * (1 + BOUND_REACH);
  if (bound === 'below') return value <= limit;
  return true;
}

/** Whether one value is the other with fewer figures that count. */
function isRoundOf(left: number, right: number): boolean {
  const figures = (value: number): number => value.toExponential().replace(/e.*$|[.-]/g, '').length;
  const [rough, exact] = figures(left) < figures(right) ? [left, right] : [right, left];
  return Number(exact.toPrecision(figures(rough))) === rough;
}
