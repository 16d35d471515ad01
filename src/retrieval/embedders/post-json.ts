import { setTimeout as delay } from 'node:timers/promises';
import { EmbedderError } from '../../errors.ts';

export interface PostOptions {
  /** Time limit of one attempt, its answer included. */
  readonly timeoutMs: number;
  /** Sent as a bearer token; never part of an error. */
  readonly apiKey?: string;
  readonly signal?: AbortSignal;
}

/** Pause before the second attempt where the server names none. */
const RETRY_PAUSE_MS = 1000;

/** A server that wants a longer pause than this is reported instead of waited for. */
const RETRY_PAUSE_LIMIT_MS = 30_000;

/** How an attempt ended when it brought no answer; `retryAfterMs` where a second one may fare better. */
interface Refusal {
  readonly reason: string;
  readonly remedy: string;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/**
 * Posts JSON and returns the JSON of the answer. One more attempt after 429, 5xx or a broken connection, when the server
 * says so or after a second. Throws `EmbedderError`, whose text holds nothing that the server said, or the signal's reason.
 */
export async function postJson(url: URL, body: unknown, options: PostOptions): Promise<unknown> {
  const first = await attempt(url, body, options);
  if ('json' in first) return first.json;
  if (first.retryAfterMs === undefined || first.retryAfterMs > RETRY_PAUSE_LIMIT_MS) throw refuse(url, first);
  await delay(first.retryAfterMs, undefined, options.signal ? { signal: options.signal } : {});
  const second = await attempt(url, body, options);
  if ('json' in second) return second.json;
  throw refuse(url, second);
}

async function attempt(
  url: URL,
  body: unknown,
  { timeoutMs, apiKey, signal }: PostOptions,
): Promise<{ readonly json: unknown } | Refusal> {
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (response.ok) return { json: JSON.parse(await response.text()) };
    await response.body?.cancel();
    return describeStatus(response);
  } catch (cause) {
    signal?.throwIfAborted();
    if (timeout.aborted) {
      return {
        reason: `gave no answer within ${timeoutMs} ms`,
        remedy: 'see whether it is overloaded',
        cause,
      };
    }
    if (cause instanceof SyntaxError) {
      return { reason: 'answered something that is not JSON', remedy: 'check EMBEDDINGS_BASE_URL', cause };
    }
    return {
      reason: 'cannot be reached or broke off',
      remedy: 'start it or check EMBEDDINGS_BASE_URL',
      retryAfterMs: RETRY_PAUSE_MS,
      cause,
    };
  }
}

function describeStatus({ status, headers }: Response): Refusal {
  const reason = `answered ${status}`;
  if (status === 401 || status === 403) return { reason, remedy: 'check EMBEDDINGS_API_KEY' };
  if (status === 404)
    return { reason, remedy: 'check the model named in EMBEDDINGS and EMBEDDINGS_BASE_URL' };
  if (status !== 429 && status < 500) return { reason, remedy: 'check the model named in EMBEDDINGS' };
  const retryAfterMs = readRetryAfter(headers.get('retry-after')) ?? RETRY_PAUSE_MS;
  const remedy = `try again ${retryAfterMs > RETRY_PAUSE_LIMIT_MS ? `in ${Math.ceil(retryAfterMs / 1000)} s` : 'later'}`;
  return { reason, remedy, retryAfterMs };
}

/** Seconds or an HTTP date. RFC 9110, section 10.2.3. */
function readRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const pauseMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(pauseMs) ? undefined : Math.max(0, pauseMs);
}

function refuse(url: URL, { reason, remedy, cause }: Refusal): EmbedderError {
  return new EmbedderError(
    `The embedding endpoint ${url.origin}${url.pathname} ${reason}, so nothing was embedded; ${remedy}`,
    cause === undefined ? {} : { cause },
  );
}
