import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbedderError } from '../../../src/errors.ts';
import { openEmbedder } from '../../../src/retrieval/embedders/open-embedder.ts';
import type { Embedder } from '../../../src/types.ts';
import { cosine, testEmbedder } from '../../contracts/embedder.ts';
import {
  type EmbeddingServer,
  SERVER_DIMENSIONS,
  startEmbeddingServer,
} from '../../support/embedding-server.ts';

const KEY = 'sk-secret';
const PROTOCOLS = [
  { spec: 'openai:fake', path: '/v1/embeddings', base: '/v1/' },
  { spec: 'ollama:fake', path: '/api/embed', base: '' },
] as const;

let server: EmbeddingServer;

beforeAll(async () => {
  server = await startEmbeddingServer();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

function open({ spec, base }: (typeof PROTOCOLS)[number], timeoutMs = 5000): Promise<Embedder> {
  const baseUrl = `${server.url}${base}`;
  return openEmbedder(spec, { cacheFolder: 'unused', baseUrl, apiKey: KEY, timeoutMs });
}

async function failure(promise: Promise<unknown>): Promise<EmbedderError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EmbedderError)) throw new Error(`expected an EmbedderError, not ${error}`);
  expect(error.message).not.toContain(KEY);
  expect(error.message).toMatch(/so nothing was embedded; \S/);
  return error;
}

describe.each(PROTOCOLS)('$spec', (protocol) => {
  let embedder: Embedder;

  beforeAll(async () => {
    embedder = await open(protocol);
  });

  testEmbedder(protocol.spec, () => embedder);

  it('learns its dimensions from the server and keeps the key out of its id', () => {
    expect(embedder.dimensions).toBe(SERVER_DIMENSIONS);
    expect(embedder.id).toBe(`${protocol.spec}@${SERVER_DIMENSIONS}`);
  });

  it('sends texts in batches to the right place, with the key, and no blank ones', async () => {
    const before = server.requests.length;
    const texts = Array.from({ length: 150 }, (_, i) => (i % 50 === 0 ? '' : `sentence ${i}`));
    expect(await embedder.embed(texts, 'passage')).toHaveLength(150);
    const seen = server.requests.slice(before);
    expect(seen.map(({ texts: batch }) => batch.length)).toEqual([64, 64, 19]);
    expect(seen.flatMap(({ texts: batch }) => batch)).toEqual(texts.filter((text) => text !== ''));
    expect(new Set(seen.map(({ path }) => path))).toEqual(new Set([protocol.path]));
    expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${KEY}`]));
  });

  it('sends what readers see: no hidden characters', async () => {
    await embedder.embed(['a\u200b tag\u{e0041}ged \u202eword'], 'passage');
    expect(server.requests.at(-1)?.texts).toEqual(['a tagged word']);
  });

  it('waits as long as a 429 says and tries once more', async () => {
    server.next({ status: 429, retryAfter: '1' });
    expect(await embedder.embed(['patience'], 'query')).toHaveLength(1);
    const [first, second] = server.requests.slice(-2);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('takes a date as retry-after', async () => {
    server.next({ status: 503, retryAfter: new Date(Date.now() - 1000).toUTCString() });
    expect(await embedder.embed(['patience'], 'query')).toHaveLength(1);
  });

  it('gives up after a second refusal', async () => {
    const before = server.requests.length;
    server.next({ status: 500, retryAfter: '0' }, { status: 500 });
    expect((await failure(embedder.embed(['x'], 'query'))).message).toContain('answered 500');
    expect(server.requests.length - before).toBe(2);
  });

  it('does not wait for minutes', async () => {
    server.next({ status: 429, retryAfter: '600' });
    expect((await failure(embedder.embed(['x'], 'query'))).message).toContain('try again in 600 s');
  });

  it.each([
    [{ status: 401 }, 'check EMBEDDINGS_API_KEY'],
    [{ status: 404 }, 'check the model named in EMBEDDINGS'],
    [{ status: 400 }, 'answered 400'],
    ['not JSON', 'not JSON'],
    ['other shape', 'something else than vectors'],
    ['not a number', 'something else than vectors'],
    ['short', '0 vectors for 1 texts'],
    ['zero', 'a vector that is zero'],
    ['other dimensions', `${SERVER_DIMENSIONS + 1} dimensions instead of ${SERVER_DIMENSIONS}`],
  ] as const)('says what is wrong, at once: %o', async (behaviour, words) => {
    const before = server.requests.length;
    server.next(behaviour);
    expect((await failure(embedder.embed(['x'], 'query'))).message).toContain(words);
    expect(server.requests.length - before).toBe(1);
  });

  it('tries once more after a connection that broke off', async () => {
    server.next('cut');
    expect(await embedder.embed(['x'], 'query')).toHaveLength(1);
    server.next('cut', 'cut');
    expect((await failure(embedder.embed(['x'], 'query'))).message).toContain('broke off');
  });

  it('keeps to its time limit', async () => {
    const hasty = await open(protocol, 200);
    server.next('silent');
    expect((await failure(hasty.embed(['x'], 'query'))).message).toContain('no answer within 200 ms');
  });

  it('stops waiting when it is told to', async () => {
    server.next('silent');
    const abort = new AbortController();
    const left = embedder.embed(['x'], 'query', abort.signal);
    setTimeout(() => abort.abort(new Error('enough')), 20);
    await expect(left).rejects.toThrow('enough');
    server.next({ status: 503, retryAfter: '20' });
    const pausing = embedder.embed(['x'], 'query', AbortSignal.timeout(100));
    await expect(pausing).rejects.toThrow(/abort|timeout/i);
  });

  it('says when nobody answers at all', async () => {
    const nobody = openEmbedder(protocol.spec, {
      cacheFolder: 'unused',
      baseUrl: 'http://127.0.0.1:1',
      apiKey: KEY,
    });
    expect((await failure(nobody)).message).toContain('cannot be reached');
  });
});

describe('OpenAI-compatible endpoints', () => {
  it('may send base64 and any order', async () => {
    const embedder = await open(PROTOCOLS[0]);
    const texts = ['alpha', 'beta', 'gamma'];
    const plain = await embedder.embed(texts, 'query');
    for (const behaviour of ['base64', 'shuffled'] as const) {
      server.next(behaviour);
      const vectors = await embedder.embed(texts, 'query');
      expect(vectors.map((vector, i) => cosine(vector, plain[i]) > 0.99999)).toEqual([true, true, true]);
    }
  });
});
