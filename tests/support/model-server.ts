import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenLocally } from './local-server.ts';
import { anthropic, ollama, openai, type Protocol } from './model-protocols.ts';

/** What a model was asked. */
export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  /** All messages, joined. */
  readonly prompt: string;
  /** Whether the reply is bound to a JSON schema. */
  readonly hasSchema: boolean;
  /** Resolves when the connection is closed, and to whether that was before the whole reply was sent. */
  readonly closed: Promise<{ readonly early: boolean }>;
}

/** How the server treats one request. A text is the reply of a model in good health. */
export type Reaction =
  | string
  | ((request: ModelRequest) => string)
  /** An error in the protocol's own shape. */
  | { readonly status: number; readonly retryAfter?: string; readonly message?: string }
  /** A reply of which so many pieces are sent; then the connection is cut, or nothing comes any more. */
  | { readonly reply: string; readonly pieces: number; readonly after: 'cut' | 'silence' | 'end' }
  /** A whole reply that ends for this reason. */
  | { readonly reply: string; readonly finish: string }
  /** Pieces with so many milliseconds between them. */
  | { readonly reply: string; readonly everyMs: number }
  /** A whole reply without a count of tokens. */
  | { readonly reply: string; readonly counts: false }
  | { readonly refusal: string }
  | 'silence'
  | 'reset'
  | 'no choices'
  | 'wrong JSON'
  | 'a web page';

export interface ModelServer extends AsyncDisposable {
  /** Base URLs, as MODEL_BASE_URL takes them. */
  readonly urls: { readonly openai: string; readonly ollama: string; readonly anthropic: string };
  readonly requests: readonly ModelRequest[];
  /** Treats the coming requests so, in order; the last one stays. */
  react(...reactions: readonly Reaction[]): void;
}

const PROTOCOLS: ReadonlyMap<string, Protocol> = new Map([
  ['/v1/chat/completions', openai],
  ['/api/chat', ollama],
  ['/v1/messages', anthropic],
]);

/** Speaks the protocols of OpenAI, Ollama and Anthropic on a port of its own, with every fault on demand. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let reactions: readonly Reaction[] = [{ status: 500 }];
  const server = createServer(async (incoming, response) => {
    const protocol = PROTOCOLS.get(incoming.url ?? '');
    if (!protocol) {
      response.writeHead(404).end('{"error": {"message": "no such path"}}');
      return;
    }
    const body = JSON.parse(await text(incoming));
    const request: ModelRequest = {
      path: incoming.url ?? '',
      headers: incoming.headers,
      body,
      ...protocol.read(body),
      closed: once(response, 'close').then(() => ({ early: !response.writableFinished })),
    };
    requests.push(request);
    const [reaction = 'silence', ...rest] = reactions;
    if (rest.length > 0) reactions = rest;
    await respond(reaction, { request, protocol, response });
  });
  const { url, ...local } = await listenLocally(server);
  return {
    ...local,
    urls: { openai: `${url}/v1`, ollama: url, anthropic: url },
    requests,
    react: (...coming) => {
      reactions = coming;
    },
  };
}

interface Exchange {
  readonly request: ModelRequest;
  readonly protocol: Protocol;
  readonly response: ServerResponse;
}

async function respond(reaction: Reaction, exchange: Exchange): Promise<void> {
  const { request, protocol, response } = exchange;
  if (reaction === 'silence') return;
  if (reaction === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (reaction === 'a web page') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>It works!</html>');
    return;
  }
  if (reaction === 'no choices') return stream(protocol.empty(), exchange);
  if (reaction === 'wrong JSON') return stream(protocol.broken(), exchange);
  if (typeof reaction === 'string') return stream(protocol.reply(reaction, {}), exchange);
  if (typeof reaction === 'function') return stream(protocol.reply(reaction(request), {}), exchange);
  if ('status' in reaction) {
    const {
      status,
      retryAfter,
      message = 'the server quotes your key sk-secret-0123456789abcdef here',
    } = reaction;
    const headers = {
      'content-type': 'application/json',
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    };
    response.writeHead(status, headers).end(JSON.stringify(protocol.error(message)));
    return;
  }
  if ('refusal' in reaction) return stream(protocol.refusal(reaction.refusal), exchange);
  if ('counts' in reaction) return stream(protocol.reply(reaction.reply, { counts: false }), exchange);
  if ('finish' in reaction)
    return stream(protocol.reply(reaction.reply, { finish: reaction.finish }), exchange);
  const frames = protocol.reply(reaction.reply, {});
  if ('everyMs' in reaction) return stream(frames, { ...exchange, everyMs: reaction.everyMs });
  await stream(frames.slice(0, reaction.pieces), { ...exchange, isOpen: true });
  if (reaction.after === 'cut') response.destroy();
  if (reaction.after === 'end') response.end();
}

async function stream(
  frames: readonly string[],
  { protocol, response, everyMs = 0, isOpen = false }: Exchange & { everyMs?: number; isOpen?: boolean },
): Promise<void> {
  response.writeHead(200, { 'content-type': protocol.contentType });
  response.flushHeaders();
  for (const frame of frames) {
    if (response.destroyed) return;
    response.write(frame);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  if (!isOpen) response.end();
}
