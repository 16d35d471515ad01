import type { WeightedTerm } from '../../types.ts';
import { BestOf } from './best-of.ts';
import { inverseFrequency, saturate } from './bm25.ts';
import type { Postings } from './postings.ts';

/** What is ranked: rows below `size`, of which `count` exist, and where each term occurs in which weighted field. */
export interface Ranked {
  readonly size: number;
  readonly count: number;
  readonly fields: readonly { readonly weight: number; read(term: string): Postings }[];
  /** Rows that may be returned, or undefined where all may. */
  readonly allowed?: Uint8Array | undefined;
}

/** Per-row sums that are cleared by the list of rows that were touched, never as a whole. */
export class Scores {
  #total = new Float64Array(0);
  #term = new Float64Array(0);
  #seen = new Uint8Array(0);

  /** Rows by the sum over terms of weight x bm25, best first; rows that score nothing are left out. */
  rank(terms: readonly WeightedTerm[], ranked: Ranked, limit: number): { key: number; score: number }[] {
    this.#reserve(ranked.size);
    const touched: number[] = [];
    for (const { term, weight } of terms) if (weight !== 0) this.#score(term, weight, ranked, touched);
    const best = new BestOf(limit);
    for (const row of touched) {
      const score = this.#total[row] ?? 0;
      if (score > 0) best.offer(row, score);
      this.#total[row] = 0;
    }
    return best.sorted();
  }

  /** How many rows hold the term in any field. */
  frequency(term: string, ranked: Ranked): number {
    this.#reserve(ranked.size);
    const rows = this.#gather(term, ranked);
    for (const row of rows) this.#seen[row] = 0;
    for (const row of rows) this.#term[row] = 0;
    return rows.length;
  }

  #score(term: string, weight: number, ranked: Ranked, touched: number[]): void {
    const rows = this.#gather(term, ranked);
    const factor = weight * inverseFrequency(ranked.count, rows.length);
    for (const row of rows) {
      const occurrences = this.#term[row] ?? 0;
      this.#term[row] = 0;
      this.#seen[row] = 0;
      if (ranked.allowed !== undefined && ranked.allowed[row] !== 1) continue;
      if (this.#total[row] === 0) touched.push(row);
      this.#total[row] = (this.#total[row] ?? 0) + factor * saturate(occurrences);
    }
  }

  /** Sums a term's occurrences over the fields; returns the rows, each once. */
  #gather(term: string, { fields }: Ranked): number[] {
    const touched: number[] = [];
    for (const { weight, read } of fields) {
      const { rows, occurrences } = read(term);
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] ?? 0;
        if (this.#seen[row] === 0) {
          this.#seen[row] = 1;
          touched.push(row);
        }
        this.#term[row] = (this.#term[row] ?? 0) + weight * (occurrences[at] ?? 0);
      }
    }
    return touched;
  }

  #reserve(size: number): void {
    if (size <= this.#total.length) return;
    const room = 2 ** Math.ceil(Math.log2(size));
    this.#total = new Float64Array(room);
    this.#term = new Float64Array(room);
    this.#seen = new Uint8Array(room);
  }
}
