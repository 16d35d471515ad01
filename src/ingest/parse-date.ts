import { isoDay } from '../text/calendar.ts';
import { MONTHS } from '../text/date-words.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** Source of a pattern for a whole day as articles stamp it; its matches parse with `parseDate`. */
export const DAY_PATTERN = [
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  `\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}`,
  '\\d{4}-\\d{2}-\\d{2}',
  '\\d{1,2}/\\d{1,2}/\\d{4}',
].join('|');

/**
 * ISO date (whole or partial) of a written one: `2011-11-24T17:27Z`, `2011-11`, `November 24, 2011`, `24 Nov. 2011`,
 * `11/24/2011`. Undefined when it is none, or when day and month cannot be told apart (`03/04/2011`).
 */
export function parseDate(written: string): string | undefined {
  const text = written.trim();
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T ]\d{2}:)/.exec(text);
  if (iso) return parseIso(iso);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (slashed) return parseSlashed(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const words = text.toLowerCase().replace(/[.,]/g, ' ').split(/\s+/);
  return parseWords(words.filter((word) => word !== 'de' && word !== ''));
}

function parseIso([, year, month, day]: RegExpExecArray): string | undefined {
  if (year === undefined || month === undefined) return year;
  if (day !== undefined) return isoDay(Number(year), Number(month), Number(day));
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month}` : undefined;
}

function parseSlashed(first: number, second: number, year: number): string | undefined {
  if (first > 12 || first === second) return isoDay(year, second, first);
  return second > 12 ? isoDay(year, first, second) : undefined;
}

/** Month, day and year in any order; with a weekday or a time around them. */
function parseWords(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => MONTHS.has(word));
  const month = MONTHS.get(words[at] ?? '');
  if (month === undefined) return undefined;
  const before = dayOf(words[at - 1]);
  const after = dayOf(words[at + 1]);
  const yearAt = before === undefined && after !== undefined ? at + 2 : at + 1;
  const year = /^\d{4}$/.test(words[yearAt] ?? '') ? Number(words[yearAt]) : undefined;
  if (year === undefined) return undefined;
  const day = before ?? after;
  return day === undefined ? `${year}-${String(month).padStart(2, '0')}` : isoDay(year, month, day);
}

function dayOf(word: string | undefined): number | undefined {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '');
  return match ? Number(match[1]) : undefined;
}
