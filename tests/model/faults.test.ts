import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import type { CallLimits } from '../../src/model/asker.ts';
import { type OpenedModel, openModel } from '../../src/model/open-model.ts';
import type { Draft, DraftClaim, FallbackReason } from '../../src/types.ts';
import { makeCandidate, retrievalOf } from '../answer/corpus.ts';
import { documentOf } from '../support/answers.ts';
import { FAKE_KEY } from '../support/model-corpus.ts';
import { COUNTED } from '../support/model-protocols.ts';
import { type ModelServer, type Reaction, startModelServer } from '../support/model-server.ts';

const HARBOUR = documentOf(
  'harbour',
  'The Reform Alliance won 48 of the 90 seats. Its leader is Lena Markovic.',
  {
    publisher: 'The Tarn Courier',
    published: '2019-03-14',
  },
);
const RETRIEVAL = retrievalOf(makeCandidate(HARBOUR));
const CLAIMS = [
  {
    text: 'The Reform Alliance won 48 seats.',
    quotes: [{ passage: 'p1', text: 'The Reform Alliance won 48 of the 90 seats' }],
  },
  { text: 'Lena Markovic leads it.', quotes: [{ passage: 'p1', text: 'Its leader is Lena Markovic.' }] },
];
const GOOD = JSON.stringify({ declined: false, claims: CLAIMS });
const PLAIN = '1. The Reform Alliance won 48 seats.\n> p1: The Reform Alliance won 48 of the 90 seats';
/** Pieces of a stream after which the first claim of `GOOD` is complete and the second is not, in any protocol. */
const HALF = 16;

const FAST: Partial<CallLimits> = { firstPieceMs: 4_000, nextPieceMs: 4_000, wholeMs: 8_000, retryMs: 5 };

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
  // A provider's package takes a moment to load; the tests' times are short.
  for (const provider of ['openai', 'ollama', 'anthropic'] as const) {
    await draftWith(provider, [GOOD], {
      limits: { firstPieceMs: 20_000, nextPieceMs: 20_000, wholeMs: 20_000 },
    });
  }
});
afterAll(() => server[Symbol.asyncDispose]());

type Provider = keyof ModelServer['urls'];

interface Opened {
  readonly model: OpenedModel;
  readonly notes: readonly string[];
}

async function open(provider: Provider, limits: Partial<CallLimits> = {}): Promise<Opened> {
  const notes: string[] = [];
  const model = await openModel({
    spec: `${provider}:fake`,
    baseUrl: server.urls[provider],
    apiKey: FAKE_KEY,
    note: (line) => notes.push(line),
    limits: { ...FAST, ...limits },
  });
  return { model, notes };
}

interface Outcome extends Opened {
  readonly draft?: Draft;
  readonly error?: unknown;
  readonly claims: readonly DraftClaim[];
  readonly requests: ModelServer['requests'];
  readonly tookMs: number;
}

async function draftWith(
  provider: Provider,
  reactions: readonly Reaction[],
  options: {
    readonly limits?: Partial<CallLimits>;
    readonly signal?: AbortSignal;
    readonly opened?: Opened;
  } = {},
): Promise<Outcome> {
  const opened = options.opened ?? (await open(provider, options.limits));
  const before = server.requests.length;
  const claims: DraftClaim[] = [];
  const started = performance.now();
  server.react(...reactions);
  const result = await opened.model.drafter
    .draft(RETRIEVAL, {
      onClaim: (claim) => claims.push(claim),
      ...(options.signal && { signal: options.signal }),
    })
    .then((draft) => ({ draft }))
    .catch((error: unknown) => ({ error }));
  return {
    ...opened,
    ...result,
    claims,
    requests: server.requests.slice(before),
    tookMs: performance.now() - started,
  };
}

const textsOf = ({ claims }: Outcome): readonly string[] => claims.map(({ text }) => text);

function expectFailure({ error, notes }: Outcome, reason: FallbackReason): ModelError {
  if (!(error instanceof ModelError)) throw new Error(`It did not fail as a model does: ${String(error)}`);
  expect(error.reason, error.message).toBe(reason);
  expect(notes).toContain(error.message);
  return error;
}

