import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtractiveDrafter } from '../src/answer/extract.ts';
import type { ModelParts, TokenBudget } from '../src/ask-model.ts';
import { createAssistant } from '../src/assistant.ts';
import { ingestPaths, openParts, type Parts } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { ModelError } from '../src/errors.ts';
import { createRetriever } from '../src/retrieval/retrieve.ts';
import type { Draft, DraftClaim, Drafter, FallbackReason, PartialAnswer, Retrieval } from '../src/types.ts';
import { temporaryFolder } from './support/run-cli.ts';
import { ROOT } from './support/source-files.ts';

/** How the assistant treats a model: a drafter and a rephraser behind their seams, told here what to do. */

const QUESTION = { text: 'Who did Khaled Mashal telephone on Thursday?' };
const FOLLOW_UP = { text: 'And when?', history: [{ question: QUESTION.text }] };
const ROOMY = 60_000;

const overrides = { DATA: join(temporaryFolder(), 'data') };
const config = readConfig({ environment: {}, overrides });
let parts: Parts;
beforeAll(async () => {
  await ingestPaths([join(ROOT, 'seeds')], config);
  parts = await openParts(config);
});
afterAll(() => parts[Symbol.asyncDispose]());

type Write = (
  retrieval: Retrieval,
  tell: (claim: DraftClaim) => void,
  signal: AbortSignal | undefined,
) => Partial<Draft> | Promise<Partial<Draft>>;

interface Scene {
  readonly write?: Write;
  readonly rephrase?: ModelParts['rephraser']['rephrase'];
  readonly budget?: TokenBudget;
  readonly threshold?: number;
  readonly timeLimitMs?: number;
}

function assistantWith({ write = () => ({}), rephrase, threshold = 0, ...model }: Scene) {
  const modelDrafter: Drafter = {
    name: 'test:model',
    draft: async (retrieval, options) => ({
      drafter: 'test:model',
      claims: [],
      declined: false,
      ...(await write(retrieval, (claim) => options?.onClaim?.(claim), options?.signal)),
    }),
  };
  const extractive: Drafter = {
    name: 'extractive',
    draft: async (retrieval) => ({
      drafter: 'extractive',
      claims: [trueClaim(retrieval, 0)],
      declined: false,
    }),
  };
  return createAssistant({
    retriever: createRetriever({ ...parts, threshold }),
    drafter: extractive,
    resolver: { rephrase: async ({ text }) => ({ text: `${text} (Khaled Mashal telephone Thursday)` }) },
    document: (id) => parts.index.document(id),
    readerUrl: 'https://reader.example',
    model: {
      drafter: modelDrafter,
      rephraser: { rephrase: rephrase ?? (async ({ text }) => ({ text })) },
      timeLimitMs: ROOMY,
      ...model,
    },
  });
}

/** A claim that says a sentence of a candidate as it stands. */
function trueClaim({ candidates }: Retrieval, at: number): DraftClaim {
  const candidate = candidates[at];
  const sentence = candidate?.sentences[0];
  if (!candidate || !sentence) throw new Error('Too few candidates');
  return { text: `“${sentence.text}”`, quotes: [{ passageId: candidate.passage.id, text: sentence.text }] };
}

const LIE: DraftClaim = {
  text: 'Mashal telephoned the moon.',
  quotes: [{ passageId: 'no#1', text: 'Mashal telephoned the moon.' }],
};

const throwing = (reason: FallbackReason, tokens?: Draft['tokens']) => (): never => {
  throw new ModelError(reason, 'The model has a bad day', tokens && { tokens });
};

