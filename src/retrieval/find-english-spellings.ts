import { otherEnglishSpellings } from '../text/british-american.ts';
import { fold, indexTerm } from '../text/words.ts';
import type { PassageIndex, WeightedTerm } from '../types.ts';
import type { QueryTerm } from './analyse-question.ts';

/** What a word weighs in the spelling of the other side of the Atlantic: it is the same word. */
const SAME_WORD_WEIGHT = 0.95;

/** Terms under which the corpus holds an English word as the British or the Americans write it. */
export async function findEnglishSpellings(
  term: QueryTerm,
  language: string,
  index: PassageIndex,
): Promise<WeightedTerm[]> {
  if (!/^en\b/.test(language)) return [];
  const spellings = otherEnglishSpellings(fold(term.surface)).map((word) => indexTerm(word, language));
  const terms = [...new Set(spellings)].filter((spelling) => spelling !== '' && spelling !== term.term);
  if (terms.length === 0) return [];
  return (await index.knownTerms(terms)).map((spelling) => ({ term: spelling, weight: SAME_WORD_WEIGHT }));
}
