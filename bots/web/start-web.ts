import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Answer, type AskOptions, phrasesFor, type Question, spokenLocale } from '../../src/index.ts';
import { createGate, type Gate, type GateLimits } from './gate.ts';
import { messagePage } from './pages.ts';
import { jsonReply, pageReply, type Reply, send } from './reply.ts';
import { badRequest, Refusal, route, type WebParts, type WebRequest } from './route.ts';

export interface WebOptions {
  /** `127.0.0.1` unless given: nobody else's machine can ask. */
  readonly host?: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Address under which a reverse proxy offers the page; its host name is accepted too. */
  readonly publicUrl?: string;
  /** Questions at work at once. */
  readonly limits?: GateLimits;
  /** Milliseconds after which a question is given up. */
  readonly askTimeLimitMs?: number;
  /** Told of failures, one line each. */
  readonly log?: (line: string) => void;
}

export interface Web {
  /** Where the page is, without a final slash. */
  readonly url: string;
  /** Stops listening, gives up what is at work, and resolves when all connections are closed. */
  close(): Promise<void>;
}

const DEFAULT_LIMITS: GateLimits = { total: 8, perClient: 2 };
const ASK_TIME_LIMIT_MS = 20_000;
const CONNECTION_LIMIT = 256;
/** Bytes. Holds the longest question, each character escaped. */
const HEADER_LIMIT = 32_768;
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Serves the page. Rejects where the port cannot be had. */
export async function startWeb(parts: WebParts, options: WebOptions): Promise<Web> {
  const { host = '127.0.0.1', port, limits = DEFAULT_LIMITS } = options;
  const closing = new AbortController();
  const handle = createHandler(parts, {
    ...options,
    host,
    gate: createGate(limits),
    closing: closing.signal,
  });
  const server = createServer(
    {
      maxHeaderSize: HEADER_LIMIT,
      requestTimeout: 10_000,
      headersTimeout: 5_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 2_000,
    },
    handle,
  );
  server.maxConnections = CONNECTION_LIMIT;
  server.maxRequestsPerSocket = 1_000;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: urlOf(server, host),
    async close() {
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface HandlerOptions extends WebOptions {
  readonly host: string;
  readonly gate: Gate;
  readonly closing: AbortSignal;
}

function createHandler(parts: WebParts, options: HandlerOptions) {
  const isOurs = hostCheck(options);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const locale = localeOf(request);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, options.closing]);
    const log = (error: unknown): void =>
      signal.aborted
        ? undefined
        : options.log?.(`web: ${request.method} ${pathOf(request)} failed: ${describeError(error)}`);
    try {
      const refused = refuse(request, locale, isOurs);
      if (refused) return await send(response, refused);
      const url = new URL(`http://localhost${request.url}`);
      const client = request.socket.remoteAddress ?? '';
      const ask: WebRequest['ask'] = (question, { onStatement } = {}) =>
        askWithin(question, { parts, signal, client, options, onStatement });
      await send(response, await route({ url, locale, signal, log, ask }, parts));
    } catch (error) {
      if (signal.aborted) return;
      log(error);
      await send(response, failureReply(request, locale));
    }
  };
}

/** What is turned away before anything is done for it. */
function refuse(
  request: IncomingMessage,
  locale: string,
  isOurs: (host: string | undefined) => boolean,
): Reply | undefined {
  const closed = { connection: 'close' };
  const bad = badRequest(locale);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...bad, status: 405, headers: { ...bad.headers, ...closed, allow: 'GET, HEAD' } };
  }
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody || !URL.canParse(`http://localhost${request.url}`) || !request.url?.startsWith('/')) {
    return { ...bad, headers: { ...bad.headers, ...closed } };
  }
  return isOurs(request.headers.host)
    ? undefined
    : { ...bad, status: 421, headers: { ...bad.headers, ...closed } };
}

/**
 * A page that only this machine may see is reached by this machine's names only: otherwise any web site could point its
 * own name here and read answers with the visitor's browser (DNS rebinding).
 */
function hostCheck({ host, publicUrl }: HandlerOptions): (host: string | undefined) => boolean {
  const names = new Set([
    ...LOOPBACK_HOSTS,
    host,
    ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]),
  ]);
  const isLocal = host.startsWith('127.') || host === 'localhost' || host === '::1';
  return (asked) => !isLocal || names.has(URL.parse(`http://${asked}`)?.hostname ?? '');
}

function failureReply(request: IncomingMessage, locale: string): Reply {
  if (request.url?.startsWith('/api/')) return jsonReply(500, { error: phrasesFor('en').failed });
  return pageReply(500, messagePage(phrasesFor(locale).failed, locale));
}

interface AskContext {
  readonly parts: Pick<WebParts, 'ask'>;
  readonly signal: AbortSignal;
  readonly client: string;
  readonly options: HandlerOptions;
  readonly onStatement: AskOptions['onStatement'];
}

/** Asks, unless too much is at work, and for a limited time. The place is free again only when the work has ended. */
async function askWithin(
  question: Question,
  { parts, signal, client, options, onStatement }: AskContext,
): Promise<Answer> {
  const leave = options.gate(client);
  if (!leave) throw new Refusal('busy');
  const timeLimit = AbortSignal.timeout(options.askTimeLimitMs ?? ASK_TIME_LIMIT_MS);
  const limit = AbortSignal.any([signal, timeLimit]);
  const asking = Promise.try(() =>
    parts.ask(question, { signal: limit, ...(onStatement && { onStatement }) }),
  ).finally(leave);
  try {
    return await Promise.race([asking, rejectOn(limit)]);
  } catch (error) {
    throw timeLimit.aborted ? new Refusal('tooSlow') : error;
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** The first language of the browser that the page speaks. */
function localeOf({ headers }: IncomingMessage): string {
  const wanted = (headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', quality] = entry.trim().split(/\s*;\s*q=/u);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/iu.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return spokenLocale(wanted.map(({ tag }) => tag));
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Without the query, which holds the question. */
function pathOf({ url = '' }: IncomingMessage): string {
  return JSON.stringify(url.split('?', 1)[0]);
}

function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
