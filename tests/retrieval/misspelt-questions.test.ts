import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexTerm } from '../../src/text/words.ts';
import { ARTICLES_BY_LANGUAGE } from './support/articles-by-language.ts';
import { type Article, type OpenCorpus, openCorpus } from './support/open-corpus.ts';
import { MISSPELT, RIGHT, type SpellingRow } from './support/spelling-table.ts';

const NEWS = new URL('../fixtures/mini-news/corpus.jsonl', import.meta.url);
/** Shares of the two tables. */
const LEAST_CAUGHT = 0.95;
const MOST_FALSE = 0.03;

const readNews = (): Article[] =>
  readFileSync(NEWS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus([...readNews(), ...ARTICLES_BY_LANGUAGE]);
});
afterAll(() => corpus[Symbol.asyncDispose]());

async function readAs([language, question, written]: SpellingRow): Promise<string[]> {
  const { candidates } = await corpus.retrieve(question);
  const term = indexTerm(written, language);
  const variants = candidates[0]?.trace.variants.map((variant) => variant.split(' -> ')) ?? [];
  return variants.flatMap(([from, to]) => (from === term && to !== undefined ? [to] : []));
}

describe('a misspelt word of a question', () => {
  it('is held by no document as it is written, nor is a rare one that is right', async () => {
    for (const [language, question, written] of [...MISSPELT, ...RIGHT]) {
      expect(question).toContain(written);
      expect([written, ...(await corpus.index.frequencies([indexTerm(written, language)]))]).toEqual([
        written,
        0,
      ]);
    }
  });

  it('finds the word that is meant, in any alphabet', async () => {
    const missed: string[] = [];
    for (const row of MISSPELT) {
      const [language, , written, meant] = row;
      if (!(await readAs(row)).includes(indexTerm(meant, language))) missed.push(written);
    }
    expect(1 - missed.length / MISSPELT.length, missed.join()).toBeGreaterThanOrEqual(LEAST_CAUGHT);
  });

  it('is not seen in a rare word that is right', async () => {
    const found: string[] = [];
    for (const row of RIGHT) {
      const others = await readAs(row);
      if (others.length > 0) found.push(`${row[2]} as ${others.join()}`);
    }
    expect(found.length / RIGHT.length, found.join('; ')).toBeLessThanOrEqual(MOST_FALSE);
  });

  it.each([
    ['Which hosptal will lose its materinty ward?', 'Which hospital will lose its maternity ward?'],
    ['how many travelers were stranded by the volcanno', 'how many travellers were stranded by the volcano'],
  ])('does not keep the document away: %s', async (misspelt, right) => {
    const [found, wanted] = await Promise.all([corpus.retrieve(misspelt), corpus.retrieve(right)]);
    expect(found.documents[0]).toBeDefined();
    expect(found.documents[0]?.documentId).toBe(wanted.documents[0]?.documentId);
  });

  it('counts for less than the word itself', async () => {
    const [misspelt, right] = await Promise.all([
      corpus.retrieve('How many children caught measels?'),
      corpus.retrieve('How many children caught measles?'),
    ]);
    expect(misspelt.documents[0]?.documentId).toBe(right.documents[0]?.documentId);
    expect(misspelt.confidence).toBeLessThan(right.confidence);
  });

  it('does not make an answer to a question about something else', async () => {
    for (const question of ['What is macaroni made of?', 'Who is the chef of the motel?']) {
      const { confidence, threshold } = await corpus.retrieve(question);
      expect(confidence).toBeLessThan(threshold);
    }
  });
});
