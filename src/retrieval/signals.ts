import type { AnalysedQuestion } from './analyse-question.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';

/** What a question, its documents and passages show before anything is weighed; features are told from it. */

/** What is known of a question against one corpus. Arrays run along `terms`. */
export interface QuestionSignals {
  readonly analysed: AnalysedQuestion;
  /** Inverse document frequency of each term, in nats, over passages. */
  readonly idf: readonly number[];
  /** Corpus terms that stand for a query term: the term itself at 1, other spellings below. */
  readonly matches: ReadonlyMap<string, readonly { readonly index: number; readonly weight: number }[]>;
  /** Indexes of terms that the corpus does not hold in any spelling. */
  readonly unknown: ReadonlySet<number>;
  /** Publishers that the question names, folded. */
  readonly publishers: readonly string[];
  /** Indexes of the terms by kind. A publisher's name says where, not what: its terms are no content. */
  readonly indexes: Readonly<Record<TermKind, readonly number[]>>;
  /** The question's clauses as indexes of content terms. */
  readonly clauses: readonly (readonly number[])[];
  /** Indexes of terms that are part of a date. */
  readonly dateTerms: readonly number[];
  /** The question names a time, and all of it is after the newest dated document of the corpus. */
  readonly afterCorpus: boolean;
  /** Sum of the idf of all terms. */
  readonly idfTotal: number;
  /** Sum of idf by kind of term: what `share` divides by. */
  readonly totals: Readonly<Record<TermKind, number>>;
  /** 1 for a corpus of a handful of passages, to 0 for a large one: in a small one every document speaks of the same. */
  readonly smallness: number;
  /** Index of the content term that tells most; -1 when there is none. */
  readonly rarest: number;
  /** Spans of days that the question names, `YYYY-MM-DD` each. */
  readonly times: readonly { readonly from: string; readonly to: string }[];
  /** Words of the question as they are indexed or folded, to tell new information from repeated. */
  readonly known: ReadonlySet<string>;
}

/** A document as far as the candidates show it. */
export interface DocumentSignals {
  readonly published?: string;
  /** Folded. */
  readonly publisher?: string;
  /** Best match of each query term in any candidate passage, title or field of the document. */
  readonly coverage: Float32Array;
  /** Best match of each query term in the title. */
  readonly titleCoverage: Float32Array;
  /** Share of the title's own words that the question holds. */
  readonly titleShare: number;
  /** bm25 of the document over the best document's. */
  readonly bm25: number;
  /** 1 / rank in the document list, 0 when absent. */
  readonly rank: number;
}

export interface PassageSignals {
  readonly sentences: readonly AnalysedSentence[];
  /** The question's words in each sentence. */
  readonly hits: readonly (readonly TermHit[])[];
  /** Match of each query term, sentence by sentence. */
  readonly coverages: readonly Float32Array[];
  /** Cosine of question and sentence, sentence by sentence. */
  readonly similarities: readonly number[];
  /** Cosine of question and each sentence with its neighbours. */
  readonly windowSimilarities: readonly number[];
  readonly bm25: number;
  readonly rank: number;
  readonly document: DocumentSignals;
  /** Position of the passage's first sentence in the document. */
  readonly firstSentence: number;
}

/** A word of a sentence, by its place among the tokens, that stands for the question's term of an index. */
export interface TermHit {
  readonly place: number;
  readonly index: number;
  /** 1 for the term itself, less for another spelling. */
  readonly weight: number;
}

/** A match of this weight or more is the word itself or a spelling of it, and not a word of like meaning. */
export const SAME_WORD = 0.7;

/** The words of a sentence that the question holds, in order. */
export function findHits(question: QuestionSignals, terms: readonly string[]): TermHit[] {
  const hits: TermHit[] = [];
  for (let place = 0; place < terms.length; place++) {
    const term = terms[place] ?? '';
    if (term === '') continue;
    const matches = question.matches.get(term);
    if (!matches) continue;
    for (const { index, weight } of matches) hits.push({ place, index, weight });
  }
  return hits;
}

/** Best match of each query term among hits. */
export function coverHits(question: QuestionSignals, hits: readonly TermHit[]): Float32Array {
  const coverage = new Float32Array(question.idf.length);
  for (const { index, weight } of hits) if (weight > (coverage[index] ?? 0)) coverage[index] = weight;
  return coverage;
}

/** Best match of each query term among some terms. */
export function coverTerms(question: QuestionSignals, terms: readonly string[]): Float32Array {
  const coverage = new Float32Array(question.idf.length);
  for (const term of terms) {
    if (term === '') continue;
    const matches = question.matches.get(term);
    if (!matches) continue;
    for (const { index, weight } of matches) if (weight > (coverage[index] ?? 0)) coverage[index] = weight;
  }
  return coverage;
}

/** Elementwise maximum, into the first. */
export function widenCoverage(into: Float32Array, other: Float32Array): void {
  for (let index = 0; index < into.length; index++) {
    const value = other[index] ?? 0;
    if (value > (into[index] ?? 0)) into[index] = value;
  }
}

/** Elementwise maximum of all. */
export function unionOf(coverages: readonly Float32Array[], length: number): Float32Array {
  const union = new Float32Array(length);
  for (const coverage of coverages) widenCoverage(union, coverage);
  return union;
}

/**
 * Which terms count: those that are no part of a publisher's name, and of them the names, the numbers, or those of the
 * sentence that asks.
 */
export type TermKind = 'content' | 'names' | 'numbers' | 'focus';

/** Share of the idf of the terms of a kind that is covered, 0 to 1; 0 when there are none. */
export function share(question: QuestionSignals, coverage: Float32Array, kind: TermKind): number {
  const total = question.totals[kind];
  if (total === 0) return 0;
  let covered = 0;
  for (const index of question.indexes[kind]) covered += (question.idf[index] ?? 0) * (coverage[index] ?? 0);
  return covered / total;
}

/** Like `share`, of the terms that `aside` does not cover already; 1 when it covers all. */
export function shareBeyond(question: QuestionSignals, coverage: Float32Array, aside: Float32Array): number {
  let covered = 0;
  let total = 0;
  for (const index of question.indexes.content) {
    const idf = (question.idf[index] ?? 0) * (1 - (aside[index] ?? 0));
    total += idf;
    covered += idf * (coverage[index] ?? 0);
  }
  return total === 0 ? 1 : covered / total;
}
