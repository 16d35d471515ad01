import { questionLanguage } from '../text/question-language.ts';

/** Languages in Latin letters with cues; the first where none has more stop words. */
const LATIN = ['en', 'es', 'fr', 'de'];
/** UTF-16 units of text that tell a language. */
const SAMPLE_UNITS = 600;

/** The language that a question is asked in, told by its script, or by the stop words of it and of the turns before. */
export function conversationLanguage(question: string, earlier: readonly string[]): string {
  const sample = [question, ...earlier.toReversed()].join(' ').slice(0, SAMPLE_UNITS);
  return questionLanguage(question, LATIN, sample);
}
