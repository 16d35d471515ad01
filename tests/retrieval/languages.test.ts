import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES_BY_LANGUAGE, QUESTIONS_BY_LANGUAGE } from './support/articles-by-language.ts';
import { type OpenCorpus, openCorpus } from './support/open-corpus.ts';

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus(ARTICLES_BY_LANGUAGE);
});
afterAll(() => corpus[Symbol.asyncDispose]());

describe('retrieve', () => {
  it.each(QUESTIONS_BY_LANGUAGE)(
    'finds document and sentence (%s): %s',
    async (_language, question, id, opening) => {
      const { documents, candidates } = await corpus.retrieve(question);
      expect(documents[0]?.documentId).toBe(id);
      expect(candidates[0]?.sentences[0]?.text.slice(0, opening.length)).toBe(opening);
    },
  );

  it.each(QUESTIONS_BY_LANGUAGE)(
    'finds the same when told the language (%s): %s',
    async (language, text, id) => {
      const { documents } = await corpus.retrieve({ text, language });
      expect(documents[0]?.documentId).toBe(id);
    },
  );

  it.each([
    ['es', '¿Cuándo se abrió el puente de Almarena?', '¿Cuándo se abrió el estadio de Villanube?'],
    ['ru', 'Когда открыли мост в Зареченске?', 'Когда построили космодром в Байкове?'],
    ['zh', '青河大桥什么时候通车？', '月球基地何处建成？'],
    ['ar', 'متى افتتح جسر الوادي؟', 'أين يقع مطار القمر؟'],
  ])('has more confidence in what the corpus answers (%s)', async (_language, here, there) => {
    const [present, absent] = await Promise.all([corpus.retrieve(here), corpus.retrieve(there)]);
    expect(present.confidence).toBeGreaterThan(absent.confidence);
    expect(absent.confidence).toBeLessThan(absent.threshold);
  });
});
