import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THRESHOLD } from '../../src/retrieval/confidence.ts';
import { createRetriever } from '../../src/retrieval/retrieve.ts';
import { type Article, type OpenCorpus, openCorpus } from './support/open-corpus.ts';

const article = (id: string, title: string, text: string): Article => ({ id, language: 'en', title, text });

const ARTICLES: readonly Article[] = [
  article(
    'observatory',
    'Four domes on the Hallow ridge',
    'The Institute of Western Astronomy opened four domes on the Hallow ridge on 9 June. The mayor of Tarrin cut the ribbon.',
  ),
  article(
    'accord',
    'Senate passes the Pell strait accord',
    'The Tarnish senate approved the Pell strait accord on Thursday by 48 votes to 31. The finance ministry had advised against it.',
  ),
  article(
    'harbour',
    'Harbour dues',
    'An increasing number of private yachts pays harbour dues in Ostrell. The harbour master blamed the weather for delays.',
  ),
  article(
    'railway',
    'The nineteenth-century railway',
    'In the 19th century, the construction of the Varn railway led to the growth of Ostrell. Three lines met at its station.',
  ),
  article(
    'vaccine',
    'Trial of a drug',
    'The new drug prevents Torv fever from spreading to the lungs. Doctors in Ostrell tested it on 1,200 patients.',
  ),
  article(
    'border',
    'Border talks',
    'The Danish government ministers met their neighbours in Ostrell in May. The committee can also meet at other places throughout the country.',
  ),
  article(
    'school',
    'New school on Almond street',
    'The council opened a school on Almond street in September. The headmistress, Ruth Calloway, expects 240 pupils.',
  ),
  article(
    'theatre',
    'Theatre season',
    'The city theatre begins its season with a comedy by Goldoni. The director promises eleven premieres.',
  ),
];

/** The sentence says otherwise than the second question of each pair supposes. */
const PAIRS: readonly (readonly [supposed: string, contradicted: string])[] = [
  [
    'Where did the Institute of Western Astronomy open domes?',
    'Where did the Institute of Eastern Astronomy open domes?',
  ],
  [
    'When did the Institute of Western Astronomy open four domes?',
    'When did the Institute of Western Astronomy open seven domes?',
  ],
  [
    'When did the Tarnish senate approve the Pell strait accord?',
    'When did the Tarnish senate reject the Pell strait accord?',
  ],
  [
    'When did the Tarnish senate approve the Pell strait accord?',
    'When did the Tarnish senate not approve the Pell strait accord?',
  ],
  [
    'When did the Tarnish senate approve the Pell strait accord?',
    'When did the Corvish senate approve the Pell strait accord?',
  ],
  [
    'Where does an increasing number of private yachts pay dues?',
    'Where does a decreasing number of private yachts pay dues?',
  ],
  ['What dues do private yachts pay in Ostrell?', 'What dues do public yachts pay in Ostrell?'],
  [
    'What did the construction of the Varn railway lead to in the 19th century?',
    'What did the construction of the Varn railway lead to in the 17th century?',
  ],
  ['What does the new drug prevent Torv fever from doing?', "What doesn't the new drug prevent?"],
  [
    'Where did the Danish government ministers meet their neighbours?',
    'Where did the Finnish government ministers meet their neighbours?',
  ],
  [
    'Which committee can meet at other places throughout the country?',
    "Which committee can't meet at other places throughout the country?",
  ],
  [
    'How many pupils does headmistress Ruth Calloway expect?',
    'How many pupils does headmistress Ruth Bellweather expect?',
  ],
];

/** Nothing in these is contradicted, though a word of each is written or put in another way. */
const SOUND: readonly string[] = [
  'When did the Tarnish senat aprove the Pell strait accord?',
  'How many pupils does headmistress Ruth Caloway expect?',
  'Where did the ministers of Denmark, the Danish government, meet their neighbours?',
  'What is the drug called that does not let Torv fever spread to the lungs?',
  'How many domes did the Institute of Western Astronomy open, four or five?',
];

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus(ARTICLES);
});
afterAll(() => corpus[Symbol.asyncDispose]());

async function confidenceOf(text: string): Promise<number> {
  const { confidence } = await createRetriever(corpus).retrieve({ text });
  return confidence;
}

describe('a question whose premise the sources contradict', () => {
  it.each(PAIRS)('is less sure of an answer than "%s": %s', async (supposed, contradicted) => {
    expect(await confidenceOf(contradicted)).toBeLessThan((await confidenceOf(supposed)) / 2);
  });

  it('is declined', async () => {
    const confidences = await Promise.all(PAIRS.map(([, contradicted]) => confidenceOf(contradicted)));
    expect(confidences.filter((confidence) => confidence >= THRESHOLD)).toEqual([]);
  });

  it.each(SOUND)('is not seen in "%s"', async (question) => {
    expect(await confidenceOf(question)).toBeGreaterThanOrEqual(THRESHOLD);
  });
});
