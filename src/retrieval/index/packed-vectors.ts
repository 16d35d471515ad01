import type { BestOf } from './best-of.ts';
import { createVectorMemory, NUMBERS_A_STEP, VECTORS_A_STEP } from './dot-products.ts';

/**
 * 1 in a packed vector. Lengths may exceed 1 by a hundredth and still fit. A cosine moves by 0.0001 at the very most, and
 * seldom by a tenth of that: less than by storing vectors as float16.
 */
const ONE = 32_000;
const PAGE_BYTES = 65_536;
/** Vectors that are multiplied in one call. */
const BATCH = 4096;
const SUMS_BYTES = (BATCH + VECTORS_A_STEP) * Int32Array.BYTES_PER_ELEMENT;

/** Vectors of one group: where they lie, in vectors from the first. */
interface Place {
  first: number;
  readonly count: number;
}

/** A number as it comes back from a packed vector. */
export function roundToPacked(number: number): number {
  return Math.round(ONE * number) / ONE;
}

/** Groups of vectors of one size, two bytes a number, that are scanned at the speed of memory. */
export class PackedVectors {
  readonly #dimensions: number;
  /** Numbers from a vector to the next: the dimensions, filled up with zeros. */
  readonly #stride: number;
  readonly #offset: number;
  readonly #wasm: ReturnType<typeof createVectorMemory>;
  readonly #places = new Map<number, Place>();
  /** Vectors up to which places are taken, and how many of those are let go of. */
  #end = 0;
  #gone = 0;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#stride = Math.ceil(dimensions / NUMBERS_A_STEP) * NUMBERS_A_STEP;
    this.#offset = SUMS_BYTES + this.#vectorBytes;
    this.#wasm = createVectorMemory(1);
    this.#reserve(0);
  }

  /** Groups, longest held first. */
  get groups(): Iterable<number> {
    return this.#places.keys();
  }

  /** Vectors in all groups. */
  get size(): number {
    return this.#end - this.#gone;
  }

  has(group: number): boolean {
    return this.#places.has(group);
  }

  /** Adds a group that is not there: `numbers` are its vectors, one after the other, of length 1. */
  add(group: number, numbers: ArrayLike<number>): void {
    const count = numbers.length / this.#dimensions;
    if (this.#gone > this.#end / 2) this.#closeGaps();
    this.#reserve(this.#end + count);
    const place = { first: this.#end, count };
    this.#write(this.#view(place), numbers);
    this.#places.set(group, place);
    this.#end += count;
  }

  delete(group: number): void {
    const place = this.#places.get(group);
    if (place === undefined) return;
    this.#gone += place.count;
    this.#places.delete(group);
  }

  /** Some vectors of a group, from its `first` on. */
  read(group: number, first: number, count: number): Float32Array[] {
    const place = this.#places.get(group);
    if (place === undefined) return [];
    const packed = this.#view({ first: place.first + first, count });
    return Array.from({ length: count }, (_, vector) => {
      const from = vector * this.#stride;
      const numbers = new Float32Array(this.#dimensions);
      for (let at = 0; at < numbers.length; at++) numbers[at] = (packed[from + at] ?? 0) / ONE;
      return numbers;
    });
  }

  /** Sets the vector with which groups are compared from now on. */
  aim(query: Float32Array): void {
    this.#write(new Int16Array(this.#wasm.memory.buffer, SUMS_BYTES, this.#stride), query);
  }

  /** Offers the cosine of the query with each vector of a group, numbered from `number`. */
  scan(group: number, number: number, best: BestOf): void {
    const { memory, multiply } = this.#wasm;
    const { first, count } = this.#places.get(group) ?? { first: 0, count: 0 };
    const sums = new Int32Array(memory.buffer, 0, BATCH);
    // Half a step below, since rounding must not keep out what equals the threshold.
    let least = best.threshold * ONE * ONE - 0.5;
    for (let from = 0; from < count; from += BATCH) {
      const some = Math.min(BATCH, count - from);
      const address = this.#offset + (first + from) * this.#vectorBytes;
      multiply(address, some, SUMS_BYTES, this.#stride / NUMBERS_A_STEP, 0);
      for (let at = 0; at < some; at++) {
        const sum = sums[at] ?? 0;
        if (sum < least) continue;
        best.offer(number + from + at, sum / (ONE * ONE));
        least = best.threshold * ONE * ONE - 0.5;
      }
    }
  }

  /** Packs vectors that lie one after the other. */
  #write(packed: Int16Array, numbers: ArrayLike<number>): void {
    const dimensions = this.#dimensions;
    for (let from = 0, to = 0; from < numbers.length; from += dimensions, to += this.#stride) {
      for (let at = 0; at < dimensions; at++) packed[to + at] = Math.round(ONE * (numbers[from + at] ?? 0));
      packed.fill(0, to + dimensions, to + this.#stride);
    }
  }

  get #vectorBytes(): number {
    return this.#stride * Int16Array.BYTES_PER_ELEMENT;
  }

  /** Valid until the memory grows. */
  #view({ first, count }: Place): Int16Array {
    const address = this.#offset + first * this.#vectorBytes;
    return new Int16Array(this.#wasm.memory.buffer, address, count * this.#stride);
  }

  #reserve(vectors: number): void {
    const { memory } = this.#wasm;
    const wanted = this.#offset + (vectors + VECTORS_A_STEP) * this.#vectorBytes;
    const missing = wanted - memory.buffer.byteLength;
    // Growing copies where the memory cannot be made longer in place, so it grows by an eighth at least.
    if (missing > 0) memory.grow(Math.ceil(Math.max(missing, memory.buffer.byteLength / 8) / PAGE_BYTES));
  }

  #closeGaps(): void {
    const numbers = this.#view({ first: 0, count: this.#end });
    this.#end = 0;
    this.#gone = 0;
    for (const place of [...this.#places.values()].sort((a, b) => a.first - b.first)) {
      const from = place.first * this.#stride;
      numbers.copyWithin(this.#end * this.#stride, from, from + place.count * this.#stride);
      place.first = this.#end;
      this.#end += place.count;
    }
  }
}
