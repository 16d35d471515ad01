import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Update } from 'grammy/types';

export interface WebhookOptions {
  /** What Telegram sends along with each call; nobody else knows it. */
  readonly secret: string;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Takes an update to work on it later; false where it cannot be taken now: Telegram sends it again. */
  readonly take: (update: Update) => boolean;
}

export interface Webhook {
  readonly port: number;
  /** Stops listening; calls that are being answered are answered. */
  close(): Promise<void>;
}

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** Updates have some kilobytes; a long message with many entities has some hundred. */
const BODY_LIMIT_BYTES = 1024 * 1024;
const CONNECTION_LIMIT = 128;

/**
 * Listens for Telegram's calls, each of them one update. It is acknowledged as soon as it is written down: Telegram
 * calls again after ten seconds. Rejects where the port cannot be had.
 */
export async function serveWebhook(options: WebhookOptions): Promise<Webhook> {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000 },
    async (request, response) => {
      const status = await answerCall(request, options);
      const isRead = request.complete;
      response.writeHead(status, { 'content-length': 0, ...(!isRead && { connection: 'close' }) }).end();
    },
  );
  server.maxConnections = CONNECTION_LIMIT;
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}

/** The HTTP status. Who does not know the secret learns nothing, not even that something is wrong with the update. */
async function answerCall(request: IncomingMessage, { secret, take }: WebhookOptions): Promise<number> {
  if (!isSame(request.headers[SECRET_HEADER], secret)) return 401;
  if (request.method !== 'POST') return 405;
  const body = await readBody(request);
  if (body === undefined) return 413;
  const update = readUpdate(body);
  // What cannot be read never will be: it must not come again.
  if (!update) return 200;
  return take(update) ? 200 : 503;
}

/** Takes the same time whatever was sent: hashes are of one length. */
function isSame(given: string | readonly string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(secret));
}

/** Undefined where it is too large, or breaks off. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      length += chunk.length;
      if (length > BODY_LIMIT_BYTES) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readUpdate(body: string): Update | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isUpdate(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Who knows the secret is Telegram: the rest is as it says. */
function isUpdate(value: unknown): value is Update {
  return (
    typeof value === 'object' && value !== null && 'update_id' in value && Number.isInteger(value.update_id)
  );
}
