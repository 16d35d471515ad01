import { AsyncLocalStorage } from 'node:async_hooks';
import { IndexError } from '../../errors.ts';
import type {
  Document,
  Filters,
  Hit,
  IndexedDocument,
  IndexStats,
  MatchOptions,
  Passage,
  PassageIndex,
  VectorHit,
  WeightedTerm,
} from '../../types.ts';
import { markOfDatabase, markOfPointer } from './index-in-use.ts';
import { translateError } from './sqlite-errors.ts';

/** How long an index that could not be opened is left alone before it is tried again. */
const TRY_AGAIN_MS = 1_000;

/** How often opening meets an index that is being replaced, at most. */
const ATTEMPTS = 3;

/** Keeps generations of one index apart from those of the next: no index sees more changes. */
const GENERATIONS = 2 ** 32;

/** One index of those that were in use one after the other. */
interface Opened {
  readonly index: PassageIndex;
  readonly folder: string;
  /** What tells that another one has taken its place. */
  readonly marks: { readonly pointer: string; readonly database: bigint | undefined };
  /** Indexes before it. */
  readonly number: number;
  /** Reads under way. */
  users: number;
}

export interface FollowedParts {
  readonly dataFolder: string;
  /** Opens the index in use, and tells where its files lie. */
  open(): { readonly index: PassageIndex; readonly folder: string };
  /** Tells an operator. */
  note(line: string): void;
}

/**
 * The index in use, for reading: goes over to a new one as soon as a rebuild has put it in use. Reads that began on the
 * old one end on it; then it is closed. Where the new one cannot be read, by another embedder or format say, nothing is
 * answered from the old one either: what it holds may have been deleted. Then every read throws that `IndexError`, the
 * operator is told once, and the next index that can be read is taken up.
 */
export class FollowedIndex implements PassageIndex {
  readonly #parts: FollowedParts;
  readonly #held = new AsyncLocalStorage<{ readonly opened: Opened; isOver: boolean }>();
  #opened: Opened | undefined;
  #openedSoFar = 0;
  #problem: { readonly error: unknown; readonly metAtMs: number } | undefined;
  #said: string | undefined;

