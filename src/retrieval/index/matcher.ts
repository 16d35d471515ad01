import type { WeightedTerm } from '../../types.ts';
import { BestOf } from './best-of.ts';
import { inverseFrequency, saturate } from './bm25.ts';
import type { Postings } from './postings.ts';

/** What is ranked: rows below `size`, of which `count` exist, and where each term occurs in which weighted field. */
export interface Ranked {
  readonly size: number;
  readonly count: number;
  readonly fields: readonly { readonly weight: number; read(term: string): Postings }[];
  /** By row: 1 where it may be returned. Undefined where all may. */
  readonly allowed?: Uint8Array | undefined;
}

interface TermPostings {
  readonly weight: number;
  readonly fields: readonly { readonly weight: number; readonly postings: Postings }[];
}

/** Rows in no particular order, each once. */
class RowList {
  #rows = new Int32Array(0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  clear(): void {
    this.#size = 0;
  }

  reserve(room: number): void {
    if (room > this.#rows.length) this.#rows = new Int32Array(room);
  }

  push(row: number): void {
    this.#rows[this.#size++] = row;
  }

  at(place: number): number {
    return this.#rows[place] ?? 0;
  }
}

/** Ranks rows. Holds sums per row from call to call, cleared by the list of rows touched and never as a whole. */
export class Matcher {
  #total = new Float64Array(0);
  #occurrences = new Float64Array(0);
  #seen = new Uint8Array(0);
  /** Rows that scored, and those of the term at hand. */
  readonly #touched = new RowList();
  readonly #own = new RowList();

  /** Rows by the sum over terms of weight x bm25, best first; rows that score nothing are left out. */
  rank(terms: readonly WeightedTerm[], ranked: Ranked, limit: number): { key: number; score: number }[] {
    const read: readonly TermPostings[] = terms
      .filter(({ weight }) => weight !== 0)
      .map(({ term, weight }) => ({
        weight,
        fields: ranked.fields.map((field) => ({ weight: field.weight, postings: field.read(term) })),
      }));
    this.#reserve(ranked.size);
    this.#touched.clear();
    for (const term of read) this.#score(term, ranked);
    const best = new BestOf(limit);
    for (let at = 0; at < this.#touched.size; at++) {
      const row = this.#touched.at(at);
      const score = this.#total[row] ?? 0;
      if (score > 0) best.offer(row, score);
      this.#total[row] = 0;
    }
    return best.sorted();
  }

  #score(term: TermPostings, { count, allowed }: Ranked): void {
    this.#gather(term);
    const factor = term.weight * inverseFrequency(count, this.#own.size);
    for (let at = 0; at < this.#own.size; at++) {
      const row = this.#own.at(at);
      const occurrences = this.#occurrences[row] ?? 0;
      this.#occurrences[row] = 0;
      this.#seen[row] = 0;
      if (occurrences === 0 || (allowed !== undefined && allowed[row] !== 1)) continue;
      const total = this.#total[row] ?? 0;
      if (total === 0) this.#touched.push(row);
      this.#total[row] = total + factor * saturate(occurrences);
    }
  }

  /** Sums a term's occurrences over the fields. */
  #gather({ fields }: TermPostings): void {
    this.#own.clear();
    for (const { weight, postings } of fields) {
      const { rows, occurrences } = postings;
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] ?? 0;
        if (this.#seen[row] === 0) {
          this.#seen[row] = 1;
          this.#own.push(row);
        }
        this.#occurrences[row] = (this.#occurrences[row] ?? 0) + weight * (occurrences[at] ?? 0);
      }
    }
  }

  #reserve(size: number): void {
    if (size <= this.#total.length) return;
    const room = 2 ** Math.ceil(Math.log2(size));
    this.#total = new Float64Array(room);
    this.#occurrences = new Float64Array(room);
    this.#seen = new Uint8Array(room);
    this.#touched.reserve(room);
    this.#own.reserve(room);
  }
}
