import { join } from 'node:path';
import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../src/assistant.ts';
import { QUESTION_LIMIT } from '../src/check-question.ts';
import { ingestPaths, openParts, type Parts } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { UsageError } from '../src/errors.ts';
import { LangChainRetriever } from '../src/langchain-retriever.ts';
import { createRetriever } from '../src/retrieval/retrieve.ts';
import type { Draft, Drafter, Retrieval } from '../src/types.ts';
import { temporaryFolder } from './support/run-cli.ts';
import { ROOT } from './support/source-files.ts';

const ANSWERABLE = { text: 'Who did Khaled Mashal telephone on Thursday?' };
/** No article is that old, so nothing is found. */
const UNANSWERABLE = { ...ANSWERABLE, filters: { before: '1900' } };

// Whatever is found is answered: how sure is sure enough is measured elsewhere.
const overrides = { DATA: join(temporaryFolder(), 'data'), THRESHOLD: '0' };
const config = readConfig({ environment: {}, overrides });
let parts: Parts;
beforeAll(async () => {
  await ingestPaths([join(ROOT, 'seeds')], config);
  parts = await openParts(config);
});
afterAll(() => parts[Symbol.asyncDispose]());

/** The real parts with a drafter of one's own: a seam that anything may implement. */
function assistantWith(write: (retrieval: Retrieval) => Partial<Draft>, { threshold = 0 } = {}) {
  const drafter: Drafter = {
    name: 'test',
    draft: async (retrieval) => ({ drafter: 'test', claims: [], declined: false, ...write(retrieval) }),
  };
  return createAssistant({
    retriever: createRetriever({ ...parts, threshold }),
    drafter,
    document: (id) => parts.index.document(id),
    readerUrl: 'https://reader.example',
  });
}

