import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type {
  Document,
  Filters,
  Hit,
  IndexedDocument,
  IndexStats,
  MatchOptions,
  Passage,
  PassageIndex,
  Span,
  VectorHit,
  WeightedTerm,
} from '../../types.ts';
import { checkEntry, checkQuery } from './check-entry.ts';
import { DamagedRow, readInteger, readJson, readText, readUint32s } from './columns.ts';
import { Directory, type Entry } from './directory.ts';
import { DocumentWriter } from './document-writer.ts';
import { compileFilters, hasFilters } from './filters.ts';
import { Matcher, type Ranked } from './matcher.ts';
import { mergeSegments } from './merge-segments.ts';
import { Neighbours } from './neighbours.ts';
import { PostingsReader } from './postings.ts';
import { translateError } from './sqlite-errors.ts';

export interface Parts {
  readonly database: DatabaseSync;
  /** As the operator names it. */
  readonly dataFolder: string;
  /** Where the files lie: the data folder, or one in it. */
  readonly folder: string;
  readonly mode: 'read' | 'write';
  readonly embedder: { readonly id: string; readonly dimensions: number };
  /** From how many vectors on they are searched by HNSW. */
  readonly hnswFrom: number;
  note(line: string): void;
  bytesOnDisk(): number;
  release(): void;
}

/** The embedded engine. All SQL runs synchronously inside one transaction per call. */
export class SqliteIndex implements PassageIndex {
  readonly #parts: Parts;
  readonly #directory: Directory;
  readonly #postings: PostingsReader;
  readonly #neighbours: Neighbours;
  readonly #writer: DocumentWriter;
  readonly #matcher = new Matcher();
  readonly #statements: Readonly<
    Record<'begin' | 'commit' | 'text' | 'passage' | 'terms' | 'known' | 'names', StatementSync>
  >;

