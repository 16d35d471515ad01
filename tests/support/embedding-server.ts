import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenLocally } from './local-server.ts';

/** What a request carried. */
export interface SeenRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly texts: readonly string[];
  readonly atMs: number;
}

/** How the server treats one request; it answers properly once the list is used up. */
export type Behaviour =
  | 'proper'
  | 'base64'
  | 'shuffled'
  | 'short'
  | 'not a number'
  | 'zero'
  | 'other dimensions'
  | 'other shape'
  | 'not JSON'
  | 'cut'
  | 'silent'
  | { readonly status: number; readonly retryAfter?: string };

export interface EmbeddingServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** Treats the coming requests so, in order. */
  next(...behaviours: readonly Behaviour[]): void;
}

export const SERVER_DIMENSIONS = 8;

/** Speaks OpenAI's protocol under /v1/embeddings and Ollama's under /api/embed, on a port of its own. */
export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const requests: SeenRequest[] = [];
  const behaviours: Behaviour[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    requests.push({
      path: request.url ?? '',
      authorization: request.headers.authorization,
      texts: body.input,
      atMs: performance.now(),
    });
    respond(behaviours.shift() ?? 'proper', { path: request.url ?? '', texts: body.input, response });
  });
  const local = await listenLocally(server);
  return {
    ...local,
    requests,
    next: (...coming) => behaviours.push(...coming),
  };
}

interface Exchange {
  readonly path: string;
  readonly texts: readonly string[];
  readonly response: ServerResponse;
}

function respond(behaviour: Behaviour, { path, texts, response }: Exchange): void {
  if (typeof behaviour === 'object') {
    const { status, retryAfter } = behaviour;
    response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    response.end('{"error": "the server quotes your key sk-secret here"}');
    return;
  }
  if (behaviour === 'silent') return;
  if (behaviour === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data": [');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (behaviour === 'not JSON') {
    response.end('<html>It works!</html>');
    return;
  }
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify(behaviour === 'other shape' ? { embedding: [] } : toAnswer(path, behaviour, texts)),
  );
}

function toAnswer(path: string, behaviour: Behaviour, texts: readonly string[]): object {
  const kept = behaviour === 'short' ? texts.slice(1) : texts;
  const vectors = kept.map((text) => toVector(text, behaviour));
  if (path === '/api/embed') return { model: 'fake', embeddings: vectors };
  const data = vectors.map((vector, index) => ({
    object: 'embedding',
    index,
    embedding:
      behaviour === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector,
  }));
  return { object: 'list', model: 'fake', data: behaviour === 'shuffled' ? data.reverse() : data };
}

/** Counts letters by their code: equal texts, equal vectors. Not of length 1, as some servers' are not. */
function toVector(text: string, behaviour: Behaviour): (number | null)[] {
  const vector = Array.from(
    { length: SERVER_DIMENSIONS + (behaviour === 'other dimensions' ? 1 : 0) },
    () => 0.5,
  );
  for (const character of text) {
    const place = (character.codePointAt(0) ?? 0) % SERVER_DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  if (behaviour === 'zero') return vector.map(() => 0);
  return behaviour === 'not a number' ? vector.map(() => null) : vector;
}
