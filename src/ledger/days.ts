/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** The day of an instant, `YYYY-MM-DD` (UTC). */
export function utcDay(at: number): string {
  return utcInstant(at).slice(0, 'YYYY-MM-DD'.length);
}

/** An instant as ISO 8601 (UTC). */
export function utcInstant(at: number): string {
  return new Date(at).toISOString();
}
