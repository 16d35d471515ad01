import { englishDate } from '../text/english-date.ts';

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/u;

/**
 * A partial ISO 8601 date in words: `2011-11-24` -> `24 November 2011`, `2011-11` -> `November 2011`, `2011` -> `2011`.
 * What is no date is shown as it is. Plain `en` writes the day first.
 */
export function formatDate(date: string, locale: string): string {
  const [, year, month, day] = PARTIAL_DATE.exec(date) ?? [];
  if (year === undefined) return date;
  const time = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (time.toISOString().slice(0, 10) !== `${year}-${month ?? '01'}-${day ?? '01'}`) return date;
  if (locale === 'en' || locale === 'en-GB') return englishDate(date.replace(/T.*/, ''));
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  }).format(time);
}
