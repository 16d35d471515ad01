import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openParts } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Answer, PartialAnswer } from '../../src/types.ts';
import { FAKE_KEY, type ModelProduct, openModelProduct } from '../support/model-corpus.ts';
import { COUNTED } from '../support/model-protocols.ts';
import { replyOf } from '../support/model-replies.ts';
import type { Reaction } from '../support/model-server.ts';
import { TOPICS } from './lies.ts';

const { question, truth } = TOPICS.bank;
const SECOND = {
  text: 'Governor Cornelia Haas said that inflation, at 7.1 percent, was still too high.',
  quotes: [
    {
      title: 'Central bank of Valdera raises rate to 4.25 percent',
      text: 'Governor Cornelia Haas said that inflation, at 7.1 percent, was still too high.',
    },
  ],
};

let product: ModelProduct;
beforeAll(async () => {
  product = await openModelProduct({ settings: { MODEL_SECONDS: '2' } });
});
afterAll(() => product[Symbol.asyncDispose]());

const ask = (...reactions: readonly Reaction[]): Promise<Answer> => {
  product.server.react(...reactions);
  return product.parts.assistant.ask({ text: question });
};

describe('an answer by a model', () => {
  it('shows each statement as it is verified, and nothing before', async () => {
    const partials: PartialAnswer[] = [];
    product.server.react((request) => replyOf(request, [truth, SECOND]));
    const answer = await product.parts.assistant.ask(
      { text: question },
      { onStatement: (partial) => partials.push(partial) },
    );
    expect(partials.map(({ statements }) => statements.length)).toEqual([1, 2]);
    if (answer.kind !== 'grounded') throw new Error('It abstained');
    expect(partials.at(-1)?.statements).toEqual(answer.statements);
    expect(answer.tokens).toEqual(COUNTED);
  });

  it('is told of who says it and when, and marks a verbatim claim as one', async () => {
    const answer = await ask((request) => replyOf(request, [truth, SECOND]));
    if (answer.kind !== 'grounded') throw new Error('It abstained');
    expect(answer.statements.map(({ text }) => text)).toEqual([
      `Northern Courier, 16 March 2023: ${truth.text}`,
      `Northern Courier, 16 March 2023: “${SECOND.text}”`,
    ]);
  });

  it('sets sources that differ side by side, and says that they differ', async () => {
    product.server.react((request) =>
      replyOf(request, [
        {
          text: 'Storm Petra cut power to 40,000 homes.',
          quotes: [
            {
              title: 'Storm Petra cuts power to 40,000 homes',
              text: 'Storm Petra cut power to 40,000 homes along the western coast on Saturday night',
            },
          ],
        },
        {
          text: 'Nordvolt said that 55,000 homes had lost power.',
          quotes: [
            {
              title: 'Two dead after Storm Petra',
              text: 'Nordvolt said that 55,000 homes had lost power at the height of the storm, more than first reported.',
            },
          ],
        },
      ]),
    );
    const answer = await product.parts.assistant.ask({ text: 'How many homes lost power in Storm Petra?' });
    if (answer.kind !== 'grounded') throw new Error('It abstained');
    expect(answer.statements).toHaveLength(2);
    expect(answer.disagreements).toEqual([{ about: 'number', citations: [1, 2] }]);
  });

  it('is an abstention where the model declines', async () => {
    expect(await ask('{"declined": true, "claims": []}')).toMatchObject({
      kind: 'abstention',
      reason: 'declined',
      tokens: COUNTED,
    });
  });

  it('takes as many questions at once as are asked', async () => {
    product.server.react((request) => replyOf(request, [truth]));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => product.parts.assistant.ask({ text: question })),
    );
    expect(answers.every(({ drafter }) => drafter === 'openai:fake')).toBe(true);
  });
});

describe('the words of the sources stand in', () => {
  it.each<[string, Reaction, string]>([
    ['is down', { status: 401 }, 'unavailable'],
    ['is slow', 'silence', 'slow'],
    ['refuses', { refusal: 'no' }, 'refused'],
    ['writes nonsense', '{"declined": maybe}', 'malformed'],
  ])('where the model %s', async (_, reaction, fallback) => {
    const answer = await ask(reaction);
    expect(answer).toMatchObject({ kind: 'grounded', drafter: 'extractive', fallback });
  });

  it('where a budget is spent: the model is not asked', async () => {
    const overrides = {
      DATA: product.dataFolder,
      MODEL: 'openai:fake',
      MODEL_BASE_URL: product.server.urls.openai,
      MODEL_API_KEY: FAKE_KEY,
      TOKENS_PER_DAY: '1',
      THRESHOLD: '0',
    };
    await ask((request) => replyOf(request, [truth]));
    await using parts = await openParts(readConfig({ environment: {}, file: 'none', overrides }));
    const before = product.server.requests.length;
    const answer = await parts.assistant.ask({ text: question, history: [{ question: 'Who is Haas?' }] });
    expect(answer).toMatchObject({ drafter: 'extractive', fallback: 'over-budget' });
    expect(product.server.requests).toHaveLength(before);
  });

  it('and who asked may leave before that', async () => {
    const abort = new AbortController();
    product.server.react('silence');
    const before = product.server.requests.length;
    const answer = product.parts.assistant.ask({ text: question }, { signal: abort.signal });
    const seen = setInterval(() => product.server.requests.length > before && abort.abort(), 20);
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    clearInterval(seen);
    expect(await product.server.requests.at(-1)?.closed).toEqual({ early: true });
  });

  it('without a word of the provider or a key in any line', () => {
    expect(product.notes.length).toBeGreaterThan(3);
    expect(product.notes.join('\n')).not.toContain(FAKE_KEY);
  });
});
