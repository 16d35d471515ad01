/** Which words are verbs, as far as their form or the word before them tells. English. */
import { isIrregularVerbForm } from '../text/irregular-forms.ts';
import { stemsOf } from './stems-of.ts';
import type { SupportWord } from './support-words.ts';

const AUXILIARY =
  /^(?:to|will|would|shall|may|might|can|could|should|must|not|never|did|does|do|has|have|had|was|were|is|are|be|been)$/;

/** Stems of verbs that put words into somebody's mouth. */
export const SPEECH: ReadonlySet<string> = stemsOf(
  `say tell state add announce deny warn claim argue suggest insist report declare explain write tweet testify reply note
  stress confirm allege believe acknowledge promise pledge vow predict complain`,
);

export function isVerbLike(words: readonly SupportWord[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (/ed$/.test(word.folded) || isIrregularVerbForm(word.folded)) return true;
  return AUXILIARY.test(words[index - 1]?.folded ?? '');
}