  /** Throws what opening throws. */
  constructor(parts: FollowedParts) {
    this.#parts = parts;
    this.#opened = this.#open();
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#held.getStore()?.isOver === false) return work();
    return this.#use(async (opened) => {
      const hold = { opened, isOver: false };
      try {
        return await this.#held.run(hold, work);
      } finally {
        // What the work has left running must not read from an index that is closed.
        hold.isOver = true;
      }
    });
  }

  async put(entry: IndexedDocument): Promise<void> {
    return this.#read((index) => index.put(entry));
  }
  async remove(documentId: string): Promise<boolean> {
    return this.#read((index) => index.remove(documentId));
  }
  async flush(): Promise<void> {
    return this.#read((index) => index.flush());
  }
  async document(id: string): Promise<Document | undefined> {
    return this.#read((index) => index.document(id));
  }
  async documents(filters?: Filters): ReturnType<PassageIndex['documents']> {
    return this.#read((index) => index.documents(filters));
  }
  async passages(ids: readonly string[]): Promise<readonly Passage[]> {
    return this.#read((index) => index.passages(ids));
  }
  async passagesOf(documentId: string): Promise<readonly Passage[]> {
    return this.#read((index) => index.passagesOf(documentId));
  }
  async vectors(passageIds: readonly string[]): Promise<readonly (readonly Float32Array[])[]> {
    return this.#read((index) => index.vectors(passageIds));
  }
  async matchingPassages(terms: readonly WeightedTerm[], options: MatchOptions): Promise<readonly Hit[]> {
    return this.#read((index) => index.matchingPassages(terms, options));
  }
  async matchingDocuments(terms: readonly WeightedTerm[], options: MatchOptions): Promise<readonly Hit[]> {
    return this.#read((index) => index.matchingDocuments(terms, options));
  }
  async nearest(
    vector: Float32Array,
    options: { readonly limit: number; readonly filters?: Filters },
  ): Promise<readonly VectorHit[]> {
    return this.#read((index) => index.nearest(vector, options));
  }
  async frequencies(terms: readonly string[]): Promise<readonly number[]> {
    return this.#read((index) => index.frequencies(terms));
  }
  async sentenceTerms(passageIds: readonly string[]): Promise<readonly (readonly string[])[]> {
    return this.#read((index) => index.sentenceTerms(passageIds));
  }
  async knownTerms(terms: readonly string[]): Promise<readonly string[]> {
    return this.#read((index) => index.knownTerms(terms));
  }
  async namesByKey(keys: readonly string[]): Promise<readonly string[]> {
    return this.#read((index) => index.namesByKey(keys));
  }
  async stats(): Promise<IndexStats> {
    return this.#read(async (index, number) => {
      const stats = await index.stats();
      return { ...stats, generation: number * GENERATIONS + stats.generation };
    });
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    await opened?.index.close();
  }

  async #read<T>(work: (index: PassageIndex, number: number) => Promise<T>): Promise<T> {
    const hold = this.#held.getStore();
    if (hold?.isOver === false) return work(hold.opened.index, hold.opened.number);
    return this.#use(({ index, number }) => work(index, number));
  }

  /** Runs work on the index in use, which stays open as long. */
  async #use<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    const opened = this.#newest();
    opened.users += 1;
    try {
      return await work(opened);
    } finally {
      opened.users -= 1;
      if (opened !== this.#opened) closeUnused(opened);
    }
  }

  #newest(): Opened {
    if (this.#problem ? performance.now() - this.#problem.metAtMs > TRY_AGAIN_MS : this.#isReplaced()) {
      this.#goOver();
    }
    if (this.#problem) throw this.#problem.error;
    if (!this.#opened) throw new Error(`The index in ${this.#parts.dataFolder} is closed`);
    return this.#opened;
  }

  #isReplaced(): boolean {
    if (!this.#opened) return false;
    const { folder, marks } = this.#opened;
    if (marks.pointer !== markOfPointer(this.#parts.dataFolder)) return true;
    const database = markOfDatabase(folder);
    // Files that are gone are still open here, and nothing has come in their place.
    return database !== undefined && database !== marks.database;
  }

  #goOver(): void {
    const before = this.#opened;
    this.#opened = undefined;
    this.#problem = undefined;
    if (before) closeUnused(before);
    try {
      this.#opened = this.#open();
      this.#said = undefined;
    } catch (error) {
      this.#problem = { error: describeProblem(error, this.#parts.dataFolder), metAtMs: performance.now() };
      this.#say(this.#problem.error);
    }
  }

  #open(): Opened {
    const { dataFolder } = this.#parts;
    for (let attempt = 1; ; attempt++) {
      // Before opening: what comes into use meanwhile is noticed by the next read.
      const pointer = markOfPointer(dataFolder);
      try {
        const { index, folder } = this.#parts.open();
        const marks = { pointer, database: markOfDatabase(folder) };
        return { index, folder, marks, number: this.#openedSoFar++, users: 0 };
      } catch (error) {
        // Its files may have gone because another index came into use just now.
        if (attempt === ATTEMPTS || pointer === markOfPointer(dataFolder)) throw error;
      }
    }
  }

  /** The same thing once, however many questions meet it. */
  #say(error: unknown): void {
    const line = error instanceof Error ? error.message : String(error);
    if (line !== this.#said) this.#parts.note(line);
    this.#said = line;
  }
}

function closeUnused({ index, users }: Opened): void {
  // Nobody waits for it, and it is not needed any more.
  if (users === 0) index.close().catch(() => undefined);
}

/** Who meets it asked a running process, which has read the index so far. */
function describeProblem(error: unknown, dataFolder: string): unknown {
  const translated = translateError(error, dataFolder);
  if (!(translated instanceof IndexError)) return translated;
  const { code, message } = translated;
  const isBuiltOtherwise = code === 'embedder' || code === 'version';
  const remedy = isBuiltOtherwise
    ? ' Or start this process again with the settings and the version of Footnote that built it.'
    : '';
  return new IndexError(
    code,
    'The index was replaced while this process runs: it cannot read the new one, and answers nothing from the old one. ' +
      message +
      remedy,
    { cause: error },
  );
}
