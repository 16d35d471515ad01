import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES_WITH_RIVALS, RIVALRIES } from './support/articles-with-rivals.ts';
import { type OpenCorpus, openCorpus } from './support/open-corpus.ts';

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus(ARTICLES_WITH_RIVALS);
});
afterAll(() => corpus[Symbol.asyncDispose]());

describe('a ranking in another language', () => {
  it.each(RIVALRIES)(
    'has the kind of thing asked for first ($language): $question ($why)',
    async ({ language, question, documents, opening, highlight }) => {
      const retrieval = await corpus.retrieve({ text: question, language });
      expect(retrieval.documents.slice(0, documents.length).map(({ documentId }) => documentId)).toEqual(
        documents,
      );
      const best = retrieval.candidates[0]?.sentences[0];
      expect(best?.text.slice(0, opening.length)).toBe(opening);
      expect(best?.highlights.map(({ start, end }) => best.text.slice(start, end))).toEqual([highlight]);
    },
  );

  it('highlights nothing where the script shows no names', async () => {
    await using other = await openCorpus([
      { id: 'zh', language: 'zh', title: '剧院', text: '赵明远担任剧院院长。他2019年上任。' },
    ]);
    const { candidates } = await other.retrieve({ text: '谁担任剧院院长？', language: 'zh' });
    expect(candidates[0]?.sentences[0]?.highlights).toEqual([]);
  });
});
