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
        candidates: chooseCandidates(ranked).map((placed) => toCandidate(placed, { signals, variants })),
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

interface Placed {
  readonly document: RankedDocument;
  readonly ranked: RankedPassage;
  /** The score of the best sentence. */
  readonly score: number;
}

function chooseCandidates(documents: readonly RankedDocument[]): Placed[] {
  return documents
    .flatMap((document) =>
      document.ranked.map((ranked) => ({ document, ranked, score: Math.max(0, ...ranked.scores) })),
    )
    .sort((a, b) => b.score - a.score || (a.ranked.passage.id < b.ranked.passage.id ? -1 : 1))
    .slice(0, CANDIDATE_LIMIT);
}

interface CandidateContext {
  readonly signals: QuestionSignals;
  readonly variants: readonly string[];
}

function toCandidate(
  { document, ranked, score }: Placed,
  { signals, variants }: CandidateContext,
): Candidate {
  const { passage, scores, lists } = ranked;
  const order = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const best = ranked.rows[order[0] ?? 0];
  let features: Candidate['trace']['features'] | undefined;
  return {
    passage,
    document: document.document,
    score,
    sentences: order.flatMap((at) => toScoredSentence(ranked, at, signals) ?? []),
    trace: {
      lists,
      variants,
      get features() {
        features ??= {
          ...nameFeatures(DOCUMENT_FEATURES, document.row),
          ...(best && nameFeatures(SENTENCE_FEATURES, best)),
        };
        return features;
      },
    },
  };
}

/** What looks like the answer, like a trace's features, is worked out when asked for: for most sentences nobody asks. */
function toScoredSentence(
  { passage, sentences, scores }: RankedPassage,
  at: number,
  signals: QuestionSignals,
): ScoredSentence | undefined {
  const sentence = sentences[at];
  const span = passage.sentences[at];
  if (!sentence || !span) return undefined;
  let highlights: ScoredSentence['highlights'] | undefined;
  return {
    span,
    text: sentence.text,
    score: scores[at] ?? 0,
    get highlights() {
      highlights ??= findHighlights(signals, sentence);
      return highlights;
    },
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
