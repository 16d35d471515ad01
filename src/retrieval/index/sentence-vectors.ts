import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BestOf } from './best-of.ts';
import { bytesOf, readBytes } from './columns.ts';
import type { Entry } from './directory.ts';

/** Float16 halves the file; the cosine of two unit vectors moves by less than 0.0005. */
export function encodeVectors(vectors: readonly Float32Array[]): Uint8Array {
  const dimensions = vectors[0]?.length ?? 0;
  const packed = new Float16Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) packed.set(vector, index * dimensions);
  return bytesOf(packed);
}

export function decodeVectors(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Float16Array(bytes.slice().buffer));
}

/** The dot product of `query` with the vector that starts at `offset`. Four sums, so that they need not wait in line. */
function dot(vectors: Float32Array, offset: number, query: Float32Array): number {
  const size = query.length;
  const whole = size - (size % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    const at = offset + i;
    a += (vectors[at] ?? 0) * (query[i] ?? 0);
    b += (vectors[at + 1] ?? 0) * (query[i + 1] ?? 0);
    c += (vectors[at + 2] ?? 0) * (query[i + 2] ?? 0);
    d += (vectors[at + 3] ?? 0) * (query[i + 3] ?? 0);
  }
  for (let i = whole; i < size; i++) a += (vectors[offset + i] ?? 0) * (query[i] ?? 0);
  return a + b + c + d;
}

/** Offers every vector of a document by its number in the index. */
export function scanVectors(vectors: Float32Array, entry: Entry, query: Float32Array, best: BestOf): void {
  let threshold = best.threshold;
  for (let index = 0; index < entry.vectorCount; index++) {
    const score = dot(vectors, index * query.length, query);
    if (score < threshold) continue;
    best.offer(entry.firstVector + index, score);
    threshold = best.threshold;
  }
}

/** Vectors of documents, read from the file when first asked for and kept while their document is there. */
export class SentenceVectors {
  readonly #read: StatementSync;
  readonly #held = new Map<number, Float32Array>();

  constructor(database: DatabaseSync) {
    this.#read = database.prepare('SELECT data FROM vectors WHERE document = ?');
  }

  holds(entry: Entry): boolean {
    return this.#held.has(entry.row);
  }

  /** All vectors of a document, one after the other, read without being kept; undefined where it is gone. */
  peek(entry: Entry): Float32Array | undefined {
    const held = this.#held.get(entry.row);
    if (held !== undefined) return held;
    const row = this.#read.get(entry.row);
    return row === undefined ? undefined : decodeVectors(readBytes(row, 'data'));
  }

  load(entry: Entry): Float32Array | undefined {
    const vectors = this.peek(entry);
    if (vectors !== undefined) this.#held.set(entry.row, vectors);
    return vectors;
  }

  /** Lets go of everything that is not wanted any more. */
  retain(isWanted: (row: number) => boolean): void {
    for (const row of this.#held.keys()) if (!isWanted(row)) this.#held.delete(row);
  }
}
