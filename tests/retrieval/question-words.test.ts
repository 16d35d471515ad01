import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../src/retrieval/analyse-question.ts';
import { readQuestionWords } from '../../src/retrieval/read-question-words.ts';
import { QUESTIONS_BY_TYPE } from './support/questions-by-type.ts';

const CASES = Object.entries(QUESTIONS_BY_TYPE).flatMap(([language, table]) =>
  table.flatMap(([type, ...questions]) => questions.map((question) => [language, question, type] as const)),
);

const termsOf = (text: string, language: string) =>
  analyseQuestion({ text }, language).terms.map(({ surface }) => surface);

describe('readQuestionWords', () => {
  it.each(CASES)('tells what is asked for (%s): %s -> %s', (language, question, type) => {
    expect(readQuestionWords(question, language).type).toBe(type);
  });

  it.each([
    ['sw', 'Nani aliandika riwaya?'],
    ['es', 'El puente de Almarena'],
    ['en', 'Who wrote the novel?'],
  ])('tells nothing where it knows no wording, or nothing is asked (%s): %s', (language, question) => {
    expect(readQuestionWords(question, language)).toEqual({ type: 'other', span: undefined, asked: [] });
  });
});

describe('analyseQuestion', () => {
  it.each([
    ['de', 'Wie viele Menschen leben in Bremen?', ['Menschen', 'leben', 'Bremen']],
    ['ru', 'Сколько жителей в Твери?', ['жителей', 'Твери']],
    ['fr', 'Combien d’habitants compte Lyon ?', ['d’habitants', 'compte', 'Lyon']],
    ['uk', 'Скільки жителів у Львові?', ['жителів', 'у', 'Львові']],
  ])('does not look for the question word (%s): %s', (language, question, terms) => {
    expect(termsOf(question, language)).toEqual(terms);
  });

  it.each([
    ['es', '¿Qué equipo ganó la copa?', ['equip', 'gan']],
    ['de', 'Welche Mannschaft gewann?', ['mannschaft', 'gewann']],
    ['pl', 'Jakie jest największe miasto?', ['najwieksze', 'miasto']],
  ])('tells the noun that "which" asks for (%s): %s', (language, question, asked) => {
    expect(analyseQuestion({ text: question }, language).asked).toEqual(asked);
  });

  it('expects no names of a script without capital letters', () => {
    expect(analyseQuestion({ text: '谁写了这本小说？' }, 'zh').type).toBe('other');
    expect(analyseQuestion({ text: 'متى افتتح الجسر؟' }, 'ar').type).toBe('time');
    expect(analyseQuestion({ text: '¿Quién escribió la novela?' }, 'es').type).toBe('person');
  });
});
