import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { isUsable, toUnitLength } from './unit-vector.ts';

/**
 * Vectors of words on disk, shared by all indexes and processes of a machine. A convenience: whatever goes wrong with
 * the file is noted once, and the words are encoded again.
 */
export interface WordCache {
  /** Vectors of those words that are known. Takes at most a few thousand words at once: it blocks. */
  read(words: readonly string[]): Map<string, Float32Array>;
  /** Keeps vectors; they come back as `roundVector` makes them. */
  write(vectors: ReadonlyMap<string, Float32Array>): void;
  close(): void;
}

export interface WordCacheOptions {
  /** Made if missing. */
  readonly folder: string;
  /** Names everything that the vectors depend on; each has its own file. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** Gets one line, at most once, when the file cannot be used. */
  readonly note: (message: string) => void;
}

/** How long a process waits for another one that is writing. */
const BUSY_TIMEOUT_MS = 2000;

/** Opens the cache; never throws. */
export function openWordCache({ folder, fingerprint, dimensions, note }: WordCacheOptions): WordCache {
  const path = join(folder, `words-${fingerprint}.sqlite`);
  let database: DatabaseSync | undefined;
  let select: StatementSync | undefined;
  let insert: StatementSync | undefined;

  function giveUp(cause: unknown): void {
    const reason = cause instanceof Error ? cause.message : String(cause);
    note(
      `The cache of word vectors at ${path} cannot be used (${reason}): words are encoded again in each run; delete the file or make the folder writable.`,
    );
    close();
  }

  function close(): void {
    try {
      database?.close();
    } catch {
      // A damaged file may fail to close; nothing is lost with it.
    }
    database = undefined;
  }

  try {
    mkdirSync(folder, { recursive: true });
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec(
      'CREATE TABLE IF NOT EXISTS words (word TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID',
    );
    select = database.prepare(
      'SELECT word, vector FROM words WHERE word IN (SELECT value FROM json_each(?))',
    );
    insert = database.prepare('INSERT OR IGNORE INTO words (word, vector) VALUES (?, ?)');
  } catch (cause) {
    giveUp(cause);
  }

  return {
    read(words) {
      const vectors = new Map<string, Float32Array>();
      if (!database || !select) return vectors;
      try {
        for (const { word, vector } of select.iterate(JSON.stringify(words))) {
          if (typeof word !== 'string' || !(vector instanceof Uint8Array)) continue;
          const decoded = decodeVector(vector, dimensions);
          if (decoded) vectors.set(word, decoded);
        }
      } catch (cause) {
        giveUp(cause);
      }
      return vectors;
    },
    write(vectors) {
      if (!database || !insert) return;
      try {
        database.exec('BEGIN IMMEDIATE');
        for (const [word, vector] of vectors) {
          insert.run(word, new Uint8Array(Float16Array.from(vector).buffer));
        }
        database.exec('COMMIT');
      } catch (cause) {
        giveUp(cause);
      }
    },
    close,
  };
}

/**
 * The vector as the cache gives it back (float16, then length 1). Fresh vectors pass through here too, so that a text's
 * vector does not depend on whether its words were cached.
 */
export function roundVector(vector: Float32Array): Float32Array {
  return toUnitLength(Float32Array.from(Float16Array.from(vector)));
}

function decodeVector(bytes: Uint8Array, dimensions: number): Float32Array | undefined {
  if (bytes.byteLength !== dimensions * Float16Array.BYTES_PER_ELEMENT) return undefined;
  const vector = Float32Array.from(new Float16Array(Uint8Array.from(bytes).buffer));
  return isUsable(vector) ? toUnitLength(vector) : undefined;
}
