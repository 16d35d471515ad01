import type { IncomingMessage, ServerResponse } from 'node:http';
import { DiscordError, errors } from './discord-error.ts';

/** A request, read. */
export interface Call {
  readonly method: string;
  /** Below `/api/v10`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly ReceivedFile[];
  readonly authorization: string | undefined;
}

export interface ReceivedFile {
  /** `n` of `files[n]`. */
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: string;
  /** As in Discord's OpenAPI document: `/channels/{channel_id}/messages`. */
  readonly pattern: string;
  /** `token`: whoever holds the token in the address may use it. */
  readonly auth: 'bot' | 'token';
  readonly handle: (call: Call) => Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204 };

/** Declares a route that the bot's token opens: `route('GET /users/{user_id}', handle)`. */
export function route(address: string, handle: Route['handle'], auth: Route['auth'] = 'bot'): Route {
  const [method = '', pattern = ''] = address.split(' ');
  return { method, pattern, handle, auth };
}

/** The route of a path with the values of its braces; fixed segments win over braces (`@original`, `@me`). */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const segments = path.split('/');
  return routes
    .filter((candidate) => candidate.method === method)
    .flatMap((candidate) => {
      const params = matchPattern(candidate.pattern.split('/'), segments);
      return params ? [{ route: candidate, params }] : [];
    })
    .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

function matchPattern(
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = decodeURIComponent(segment);
    else if (part !== decodeURIComponent(segment)) return undefined;
  }
  return params;
}

/** Reads JSON, or the `payload_json` and files of a multipart form. */
export async function readRequest(
  request: IncomingMessage,
): Promise<{ readonly body: unknown; readonly files: readonly ReceivedFile[] }> {
  const bytes = new Uint8Array(Buffer.concat(await Array.fromAsync(request)));
  if (bytes.length === 0) return { body: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data'))
    return { body: parseJson(Buffer.from(bytes).toString()), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files = await Promise.all(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string'
        ? []
        : value.arrayBuffer().then((data) => ({
            index: /\[(\d+)\]/u.exec(name)?.[1] ?? '0',
            filename: value.name,
            contentType: value.type || 'application/octet-stream',
            data: new Uint8Array(data),
          })),
    ),
  );
  return { body: typeof payload === 'string' ? parseJson(payload) : {}, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DiscordError(400, 50_109, 'The request body contains invalid JSON.');
  }
}

export function send(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** A parameter that the route's pattern guarantees. */
export function param({ params }: Call, name: string): string {
  const value = params[name];
  if (value === undefined) throw errors.notFound();
  return value;
}
