import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { normalise } from './bm25.ts';
import { readInteger, readJson } from './columns.ts';
import type { Directory, Entry } from './directory.ts';

/** Where a term occurs in one field: rows in ascending order, and the occurrences in each, normalised by length. */
export interface Postings {
  readonly rows: Int32Array;
  readonly occurrences: Float32Array;
}

/** Postings held in memory, at 8 bytes each: what a running bot asks for again and again is read once. */
const CACHED_POSTINGS = 2_000_000;

/** What an entry of the cache takes besides, counted in postings, so that terms found nowhere do not pile up. */
const ENTRY_COST = 20;

/** Lists with repeats, ascending, into rows and how often each occurs; rows of weight 0 are left out. */
function collect(instances: readonly number[], weigh: (row: number, times: number) => number): Postings {
  const rows = new Int32Array(instances.length);
  const occurrences = new Float32Array(instances.length);
  let size = 0;
  for (let at = 0; at < instances.length; ) {
    const row = instances[at] ?? 0;
    const start = at;
    while (instances[at] === row) at++;
    const weight = weigh(row, at - start);
    if (weight > 0) {
      rows[size] = row;
      occurrences[size++] = weight;
    }
  }
  return { rows: rows.slice(0, size), occurrences: occurrences.slice(0, size) };
}

/** A document's field terms belong to every passage of it. */
function spread(documents: Postings, directory: Directory): Postings {
  const found: { entry: Entry; occurrences: number }[] = [];
  let size = 0;
  documents.rows.forEach((row, index) => {
    const entry = directory.byRow(row);
    if (entry === undefined) return;
    found.push({ entry, occurrences: documents.occurrences[index] ?? 0 });
    size += entry.passageCount;
  });
  const rows = new Int32Array(size);
  const occurrences = new Float32Array(size);
  let at = 0;
  for (const { entry, occurrences: weight } of found) {
    occurrences.fill(weight, at, at + entry.passageCount);
    for (let passage = 0; passage < entry.passageCount; passage++) rows[at++] = entry.firstPassage + passage;
  }
  return { rows, occurrences };
}

/** Passage rows with repeats, ascending -> the rows of their documents, likewise; passages that are gone are left out. */
function documentsOf(passages: readonly number[], directory: Directory): number[] {
  const rows: number[] = [];
  let entry: Entry | undefined;
  for (const passage of passages) {
    if (entry === undefined || passage >= entry.firstPassage + entry.passageCount)
      entry = directory.ofPassage(passage);
    if (entry !== undefined) rows.push(entry.row);
  }
  return rows;
}

/** How many numbers are in either of two ascending lists. */
function countDistinct(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return a.length + b.length - shared;
}

type Field = 'passage-body' | 'passage-field' | 'document-body' | 'document-field';

const cacheKey = (field: Field, term: string): string => `${field} ${term}`;

/** Reads postings out of the FTS5 tables, in the directory's present state, and remembers them until it changes. */
export class PostingsReader {
  readonly #directory: Directory;
  readonly #statements: Readonly<Record<'passage' | 'field', StatementSync>>;
  readonly #cache = new Map<string, Postings>();
  readonly #count: StatementSync;
  #cached = 0;
  #generation = -1;
  #averages = { passage: 0, body: 0, field: 0, fieldByPassage: 0 };

  constructor(database: DatabaseSync, directory: Directory) {
    const prepare = (table: string): StatementSync =>
      database.prepare(`SELECT json_group_array(doc) AS rows FROM ${table}_instances WHERE term = ?`);
    this.#directory = directory;
    this.#statements = {
      passage: prepare('passage_terms'),
      field: prepare('field_terms'),
    };
    this.#count = database.prepare('SELECT doc AS passages FROM passage_terms_counts WHERE term = ?');
  }

  /** `passage-*` are by passage row, `document-*` by document row. */
  read(field: Field, term: string): Postings {
    if (this.#generation !== this.#directory.generation) this.#renew();
    const key = cacheKey(field, term);
    const known = this.#cache.get(key);
    if (known !== undefined) {
      this.#cache.delete(key);
      this.#cache.set(key, known);
      return known;
    }
    if (field === 'passage-body' || field === 'document-body') return this.#readBody(term)[field];
    const documents = this.#instances('field', term);
    const postings =
      field === 'document-field'
        ? this.#collectField(documents, this.#averages.field)
        : spread(this.#collectField(documents, this.#averages.fieldByPassage), this.#directory);
    this.#keep(key, postings);
    return postings;
  }

  /** In how many passages a term occurs, in the body or a field, without reading where if that can be helped. */
  countPassages(term: string): number {
    const fields = this.read('passage-field', term).rows;
    if (fields.length === 0) {
      const known = this.#cache.get(cacheKey('passage-body', term));
      const row = known === undefined ? this.#count.get(term) : undefined;
      return known?.rows.length ?? (row === undefined ? 0 : readInteger(row, 'passages'));
    }
    return countDistinct(fields, this.read('passage-body', term).rows);
  }

  /** A document's body is its passages: where a term occurs in either is read at once, and remembered. */
  #readBody(term: string): Record<'passage-body' | 'document-body', Postings> {
    const directory = this.#directory;
    const averages = this.#averages;
    const instances = this.#instances('passage', term);
    const passages = collect(instances, (row, times) =>
      directory.hasPassage(row) ? normalise(times, directory.passageLength(row), averages.passage) : 0,
    );
    const documents = collect(documentsOf(instances, directory), (row, times) => {
      const entry = directory.byRow(row);
      return entry === undefined ? 0 : normalise(times, entry.bodyLength, averages.body);
    });
    this.#keep(cacheKey('passage-body', term), passages);
    this.#keep(cacheKey('document-body', term), documents);
    return { 'passage-body': passages, 'document-body': documents };
  }

  #collectField(instances: readonly number[], average: number): Postings {
    return collect(instances, (row, times) => {
      const entry = this.#directory.byRow(row);
      return entry === undefined ? 0 : normalise(times, entry.fieldLength, average);
    });
  }

  /** One number per occurrence: a JSON array is much faster to fetch than as many rows. */
  #instances(table: 'passage' | 'field', term: string): readonly number[] {
    const row = this.#statements[table].get(term);
    return row === undefined ? [] : readJson(row, 'rows');
  }

  #keep(key: string, postings: Postings): void {
    this.#cache.set(key, postings);
    this.#cached += postings.rows.length + ENTRY_COST;
    for (const [oldest, { rows }] of this.#cache) {
      if (this.#cached <= CACHED_POSTINGS) return;
      this.#cache.delete(oldest);
      this.#cached -= rows.length + ENTRY_COST;
    }
  }

  #renew(): void {
    const { entries, passages } = this.#directory;
    const sums = { passage: 0, body: 0, field: 0, fieldByPassage: 0 };
    for (const entry of entries) {
      for (let at = 1; at < entry.layout.length; at += 2) sums.passage += entry.layout[at] ?? 0;
      sums.body += entry.bodyLength;
      sums.field += entry.fieldLength;
      sums.fieldByPassage += entry.fieldLength * entry.passageCount;
    }
    const documents = Math.max(1, entries.length);
    const texts = Math.max(1, passages);
    this.#averages = {
      passage: sums.passage / texts,
      body: sums.body / documents,
      field: sums.field / documents,
      fieldByPassage: sums.fieldByPassage / texts,
    };
    this.#cache.clear();
    this.#cached = 0;
    this.#generation = this.#directory.generation;
  }
}
