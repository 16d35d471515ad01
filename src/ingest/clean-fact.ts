import { stripHidden } from '../text/hidden-characters.ts';

/** No line of a title or name needs them, and they would keep equal names apart. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F]/g;

/** A fact for display: one line, nothing hidden in it, at most `limit` UTF-16 units; undefined when nothing is left. */
export function cleanFact(value: string, limit: number): string | undefined {
  const line = stripHidden(value.toWellFormed())
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
  const short =
    line.length > limit
      ? `${line
          .slice(0, limit - 1)
          .toWellFormed()
          .trimEnd()}…`
      : line;
  return short === '' ? undefined : short;
}
