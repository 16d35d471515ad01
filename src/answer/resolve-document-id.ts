import { LookupError } from '../errors.ts';

/** Ids that an error lists before it says how many more there are. */
const LISTED = 5;

/**
 * The id that `prefix` means: itself, or the only one that begins with it, in whatever case. Throws `LookupError` when
 * there is none, or several.
 */
export function resolveDocumentId(prefix: string, ids: readonly string[]): string {
  if (ids.includes(prefix)) return prefix;
  const wanted = prefix.trim().toLowerCase();
  const fitting = wanted === '' ? [] : ids.filter((id) => id.toLowerCase().startsWith(wanted));
  const same = fitting.find((id) => id.toLowerCase() === wanted);
  const [only, ...others] = fitting;
  if (same !== undefined) return same;
  if (only !== undefined && others.length === 0) return only;
  const shown = prefix.length > 80 ? `${prefix.slice(0, 80)}…` : prefix;
  if (only === undefined) {
    throw new LookupError(
      `No document has an id that begins with "${shown}": see \`footnote sources\` for the ids.`,
    );
  }
  const rest = fitting.length > LISTED ? ` and ${fitting.length - LISTED} more` : '';
  throw new LookupError(
    `"${shown}" fits ${fitting.length} documents (${fitting.slice(0, LISTED).join(', ')}${rest}): give more of the id.`,
  );
}
