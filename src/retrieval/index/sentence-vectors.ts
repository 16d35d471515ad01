import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BestOf } from './best-of.ts';
import { bytesOf, DamagedRow, readBytes } from './columns.ts';
import type { Entry } from './directory.ts';
import { PackedVectors, roundToPacked } from './packed-vectors.ts';

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
  /** By document row. */
  readonly #held: PackedVectors;
  #capacity = Number.POSITIVE_INFINITY;

  constructor(database: DatabaseSync, dimensions: number) {
    this.#read = database.prepare('SELECT data FROM vectors WHERE document = ?');
    this.#dimensions = dimensions;
    this.#held = new PackedVectors(dimensions);
  }

  holds(entry: Entry): boolean {
    return this.#held.has(entry.row);
  }

  /** Brings a document's vectors into memory; none where it is gone by now. */
  load(entry: Entry): void {
    if (this.holds(entry)) return;
    const row = this.#read.get(entry.row);
    const vectors = row === undefined ? [] : decodeVectors(readBytes(row, 'data'));
    if (row !== undefined && vectors.length !== entry.vectorCount * this.#dimensions)
      throw new DamagedRow(`Document ${entry.id} has ${entry.vectorCount} sentences and other vectors`);
    this.#held.add(entry.row, vectors);
    this.#makeRoom();
  }

  /** Offers the cosine of `query` with every vector of some documents, by the vectors' numbers. */
  scan(query: Float32Array, entries: readonly Entry[], best: BestOf): void {
    this.#held.aim(query);
    for (const entry of entries) {
      this.load(entry);
      this.#held.scan(entry.row, entry.firstVector, best);
    }
  }

  /** Some vectors of a document, from the `first` on, without keeping the others; the same whether it is held or not. */
  slice(entry: Entry, first: number, count: number): Float32Array[] {
    if (this.holds(entry)) return this.#held.read(entry.row, first, count);
    const row = this.#read.get(entry.row);
    if (row === undefined) return Array.from({ length: count }, () => new Float32Array(this.#dimensions));
    const bytes = this.#dimensions * Float16Array.BYTES_PER_ELEMENT;
    const some = decodeVectors(readBytes(row, 'data').subarray(first * bytes, (first + count) * bytes));
    return Array.from({ length: count }, (_, at) =>
      some.slice(at * this.#dimensions, (at + 1) * this.#dimensions).map(roundToPacked),
    );
  }

  /** Keeps at most so many vectors from now on, the newest. */
  limit(capacity: number): void {
    this.#capacity = capacity;
    this.#makeRoom();
  }

  /** Lets go of documents that are gone. */
  retain(isThere: (row: number) => boolean): void {
    for (const row of this.#held.groups) if (!isThere(row)) this.#held.delete(row);
  }

  #makeRoom(): void {
    for (const row of this.#held.groups) {
      if (this.#held.size <= this.#capacity) return;
      this.#held.delete(row);
    }
  }
}
