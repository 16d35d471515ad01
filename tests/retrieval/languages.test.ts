import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionLanguage } from '../../src/retrieval/corpus-facts.ts';
import { ARTICLES_BY_LANGUAGE, QUESTIONS_BY_LANGUAGE } from './support/articles-by-language.ts';
import { type OpenCorpus, openCorpus } from './support/open-corpus.ts';

const CORPUS_LANGUAGES = ['en', 'es', 'ru', 'zh', 'ar'];

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

describe('questionLanguage', () => {
  it.each([
    ...QUESTIONS_BY_LANGUAGE.map(([language, question]) => [language, question] as const),
    ['en', 'When did the bridge open to traffic?'],
    ['en', 'Who is the director of the theatre?'],
    ['es', '¿Qué dijo la ministra de los puentes?'],
    ['ru', 'Who is Ольга Лебедева?'],
  ] as const)('tells %s by script and stop words: %s', (language, question) => {
    expect(questionLanguage(question, CORPUS_LANGUAGES)).toBe(language);
  });

  it('takes the commonest language of the corpus where nothing tells', () => {
    expect(questionLanguage('Almarena 2022', ['es', 'en'])).toBe('es');
    expect(questionLanguage('Almarena 2022', ['en', 'es'])).toBe('en');
    expect(questionLanguage('🚀', [])).toBe('en');
  });

  it('reads a script as the language of the corpus that is written in it', () => {
    expect(questionLanguage('Де міст?', ['en', 'uk'])).toBe('uk');
    expect(questionLanguage('大橋は', ['zh', 'ja'])).toBe('ja');
    expect(questionLanguage('大桥', ['ja'])).toBe('ja');
    expect(questionLanguage('پل کجاست', ['fa'])).toBe('fa');
  });
});
