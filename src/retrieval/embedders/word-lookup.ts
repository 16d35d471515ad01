import { setImmediate as nextTurn } from 'node:timers/promises';
import { createEncoderPool } from './encoder-pool.ts';
import { spelledVector } from './hashed-vector.ts';
import { isReadable } from './readable-word.ts';
import { openWordCache, roundVector, type WordCache } from './word-cache.ts';
import type { WordProjection } from './word-projection.ts';

/** Vectors of folded words, from wherever they can be had cheapest. */
export interface WordLookup {
  /** Vectors of length 1 of all these words. Throws `EmbedderError` when a word must be encoded and cannot. */
  find(words: ReadonlySet<string>, signal?: AbortSignal): Promise<ReadonlyMap<string, Float32Array>>;
  close(): Promise<void>;
}

export interface WordLookupOptions {
  readonly cacheFolder: string;
  readonly note: (message: string) => void;
}

type Vectors = ReadonlyMap<string, Float32Array>;

/** Words kept in memory: under 1 kB each. */
const MEMORY_LIMIT_WORDS = 40_000;

/** Words asked of the cache at once, or encoded, written and shared out at once: a few milliseconds of SQLite. */
const CHUNK_WORDS = 256;

/** Looks in memory, then in the cache, then asks the encoder; words that are being encoded are not encoded twice. */
export function createWordLookup(projection: WordProjection, options: WordLookupOptions): WordLookup {
  const { fingerprint, dimensions } = projection;
  const pool = createEncoderPool();
  const memory = new Map<string, Float32Array>();
  const pending = new Map<string, Promise<Vectors>>();
  let cache: WordCache | undefined;

  function remember(vectors: Vectors): void {
    for (const [word, vector] of vectors) memory.set(word, vector);
    for (const oldest of memory.keys()) {
      if (memory.size <= MEMORY_LIMIT_WORDS) break;
      memory.delete(oldest);
    }
  }

  async function readCache(words: readonly string[], found: Map<string, Float32Array>): Promise<void> {
    cache ??= openWordCache({ folder: options.cacheFolder, fingerprint, dimensions, note: options.note });
    for (let start = 0; start < words.length; start += CHUNK_WORDS) {
      if (start > 0) await nextTurn();
      const vectors = cache.read(words.slice(start, start + CHUNK_WORDS));
      remember(vectors);
      for (const [word, vector] of vectors) found.set(word, vector);
    }
  }

  async function encodeChunk(words: readonly string[]): Promise<Vectors> {
    try {
      const encoded = await pool.encode('words', words);
      const fresh = new Map(words.map((word, i) => [word, encoded[i] ?? spelledVector(word, dimensions)]));
      cache?.write(fresh);
      const vectors = new Map([...fresh].map(([word, vector]) => [word, roundVector(vector)]));
      remember(vectors);
      return vectors;
    } finally {
      for (const word of words) pending.delete(word);
    }
  }

  /** By length, because the encoder pads the words of a batch to the longest. */
  function startEncoding(words: readonly string[]): void {
    const sorted = words.filter((word) => !pending.has(word)).sort((a, b) => a.length - b.length);
    for (let start = 0; start < sorted.length; start += CHUNK_WORDS) {
      const chunk = sorted.slice(start, start + CHUNK_WORDS);
      const vectors = encodeChunk(chunk);
      // Who waits for it hears of a failure; who has stopped waiting must not bring the process down.
      vectors.catch(() => undefined);
      for (const word of chunk) pending.set(word, vectors);
    }
  }

  return {
    async find(words, signal) {
      signal?.throwIfAborted();
      const found = new Map<string, Float32Array>();
      const unseen: string[] = [];
      for (const word of words) {
        const known = memory.get(word);
        if (known) found.set(word, known);
        else if (isReadable(word)) unseen.push(word);
        else found.set(word, spelledVector(word, dimensions));
      }
      if (unseen.length === 0) return found;
      await readCache(unseen, found);
      const missing = unseen.filter((word) => !found.has(word));
      startEncoding(missing);
      const chunks = new Set(missing.flatMap((word) => pending.get(word) ?? []));
      for (const vectors of await untilAborted(Promise.all(chunks), signal)) {
        for (const [word, vector] of vectors) if (words.has(word)) found.set(word, vector);
      }
      return found;
    },
    async close() {
      await pool.close();
      cache?.close();
      cache = undefined;
    },
  };
}

/** The promise's result, unless the signal comes first: then its reason is thrown, and the work goes on for others. */
async function untilAborted<Result>(
  promise: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (!signal) return promise;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