describe('a model that answers', () => {
  it('is shown with its name, its tokens and what was dropped', async () => {
    const write: Write = (retrieval) => ({
      claims: [trueClaim(retrieval, 0), LIE],
      tokens: { input: 100, output: 20 },
    });
    expect(await assistantWith({ write }).ask(QUESTION)).toMatchObject({
      kind: 'grounded',
      drafter: 'test:model',
      drops: { misattributed: 1 },
      tokens: { input: 100, output: 20 },
    });
  });

  it('is shown statement by statement, and never anything unverified', async () => {
    const seen: PartialAnswer[] = [];
    const write: Write = async (retrieval, tell) => {
      const claims = [LIE, trueClaim(retrieval, 0), LIE, trueClaim(retrieval, 1)];
      for (const claim of claims) {
        tell(claim);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return { claims };
    };
    const answer = await assistantWith({ write }).ask(QUESTION, { onStatement: (some) => seen.push(some) });
    if (answer.kind !== 'grounded') throw new Error('It abstained');
    expect(seen.map(({ statements }) => statements.length)).toEqual([1, 2]);
    expect(seen[1]?.statements).toEqual(answer.statements);
    expect(answer.drops).toEqual({ misattributed: 2 });
  });

  it('is asked where the ranker alone is not quite sure, and may decline', async () => {
    const { confidence } = await parts.retriever.retrieve(QUESTION);
    const threshold = Math.min(1, confidence * 1.5);
    const declining = assistantWith({ write: () => ({ declined: true }), threshold });
    expect(await declining.ask(QUESTION)).toMatchObject({
      kind: 'abstention',
      reason: 'declined',
      drafter: 'test:model',
    });
    const failing = await assistantWith({ write: throwing('unavailable'), threshold }).ask(QUESTION);
    expect(failing).toMatchObject({ kind: 'abstention', reason: 'no-evidence', fallback: 'unavailable' });
  });

  it('is not asked where hardly anything speaks for an answer', async () => {
    let asked = 0;
    const write: Write = () => {
      asked += 1;
      return {};
    };
    await assistantWith({ write }).ask({ ...QUESTION, filters: { before: '1900' } });
    expect(asked).toBe(0);
  });
});

describe('a model that fails', () => {
  it.each<FallbackReason>(['unavailable', 'slow', 'refused', 'malformed'])(
    'gives way to the sources’ own words when it is %s',
    async (reason) => {
      const spent: number[] = [];
      const budget: TokenBudget = { isLeft: () => true, spend: ({ input }) => spent.push(input) };
      const write = throwing(reason, { input: 7, output: 0 });
      expect(await assistantWith({ write, budget }).ask(QUESTION)).toMatchObject({
        kind: 'grounded',
        drafter: 'extractive',
        fallback: reason,
        tokens: { input: 7, output: 0 },
      });
      expect(spent).toEqual([7]);
    },
  );

  it('gives way when nothing that it wrote can be verified, and the lies are counted', async () => {
    const answer = await assistantWith({ write: () => ({ claims: [LIE, LIE] }) }).ask(QUESTION);
    expect(answer).toMatchObject({
      kind: 'grounded',
      drafter: 'extractive',
      fallback: 'unverified',
      drops: { misattributed: 2 },
    });
  });

  it('keeps what was verified before it broke off', async () => {
    const write: Write = (retrieval, tell) => {
      tell(trueClaim(retrieval, 0));
      return throwing('unavailable')();
    };
    const answer = await assistantWith({ write }).ask(QUESTION);
    expect(answer).toMatchObject({ kind: 'grounded', drafter: 'test:model', cutShort: 'unavailable' });
    expect(answer.fallback).toBeUndefined();
  });

  it('is not asked beyond its budget, of everybody or of one person', async () => {
    const budget: TokenBudget = { isLeft: (person) => person !== 'greedy', spend: () => {} };
    const assistant = assistantWith({
      write: (retrieval) => ({ claims: [trueClaim(retrieval, 0)] }),
      budget,
    });
    expect(await assistant.ask(QUESTION, { person: 'greedy' })).toMatchObject({ fallback: 'over-budget' });
    expect(await assistant.ask(QUESTION, { person: 'modest' })).toMatchObject({ drafter: 'test:model' });
  });

  it('has so much time in all, and then the sources speak', async () => {
    const write: Write = (_retrieval, _tell, signal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new ModelError('slow', 'Too slow')));
      });
    const answer = await assistantWith({ write, timeLimitMs: 30 }).ask(QUESTION);
    expect(answer).toMatchObject({ drafter: 'extractive', fallback: 'slow' });
  });

  it('fails the question where the mistake is ours', async () => {
    const write: Write = () => {
      throw new TypeError('a mistake of ours');
    };
    await expect(assistantWith({ write }).ask(QUESTION)).rejects.toThrow('a mistake of ours');
  });
});

describe('a follow-up', () => {
  it('is understood by the model, and shown as it was', async () => {
    const rephrase = async () => ({ text: QUESTION.text, tokens: { input: 5, output: 1 } });
    const write: Write = (retrieval) => ({
      claims: [trueClaim(retrieval, 0)],
      tokens: { input: 10, output: 1 },
    });
    const answer = await assistantWith({ rephrase, write }).ask(FOLLOW_UP);
    expect(answer.understoodAs).toBe(QUESTION.text);
    expect(answer.question).toEqual(FOLLOW_UP);
    expect(answer.tokens).toEqual({ input: 15, output: 2 });
    expect(answer.timings.rephrase).toBeGreaterThanOrEqual(0);
  });

  it('is understood without the model when that fails', async () => {
    const answer = await assistantWith({ rephrase: async () => throwing('slow')() }).ask(FOLLOW_UP);
    expect(answer.understoodAs).toBe('And when? (Khaled Mashal telephone Thursday)');
  });

  it('is looked up in every way that it may be meant, and shown in the likeliest', async () => {
    const searched: string[] = [];
    const assistant = createAssistant({
      retriever: {
        retrieve: (question) => {
          searched.push(question.text);
          return parts.retriever.retrieve(question);
        },
      },
      resolver: {
        rephrase: async ({ text }) => ({
          text: QUESTION.text,
          readings: [
            { text: QUESTION.text, weight: 0.9 },
            { text, weight: 0.1 },
          ],
        }),
      },
      drafter: createExtractiveDrafter(),
      document: (id) => parts.index.document(id),
      readerUrl: 'https://reader.example',
    });
    const answer = await assistant.ask(FOLLOW_UP);
    expect(searched).toEqual([QUESTION.text, FOLLOW_UP.text]);
    expect(answer.understoodAs).toBe(QUESTION.text);
    expect(answer.retrieved[0]).toBeDefined();
  });

  it('is nothing without earlier turns', async () => {
    const answer = await assistantWith({ rephrase: async () => throwing('slow')() }).ask(QUESTION);
    expect(answer.understoodAs).toBeUndefined();
    expect(answer.timings.rephrase).toBeUndefined();
  });
});
