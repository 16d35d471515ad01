import { SourceError } from '../errors.ts';
import { stripHidden } from '../text/hidden-characters.ts';
import type { DocumentFacts } from '../types.ts';
import { cleanFact } from './clean-fact.ts';
import { MAX_FACT_UNITS, MAX_ID_UNITS, MAX_URL_UNITS } from './limits.ts';
import { parseDate } from './parse-date.ts';

/** Facts that a source states about itself, in front matter, fields or meta tags. */
export type DeclaredFacts = Partial<DocumentFacts>;

export interface Declaration {
  readonly facts: DeclaredFacts;
  /** What was declared but could not be used. */
  readonly warnings: readonly string[];
}

const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .,:;@+=~()&'!/-]*$/u;
const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;
const NAMES = {
  title: ['title', 'headline'],
  publisher: ['publisher', 'source', 'site'],
  author: ['author', 'authors', 'byline'],
  published: ['published', 'date', 'publish_date', 'published_at'],
  url: ['url', 'link'],
  language: ['language', 'lang'],
  digestOf: ['digest_of', 'digestOf', 'digest of'],
} as const;

/**
 * Reads the facts out of a record of unknown shape. An unusable date, address or language is left out with a warning.
 * Throws `SourceError` for an unusable id or kind, since a guess there would make another document of it.
 */
export function declareFacts(record: Readonly<Record<string, unknown>>, source: string): Declaration {
  const warnings: string[] = [];
  const read = (names: readonly string[]) => firstText(record, names);
  const given = { published: read(NAMES.published), url: read(NAMES.url), language: read(NAMES.language) };
  const published = given.published === undefined ? undefined : parseDate(given.published);
  const url = given.url === undefined ? undefined : checkedUrl(given.url);
  const language = LANGUAGE.test(given.language ?? '') ? given.language?.replace('_', '-') : undefined;
  for (const [name, value] of Object.entries({ published, url, language })) {
    const written = given[name as keyof typeof given];
    if (written !== undefined && value === undefined) {
      warnings.push(`left out ${name} ${JSON.stringify(written.slice(0, 60))}, which is not one`);
    }
  }
  return {
    facts: withoutUndefined({
      id: declaredId(record, source),
      title: read(NAMES.title),
      publisher: read(NAMES.publisher),
      author: read(NAMES.author),
      published,
      url,
      language,
      kind: declaredKind(record, source),
      digestOf: read(NAMES.digestOf),
    }),
    warnings,
  };
}

/** The address if it is http or https and of a sane length. */
export function checkedUrl(written: string): string | undefined {
  if (written.length > MAX_URL_UNITS || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' ? written : undefined;
}

/** An object without its undefined fields, as `exactOptionalPropertyTypes` wants it. */
export function withoutUndefined<T extends object>(
  record: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

/** Makes an id of a file's stem: what an id may not hold becomes `-`. */
export function idOfStem(stem: string): string {
  const sane = stripHidden(stem)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_ .,:;@+=~()&'!-]/gu, '-');
  return (
    sane
      .slice(0, MAX_ID_UNITS)
      .replace(/^[^\p{L}\p{N}_]+/u, '')
      .trim() || 'document'
  );
}

function declaredId(record: Readonly<Record<string, unknown>>, source: string): string | undefined {
  const value = record.id;
  if (value === undefined || value === null) return undefined;
  const id = typeof value === 'number' ? String(value) : value;
  if (typeof id === 'string' && isUsableId(id)) return id;
  throw new SourceError(
    source,
    `${source}: its id ${JSON.stringify(id)?.slice(0, 80)} cannot be used; skipped. Use up to ${MAX_ID_UNITS} letters, digits and . _ - (no #).`,
  );
}

function isUsableId(id: string): boolean {
  return id.length <= MAX_ID_UNITS && ID.test(id) && id.trim() === id && stripHidden(id) === id;
}

function declaredKind(
  record: Readonly<Record<string, unknown>>,
  source: string,
): 'article' | 'digest' | undefined {
  const { kind } = record;
  if (kind === undefined || kind === null || kind === '') return undefined;
  if (kind === 'article' || kind === 'digest') return kind;
  throw new SourceError(
    source,
    `${source}: its kind ${JSON.stringify(kind)?.slice(0, 40)} is unknown; skipped. Use article or digest.`,
  );
}

/** The first of these fields that holds text; a list of texts is joined by commas. */
function firstText(record: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = record[name];
    const parts = (Array.isArray(value) ? value : [value]).map((part) =>
      typeof part === 'number' ? String(part) : part,
    );
    if (!parts.every((part) => typeof part === 'string')) continue;
    const text = cleanFact(
      parts.join(', '),
      name === 'url' || name === 'link' ? MAX_URL_UNITS + 1 : MAX_FACT_UNITS,
    );
    if (text !== undefined) return text;
  }
  return undefined;
}
