import { fold, isStopWord, tokenise } from './words.ts';

/** Scripts with the languages written in them, commonest first; the first script that a question has tells. */
const SCRIPTS: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, ['ja']],
  [/\p{Script=Han}/u, ['zh', 'ja']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'bg', 'sr']],
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ur']],
  [/\p{Script=Hebrew}/u, ['he']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Devanagari}/u, ['hi', 'ne']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Hangul}/u, ['ko']],
];

/**
 * The language to read a question in: its script's, of those that `languages` has where it has one; in Latin letters the
 * one of `languages` most of whose stop words stand in `sample`, the first of equals. `sample` is the question, and may
 * be more. Languages are BCP 47 primary subtags; 'en' where there are none.
 */
export function questionLanguage(
  question: string,
  languages: readonly string[],
  sample: string = question,
): string {
  const written = SCRIPTS.find(([script]) => script.test(question))?.[1];
  if (written) return written.find((language) => languages.includes(language)) ?? written[0];
  const words = tokenise(sample, 'en').map((token) => fold(token.text));
  let best = languages[0] ?? 'en';
  let most = -1;
  for (const language of languages) {
    const count = words.filter((word) => isStopWord(word, language)).length;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}
