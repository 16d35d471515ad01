import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Article, type OpenCorpus, openCorpus } from './support/open-corpus.ts';

const ARTICLES: readonly Article[] = [
  {
    id: 'mill',
    language: 'en',
    title: 'Fire at the paper mill',
    text: 'Even Brackwater had no engine left when the paper mill burned on 3 March 2021. The fire was put out by Ada Lorentz, a nurse. It cost the owners 14 looms.',
  },
  {
    id: 'prize',
    language: 'en',
    title: 'The glass prize',
    text: 'Jonas Bredal and Ilse Tamm handed the glass prize to the choir of Ostrell. Ilse Tamm, who leads the guild of glaziers, was born on the island of Vell.',
  },
  {
    id: 'votes',
    language: 'en',
    title: 'Votes for the library',
    text: 'A clear majority chose the library at the Danish elections of the guild. The guild of glaziers painted its door blue in Harrow Lane.',
  },
];

/** What is marked in the best sentence; nothing where a mark would be a guess. */
const MARKED: readonly (readonly [question: string, marked: string | undefined])[] = [
  ['When did the paper mill burn?', '3 March 2021'],
  ['How many looms did the fire cost the owners?', '14'],
  ['Who put out the fire at the mill?', 'Ada Lorentz'],
  ['Who is Ilse Tamm?', undefined],
  ['Who handed the glass prize to the choir?', undefined],
  ['Which colour did the guild paint its door?', undefined],
  ['Who chose the library at the elections of the guild?', undefined],
];

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus(ARTICLES);
});
afterAll(() => corpus[Symbol.asyncDispose]());

async function markedIn(question: string): Promise<string | undefined> {
  const { candidates } = await corpus.retrieve(question);
  const [best] = candidates[0]?.sentences ?? [];
  return best?.highlights.map(({ start, end }) => best.text.slice(start, end))[0];
}

describe('what a quote marks as the answer', () => {
  it.each(MARKED)('%s -> %s', async (question, marked) => {
    expect(await markedIn(question)).toBe(marked);
  });

  it('does not depend on capitals in a question that has nothing else', async () => {
    expect(await markedIn('WHO PUT OUT THE FIRE AT THE MILL?')).toBe('Ada Lorentz');
  });
});
