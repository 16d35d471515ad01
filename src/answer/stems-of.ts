import { lemma } from '../text/irregular-forms.ts';
import { stem } from '../text/words.ts';

/** The stems of English words, given with spaces between, as `SupportWord.stem` has them. */
export const stemsOf = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => stem(lemma(word), 'en')),
  );