  constructor(parts: Parts) {
    const { database } = parts;
    this.#parts = parts;
    this.#directory = new Directory(database);
    this.#postings = new PostingsReader(database, this.#directory);
    this.#neighbours = new Neighbours({
      ...parts,
      note: (line) => parts.note(line),
      directory: this.#directory,
      read: (work) => this.#read(work),
    });
    this.#writer = new DocumentWriter(database);
    this.#statements = {
      begin: database.prepare('BEGIN'),
      commit: database.prepare('COMMIT'),
      text: database.prepare('SELECT text, boilerplate, warnings FROM texts WHERE document = ?'),
      passage: database.prepare(
        'SELECT start_offset, end_offset, sentences, text FROM passages WHERE row = ?',
      ),
      terms: database.prepare('SELECT terms FROM passages WHERE row = ?'),
      known: database.prepare(
        'SELECT value AS term FROM json_each(?) WHERE EXISTS (SELECT 1 FROM passage_terms_counts WHERE term = value)',
      ),
      names: database.prepare('SELECT DISTINCT term FROM names WHERE key = ? ORDER BY term'),
    };
  }

  async put(entry: IndexedDocument): Promise<void> {
    checkEntry(entry, this.#parts.embedder.dimensions);
    this.#write(() => this.#writer.put(entry));
  }

  async remove(documentId: string): Promise<boolean> {
    return this.#write(() => this.#writer.remove(documentId));
  }

  async flush(): Promise<void> {
    const { database, mode, dataFolder } = this.#parts;
    try {
      if (mode === 'write') await mergeSegments(database);
    } catch (error) {
      throw translateError(error, dataFolder);
    }
    await this.#neighbours.flush();
  }

  async document(id: string): Promise<Document | undefined> {
    return this.#read(() => {
      const entry = this.#directory.byId(id);
      const row = entry && this.#statements.text.get(entry.row);
      if (entry === undefined || row === undefined) return undefined;
      return {
        ...entry.facts,
        text: readText(row, 'text'),
        boilerplate: readJson(row, 'boilerplate'),
        warnings: readJson(row, 'warnings'),
      };
    });
  }

  async documents(filters?: Filters): Promise<readonly Entry['facts'][]> {
    return this.#read(() => {
      const passes = compileFilters(filters);
      const found = this.#directory.entries.map((entry) => entry.facts).filter(passes);
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    });
  }

  async passages(ids: readonly string[]): Promise<readonly Passage[]> {
    return this.#read(() =>
      ids.flatMap((id) => {
        const place = this.#locate(id);
        return place === undefined ? [] : [this.#readPassage(place.entry, place.ordinal)];
      }),
    );
  }

  async passagesOf(documentId: string): Promise<readonly Passage[]> {
    return this.#read(() => {
      const entry = this.#directory.byId(documentId);
      if (entry === undefined) return [];
      return Array.from({ length: entry.passageCount }, (_, ordinal) => this.#readPassage(entry, ordinal));
    });
  }

  async vectors(passageIds: readonly string[]): Promise<readonly (readonly Float32Array[])[]> {
    return this.#read(() =>
      passageIds.map((id) => {
        const place = this.#locate(id);
        if (place === undefined) return [];
        const { entry, ordinal } = place;
        return this.#neighbours.vectors.slice(
          entry,
          countSentences(entry, ordinal),
          entry.layout[2 * ordinal] ?? 0,
        );
      }),
    );
  }

  async sentenceTerms(passageIds: readonly string[]): Promise<readonly (readonly string[])[]> {
    return this.#read(() =>
      passageIds.map((id) => {
        const place = this.#locate(id);
        const row = place && this.#statements.terms.get(place.entry.firstPassage + place.ordinal);
        return row === undefined ? [] : readText(row, 'terms').split('\n');
      }),
    );
  }

  async matchingPassages(terms: readonly WeightedTerm[], options: MatchOptions): Promise<readonly Hit[]> {
    return this.#read(() => {
      const ranked = this.#rankedPassages(options);
      return this.#matcher.rank(terms, ranked, options.limit).flatMap(({ key, score }) => {
        const entry = this.#directory.ofPassage(key);
        return entry === undefined ? [] : [{ id: `${entry.id}#${key - entry.firstPassage}`, score }];
      });
    });
  }

  async matchingDocuments(terms: readonly WeightedTerm[], options: MatchOptions): Promise<readonly Hit[]> {
    return this.#read(() => {
      const ranked = this.#rankedDocuments(options);
      return this.#matcher.rank(terms, ranked, options.limit).flatMap(({ key, score }) => {
        const entry = this.#directory.byRow(key);
        return entry === undefined ? [] : [{ id: entry.id, score }];
      });
    });
  }

  async nearest(
    vector: Float32Array,
    { limit, filters }: { readonly limit: number; readonly filters?: Filters },
  ): Promise<readonly VectorHit[]> {
    checkQuery(vector, this.#parts.embedder.dimensions);
    const passing = (): ReadonlySet<Entry> | undefined =>
      hasFilters(filters) ? new Set(this.#passing(filters)) : undefined;
    const found = await this.#neighbours.search(vector, limit, passing);
    return found.flatMap(({ key, score }) => this.#vectorHit(key, score));
  }

  async frequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#read(() => terms.map((term) => this.#postings.countPassages(term)));
  }

  async knownTerms(terms: readonly string[]): Promise<readonly string[]> {
    return this.#read(() =>
      this.#statements.known.all(JSON.stringify(terms)).map((row) => readText(row, 'term')),
    );
  }

  async namesByKey(keys: readonly string[]): Promise<readonly string[]> {
    return this.#read(() => {
      const terms = keys.flatMap((key) =>
        this.#statements.names.all(key).map((row) => readText(row, 'term')),
      );
      return [...new Set(terms)];
    });
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  async stats(): Promise<IndexStats> {
    const search = await this.#neighbours.mode();
    return this.#read(() => ({
      documents: this.#directory.entries.length,
      passages: this.#directory.passages,
      vectors: this.#directory.vectors,
      generation: this.#directory.generation,
      embedder: this.#parts.embedder.id,
      dimensions: this.#parts.embedder.dimensions,
      search,
      bytes: this.#parts.bytesOnDisk(),
    }));
  }

  async close(): Promise<void> {
    await this.#neighbours.close();
    if (!this.#parts.database.isOpen) return;
    this.#parts.database.close();
    this.#parts.release();
  }

  /** Sees one state of the file throughout, the newest. */
  #read<T>(work: () => T): T {
    try {
      this.#statements.begin.run();
      try {
        if (this.#directory.refresh()) {
          this.#neighbours.vectors.retain((row) => this.#directory.byRow(row) !== undefined);
        }
        return work();
      } finally {
        if (this.#parts.database.isTransaction) this.#statements.commit.run();
      }
    } catch (error) {
      throw translateError(error, this.#parts.dataFolder);
    }
  }

  #write<T>(work: () => T): T {
    const { database, dataFolder } = this.#parts;
    try {
      database.exec('BEGIN IMMEDIATE');
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      throw translateError(error, dataFolder);
    }
  }

  #passing(filters: Filters | undefined): readonly Entry[] {
    if (!hasFilters(filters)) return this.#directory.entries;
    const passes = compileFilters(filters);
    return this.#directory.entries.filter((entry) => passes(entry.facts));
  }

  #rankedPassages({ filters, fieldWeight = 1 }: MatchOptions): Ranked {
    const directory = this.#directory;
    let allowed: Uint8Array | undefined;
    if (hasFilters(filters)) {
      allowed = new Uint8Array(directory.passageRows);
      for (const { firstPassage, passageCount } of this.#passing(filters)) {
        allowed.fill(1, firstPassage, firstPassage + passageCount);
      }
    }
    return {
      size: directory.passageRows,
      count: directory.passages,
      fields: [
        { weight: 1, read: (term) => this.#postings.read('passage-body', term) },
        { weight: fieldWeight, read: (term) => this.#postings.read('passage-field', term) },
      ],
      allowed,
    };
  }

  #rankedDocuments({ filters, fieldWeight = 1 }: MatchOptions): Ranked {
    const size = (this.#directory.entries.at(-1)?.row ?? 0) + 1;
    let allowed: Uint8Array | undefined;
    if (hasFilters(filters)) {
      allowed = new Uint8Array(size);
      for (const { row } of this.#passing(filters)) allowed[row] = 1;
    }
    return {
      size,
      count: this.#directory.entries.length,
      fields: [
        { weight: 1, read: (term) => this.#postings.read('document-body', term) },
        { weight: fieldWeight, read: (term) => this.#postings.read('document-field', term) },
      ],
      allowed,
    };
  }

  #locate(passageId: string): { entry: Entry; ordinal: number } | undefined {
    const mark = passageId.lastIndexOf('#');
    const entry = this.#directory.byId(passageId.slice(0, mark));
    const ordinal = Number(passageId.slice(mark + 1));
    const isThere =
      entry !== undefined && passageId === `${entry.id}#${ordinal}` && ordinal < entry.passageCount;
    return isThere && ordinal >= 0 ? { entry, ordinal } : undefined;
  }

  #readPassage(entry: Entry, ordinal: number): Passage {
    const row = this.#statements.passage.get(entry.firstPassage + ordinal);
    if (row === undefined) throw new DamagedRow(`Passage ${entry.id}#${ordinal} has no row`);
    return {
      id: `${entry.id}#${ordinal}`,
      documentId: entry.id,
      ordinal,
      span: { start: readInteger(row, 'start_offset'), end: readInteger(row, 'end_offset') },
      sentences: readSpans(readUint32s(row, 'sentences')),
      text: readText(row, 'text'),
    };
  }

  #vectorHit(vector: number, score: number): VectorHit[] {
    const entry = this.#directory.ofVector(vector);
    if (entry === undefined) return [];
    let sentence = vector - entry.firstVector;
    let ordinal = 0;
    for (; sentence >= (entry.layout[2 * ordinal] ?? 0); ordinal++)
      sentence -= entry.layout[2 * ordinal] ?? 0;
    return [{ id: `${entry.id}#${ordinal}`, sentence, score }];
  }
}

function readSpans(offsets: Uint32Array): Span[] {
  return Array.from({ length: offsets.length / 2 }, (_, index) => ({
    start: offsets[2 * index] ?? 0,
    end: offsets[2 * index + 1] ?? 0,
  }));
}

/** Sentences before a passage of its document. */
function countSentences({ layout }: Entry, ordinal: number): number {
  let count = 0;
  for (let passage = 0; passage < ordinal; passage++) count += layout[2 * passage] ?? 0;
  return count;
}
