import { ENGLISH_MONTHS } from './date-words.ts';

/**
 * A partial ISO date in words, the day first: `2011-11-24` -> `24 November 2011`, `2011-11` -> `November 2011`. Written out
 * here, since `Intl` takes longer to begin with than an answer to a question.
 */
export function englishDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = month === undefined ? undefined : ENGLISH_MONTHS[month - 1];
  return [day, name, year].filter((part) => part !== undefined).join(' ');
}
