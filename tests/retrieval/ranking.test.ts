import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/types.ts';
import { ARTICLES } from './support/articles.ts';
import { type OpenCorpus, openCorpus } from './support/open-corpus.ts';
import { FILTERED, RANKINGS, type Row } from './support/ranking-table.ts';

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus(ARTICLES);
});
afterAll(() => corpus[Symbol.asyncDispose]());

/** The first documents, beside what was wanted of them: articles of one row are sorted, so that their order is free. */
async function rank(question: Question, rows: readonly Row[]) {
  const { documents } = await corpus.retrieve(question);
  let from = 0;
  return rows.map(({ ids, why }) => {
    const got = documents.slice(from, from + ids.length).map(({ documentId }) => documentId);
    from += ids.length;
    return { ids: got.toSorted(), why };
  });
}

const wanted = (rows: readonly Row[]) => rows.map(({ ids, why }) => ({ ids: ids.toSorted(), why }));

describe('a ranking', () => {
  it.each(RANKINGS)('$behaviour: $question.text', async ({ question, rows }) => {
    expect(await rank(question, rows)).toEqual(wanted(rows));
  });
});

describe('a filter', () => {
  it.each(FILTERED)('$behaviour', async ({ question, rows, passes }) => {
    const allowed = ARTICLES.filter(passes).map(({ id }) => id);
    expect(await rank(question, rows)).toEqual(wanted(rows));
    const { documents, candidates } = await corpus.retrieve(question);
    for (const { documentId } of documents) expect(allowed).toContain(documentId);
    for (const { document } of candidates) expect(allowed).toContain(document.id);
  });

  it('that nothing passes returns nothing, and confidence says so', async () => {
    const retrieval = await corpus.retrieve({
      text: 'What did the council decide about parking?',
      filters: { publisher: 'Nobody Post' },
    });
    expect(retrieval.documents).toEqual([]);
    expect(retrieval.candidates).toEqual([]);
    expect(retrieval.confidence).toBeLessThan(retrieval.threshold);
  });
});
