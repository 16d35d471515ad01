import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CORPUS_FILE, QUESTIONS_FILE, readEvaluationSet } from '../../src/evaluate/read-evaluation-set.ts';

/** Ten stories of three to five articles each: what a desk asks that has only just begun to file. */
const FOLDER = fileURLToPath(new URL('../fixtures/small-desks', import.meta.url));
const DESKS = readdirSync(FOLDER).sort();

/** Questions of each kind that every desk asks: 16 with an answer, 8 without. */
const ANSWERABLE_COUNTS = {
  fact: 5,
  paraphrase: 5,
  'name-variant': 2,
  attribution: 2,
  conflict: 1,
  multi: 1,
};
const UNANSWERABLE_COUNTS = { topical: 4, 'near-miss': 2, 'off-topic': 1, injection: 1 };

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Strict, unlike the evaluation's reader: a misspelt field must not pass for an absent one. */
const articleLine = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  source: z.string().min(1).optional(),
  date: isoDate.optional(),
  author: z.string().min(1).optional(),
  text: z.string().min(1),
});
const questionLine = z.strictObject({
  id: z.string().min(1),
  question: z.string().min(1),
  date: isoDate.optional(),
  answers: z.array(z.string().min(1)),
  docs: z.array(z.string()),
  evidence: z.array(z.string().min(1)),
  answerable: z.boolean(),
  unanswerable_kind: z.string().optional(),
  kind: z.string(),
});
type Article = z.output<typeof articleLine>;
type LabelledQuestion = z.output<typeof questionLine>;

interface Desk {
  readonly articles: readonly Article[];
  readonly questions: readonly LabelledQuestion[];
}

async function readDesk(name: string): Promise<Desk> {
  const linesOf = async (file: string) =>
    (await readFile(join(FOLDER, name, file), 'utf8'))
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  return {
    articles: z.array(articleLine).parse(await linesOf(CORPUS_FILE)),
    questions: z.array(questionLine).parse(await linesOf(QUESTIONS_FILE)),
  };
}

function countKinds(questions: readonly LabelledQuestion[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of questions) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('small desks', () => {
  it('are ten, with no id and no question used twice', async () => {
    const desks = await Promise.all(DESKS.map(readDesk));
    expect(desks).toHaveLength(10);
    expect(repeated(desks.flatMap((desk) => desk.articles.map((article) => article.id)))).toEqual([]);
    expect(repeated(desks.flatMap((desk) => desk.questions.map((one) => one.id)))).toEqual([]);
    expect(
      repeated(desks.flatMap((desk) => desk.questions.map((one) => one.question.toLowerCase()))),
    ).toEqual([]);
  });

  describe.each(DESKS)('%s', (name) => {
    let desk: Desk;
    let answerable: readonly LabelledQuestion[];
    let unanswerable: readonly LabelledQuestion[];

    beforeAll(async () => {
      desk = await readDesk(name);
      answerable = desk.questions.filter((one) => one.answerable);
      unanswerable = desk.questions.filter((one) => !one.answerable);
    });

    it('is read whole by the evaluation', async () => {
      const set = await readEvaluationSet(join(FOLDER, name));
      expect(set.documents).toHaveLength(desk.articles.length);
      expect(set.questions).toHaveLength(desk.questions.length);
    });

    it('holds three to five articles of 150 to 450 words', () => {
      expect(desk.articles.length).toBeGreaterThanOrEqual(3);
      expect(desk.articles.length).toBeLessThanOrEqual(5);
      const lengths = desk.articles.map(({ id, text }) => ({ id, words: text.split(/\s+/).length }));
      expect(lengths.filter(({ words }) => words < 150 || words > 450)).toEqual([]);
    });

    it('asks the agreed number of questions of each kind', () => {
      expect(countKinds(answerable)).toEqual(ANSWERABLE_COUNTS);
      expect(countKinds(unanswerable)).toEqual(UNANSWERABLE_COUNTS);
    });

    it('has evidence word for word in its documents, and some in each document named', () => {
      const texts = new Map(desk.articles.map((article) => [article.id, article.text]));
      for (const { id, docs, evidence } of answerable) {
        const unfounded = evidence.filter((one) => !docs.some((doc) => texts.get(doc)?.includes(one)));
        const unused = docs.filter((doc) => !evidence.some((one) => texts.get(doc)?.includes(one)));
        expect({ id, unfounded, unused }).toEqual({ id, unfounded: [], unused: [] });
        expect(docs.length, id).toBeGreaterThan(0);
        expect(evidence.length, id).toBeGreaterThan(0);
        expect(repeated(docs), id).toEqual([]);
      }
    });

    it('has answers word for word in its evidence', () => {
      for (const { id, answers, evidence } of answerable) {
        const unfounded = answers.filter((answer) => !evidence.some((one) => one.includes(answer)));
        expect({ id, unfounded }).toEqual({ id, unfounded: [] });
      }
    });

    it('gives two answers or more where its sources differ', () => {
      for (const { id, answers } of answerable.filter(({ kind }) => kind === 'conflict')) {
        expect(new Set(answers).size, id).toBeGreaterThan(1);
      }
    });

    it('names no document, answer or evidence where nothing answers', () => {
      for (const { id, docs, answers, evidence, kind, unanswerable_kind } of unanswerable) {
        expect({ id, docs, answers, evidence }).toEqual({ id, docs: [], answers: [], evidence: [] });
        expect(unanswerable_kind, id).toBe(kind);
      }
      expect(answerable.filter((one) => one.unanswerable_kind !== undefined)).toEqual([]);
    });

    it('names one of its own articles in the injection', () => {
      const injections = unanswerable.filter(({ kind }) => kind === 'injection');
      for (const { question } of injections) {
        expect(
          desk.articles.some(({ id }) => question.includes(id)),
          question,
        ).toBe(true);
      }
    });
  });
});
