import type { Embedder } from '../types.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import { dot } from './dot.ts';
import { isWordEmbedder } from './embedders/distilled-embedder.ts';
import type { QuestionSignals } from './signals.ts';

/**
 * How near a sentence's words come to each of the question's, 0 to 1: 1 for a word that is there (`coverage`), the
 * cosine of the nearest word for one that is not, meant by idf.
 */
export type SoftCoverage = (sentences: readonly AnalysedSentence[], coverage: Float32Array) => number;

/** Fetches the vectors of the question's and the sentences' words, and says how they align. */
export type WordAligner = (
  signals: QuestionSignals,
  sentences: readonly AnalysedSentence[],
) => Promise<SoftCoverage>;

/** Aligns by the embedder's word vectors; for an embedder that does not know words, only words that are there count. */
export function createWordAligner(embedder: Embedder): WordAligner {
  return async (signals, sentences) => {
    const asked = signals.analysed.terms.map((term) => term.surface);
    const vectors = isWordEmbedder(embedder)
      ? await embedder.wordVectors([...new Set([...asked, ...sentences.flatMap(contentWords)])])
      : new Map<string, Float32Array>();
    const likeness = new Map<string, Float32Array>();
    const likenessOf = (word: string) => {
      let known = likeness.get(word);
      if (!known) {
        const vector = vectors.get(word);
        known = Float32Array.from(asked, (other) => cosine(vector, vectors.get(other)));
        likeness.set(word, known);
      }
      return known;
    };
    return (window, coverage) => {
      const best = Float32Array.from(coverage);
      for (const word of window.flatMap(contentWords)) {
        const near = likenessOf(word);
        for (let at = 0; at < best.length; at++) best[at] = Math.max(best[at] ?? 0, near[at] ?? 0);
      }
      const { content } = signals.indexes;
      const covered = content.reduce((sum, at) => sum + (signals.idf[at] ?? 0) * (best[at] ?? 0), 0);
      return signals.totals.content === 0 ? 0 : covered / signals.totals.content;
    };
  };
}

/** Words of a sentence that are no stop words, as written. */
function contentWords({ tokens, terms }: AnalysedSentence): string[] {
  return tokens.filter((_, at) => terms[at] !== '').map(({ text }) => text);
}

/** Of vectors of length 1, at least 0; 0 when either is unknown. */
export function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a && b ? Math.max(0, dot(a, b)) : 0;
}