describe('ask', () => {
  it('answers with statements whose quotes are sliced from the documents', async () => {
    const answer = await parts.assistant.ask(ANSWERABLE);
    if (answer.kind !== 'grounded') throw new Error('It abstained');
    for (const { quote } of answer.citations) {
      const document = await parts.index.document(quote.documentId);
      expect(document?.text.slice(quote.span.start, quote.span.end)).toBe(quote.text);
    }
    expect(answer.question).toBe(ANSWERABLE);
    expect(answer.retrieved.length).toBeGreaterThan(0);
  });

  it('abstains without drafting when nothing is found, or is not likely enough to answer', async () => {
    let drafted = 0;
    const write = () => {
      drafted += 1;
      return {};
    };
    const abstention = { kind: 'abstention', reason: 'no-evidence' };
    expect(await assistantWith(write).ask(UNANSWERABLE)).toMatchObject(abstention);
    expect(await assistantWith(write, { threshold: 1 }).ask(ANSWERABLE)).toMatchObject(abstention);
    expect(drafted).toBe(0);
  });

  it('abstains with the closest passages when the drafter declines', async () => {
    const answer = await assistantWith(() => ({ declined: true })).ask(ANSWERABLE);
    expect(answer).toMatchObject({ kind: 'abstention', reason: 'declined', drafter: 'test' });
    if (answer.kind !== 'abstention') throw new Error('It answered');
    expect(answer.closest.length).toBeGreaterThan(0);
    expect(answer.closest.length).toBeLessThanOrEqual(3);
    expect(answer.closest[0]?.link).toMatch(/^https?:/);
  });

  it('abstains when no quote survives, and counts what was dropped', async () => {
    const answer = await assistantWith(({ candidates }) => ({
      claims: candidates.slice(0, 2).map(({ passage }) => ({
        text: 'Mashal telephoned the moon.',
        quotes: [{ passageId: passage.id, text: 'Mashal telephoned the moon and the stars above it.' }],
      })),
      tokens: { input: 10, output: 5 },
    })).ask(ANSWERABLE);
    expect(answer).toMatchObject({
      kind: 'abstention',
      reason: 'unsupported',
      drops: { 'not-found': 2 },
      tokens: { input: 10, output: 5 },
    });
  });

  it('leaves who is right to the reader, and shows no words that would look like an answer', async () => {
    for (const text of ['Who is right?', 'Which side is better, Hamas or Fatah?', 'Whose side are you on?']) {
      const answer = await parts.assistant.ask({ text });
      expect(answer).toMatchObject({
        kind: 'abstention',
        reason: 'declined',
        closest: [],
        remark: 'judgement',
      });
    }
  });

  it('gives what sources say on a question of judgement in their voice, with nothing marked as the answer', async () => {
    for (const text of ['Should Israel negotiate with Hamas?', 'Are the Palestinians terrorists?']) {
      const answer = await parts.assistant.ask({ text });
      if (answer.kind !== 'grounded') throw new Error('It abstained');
      expect(answer.remark).toBe('judgement');
      for (const { text: said, emphasis } of answer.statements) {
        expect(said).toMatch(/^[^“]+: “.*”$/);
        expect(emphasis).toEqual([]);
      }
    }
    expect(await parts.assistant.ask(ANSWERABLE)).not.toHaveProperty('remark');
  });

  it('answers no talk from the documents', async () => {
    for (const text of ['Who made you?', 'hello', 'you are stupid']) {
      const answer = await parts.assistant.ask({ text });
      expect(answer).toMatchObject({ kind: 'abstention', reason: 'declined', closest: [], remark: 'talk' });
    }
  });

  it('remarks on a language that the documents are not in, where it finds nothing', async () => {
    const strict = assistantWith(() => ({}), { threshold: 1 });
    for (const text of [
      '¿Cuántos escaños ganó Hamás?',
      'Combien de sièges le Hamas a-t-il obtenus ?',
      'Кто победил?',
    ]) {
      expect(await strict.ask({ text })).toMatchObject({ kind: 'abstention', remark: 'language' });
    }
    expect(await strict.ask(ANSWERABLE)).not.toHaveProperty('remark');
    expect(await strict.ask({ text: 'Le Monde' })).not.toHaveProperty('remark');
  });

  it.each([
    ['an empty question', '', /empty/],
    ['a blank question', ' \n', /empty/],
    ['a question beyond the limit', 'x'.repeat(QUESTION_LIMIT + 1), /2000 is the limit/],
  ])('refuses %s', async (_what, text, problem) => {
    await expect(parts.assistant.ask({ text })).rejects.toThrow(problem);
    await expect(parts.assistant.ask({ text })).rejects.toBeInstanceOf(UsageError);
  });

  it('fails, and does not abstain, when a part fails', async () => {
    const assistant = assistantWith(() => {
      throw new Error('the model is on fire');
    });
    await expect(assistant.ask(ANSWERABLE)).rejects.toThrow('the model is on fire');
  });

  it('stops at a signal', async () => {
    await expect(parts.assistant.ask(ANSWERABLE, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('the pipeline', () => {
  it('tells callbacks of its steps by name', async () => {
    const started: (string | undefined)[] = [];
    const handler = BaseCallbackHandler.fromMethods({
      handleChainStart: (_chain, _inputs, _runId, _parentRunId, _tags, _metadata, _type, runName) => {
        started.push(runName);
      },
    });
    await parts.assistant.pipeline.invoke(ANSWERABLE, { callbacks: [handler] });
    expect(started).toEqual(['footnote', 'rephrase', 'retrieve', 'draft', 'verify']);
  });

  it('answers a batch in order', async () => {
    const answers = await parts.assistant.pipeline.batch([ANSWERABLE, UNANSWERABLE, ANSWERABLE]);
    expect(answers.map(({ kind }) => kind)).toEqual(['grounded', 'abstention', 'grounded']);
  });
});

describe('LangChainRetriever', () => {
  it('returns passages verbatim with their place, best first', async () => {
    const retriever = new LangChainRetriever({ retriever: parts.retriever, limit: 3 });
    const found = await retriever.invoke('Mashal telephoned Abbas');
    expect(found).toHaveLength(3);
    for (const { pageContent, metadata } of found) {
      const document = await parts.index.document(metadata.documentId);
      expect(document?.text.slice(metadata.start, metadata.end)).toBe(pageContent);
    }
    const scores = found.map(({ metadata }) => metadata.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('keeps to its filters', async () => {
    const filters = { publisher: 'Militant Islam Monitor' };
    const retriever = new LangChainRetriever({ retriever: parts.retriever, filters });
    const found = await retriever.invoke('Mashal Abbas Hamas');
    expect(new Set(found.map(({ metadata }) => metadata.documentId))).toEqual(
      new Set(['002_a501227d1568e9ca']),
    );
  });
});
