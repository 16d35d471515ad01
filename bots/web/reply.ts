import type { ServerResponse } from 'node:http';
import { type Markup, markupText } from '../../src/index.ts';

/** What a page answers with. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** What follows the body, as it comes. Must not throw. */
  readonly more?: AsyncIterable<string>;
  readonly headers?: Readonly<Record<string, string>>;
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // The address of a page holds the question, which is nobody else's business.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A page, or its beginning as text. */
export function pageReply(status: number, page: Markup | string, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: typeof page === 'string' ? page : markupText(page),
    headers: { 'cache-control': 'no-store', vary: 'accept-language', ...headers },
  };
}

export function jsonReply(status: number, value: unknown, headers: Reply['headers'] = {}): Reply {
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify(value)}\n`,
    headers: { 'cache-control': 'no-store', ...headers },
  };
}

/** Sends a reply; to a HEAD request Node sends the headers only. Resolves when all of it is handed over. */
export async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(reply.status, {
    ...SECURITY_HEADERS,
    'content-type': reply.type,
    ...(!reply.more && { 'content-length': Buffer.byteLength(reply.body) }),
    ...reply.headers,
  });
  if (!reply.more) return void response.end(reply.body);
  response.write(reply.body);
  for await (const part of reply.more) {
    if (response.destroyed) return;
    response.write(part);
  }
  response.end();
}
