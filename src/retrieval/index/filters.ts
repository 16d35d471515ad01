import type { DocumentFacts, Filters } from '../../types.ts';

type Dated = Pick<DocumentFacts, 'id' | 'publisher' | 'published'>;

/** Filled up, a partial date sorts before or after all days that it may mean. */
const EARLIEST = '0000-00-00';
const LATEST = '9999-99-99';

const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?(?=T|$)/;

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

function fill(date: string, with_: string): string | undefined {
  const day = PARTIAL_DATE.exec(date)?.[0];
  return day === undefined ? undefined : day + with_.slice(day.length);
}

/** The day bounds of `after` and `before` against a date, each of which may be partial. */
function mayFall(published: string | undefined, { after, before }: Filters): boolean {
  if (after === undefined && before === undefined) return true;
  const earliest = fill(published ?? '', EARLIEST);
  const latest = fill(published ?? '', LATEST);
  if (earliest === undefined || latest === undefined) return false;
  const from = fill(after ?? EARLIEST, EARLIEST);
  const to = fill(before ?? LATEST, LATEST);
  return from !== undefined && to !== undefined && latest >= from && earliest <= to;
}

/**
 * Makes the test that a document has to pass. Partial dates pass where they may hold: `2011-11` is both after
 * `2011-11-20` and before `2011-11-10`, since it may be either; a date that cannot be read passes neither.
 */
export function compileFilters(filters: Filters = {}): (facts: Dated) => boolean {
  const ids = filters.documents === undefined ? undefined : new Set(filters.documents);
  const publisher = filters.publisher === undefined ? undefined : fold(filters.publisher);
  return (facts) =>
    (ids === undefined || ids.has(facts.id)) &&
    (publisher === undefined || (facts.publisher !== undefined && fold(facts.publisher) === publisher)) &&
    mayFall(facts.published, filters);
}

/** Whether any filter is set: without one, every document passes. */
export function hasFilters(filters: Filters | undefined): filters is Filters {
  return filters !== undefined && Object.values(filters).some((value) => value !== undefined);
}
