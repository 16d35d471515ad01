import { describe, expect, it } from 'vitest';
import { questionLanguage } from '../../src/text/question-language.ts';
import { QUESTIONS_BY_LANGUAGE } from '../retrieval/support/articles-by-language.ts';

const CORPUS_LANGUAGES = ['en', 'es', 'ru', 'zh', 'ar'];

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

  it('may count stop words in more than the question, and still goes by its own script', () => {
    const earlier = 'Qui a ouvert le pont ? Où se trouve la gare ?';
    expect(questionLanguage('Almarena 2022', ['en', 'fr'], earlier)).toBe('fr');
    expect(questionLanguage('Almarena 2022', ['en', 'fr'], 'Когда открыли мост?')).toBe('en');
  });
});
