/** The verbs of a sentence, as far as their form or their neighbours tell. */
import type { SubjectSentence } from './conflict-subject.ts';
import { stemsOf } from './stems-of.ts';
import { negatedPlaces } from './support-polarity.ts';
import type { SupportWord } from './support-words.ts';
import { isVerbLike } from './verb-like.ts';

/** Verbs that report, and say nothing of the event. */
const REPORTING = stemsOf('say tell state add announce report');
export function verbsOf({ sentence, content, names }: SubjectSentence): readonly SupportWord[] {
  return content.filter((word) => {
    if (REPORTING.has(word.stem)) return false;
    const index = sentence.words.indexOf(word);
    if (isVerbLike(sentence.words, index)) return true;
    const before = sentence.words[index - 1];
    return (
      before !== undefined && /s$/.test(word.folded) && (names.includes(before) || content.includes(before))
    );
  });
}

export const isNegatedSomewhere = ({ sentence }: SubjectSentence): boolean =>
  negatedPlaces(sentence, false).size > 0;