describe.each<Provider>(['openai', 'ollama', 'anthropic'])('%s', (provider) => {
  it('streams claims, bound to a schema, with the tokens that it counts', async () => {
    const outcome = await draftWith(provider, [GOOD]);
    expect(textsOf(outcome)).toEqual([
      'The Tarn Courier, 14 March 2019: The Reform Alliance won 48 seats.',
      'The Tarn Courier, 14 March 2019: Lena Markovic leads it.',
    ]);
    expect(outcome.draft).toMatchObject({ drafter: `${provider}:fake`, declined: false, tokens: COUNTED });
    expect(outcome.draft?.claims).toEqual(outcome.claims);
    expect(outcome.claims[0]?.quotes).toEqual([{ passageId: 'harbour#0', text: CLAIMS[0]?.quotes[0]?.text }]);
    expect(outcome.requests.map(({ hasSchema }) => hasSchema)).toEqual([true]);
  });

  it('is asked for few tokens, without tools, and coolly', async () => {
    const { requests } = await draftWith(provider, [GOOD]);
    const sent = JSON.stringify(requests[0]?.body);
    expect(sent).toMatch(/"(?:max_tokens|num_predict)":4000/);
    expect(sent).toMatch(/"temperature":0\b/);
    expect(sent).not.toMatch(/"tools":\[\{/);
  });

  it('hands the first claim over while the second is still being written', async () => {
    const { model } = await open(provider, { nextPieceMs: 5_000 });
    server.react({ reply: GOOD, everyMs: 8 });
    let firstMs = 0;
    const started = performance.now();
    await model.drafter.draft(RETRIEVAL, {
      onClaim: () => {
        firstMs ||= performance.now() - started;
      },
    });
    expect(firstMs).toBeLessThan((performance.now() - started) * 0.85);
  });

  it('may decline', async () => {
    const { draft } = await draftWith(provider, ['{"declined": true, "claims": []}']);
    expect(draft).toMatchObject({ claims: [], declined: true });
  });

  it('estimates tokens where none are counted, and says so', async () => {
    const { draft } = await draftWith(provider, [{ reply: GOOD, counts: false }]);
    expect(draft?.tokens).toMatchObject({ output: Math.ceil(GOOD.length / 4), estimated: true });
    expect(draft?.tokens?.input).toBeGreaterThan(500);
  });

  it('is asked in numbered lines where it takes no schema, and from then on', async () => {
    const refused = await draftWith(provider, [
      { status: 400, message: 'structured output is not supported' },
      PLAIN,
    ]);
    expect(textsOf(refused)).toHaveLength(1);
    expect(refused.requests.map(({ hasSchema }) => hasSchema)).toEqual([true, false]);
    const again = await draftWith(provider, [PLAIN], { opened: refused });
    expect(again.requests.map(({ hasSchema }) => hasSchema)).toEqual([false]);
    expect(again.notes.join()).toContain('asked in plain lines from now on');
  });

  it('is asked in numbered lines after it took no notice of the schema', async () => {
    const first = await draftWith(provider, ['The Reform Alliance won 48 seats.']);
    expectFailure(first, 'malformed');
    const second = await draftWith(provider, [PLAIN], { opened: first });
    expect(second.requests.map(({ hasSchema }) => hasSchema)).toEqual([false]);
    expect(textsOf(second)).toHaveLength(1);
  });

  it('is asked without a temperature where it takes none', async () => {
    const { requests, draft } = await draftWith(provider, [
      { status: 400, message: 'temperature is not supported' },
      GOOD,
    ]);
    expect(draft?.claims).toHaveLength(2);
    expect(requests.map(({ body }) => JSON.stringify(body).includes('"temperature":0'))).toEqual([
      true,
      false,
    ]);
  });

  it('is tried again after 429, when it says that it may be', async () => {
    const { draft, requests, tookMs } = await draftWith(provider, [{ status: 429, retryAfter: '0.3' }, GOOD]);
    expect(draft?.claims).toHaveLength(2);
    expect(requests).toHaveLength(2);
    expect(tookMs).toBeGreaterThanOrEqual(300);
  });

  it('is not waited for longer than there is time', async () => {
    const outcome = await draftWith(provider, [{ status: 429, retryAfter: '3600' }, GOOD]);
    expectFailure(outcome, 'unavailable');
    expect(outcome.requests).toHaveLength(1);
    expect(outcome.tookMs).toBeLessThan(1_000);
  });

  it.each<[string, Reaction]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a connection that is reset', 'reset'],
  ])('is tried once more after %s, not twice', async (_, fault) => {
    const recovered = await draftWith(provider, [fault, GOOD]);
    expect(recovered.draft?.claims).toHaveLength(2);
    const failed = await draftWith(provider, [fault]);
    expectFailure(failed, 'unavailable');
    expect(failed.requests).toHaveLength(2);
    expect(failed.claims).toEqual([]);
  });

  it.each<[string, Reaction, FallbackReason, RegExp]>([
    ['a key that it does not take', { status: 401 }, 'unavailable', /check MODEL_API_KEY/],
    ['a model that it does not know', { status: 404 }, 'unavailable', /check MODEL and MODEL_BASE_URL/],
    [
      'too long a prompt',
      { status: 400, message: 'maximum context length exceeded' },
      'unavailable',
      /larger context/,
    ],
    ['a content filter', { status: 400, message: 'content_filter triggered' }, 'refused', /content filter/],
    ['an empty reply', 'no choices', 'malformed', /empty/],
    ['a reply that is no draft', '{"declined": fal', 'malformed', /broken or ends early/],
    ['a reply that is filtered', { reply: GOOD, finish: 'content_filter' }, 'refused', /refused/],
  ])('fails at once with %s', async (_, reaction, reason, message) => {
    const outcome = await draftWith(provider, [reaction]);
    expect(expectFailure(outcome, reason).message).toMatch(message);
    expect(outcome.requests).toHaveLength(1);
  });

  it.each<[string, Reaction, RegExp]>([
    ['a frame that is no JSON', 'wrong JSON', /malformed|unavailable/],
    ['a web page', 'a web page', /malformed|unavailable/],
  ])('fails on %s', async (_, reaction, reasons) => {
    const { error } = await draftWith(provider, [reaction]);
    expect((error as ModelError).reason).toMatch(reasons);
  });

  it('keeps what was complete before the stream was cut', async () => {
    const outcome = await draftWith(provider, [{ reply: GOOD, pieces: HALF, after: 'cut' }]);
    const { tokens } = expectFailure(outcome, 'unavailable');
    expect(textsOf(outcome)).toEqual(['The Tarn Courier, 14 March 2019: The Reform Alliance won 48 seats.']);
    expect(outcome.requests).toHaveLength(1);
    expect(tokens).toMatchObject({ estimated: true });
    expect(tokens?.output).toBeGreaterThan(10);
  });

  it('keeps what was complete before the stream ended early', async () => {
    const outcome = await draftWith(provider, [{ reply: GOOD, pieces: HALF, after: 'end' }]);
    expect(outcome.error).toBeInstanceOf(ModelError);
    expect(textsOf(outcome)).toHaveLength(1);
  });

  it('is given up when it begins no answer, and its connection is closed', async () => {
    const outcome = await draftWith(provider, ['silence'], { limits: { firstPieceMs: 200 } });
    expect(expectFailure(outcome, 'slow').message).toContain('began no answer');
    expect(outcome.tookMs).toBeLessThan(1_000);
    expect(await outcome.requests[0]?.closed).toEqual({ early: true });
  });

  it('is given up when it falls silent, and its connection is closed', async () => {
    const outcome = await draftWith(provider, [{ reply: GOOD, pieces: HALF, after: 'silence' }], {
      limits: { nextPieceMs: 250 },
    });
    expect(expectFailure(outcome, 'slow').message).toContain('fell silent');
    expect(textsOf(outcome)).toHaveLength(1);
    expect(await outcome.requests[0]?.closed).toEqual({ early: true });
  });

  it('is given up when it drips', async () => {
    const outcome = await draftWith(provider, [{ reply: GOOD, everyMs: 60 }], { limits: { wholeMs: 400 } });
    expect(expectFailure(outcome, 'slow').message).toContain('too long');
    expect(outcome.tookMs).toBeLessThan(1_200);
  });

  it('is given up when the time of the question is up', async () => {
    const outcome = await draftWith(provider, ['silence'], { signal: AbortSignal.timeout(60) });
    expect(expectFailure(outcome, 'slow').message).toContain('MODEL_SECONDS');
    expect(await outcome.requests[0]?.closed).toEqual({ early: true });
  });

  it.each<[string, Reaction]>([
    ['before the first byte', 'silence'],
    ['in the middle of a reply', { reply: GOOD, pieces: HALF, after: 'silence' }],
    ['between two tries', { status: 503, retryAfter: '1' }],
  ])(
    'is let go by who asked %s: the server sees it, and it is no failure of the model',
    async (_, reaction) => {
      const abort = new AbortController();
      const reason = new DOMException('not wanted any more', 'AbortError');
      const before = server.requests.length;
      const timer = setInterval(() => server.requests.length > before && abort.abort(reason), 50);
      const outcome = await draftWith(provider, [reaction], {
        signal: abort.signal,
        limits: { firstPieceMs: 5_000, nextPieceMs: 5_000, wholeMs: 5_000 },
      });
      clearInterval(timer);
      expect(outcome.error).toBe(reason);
      expect(outcome.notes).toEqual([]);
      expect(outcome.tookMs).toBeLessThan(1_000);
      expect(outcome.requests).toHaveLength(1);
      if (typeof reaction === 'string' || !('status' in reaction))
        expect(await outcome.requests[0]?.closed).toEqual({ early: true });
    },
  );

  it('is left alone for a while after five failures, then tried again', async () => {
    const opened = await open(provider, { breakMs: 250 });
    for (let index = 0; index < 5; index += 1) await draftWith(provider, [{ status: 401 }], { opened });
    const refused = await draftWith(provider, [GOOD], { opened });
    expect(expectFailure(refused, 'unavailable').message).toContain('left alone');
    expect(refused.requests).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await draftWith(provider, [GOOD], { opened })).draft?.claims).toHaveLength(2);
  });

  it('never shows a key', async () => {
    for (const status of [400, 401, 404, 429, 500]) {
      const message = `Incorrect API key ${FAKE_KEY}; Authorization: Bearer ${FAKE_KEY}; sk-proj-AbCd***********WxYz`;
      const { error, notes } = await draftWith(provider, [{ status, message }]);
      const told = `${String(error)} ${notes.join(' ')}`;
      expect(told).not.toContain(FAKE_KEY);
      expect(told).not.toMatch(/sk-proj|Bearer sk/);
    }
  });
});

