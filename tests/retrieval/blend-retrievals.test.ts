import { describe, expect, it } from 'vitest';
import { blendRetrievals } from '../../src/retrieval/blend-retrievals.ts';
import type { Candidate, Retrieval } from '../../src/types.ts';

function candidate(id: string, scores: readonly number[], words: number): Candidate {
  const sentences = scores.map((score, at) => ({
    span: { start: 10 * at, end: 10 * at + 9 },
    text: `sentence ${at}`,
    score,
    highlights: [],
  }));
  return {
    passage: { id, documentId: id, ordinal: 0, span: { start: 0, end: 99 }, sentences: [], text: '' },
    document: { id, title: id, language: 'en', kind: 'article' },
    score: Math.max(...scores),
    sentences: sentences.sort((a, b) => b.score - a.score),
    trace: { lists: { words: { rank: 1, score: words } }, features: {}, variants: [] },
  };
}

function retrieval(text: string, candidates: readonly Candidate[], confidence: number): Retrieval {
  return {
    question: { text },
    candidates,
    documents: candidates.map(({ document, score }) => ({ documentId: document.id, score })),
    confidence,
    threshold: 0.4,
    tookMs: 5,
  };
}

const resolved = retrieval(
  'Who leads Norland?',
  [candidate('a', [0.6, 0.1], 7), candidate('b', [0.2], 3)],
  0.8,
);
const asked = retrieval('Who leads it?', [candidate('c', [0.7], 4), candidate('a', [0.05, 0.2], 2)], 0.2);
const readings = [
  { retrieval: resolved, weight: 0.75 },
  { retrieval: asked, weight: 0.25 },
] as const;

describe('blended retrievals', () => {
  it('rank documents by the weighted sum of their shares', () => {
    const { documents } = blendRetrievals(readings);
    expect(documents.map(({ documentId, score }) => [documentId, Number(score.toFixed(4))])).toEqual([
      ['a', 0.5],
      ['c', 0.175],
      ['b', 0.15],
    ]);
  });

  it('add up what a sentence scores in each, and order sentences anew', () => {
    const [first] = blendRetrievals(readings).candidates;
    expect(first?.passage.id).toBe('a');
    expect(first?.sentences.map(({ span, score }) => [span.start, Number(score.toFixed(4))])).toEqual([
      [0, 0.4625],
      [10, 0.125],
    ]);
    expect(first?.score).toBe(first?.sentences[0]?.score);
  });

  it('keep the trace of the reading that weighs most', () => {
    const [first] = blendRetrievals(readings).candidates;
    expect(first?.trace.lists.words?.score).toBe(7);
  });

  it('blend confidence, and keep the first reading’s question and threshold', () => {
    const blended = blendRetrievals(readings);
    expect(blended.confidence).toBeCloseTo(0.65);
    expect(blended).toMatchObject({ question: { text: 'Who leads Norland?' }, threshold: 0.4, tookMs: 10 });
  });

  it('of one reading are that reading', () => {
    expect(blendRetrievals([{ retrieval: resolved, weight: 1 }])).toEqual(resolved);
  });

  it('do not depend on the order of readings but for the question', () => {
    const [one, other] = readings;
    const { question: _, ...forwards } = blendRetrievals([one, other]);
    const { question: __, ...backwards } = blendRetrievals([other, one]);
    expect(backwards).toEqual(forwards);
  });
});
