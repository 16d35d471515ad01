import type { Candidate, Retrieval, ScoredSentence } from '../types.ts';

/** What was retrieved for one way to understand a question. */
export interface RetrievedReading {
  readonly retrieval: Retrieval;
  /** 0 to 1 that the question is meant so; those of a question sum to 1. */
  readonly weight: number;
}

/** As many as a retrieval names. */
const DOCUMENT_LIMIT = 10;

/**
 * One retrieval from several readings of a question. Scores are shares of what is likely, so that they blend as
 * probabilities do: each reading's by its weight, summed. The question, filters and threshold are the first reading's;
 * a passage that several readings found keeps the trace of the one that weighs most for it.
 */
export function blendRetrievals(readings: readonly [RetrievedReading, ...RetrievedReading[]]): Retrieval {
  const [first] = readings;
  const limit = Math.max(...readings.map(({ retrieval }) => retrieval.candidates.length));
  return {
    ...first.retrieval,
    candidates: blendCandidates(readings).slice(0, limit),
    documents: blendDocuments(readings).slice(0, DOCUMENT_LIMIT),
    confidence: sumOf(readings, ({ retrieval, weight }) => weight * retrieval.confidence),
    tookMs: sumOf(readings, ({ retrieval }) => retrieval.tookMs),
  };
}

function blendDocuments(readings: readonly RetrievedReading[]): Retrieval['documents'] {
  const scores = new Map<string, number>();
  for (const { retrieval, weight } of readings) {
    for (const { documentId, score } of retrieval.documents) {
      scores.set(documentId, (scores.get(documentId) ?? 0) + weight * score);
    }
  }
  return [...scores]
    .map(([documentId, score]) => ({ documentId, score }))
    .sort((a, b) => b.score - a.score || (a.documentId < b.documentId ? -1 : 1));
}

function blendCandidates(readings: readonly RetrievedReading[]): Candidate[] {
  const blended = new Map<string, Candidate>();
  for (const { retrieval, weight } of readings) {
    for (const candidate of retrieval.candidates) {
      const weighed = weigh(candidate, weight);
      const known = blended.get(candidate.passage.id);
      blended.set(candidate.passage.id, known ? join(known, weighed) : weighed);
    }
  }
  return [...blended.values()].sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
}

function weigh(candidate: Candidate, weight: number): Candidate {
  return {
    ...candidate,
    score: weight * candidate.score,
    sentences: candidate.sentences.map((sentence) => ({ ...sentence, score: weight * sentence.score })),
  };
}

function join(one: Candidate, other: Candidate): Candidate {
  const sentences = new Map<number, ScoredSentence>();
  for (const sentence of [...one.sentences, ...other.sentences]) {
    const known = sentences.get(sentence.span.start);
    const stronger = known && known.score >= sentence.score ? known : sentence;
    sentences.set(sentence.span.start, { ...stronger, score: sentence.score + (known?.score ?? 0) });
  }
  const ordered = [...sentences.values()].sort((a, b) => b.score - a.score || a.span.start - b.span.start);
  const { trace } = one.score >= other.score ? one : other;
  return { ...one, trace, score: ordered[0]?.score ?? 0, sentences: ordered };
}

function sumOf(
  readings: readonly RetrievedReading[],
  measure: (reading: RetrievedReading) => number,
): number {
  return readings.reduce((sum, reading) => sum + measure(reading), 0);
}
