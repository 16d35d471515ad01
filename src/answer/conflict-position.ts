/** Yes in one source, no in the other. */

import { dateConflict } from './conflict-date.ts';
import {
  type Subject,
  type SubjectSentence,
  sentencePairs,
  sharedStems,
  speakOfTheSame,
} from './conflict-subject.ts';
import { isSameName } from './same-name.ts';
import { negatedPlaces, oppositePlaces } from './support-polarity.ts';
import type { SupportWord } from './support-words.ts';

/** Words besides the one that is affirmed and denied that both must share, names counted. */
const LEAST_SHARED = 1;

export function disagreeOnPosition(left: Subject, right: Subject): boolean {
  return sentencePairs(left, right).some(([ours, theirs]) => {
    if (!speakOfTheSame(ours, theirs) || dateConflict(ours, theirs)) return false;
    return denies(ours, theirs) || denies(theirs, ours) || opposes(ours, theirs);
  });
}

/** Whether what one sentence says is negated in the other, and the rest is the same. */
function denies(affirming: SubjectSentence, denying: SubjectSentence): boolean {
  const negated = negatedPlaces(denying.sentence, true);
  const affirmed = negatedPlaces(affirming.sentence, true);
  if (negated.size === 0 || affirmed.size > 0) return false;
  const first = Math.min(...negated);
  const head = denying.sentence.words[first];
  if (head === undefined) return false;
  const heads = [
    head.stem,
    denying.sentence.words.find((_, place) => place > first && negated.has(place))?.stem ?? head.stem,
  ];
  const isSaid = heads.some((stem) =>
    affirming.sentence.words.some((word) => word.stem === stem && !word.isStop),
  );
  if (!isSaid) return false;
  const place = affirming.sentence.words.findIndex((word) => heads.includes(word.stem) && !word.isStop);
  if (!shareSubject(before(affirming, place), before(denying, first))) return false;
  const others = [...sharedStems(affirming, denying)].filter((stem) => stem !== head.stem);
  return others.length + countSharedNames(affirming, denying) >= LEAST_SHARED;
}

/** `approved` against `rejected`, of the same thing. */
function opposes(left: SubjectSentence, right: SubjectSentence): boolean {
  const places = oppositePlaces(left.sentence, right.sentence);
  if (places === undefined || !shareSubject(before(left, places[0]), before(right, places[1]))) return false;
  return sharedStems(left, right).size + countSharedNames(left, right) >= LEAST_SHARED;
}

/** Content words before a place: who or what it is said of. */
function before(part: SubjectSentence, place: number): readonly SupportWord[] {
  return part.sentence.words.slice(0, place).filter((word) => !word.isStop && !word.isNegation);
}

/** Whether both are said of the same; where one names no subject there is nothing to tell them apart. */
function shareSubject(left: readonly SupportWord[], right: readonly SupportWord[]): boolean {
  if (left.length === 0 || right.length === 0) return true;
  return left.some((word) => right.some((other) => isSameName(word, other)));
}

function countSharedNames(left: SubjectSentence, right: SubjectSentence): number {
  return left.names.filter((name) => right.names.some((other) => other.folded === name.folded)).length;
}
