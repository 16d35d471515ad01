import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenApiCheck } from './check-openapi.ts';
import type { Discord } from './discord.ts';
import { DiscordError, errors } from './discord-error.ts';
import type { RecordedRequest } from './fake-discord.ts';
import type { Faults } from './faults.ts';
import { findRoute, type Reply, type Route, readRequest, send } from './http.ts';
import type { RateLimits } from './rate-limits.ts';

export interface ApiOptions {
  readonly routes: readonly Route[];
  readonly isToken: (token: string) => boolean;
  readonly faults: Faults;
  readonly rateLimits: RateLimits;
  readonly openApi: OpenApiCheck | undefined;
  readonly checkResponses: boolean;
  readonly record: (request: RecordedRequest) => void;
}

const API_PATH = /^\/api(?:\/v10)?(?=\/)/u;
const CDN_PATH = /^\/cdn(?=\/)/u;

/** Answers requests of the API and downloads of attachments. */
export function createApi(
  discord: Discord,
  options: ApiOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const startedAt = performance.now();
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (CDN_PATH.test(url.pathname)) return download(discord, url.pathname.replace(CDN_PATH, ''), response);
    const recorded = {
      method: request.method ?? 'GET',
      path: url.pathname.replace(API_PATH, ''),
      query: Object.fromEntries(url.searchParams),
      body: undefined as unknown,
      files: [] as RecordedRequest['files'],
      status: 0,
      atMs: performance.now() - startedAt,
    };
    options.record(recorded);
    discord.world.changed();
    const reply = await answer(discord, options, { recorded, request }).catch(toReply);
    recorded.status = reply.status;
    send(response, reply);
    discord.world.changed();
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly recorded: { -readonly [Key in keyof RecordedRequest]: RecordedRequest[Key] };
}

async function answer(
  discord: Discord,
  options: ApiOptions,
  { request, recorded }: Exchange,
): Promise<Reply> {
  const { body, files } = await readRequest(request);
  recorded.body = body;
  recorded.files = files;
  const { method, path, query } = recorded;
  const found = findRoute(options.routes, method, path);
  const fault = await options.faults.meet(method, path);
  if (fault && !fault.isDone) return fault.reply;
  if (!found) {
    discord.violate(`${method} ${path}: the fake has no such route`);
    throw errors.notFound();
  }
  const { route, params } = found;
  const { authorization } = request.headers;
  if (route.auth === 'bot' && !options.isToken(authorization?.replace(/^Bot /u, '') ?? ''))
    throw errors.unauthorized();
  const { headers, refusal } = options.rateLimits.count(route, params);
  if (refusal) return { ...refusal, headers: { ...headers, ...refusal.headers } };
  for (const violation of options.openApi?.request(method, route.pattern, body) ?? [])
    discord.violate(violation);
  try {
    const reply = route.handle({ method, path, params, query, body, files, authorization });
    if (options.checkResponses)
      for (const violation of options.openApi?.response(method, route.pattern, asSent(reply)) ?? [])
        discord.violate(`the fake's own answer: ${violation}`);
    return fault?.reply ?? { ...reply, headers };
  } catch (error) {
    if (error instanceof DiscordError && isWrongBody(error))
      discord.violate(`${method} ${path}: ${error.message} ${JSON.stringify(error.errors ?? '')}`);
    return { ...toReply(error), headers };
  }
}

/** 50006: empty message; 50035: invalid form, unless it is a reply to a message which has gone. */
function isWrongBody({ code, errors: tree }: DiscordError): boolean {
  return code === 50_006 || (code === 50_035 && !JSON.stringify(tree).includes('REPLIES_UNKNOWN_MESSAGE'));
}

/** As the client reads it: without what JSON leaves out. */
function asSent({ status, body }: Reply): { readonly status: number; readonly body: unknown } {
  return { status, body: body === undefined ? undefined : JSON.parse(JSON.stringify(body)) };
}

function toReply(error: unknown): Reply {
  if (error instanceof DiscordError) return { status: error.status, body: error.toJSON() };
  console.error('The fake Discord failed:', error);
  return { status: 500 };
}

function download({ world }: Discord, path: string, response: ServerResponse): void {
  const file = world.files.get(path);
  if (!file) {
    send(response, { status: 404, body: errors.notFound().toJSON() });
    return;
  }
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.data.byteLength });
  response.end(file.data);
}
