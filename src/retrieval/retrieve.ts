import type {
  Candidate,
  Embedder,
  PassageIndex,
  Question,
  Retrieval,
  Retriever,
  ScoredSentence,
  Trace,
} from '../types.ts';
import { analyseQuestion } from './analyse-question.ts';
import { type AnalysedSentence, runSpan } from './analyse-sentence.ts';
import { estimateConfidence, THRESHOLD } from './confidence.ts';
import { createFactsReader, questionLanguage } from './corpus-facts.ts';
import { type DescribedPassage, describePool } from './describe-pool.ts';
import { answerRuns, FEATURES, type QuestionSignals, runNearness } from './features.ts';
import { gatherCandidates } from './gather-candidates.ts';
import { scoreSentence } from './rank-sentences.ts';
import { signalQuestion } from './signal-question.ts';

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
  const readFacts = createFactsReader(index);
  return {
    async retrieve(question: Question, signal?: AbortSignal): Promise<Retrieval> {
      const started = performance.now();
      const corpus = await readFacts();
      const analysed = analyseQuestion(
        question,
        question.language ?? questionLanguage(question.text, corpus.languages),
      );
      const { signals, lookup, variants } = await signalQuestion(analysed, corpus, index);
      const [vector] = await embedder.embed([question.text], 'query', signal);
      signal?.throwIfAborted();
      const pool = await gatherCandidates(index, {
        terms: lookup,
        vector,
        ...(question.filters && { filters: question.filters }),
      });
      const ids = pool.passages.map(({ passageId }) => passageId);
      const [passages, vectors] = await Promise.all([index.passages(ids), index.vectors(ids)]);
      const described = describePool({ signals, pool, passages, vectors, queryVector: vector, corpus });
      const candidates = rankCandidates(described, signals, variants);
      return {
        question,
        candidates: candidates.slice(0, CANDIDATE_LIMIT),
        documents: rankDocuments(candidates),
        confidence: estimateConfidence(signals, described),
        threshold,
        tookMs: performance.now() - started,
      };
    },
  };
}

function rankCandidates(
  described: readonly DescribedPassage[],
  signals: QuestionSignals,
  variants: readonly string[],
) {
  return described
    .map((passage) => toCandidate(passage, signals, variants))
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}

function toCandidate(
  described: DescribedPassage,
  signals: QuestionSignals,
  variants: readonly string[],
): Candidate {
  const { passage } = described;
  const scored = described.sentences
    .flatMap((sentence, at) => {
      const features = described.features[at];
      const span = passage.sentences[at];
      return features && span ? [{ sentence, span, features, score: scoreSentence(features) }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const sentences = scored.map(
    ({ sentence, span, score }): ScoredSentence => ({
      span,
      text: sentence.text,
      score,
      highlights: findHighlights(signals, sentence),
    }),
  );
  const trace: Trace = { lists: described.lists, variants, features: nameFeatures(scored[0]?.features) };
  return { passage, document: described.document, score: scored[0]?.score ?? 0, sentences, trace };
}

function nameFeatures(features: Float32Array | undefined): Record<string, number> {
  const named: Record<string, number> = {};
  for (const [at, name] of FEATURES.entries()) {
    const value = features?.[at] ?? 0;
    if (value !== 0) named[name] = Math.round(value * 1000) / 1000;
  }
  return named;
}

/** The run that is most likely the answer itself: of the kind asked for, nearest to the question's words. */
function findHighlights(signals: QuestionSignals, sentence: AnalysedSentence) {
  let best: { run: ReturnType<typeof answerRuns>[number]; nearness: number } | undefined;
  for (const run of answerRuns(signals, sentence)) {
    const nearness = runNearness(signals, sentence, run);
    if (nearness > (best?.nearness ?? 0)) best = { run, nearness };
  }
  return best ? [runSpan(sentence, best.run)] : [];
}

function rankDocuments(candidates: readonly Candidate[]): Retrieval['documents'] {
  const best = new Map<string, number>();
  for (const { document, score } of candidates) if (!best.has(document.id)) best.set(document.id, score);
  return [...best].slice(0, DOCUMENT_LIMIT).map(([documentId, score]) => ({ documentId, score }));
}
