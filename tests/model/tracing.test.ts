import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import type { Serialized } from '@langchain/core/load/serializable';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelProduct, openModelProduct } from '../support/model-corpus.ts';
import { replyOf } from '../support/model-replies.ts';
import { TOPICS } from './lies.ts';

/** Names of runs, and of the run that each is a child of. */
class RunTree extends BaseCallbackHandler {
  readonly name = 'tree';
  readonly #names = new Map<string, string>();
  readonly runs: (readonly [name: string, parent: string | undefined])[] = [];

  #note(runId: string, name: string, parentRunId: string | undefined): void {
    this.#names.set(runId, name);
    this.runs.push([name, parentRunId === undefined ? undefined : this.#names.get(parentRunId)]);
  }

  // The types of the two last ones have changed places; what LangChain calls has not.
  override handleChainStart(
    ...[, , runId, parentRunId, , , , name]: Parameters<NonNullable<BaseCallbackHandler['handleChainStart']>>
  ): void {
    this.#note(runId, name ?? 'chain', parentRunId);
  }

  override handleChatModelStart(
    _model: Serialized,
    _messages: unknown,
    runId: string,
    parentRunId?: string,
  ): void {
    this.#note(runId, 'model', parentRunId);
  }
}

const { question, truth } = TOPICS.bank;
const HISTORY = [{ question: 'What does the central bank of Valdera do?' }];

describe('traces', () => {
  let product: ModelProduct;
  beforeAll(async () => {
    product = await openModelProduct();
  });
  afterAll(() => product[Symbol.asyncDispose]());

  it('hold the calls of the model under the steps that make them', async () => {
    const tree = new RunTree();
    product.server.react(question, (request) => replyOf(request, [truth]));
    await product.parts.assistant.pipeline.invoke(
      { text: question, history: HISTORY },
      { callbacks: [tree] },
    );
    const models = tree.runs.filter(([name]) => name === 'model').map(([, parent]) => parent);
    expect(models).toEqual(['rephrase', 'draft']);
    const steps = tree.runs.filter(([, parent]) => parent === 'footnote').map(([name]) => name);
    expect(steps).toEqual(['rephrase', 'retrieve', 'draft', 'verify']);
  });

  it('keep questions that are asked at once apart', async () => {
    const trees = [new RunTree(), new RunTree(), new RunTree()];
    product.server.react((request) => replyOf(request, [truth]));
    await Promise.all(
      trees.map((tree) => product.parts.assistant.pipeline.invoke({ text: question }, { callbacks: [tree] })),
    );
    for (const tree of trees)
      expect(tree.runs.filter(([name]) => name === 'model')).toEqual([['model', 'draft']]);
  });

  it('go nowhere unless they are switched on', async () => {
    const asked: string[] = [];
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      asked.push(new URL(input instanceof Request ? input.url : input).host);
      return fetch(input, init);
    };
    try {
      product.server.react((request) => replyOf(request, [truth]));
      await product.parts.assistant.ask({ text: question });
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      globalThis.fetch = fetch;
    }
    expect(new Set(asked)).toEqual(new Set([new URL(product.server.urls.openai).host]));
  });
});
