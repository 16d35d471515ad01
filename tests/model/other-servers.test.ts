import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedModel, openModel } from '../../src/model/open-model.ts';
import { makeCandidate, retrievalOf } from '../answer/corpus.ts';
import { documentOf } from '../support/answers.ts';

/** The same protocols as somebody else has read them. */
const mock = new LLMock({ port: 0, logLevel: 'silent' });
beforeAll(() => mock.start());
afterAll(() => mock.stop());
beforeEach(() => {
  mock.clearFixtures();
});

const HARBOUR = documentOf('harbour', 'The Reform Alliance won 48 of the 90 seats.');
const RETRIEVAL = retrievalOf(makeCandidate(HARBOUR));
const QUOTE = 'The Reform Alliance won 48 of the 90 seats';
const GOOD = JSON.stringify({
  declined: false,
  claims: [{ text: 'It won 48 seats.', quotes: [{ passage: 'p1', text: QUOTE }] }],
});

function open(provider: string): Promise<OpenedModel> {
  return openModel({
    spec: `${provider}:fake`,
    baseUrl: provider === 'openai' ? `${mock.url}/v1` : mock.url,
    apiKey: 'test',
    limits: { retryMs: 5 },
  });
}

describe.each(['openai', 'ollama', 'anthropic'])('%s by aimock', (provider) => {
  it('streams a draft', async () => {
    mock.on({ predicate: () => true }, { content: GOOD }, { chunkSize: 7 });
    const { drafter } = await open(provider);
    const draft = await drafter.draft(RETRIEVAL);
    expect(draft.claims).toHaveLength(1);
    expect(draft.claims[0]?.quotes).toEqual([{ passageId: 'harbour#0', text: QUOTE }]);
    expect(draft.tokens?.input).toBeGreaterThan(0);
  });

  it('fails as it fails', async () => {
    mock.on(
      { predicate: () => true },
      { error: { message: 'overloaded', type: 'server_error' }, status: 503 },
    );
    const { drafter } = await open(provider);
    await expect(drafter.draft(RETRIEVAL)).rejects.toMatchObject({
      name: 'ModelError',
      reason: 'unavailable',
    });
  });

  it('is cut as it is cut', async () => {
    mock.on({ predicate: () => true }, { content: GOOD }, { chunkSize: 7, truncateAfterChunks: 4 });
    const { drafter } = await open(provider);
    await expect(drafter.draft(RETRIEVAL)).rejects.toMatchObject({ name: 'ModelError' });
  });
});
