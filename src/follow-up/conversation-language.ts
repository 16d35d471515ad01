import { fold, isStopWord, tokenise } from '../text/words.ts';

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
];
/** Of languages in Latin letters with cues; the first where none has more stop words. */
const LATIN = ['en', 'es', 'fr', 'de'];
/** UTF-16 units of text that tell a language. */
const SAMPLE_UNITS = 600;

/** The language that a question is asked in, told by its script, or by the stop words of it and of the turns before. */
export function conversationLanguage(question: string, earlier: readonly string[]): string {
  const found = SCRIPTS.find(([script]) => script.test(question));
  if (found) return found[1];
  const sample = [question, ...earlier.toReversed()].join(' ').slice(0, SAMPLE_UNITS);
  const words = tokenise(sample, 'en').map((token) => fold(token.text));
  const counts = LATIN.map((language) => words.filter((word) => isStopWord(word, language)).length);
  return LATIN[counts.indexOf(Math.max(...counts))] ?? 'en';
}
