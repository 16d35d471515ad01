import type { Embedder } from '../types.ts';
import type { SoftCoverage } from './confidence.ts';
import { isWordEmbedder } from './embedders/distilled-embedder.ts';
import type { RankedDocument } from './rank-pool.ts';
import type { QuestionSignals } from './signals.ts';

/** Content words of a question and of what was found, before their vectors are known. */
export type WordAligner = (signals: QuestionSignals, words: readonly string[]) => Promise<SoftCoverage>;

/**
 * How near some words come to each of a question's: 1 for a word that is there, the cosine of the nearest one for a word
 * that is not, meant by idf. 0 throughout for an embedder that does not know words.
 */
export function createWordAligner(embedder: Embedder): WordAligner {
  if (!isWordEmbedder(embedder)) return async () => () => 0;
  return async (signals, words) => {
    const asked = signals.analysed.terms.map((term) => term.surface);
    const vectors = await embedder.wordVectors([...new Set([...asked, ...words])]);
    return (question, found) => {
      const distinct = [...new Set(found)].flatMap((word) => vectors.get(word) ?? []);
      let covered = 0;
      let total = 0;
      for (const index of question.indexes.content) {
        const idf = question.idf[index] ?? 0;
        const vector = vectors.get(asked[index] ?? '');
        total += idf;
        if (vector) covered += idf * Math.max(0, ...distinct.map((other) => cosine(vector, other)));
      }
      return total === 0 ? 0 : covered / total;
    };
  };
}

/** Words of the best document's candidate passages, as an aligner is asked about them. */
export function wordsOfBest(ranked: readonly RankedDocument[]): string[] {
  return (ranked[0]?.ranked ?? []).flatMap(({ sentences }) =>
    sentences.flatMap(({ tokens, terms }) =>
      tokens.filter((_, at) => terms[at] !== '').map(({ text }) => text),
    ),
  );
}

/** Of vectors of length 1. */
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
