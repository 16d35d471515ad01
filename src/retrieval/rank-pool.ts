import type { DescribedDocument, DescribedPassage } from './describe-pool.ts';
import { DOCUMENT_FEATURES } from './document-features.ts';
import weights from './ranker.weights.json' with { type: 'json' };
import { SENTENCE_FEATURES } from './sentence-features.ts';

/**
 * Ranks in two steps, each a softmax over a linear score: how likely it is that a document holds the answer, and how
 * likely, if so, that a sentence of it is the one. Their product ranks sentences. Weights: `scripts/train-ranker.ts`.
 */
export interface RankedDocument extends DescribedDocument {
  /** Linear score before the softmax: comparable between questions. */
  readonly logit: number;
  /** Share of the pool's documents, 0 to 1. */
  readonly share: number;
  readonly ranked: readonly RankedPassage[];
}

export interface RankedPassage extends DescribedPassage {
  /** Sentence by sentence: the document's share times the sentence's share of the document. */
  readonly scores: readonly number[];
  /** Sentence by sentence, before the softmax. */
  readonly logits: readonly number[];
}

export interface Weights {
  readonly document: readonly number[];
  readonly sentence: readonly number[];
}

/** Best document first. */
export function rankPool(documents: readonly DescribedDocument[], use: Weights): RankedDocument[] {
  const logits = documents.map(({ row }) => weigh(use.document, row));
  const shares = softmax(logits);
  return documents
    .map((document, at) => {
      const share = shares[at] ?? 0;
      const logitsOf = document.passages.map(({ rows }) => rows.map((row) => weigh(use.sentence, row)));
      const sentenceShares = softmax(logitsOf.flat());
      let taken = 0;
      const ranked = document.passages.map((passage, place) => {
        const own = logitsOf[place] ?? [];
        const scores = own.map((_, sentence) => share * (sentenceShares[taken + sentence] ?? 0));
        taken += own.length;
        return { ...passage, scores, logits: own };
      });
      return { ...document, logit: logits[at] ?? 0, share, ranked };
    })
    .sort((a, b) => b.share - a.share || (a.document.id < b.document.id ? -1 : 1));
}

function weigh(weights: readonly number[], row: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (weights[at] ?? 0) * (row[at] ?? 0);
  return sum;
}

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const raised = logits.map((logit) => Math.exp(logit - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}

const ENGLISH = layOutBoth(weights.english);
const OTHER = layOutBoth(weights.other);

/**
 * The shipped weights for a question's language. English has kinds of answers, word vectors and word frequencies that
 * other languages lack, so that the rest of its features weigh differently.
 */
export function shippedWeights(language: string): Weights {
  return /^en\b/.test(language) ? ENGLISH : OTHER;
}

type NamedWeights = Readonly<Record<'document' | 'sentence', Readonly<Record<string, number>>>>;

function layOutBoth({ document, sentence }: NamedWeights): Weights {
  return { document: layOut(document, DOCUMENT_FEATURES), sentence: layOut(sentence, SENTENCE_FEATURES) };
}

/** Weights by name -> by place; a feature without a weight weighs nothing. */
function layOut(byName: Readonly<Record<string, number>>, features: readonly string[]): number[] {
  return features.map((name) => byName[name] ?? 0);
}
