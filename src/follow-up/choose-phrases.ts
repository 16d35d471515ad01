import type { LeanFeatures } from './describe-lean.ts';
import type { HistoryPhrase } from './history-phrases.ts';

/** A phrase with the log odds that a person would carry it over. */
export interface ScoredPhrase extends Omit<HistoryPhrase, 'features'> {
  readonly score: number;
}

/** Phrases that the question leans on. */
export interface Choice {
  /** In the order in which they were said; not empty. */
  readonly phrases: readonly ScoredPhrase[];
  /** 0 to 1 that they are what is meant. */
  readonly probability: number;
}

/** Log odds from which a phrase is carried: a person would more likely than not. */
const CARRY = 0;
/** The same where a pronoun stands for something, which a longer question may name itself. */
const CARRY_FOR_PRONOUN = -1;
/** The same where a question plainly leaves out what it is about. */
const CARRY_WHERE_MISSING = -2;
/** The same where somebody is meant, whom only an earlier turn can have named. */
const CARRY_FOR_PERSON = -5;
/** What is carried is meant more likely than not, whatever the odds of its words. */
const CARRIED_PROBABILITY = 0.5;
const MOST_PHRASES = 2;
const MOST_PHRASES_OF_TURN = 3;

/** Undefined where there is nothing to carry, or it is not likely enough that it is meant. */
export function choosePhrases(scored: readonly ScoredPhrase[], lean: LeanFeatures): Choice | undefined {
  const ordered = [...candidatesFor(scored, lean)].sort((a, b) => b.score - a.score);
  const [first] = ordered;
  if (!first || first.score < carryFrom(lean)) return undefined;
  const phrases = addMore(first, ordered, lean);
  const probability = 1 / (1 + Math.exp(-first.score));
  return {
    phrases: phrases.sort((a, b) => a.turn - b.turn || a.start - b.start),
    probability: Math.max(probability, CARRIED_PROBABILITY),
  };
}

/** A "he" or "she" takes the name of a person where there is one: two words or more, else one. */
function candidatesFor(scored: readonly ScoredPhrase[], lean: LeanFeatures): readonly ScoredPhrase[] {
  if (!isPerson(lean)) return scored;
  const names = scored.flatMap((phrase) =>
    phrase.fullName === undefined ? [] : [{ ...phrase, text: phrase.fullName, article: false }],
  );
  const full = names.filter(({ text }) => /\s/u.test(text));
  return [full, names].find((some) => some.length > 0) ?? scored;
}

/** What is carried with the best phrase: of a question word alone the rest of that turn, else another likely phrase. */
function addMore(first: ScoredPhrase, ordered: readonly ScoredPhrase[], lean: LeanFeatures): ScoredPhrase[] {
  const chosen = [first];
  const most = lean.empty > 0 ? MOST_PHRASES_OF_TURN : isPerson(lean) ? 1 : MOST_PHRASES;
  for (const phrase of ordered) {
    if (chosen.length >= most) break;
    const isMeant = lean.empty > 0 ? phrase.turn === first.turn : phrase.score >= CARRY;
    const isNew = !phrase.terms.some((term) => chosen.some(({ terms }) => terms.includes(term)));
    if (isMeant && isNew) chosen.push(phrase);
  }
  return chosen;
}

/** Whether a person is meant and nothing else: in many languages the same words stand for things. */
function isPerson(lean: LeanFeatures): boolean {
  return lean.person > 0 && lean.pronoun === 0;
}

function carryFrom(lean: LeanFeatures): number {
  if (lean.newSubject > 0) return CARRY;
  if (isPerson(lean)) return CARRY_FOR_PERSON;
  const pronoun = lean.pronoun + lean.person > 0;
  const short = lean.empty + lean.one + lean.two > 0;
  if (lean.subjectless > 0 || lean.empty > 0) return CARRY_WHERE_MISSING;
  const points = pronoun || lean.demonstrative + lean.definite + lean.half > 0;
  if (short && points) return CARRY_WHERE_MISSING;
  return pronoun ? CARRY_FOR_PRONOUN : CARRY;
}