describe('ollama', () => {
  it('is given room for the passages', async () => {
    const { requests } = await draftWith('ollama', [GOOD]);
    expect(JSON.stringify(requests[0]?.body)).toContain('"num_ctx":16384');
  });
});

describe('openai', () => {
  it('lets a model that thinks do so', async () => {
    const model = await openModel({ spec: 'openai:gpt-5-mini', baseUrl: server.urls.openai });
    server.react(GOOD);
    await model.drafter.draft(RETRIEVAL);
    const sent = server.requests.at(-1)?.body;
    expect(sent).toMatchObject({ max_completion_tokens: 16_000 });
    expect(sent).not.toHaveProperty('temperature');
  });

  it('refuses in a field of its own', async () => {
    const outcome = await draftWith('openai', [{ refusal: 'I cannot help with that.' }]);
    expectFailure(outcome, 'refused');
    expect(outcome.requests).toHaveLength(1);
  });

  it('does not open the circuit because people change their minds', async () => {
    const opened = await open('openai');
    for (let index = 0; index < 6; index += 1) {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), 20);
      await draftWith('openai', ['silence'], { opened, signal: abort.signal });
    }
    expect((await draftWith('openai', [GOOD], { opened })).draft?.claims).toHaveLength(2);
  });

  it('is not there', async () => {
    const gone = await startModelServer();
    await gone[Symbol.asyncDispose]();
    const notes: string[] = [];
    const model = await openModel({
      spec: 'openai:fake',
      baseUrl: gone.urls.openai,
      note: (line) => notes.push(line),
    });
    await expect(model.drafter.draft(RETRIEVAL)).rejects.toMatchObject({ reason: 'unavailable' });
    expect(notes.join()).toContain('check MODEL_BASE_URL');
  });

  it('gets no key of another endpoint', async () => {
    const model = await openModel({ spec: 'openai:fake', baseUrl: server.urls.openai });
    server.react(GOOD);
    await model.drafter.draft(RETRIEVAL);
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer none');
  });
});

describe('anthropic', () => {
  it('refuses by its reason to stop', async () => {
    expectFailure(await draftWith('anthropic', [{ refusal: 'no' }]), 'refused');
  });
});
