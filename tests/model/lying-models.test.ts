import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Statement } from '../../src/types.ts';
import { type ModelProduct, openModelProduct } from '../support/model-corpus.ts';
import { plainReplyOf, replyOf } from '../support/model-replies.ts';
import { temporaryFolder } from '../support/run-cli.ts';
import { ROOT } from '../support/source-files.ts';
import { LIES, MORE_ARTICLES, TOPICS } from './lies.ts';

let product: ModelProduct;
beforeAll(async () => {
  const more = join(temporaryFolder(), 'more.jsonl');
  writeFileSync(more, MORE_ARTICLES.map((article) => JSON.stringify(article)).join('\n'));
  product = await openModelProduct({ paths: [join(ROOT, 'tests/fixtures/mini-news/corpus.jsonl'), more] });
});
afterAll(() => product[Symbol.asyncDispose]());

const said = (answer: Answer): readonly string[] =>
  answer.kind === 'grounded'
    ? answer.statements.map(({ text }: Statement) => text.replace(/^[^:]*: /, '').replace(/^“(.*)”$/, '$1'))
    : [];

describe('a model that lies', () => {
  it('lies in 40 ways or more', () => {
    expect(new Set(LIES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(LIES)('$kind: shows what is true beside it, and nothing else', async ({ topic, claims, drops }) => {
    const { question, truth } = TOPICS[topic];
    const shown: string[] = [];
    product.server.react((request) => replyOf(request, [...claims, truth]));
    const answer = await product.parts.assistant.ask(
      { text: question },
      { onStatement: ({ statements }) => shown.push(...statements.map(({ text }) => text)) },
    );
    expect(said(answer)).toEqual([truth.text]);
    expect(answer.drops).toEqual(drops);
    expect(answer.drafter).toBe('openai:fake');
    expect(new Set(shown).size).toBe(1);
  });

  it('leaves the answer to the sources where nothing that it says is true', async () => {
    const { question } = TOPICS.swap;
    const lies = LIES.filter(({ topic }) => topic === 'swap').flatMap(({ claims }) => claims.slice(0, 1));
    const shown: string[] = [];
    product.server.react((request) => replyOf(request, lies));
    const answer = await product.parts.assistant.ask(
      { text: question },
      { onStatement: ({ statements }) => shown.push(...statements.map(({ text }) => text)) },
    );
    expect(answer).toMatchObject({ kind: 'grounded', drafter: 'extractive', fallback: 'unverified' });
    expect(Object.values(answer.drops).reduce((sum, count) => sum + count, 0)).toBe(lies.length);
    expect(shown.every((text) => said(answer).some((statement) => text.includes(statement)))).toBe(true);
  });

  it('is heard for a dozen claims and then cut off', async () => {
    const { question, truth } = TOPICS.swap;
    product.server.react((request) =>
      replyOf(
        request,
        Array.from({ length: 1_000 }, (_, index) => ({
          ...truth,
          text: `${truth.text}${' '.repeat(index)}`,
        })),
      ),
    );
    const answer = await product.parts.assistant.ask({ text: question });
    if (answer.kind !== 'grounded') throw new Error('It abstained');
    expect(answer.citations).toHaveLength(1);
    expect(said(answer)).toEqual([truth.text]);
    expect(await product.server.requests.at(-1)?.closed).toEqual({ early: true });
  });

  it('lies in numbered lines to no more effect', async () => {
    const { question, truth } = TOPICS.court;
    const lies = LIES.filter(({ topic }) => topic === 'court').flatMap(({ claims }) => claims);
    await using plain = await openModelProduct({ provider: 'ollama' });
    plain.server.react({ status: 400, message: 'format is not supported' }, (request) =>
      plainReplyOf(request, [truth]),
    );
    await plain.parts.assistant.ask({ text: question });
    for (const claim of lies) {
      plain.server.react((request) => plainReplyOf(request, [claim, truth]));
      const answer = await plain.parts.assistant.ask({ text: question });
      expect(said(answer), claim.text).toEqual([truth.text]);
    }
    // Refused once, the schema is not sent again.
    expect(plain.server.requests.filter(({ hasSchema }) => hasSchema)).toHaveLength(1);
  });
});
