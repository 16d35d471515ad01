import type { DatabaseSync, StatementSync } from 'node:sqlite';
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
  const aligned = bytes.byteOffset % Float16Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  const count = bytes.byteLength / Float16Array.BYTES_PER_ELEMENT;
  const vectors = new Float32Array(count);
  vectors.set(new Float16Array(aligned.buffer, aligned.byteOffset, count));
  return vectors;
}

/** Vectors of documents, read from the file when first asked for and kept while there is room. */
export class SentenceVectors {
  readonly #read: StatementSync;
  readonly #dimensions: number;
  /** By document row, longest held first. */
  readonly #held = new Map<number, Float32Array>();
  #size = 0;
  #capacity = Number.POSITIVE_INFINITY;

  constructor(database: DatabaseSync, dimensions: number) {
    this.#read = database.prepare('SELECT data FROM vectors WHERE document = ?');
    this.#dimensions = dimensions;
  }

  holds(entry: Entry): boolean {
    return this.#held.has(entry.row);
  }

  /** All vectors of a document, one after the other. Empty where the document is gone by now. */
  load(entry: Entry): Float32Array {
    const held = this.#held.get(entry.row);
    if (held !== undefined) return held;
    const row = this.#read.get(entry.row);
    const vectors = row === undefined ? new Float32Array(0) : decodeVectors(readBytes(row, 'data'));
    this.#held.set(entry.row, vectors);
    this.#size += entry.vectorCount;
    this.#makeRoom();
    return vectors;
  }

  /** Some vectors of a document, from the `first` on, without keeping the others. */
  slice(entry: Entry, first: number, count: number): Float32Array[] {
    const dimensions = this.#dimensions;
    const some = this.#some(entry, first * dimensions, (first + count) * dimensions);
    return Array.from({ length: count }, (_, index) =>
      some.slice(index * dimensions, (index + 1) * dimensions),
    );
  }

  /** Keeps at most so many vectors from now on, the newest. */
  limit(capacity: number): void {
    this.#capacity = capacity;
    this.#makeRoom();
  }

  /** Lets go of documents that are gone. */
  retain(isThere: (row: number) => boolean): void {
    for (const row of this.#held.keys()) if (!isThere(row)) this.#drop(row);
  }

  #some(entry: Entry, start: number, end: number): Float32Array {
    const held = this.#held.get(entry.row);
    if (held !== undefined) return held.subarray(start, end);
    const row = this.#read.get(entry.row);
    const size = Float16Array.BYTES_PER_ELEMENT;
    return row === undefined
      ? new Float32Array(end - start)
      : decodeVectors(readBytes(row, 'data').subarray(start * size, end * size));
  }

  #makeRoom(): void {
    for (const row of this.#held.keys()) {
      if (this.#size <= this.#capacity) return;
      this.#drop(row);
    }
  }

  #drop(row: number): void {
    this.#size -= (this.#held.get(row)?.length ?? 0) / this.#dimensions;
    this.#held.delete(row);
  }
}
