import type {
  Candidate,
  Embedder,
  PassageIndex,
  Question,
  Retrieval,
  Retriever,
  ScoredSentence,
} from '../types.ts';
import { findHighlights } from './answer-runs.ts';
import { describeConfidence, estimateConfidence, THRESHOLD } from './confidence.ts';
import { DOCUMENT_FEATURES } from './document-features.ts';
import { type RankedDocument, type RankedPassage, rankPool, shippedWeights } from './rank-pool.ts';
import { createPoolSearch } from './search-pool.ts';
import { SENTENCE_FEATURES } from './sentence-features.ts';
import type { QuestionSignals } from './signals.ts';

export interface RetrieverParts {
  readonly index: PassageIndex;
  readonly embedder: Embedder;
  /** Confidence at or above which an answer is given; the shipped one when absent. */
  readonly threshold?: number;
}

const CANDIDATE_LIMIT = 24;
const DOCUMENT_LIMIT = 10;

/** Question -> candidates, best first, each with its trace, and the probability that they hold an answer. */
export function createRetriever({ index, embedder, threshold = THRESHOLD }: RetrieverParts): Retriever {
  const search = createPoolSearch(index, embedder);
  return {
    async retrieve(question: Question, signal?: AbortSignal): Promise<Retrieval> {
      const started = performance.now();
      const { signals, variants, documents } = await search(question, signal);
      const ranked = rankPool(documents, shippedWeights(signals.analysed.language));
      return {
        question,
        candidates: toCandidates(ranked, signals, variants).slice(0, CANDIDATE_LIMIT),
        documents: ranked
          .slice(0, DOCUMENT_LIMIT)
          .map(({ document, share }) => ({ documentId: document.id, score: share })),
        confidence: estimateConfidence(describeConfidence(signals, ranked)),
        threshold,
        tookMs: performance.now() - started,
      };
    },
  };
}

function toCandidates(
  ranked: readonly RankedDocument[],
  signals: QuestionSignals,
  variants: readonly string[],
): Candidate[] {
  return ranked
    .flatMap((document) =>
      document.ranked.map((passage) => toCandidate(passage, document, { signals, variants })),
    )
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}

interface CandidateContext {
  readonly signals: QuestionSignals;
  readonly variants: readonly string[];
}

function toCandidate(
  ranked: RankedPassage,
  { document, row }: RankedDocument,
  context: CandidateContext,
): Candidate {
  const { passage } = ranked;
  const order = ranked.scores
    .map((_, at) => at)
    .sort((a, b) => (ranked.scores[b] ?? 0) - (ranked.scores[a] ?? 0));
  const sentences = order.flatMap((at): ScoredSentence[] => {
    const sentence = ranked.sentences[at];
    const span = passage.sentences[at];
    if (!sentence || !span) return [];
    return [
      {
        span,
        text: sentence.text,
        score: ranked.scores[at] ?? 0,
        highlights: findHighlights(context.signals, sentence),
      },
    ];
  });
  const best = ranked.rows[order[0] ?? 0];
  const features = {
    ...nameFeatures(DOCUMENT_FEATURES, row),
    ...(best && nameFeatures(SENTENCE_FEATURES, best)),
  };
  return {
    passage,
    document,
    score: sentences[0]?.score ?? 0,
    sentences,
    trace: { lists: ranked.lists, variants: context.variants, features },
  };
}

/** Features that are not 0, by name, to three digits. */
function nameFeatures(names: readonly string[], row: Float32Array): Record<string, number> {
  const named: Record<string, number> = {};
  for (const [at, name] of names.entries()) {
    const value = row[at] ?? 0;
    if (value !== 0) named[name] = Math.round(value * 1000) / 1000;
  }
  return named;
}
