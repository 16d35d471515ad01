import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENT_FEATURES } from '../../src/retrieval/document-features.ts';
import { SENTENCE_FEATURES } from '../../src/retrieval/sentence-features.ts';
import type { Retrieval } from '../../src/types.ts';
import { articlesNamed } from './support/articles.ts';
import { type OpenCorpus, openCorpus } from './support/open-corpus.ts';

const MOST_DOCUMENTS = 10;
const QUESTIONS = [
  'When did the Ostrand bridge open to traffic?',
  'What did Salim Meshal say about the prisoners?',
  'How many people came?',
  'harbour festival council mayor bridge wind ferry regatta',
];

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus(
    articlesNamed('bridge', 'kites', 'meshal', 'mashaal', 'regatta', 'ferry', 'wind'),
  );
});
afterAll(() => corpus[Symbol.asyncDispose]());

const isDescending = (scores: readonly number[]) =>
  scores.every((score, at) => at === 0 || score <= (scores[at - 1] ?? 0));

function withoutTime({ tookMs: _tookMs, ...rest }: Retrieval): Omit<Retrieval, 'tookMs'> {
  return rest;
}

describe.each(QUESTIONS)('retrieving for "%s"', (question) => {
  let retrieval: Retrieval;
  beforeAll(async () => {
    retrieval = await corpus.retrieve(question);
  });

  it('lists distinct documents, best first, ten at most', () => {
    const ids = retrieval.documents.map(({ documentId }) => documentId);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.length).toBeLessThanOrEqual(MOST_DOCUMENTS);
    expect(new Set(ids).size).toBe(ids.length);
    expect(isDescending(retrieval.documents.map(({ score }) => score))).toBe(true);
  });

  it('lists distinct passages, best first, each as good as its best sentence', () => {
    const { candidates } = retrieval;
    expect(new Set(candidates.map(({ passage }) => passage.id)).size).toBe(candidates.length);
    expect(isDescending(candidates.map(({ score }) => score))).toBe(true);
    for (const { score, sentences } of candidates) {
      expect(isDescending(sentences.map((sentence) => sentence.score))).toBe(true);
      expect(score).toBe(sentences[0]?.score);
    }
  });

  it('slices passages and sentences from their documents, and highlights inside sentences', async () => {
    for (const { passage, document, sentences } of retrieval.candidates) {
      const { text } = await corpus.document(document.id);
      expect(passage.documentId).toBe(document.id);
      expect(passage.text).toBe(text.slice(passage.span.start, passage.span.end));
      expect(sentences.map(({ span }) => span).toSorted((a, b) => a.start - b.start)).toEqual(
        passage.sentences,
      );
      for (const sentence of sentences) {
        expect(sentence.text).toBe(text.slice(sentence.span.start, sentence.span.end));
        for (const { start, end } of sentence.highlights) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(sentence.text.length);
        }
      }
    }
  });

  it('says which lists a passage comes from, with a rank of its own that follows the score', () => {
    const byList = new Map<string, { readonly rank: number; readonly score: number }[]>();
    for (const { trace } of retrieval.candidates) {
      const lists = Object.entries(trace.lists);
      expect(lists.length).toBeGreaterThan(0);
      for (const [list, place] of lists) byList.set(list, [...(byList.get(list) ?? []), place]);
    }
    for (const places of byList.values()) {
      const ranked = places.toSorted((a, b) => a.rank - b.rank);
      expect(ranked[0]?.rank).toBeGreaterThanOrEqual(1);
      expect(new Set(ranked.map(({ rank }) => rank)).size).toBe(places.length);
      expect(ranked.every(({ rank, score }) => Number.isInteger(rank) && Number.isFinite(score))).toBe(true);
      expect(isDescending(ranked.map(({ score }) => score))).toBe(true);
    }
  });

  it('names what the ranker saw', () => {
    const known: readonly string[] = [...DOCUMENT_FEATURES, ...SENTENCE_FEATURES];
    for (const { trace } of retrieval.candidates) {
      const features = Object.entries(trace.features);
      expect(features.length).toBeGreaterThan(0);
      for (const [name, value] of features) {
        expect(known).toContain(name);
        expect(Number.isFinite(value)).toBe(true);
      }
    }
  });

  it('finds the same again', async () => {
    expect(withoutTime(await corpus.retrieve(question))).toEqual(withoutTime(retrieval));
  });
});

describe('retrieve', () => {
  it('finds the same when the index is opened again', async () => {
    await using again = await corpus.openAgain();
    for (const text of QUESTIONS) {
      expect(withoutTime(await again.retrieve({ text }))).toEqual(withoutTime(await corpus.retrieve(text)));
    }
  });

  it('says which other spellings it searched', async () => {
    const { candidates } = await corpus.retrieve('What did Salim Meshal say about the prisoners?');
    expect(candidates[0]?.trace.variants).toContain('meshal -> mashaal');
  });

  it('searches no other spellings of common words', async () => {
    const { candidates } = await corpus.retrieve('How many people came to the beach?');
    expect(candidates[0]?.trace.variants).toEqual([]);
  });

  it('hands back the question, and a time in milliseconds', async () => {
    const question = { text: 'Who won?', today: '2023-01-01' };
    const retrieval = await corpus.retrieve(question);
    expect(retrieval.question).toBe(question);
    expect(retrieval.tookMs).toBeGreaterThan(0);
  });

  it('sees what was put and removed since it was last asked', async () => {
    await using changing = await openCorpus(articlesNamed('bridge'));
    const question = 'Who cut the ribbon of the Ostrand bridge?';
    const before = await changing.retrieve(question);
    expect(before.documents[0]?.documentId).toBe('bridge-opens');
    await changing.index.remove('bridge-opens');
    const after = await changing.retrieve(question);
    expect(after.documents.map(({ documentId }) => documentId)).not.toContain('bridge-opens');
    expect(after.candidates.map(({ document }) => document.id)).not.toContain('bridge-opens');
    await changing.put({
      id: 'ribbon',
      title: 'Ribbon again',
      text: 'A schoolboy cut the ribbon of the Ostrand bridge a second time.',
    });
    expect((await changing.retrieve(question)).documents[0]?.documentId).toBe('ribbon');
  });
});

describe('a pool search', () => {
  it('describes every sentence and document by finite numbers, laid out as named', async () => {
    const { documents } = await corpus.search({ text: QUESTIONS.join(' ') });
    expect(documents.length).toBeGreaterThan(5);
    for (const { row, passages } of documents) {
      expect(row).toHaveLength(DOCUMENT_FEATURES.length);
      for (const { passage, rows } of passages) {
        expect(rows).toHaveLength(passage.sentences.length);
        for (const own of rows) expect(own).toHaveLength(SENTENCE_FEATURES.length);
        for (const own of [row, ...rows]) expect(own.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('stops at a signal', async () => {
    await expect(corpus.search({ text: 'Who won the regatta?' }, AbortSignal.abort())).rejects.toThrow(
      /abort/i,
    );
  });
});
