/** Days as ISO text (`2011-11-24`) and what can be reckoned with them, in UTC so that no time zone shifts a day. */

export interface DayRange {
  /** First and last day, both inclusive, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `2011-11-24`, or undefined where the month has no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`;

/** The days that a partial ISO date (`2011`, `2011-11`, `2011-11-24`) covers; undefined when it is not one. */
export function daysOf(partial: string): DayRange | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(partial);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (match[3]) {
    const iso = isoDay(year, month, day);
    return iso === undefined ? undefined : { from: iso, to: iso };
  }
  if (!match[2]) return { from: `${match[1]}-01-01`, to: `${match[1]}-12-31` };
  if (month < 1 || month > 12) return undefined;
  return { from: `${partial}-01`, to: `${partial}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}` };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The week (Monday first), month or year that lies `steps` away from that of a day. */
export function periodAt(day: string, unit: 'week' | 'month' | 'year', steps: number): DayRange {
  if (unit === 'week') {
    const from = addDays(day, -((weekdayOf(day) + 6) % 7) + 7 * steps);
    return { from, to: addDays(from, 6) };
  }
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (unit === 'year') return { from: `${pad(year + steps, 4)}-01-01`, to: `${pad(year + steps, 4)}-12-31` };
  const months = year * 12 + (month - 1) + steps;
  const partial = isoMonth(Math.floor(months / 12), (months % 12) + 1);
  return daysOf(partial) ?? { from: day, to: day };
}
