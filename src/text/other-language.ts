import { questionLanguage } from './question-language.ts';
import { fold, isStopWord, tokenise } from './words.ts';

/** Languages in Latin letters that a question is told to be in, beside those of the documents. */
const LATIN: readonly string[] = ['en', 'es', 'fr', 'de', 'it', 'pt', 'nl'];
/** Fewer stop words may be part of a name: La Paz, Le Monde. */
const LEAST_STOP_WORDS = 2;
const LEAST_WORDS = 4;

/** Whether a question is plainly in none of these languages (BCP 47), and so cannot meet words of theirs. */
export function isInOtherLanguage(question: string, languages: readonly string[]): boolean {
  const own = [...new Set(languages.map((tag) => tag.toLowerCase().split('-')[0] ?? 'en'))];
  if (own.length === 0) return false;
  if (/[¿¡]/u.test(question)) return !own.includes('es');
  const asked = questionLanguage(question, [...own, ...LATIN]);
  if (own.includes(asked)) return false;
  if (!LATIN.includes(asked)) return true;
  const words = tokenise(question, asked).map((token) => fold(token.text));
  const told = words.filter((word) => isStopWord(word, asked)).length;
  return words.length >= LEAST_WORDS && told >= LEAST_STOP_WORDS;
}
