/** The verbs of a sentence, as far as their form or their neighbours tell. */
import { stem } from '../text/words.ts';
import type { SubjectSentence } from './conflict-subject.ts';
import { isIrregularForm } from './lemma.ts';
import { negatedPlaces } from './support-polarity.ts';
import type { SupportWord } from './support-words.ts';

/** Verbs that report, and say nothing of the event. */
const REPORTING = new Set('say tell state add announce report'.split(' ').map((word) => stem(word, 'en')));
const AUXILIARY =
  /^(?:to|will|would|shall|may|might|can|could|should|must|not|never|did|does|do|has|have|had|was|were|is|are|be|been)$/;

export function verbsOf({ sentence, content, names }: SubjectSentence): readonly SupportWord[] {
  return content.filter((word) => {
    if (REPORTING.has(word.stem)) return false;
    if (/ed$/.test(word.folded) || isIrregularForm(word.folded)) return true;
    const before = sentence.words[sentence.words.indexOf(word) - 1];
    if (before === undefined) return false;
    const isThirdPerson = /s$/.test(word.folded) && (names.includes(before) || !before.isStop);
    return AUXILIARY.test(before.folded) || isThirdPerson;
  });
}

export const isNegatedSomewhere = ({ sentence }: SubjectSentence): boolean =>
  negatedPlaces(sentence, false).size > 0;
