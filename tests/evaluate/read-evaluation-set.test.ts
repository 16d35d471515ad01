import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEvaluationSet } from '../../src/evaluate/read-evaluation-set.ts';

const lines = (...rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('readEvaluationSet', () => {
  let folder: string;
  const write = (name: string, content: string) => writeFile(join(folder, name), content);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-set-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads documents and questions, and hands a system nothing that gives the answer away', async () => {
    const corpus = { id: 'a', title: 'T', source: 'Gazette', date: '2023-01-02', text: 'One. Two.' };
    await write('corpus.jsonl', lines(corpus));
    await write(
      'queries.jsonl',
      lines({
        id: 'q1',
        question: 'Which?',
        answers: ['One'],
        choices: ['One', 'Two'],
        docs: ['a'],
        evidence: ['One.'],
        answerable: true,
        date: '2023-01-05',
        lang: 'en',
        history: ['Before?'],
      }),
    );
    const set = await readEvaluationSet(folder);
    expect(set.corpus).toEqual({ kind: 'lines', lines: [JSON.stringify(corpus)] });
    expect(set.documents).toEqual([{ id: 'a', title: 'T', text: 'One. Two.' }]);
    expect(set.questions[0]?.question).toEqual({
      text: 'Which?',
      today: '2023-01-05',
      language: 'en',
      history: [{ question: 'Before?' }],
    });
  });

  it('reads questions of the other shape over a folder of articles', async () => {
    await write('one.txt', 'One.');
    await mkdir(join(folder, 'more'));
    await write('more/two.md', 'Two.');
    await write(
      'open.jsonl',
      lines({ id: 'o', question: 'Q?', answerable: true, docsAny: ['one'], docsAll: [], evidence: ['One'] }),
    );
    const set = await readEvaluationSet(folder, { questions: join(folder, 'open.jsonl') });
    expect(set.corpus).toEqual({
      kind: 'files',
      paths: [join(folder, 'more/two.md'), join(folder, 'one.txt')],
    });
    expect(set.questions[0]).toMatchObject({ docs: ['one'], docsAll: [], evidenceIs: 'part' });
  });

  it('keeps one language of several, and what names none', async () => {
    await write(
      'corpus.jsonl',
      lines({ id: 'a', text: 'x', lang: 'en' }, { id: 'b', text: 'y', lang: 'es' }, { id: 'c', text: 'z' }),
    );
    const question = { question: '?', answerable: false };
    await write(
      'queries.jsonl',
      lines({ id: '1', lang: 'en', ...question }, { id: '2', lang: 'es-MX', ...question }),
    );
    const set = await readEvaluationSet(folder, { language: 'es' });
    expect(set.documents.map((document) => document.id)).toEqual(['b', 'c']);
    expect(set.questions.map((gold) => gold.id)).toEqual(['2']);
    await expect(readEvaluationSet(folder, { language: 'th' })).rejects.toThrow(/no question in "th"/);
  });

  it('draws the same sample of both kinds in every run', async () => {
    await write('corpus.jsonl', lines({ id: 'a', text: 'x' }));
    const rows = Array.from({ length: 100 }, (_, index) => ({
      id: `q${index}`,
      question: '?',
      answerable: index < 50,
    }));
    await write('queries.jsonl', lines(...rows));
    const drawn = (await readEvaluationSet(folder, { limit: 20 })).questions;
    expect(drawn).toHaveLength(20);
    expect(drawn).toEqual((await readEvaluationSet(folder, { limit: 20 })).questions);
    expect(drawn.some((gold) => gold.answerable) && drawn.some((gold) => !gold.answerable)).toBe(true);
  });

  it.each([
    ['a line that is no JSON', '{"id": "1",\n', /queries\.jsonl:1 is not JSON/],
    ['a question without its mark', lines({ id: '1', question: '?' }), /queries\.jsonl:1: answerable/],
    ['a file without questions', '\n', /holds no question/],
  ])('says file and line of %s', async (_, content, message) => {
    await write('corpus.jsonl', lines({ id: 'a', text: 'x' }));
    await write('queries.jsonl', content);
    await expect(readEvaluationSet(folder)).rejects.toThrow(message);
  });

  it('says what is missing', async () => {
    await expect(readEvaluationSet(folder)).rejects.toThrow(/--questions/);
    await write('queries.jsonl', lines({ id: '1', question: '?', answerable: false }));
    await expect(readEvaluationSet(folder)).rejects.toThrow(/nothing to ask about/);
    await expect(readEvaluationSet(join(folder, 'nowhere'))).rejects.toThrow(/nowhere/);
  });
});
