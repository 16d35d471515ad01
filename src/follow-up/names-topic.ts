import type { LeanFeatures } from './describe-lean.ts';
import type { ReadFollowUp } from './read-follow-up.ts';

/** A corpus is about what a word names that so many of its passages hold: "the election" where each tells of one. */
const TOPIC_SHARE = 0.25;

/**
 * Whether a question stands by itself although all that it names is "the ..." (the election): that noun was not said
 * before, what the whole corpus is about bears it, and it is not one that stands for whoever was named (the party).
 */
export function namesTopic(
  { asked, turns, cues }: ReadFollowUp,
  lean: LeanFeatures,
  shareOf: (term: string) => number,
): boolean {
  if (lean.pronoun + lean.person + lean.demonstrative + lean.opener + lean.backReference > 0) return false;
  const definite = cues.definite.exec(asked.text);
  if (!definite) return false;
  const end = definite.index + definite[0].length;
  const noun = asked.words.findLast(
    ({ start, end: until, talk, loose }) => start >= definite.index && until <= end && !talk && !loose,
  );
  if (!noun || cues.standIn.test(noun.surface)) return false;
  const isSaid = turns.some(({ words }) => words.some(({ term }) => term === noun.term));
  return !isSaid && shareOf(noun.term) >= TOPIC_SHARE;
}
