import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import type { CheckCall } from './check-calls.ts';
import type { Failure } from './failure.ts';
import type { ApiCall } from './fake-telegram.ts';
import type { Faults } from './faults.ts';
import { findMethod } from './methods/index.ts';
import type { Parameters } from './parameters.ts';
import { readRequest } from './read-request.ts';
import type { Server } from './server.ts';

export interface Api extends Server {
  readonly token: string;
  readonly calls: ApiCall[];
  readonly faults: Faults;
  readonly checkCall: CheckCall;
  isRevoked: boolean;
  /** In lower case. */
  readonly missing: ReadonlySet<string>;
}

/** Answers one HTTP request: a method of the API, or a file. */
export async function answerRequest(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake');
  const [, isFile, token = '', rest = ''] = /^\/(file\/)?bot([^/]*)\/(.*)$/u.exec(url.pathname) ?? [];
  if (token === '') return send(response, new ApiError(404, 'Not Found'));
  if (token !== api.token || api.isRevoked) return send(response, new ApiError(401, 'Unauthorized'));
  if (isFile !== undefined) return sendFile(api, rest, response);
  const parameters = await readRequest(request, url);
  await answerCall(api, rest, parameters, response);
}

function sendFile({ world }: Api, path: string, response: ServerResponse): void {
  const file = [...world.files.values()].find((known) => known.path === path);
  if (!file) {
    send(response, new ApiError(404, 'Not Found'));
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.content.length,
  });
  response.end(file.content);
}

async function answerCall(
  api: Api,
  name: string,
  parameters: Parameters,
  response: ServerResponse,
): Promise<void> {
  const method = findMethod(name)?.name ?? name;
  const call: { -readonly [Key in keyof ApiCall]: ApiCall[Key] } = {
    method,
    parameters: describeParameters(parameters),
    at: api.world.now(),
  };
  api.calls.push(call);
  api.world.changed();
  api.world.violations.push(...api.checkCall(method, parameters));
  const failure = api.faults.take(method);
  const outcome = await perform(api, method, parameters, { failure, response });
  if (outcome === 'cut') {
    response.destroy();
  } else if (outcome instanceof ApiError) {
    call.response = { status: outcome.status, description: outcome.message };
    send(response, outcome);
  } else if ('html' in outcome) {
    call.response = { status: outcome.status };
    response.writeHead(outcome.status, { 'content-type': 'text/html' });
    response.end(outcome.html);
  } else {
    call.response = { status: 200, result: outcome.result };
    sendJson(response, 200, { ok: true, result: outcome.result });
  }
  api.world.changed();
}

type Outcome =
  | { readonly result: unknown }
  | { readonly status: number; readonly html: string }
  | ApiError
  | 'cut';

interface Circumstances {
  readonly failure: Failure | undefined;
  readonly response: ServerResponse;
}

async function perform(
  api: Api,
  method: string,
  parameters: Parameters,
  { failure, response }: Circumstances,
): Promise<Outcome> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const work = () => run(api, method, parameters, gone.signal);
  if (failure && 'delayMs' in failure && failure.delayMs !== undefined)
    await wait(failure.delayMs, undefined, { signal: gone.signal }).catch(() => {});
  if (!failure) return await work();
  if ('drop' in failure) {
    if (failure.drop === 'after') await work();
    return 'cut';
  }
  if ('html' in failure) return failure;
  if (!('status' in failure)) return await work();
  if (failure.afterwards) await work();
  return new ApiError(failure.status, failure.description, failure.parameters);
}

async function run(api: Api, name: string, parameters: Parameters, signal: AbortSignal): Promise<Outcome> {
  const found = findMethod(name);
  if (!found || api.missing.has(name.toLowerCase())) return new ApiError(404, 'Not Found: method not found');
  try {
    return { result: structuredClone(await found.method(api, { parameters, signal })) };
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/** A call that the bot makes by its answer to a webhook delivery. Nobody is told how it went. */
export async function answerReply(api: Api, reply: unknown): Promise<void> {
  if (typeof reply !== 'object' || reply === null || !('method' in reply)) return;
  const { method, ...values } = reply;
  const parameters = { values, files: new Map() };
  api.calls.push({
    method: String(method),
    parameters: values,
    at: api.world.now(),
    response: { status: 200 },
  });
  api.world.violations.push(...api.checkCall(String(method), parameters));
  await run(api, String(method), parameters, new AbortController().signal);
  api.world.changed();
}

function describeParameters({ values, files }: Parameters): Readonly<Record<string, unknown>> {
  const described = Object.entries(values).map(([name, value]) => [
    name,
    WORDS.has(name) ? value : parseStructure(value),
  ]);
  const uploads = [...files].map(([name, { filename, content }]) => [
    name,
    { filename, size: content.length },
  ]);
  return Object.fromEntries([...described, ...uploads]);
}

/** Parameters that are text, whatever they look like. */
const WORDS: ReadonlySet<string> = new Set(['text', 'caption', 'description', 'short_description', 'name']);

/** Forms carry lists and objects as JSON; numbers and plain words stay as they came. */
function parseStructure(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function send(response: ServerResponse, error: ApiError): void {
  const { status, message, parameters } = error;
  sendJson(response, status, {
    ok: false,
    error_code: status,
    description: message,
    ...(parameters && { parameters }),
  });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
