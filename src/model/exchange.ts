/** One HTTP exchange with a model's endpoint, as LangChain's classes do not show it. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Exchange {
  /** Closes the connection: not every provider's class hands its signal on. */
  readonly signal: AbortSignal;
  /** Milliseconds, as the server asked for by `retry-after`. */
  retryAfterMs?: number;
  /** Whether the endpoint said `refusal`, which LangChain leaves out. */
  isRefusal?: true;
}

const current = new AsyncLocalStorage<Exchange>();

/** Runs something whose requests through `exchangeFetch` belong to this exchange. */
export function withinExchange<Result>(exchange: Exchange, run: () => Result): Result {
  return current.run(exchange, run);
}

/** `fetch` that closes with its exchange and notes in it what the answer says. */
export const exchangeFetch: typeof fetch = async (input, init) => {
  const exchange = current.getStore();
  if (!exchange) return fetch(input, init);
  const signals = [exchange.signal, init?.signal].filter((signal) => signal instanceof AbortSignal);
  const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
  const retryAfterMs = readRetryAfter(response.headers);
  if (retryAfterMs !== undefined) exchange.retryAfterMs = retryAfterMs;
  const isStream = response.headers.get('content-type')?.includes('event-stream') === true;
  if (!response.body || !isStream) return response;
  return new Response(response.body.pipeThrough(watchForRefusal(exchange)), response);
};

const MS_PER_SECOND = 1_000;

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after, and the `retry-after-ms` of some. */
function readRetryAfter(headers: Headers): number | undefined {
  const ms = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (ms >= 0) return ms;
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(value.trim())
    ? Number(value) * MS_PER_SECOND
    : new Date(value).getTime() - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** A delta that refuses: inside a string of JSON the quotation marks would be escaped. */
const REFUSAL = /(?<!\\)"refusal"\s*:\s*"[^"]/;
/** Longer than the beginning of a match, so that one split between two pieces is met. */
const KEPT_LENGTH = 40;

function watchForRefusal(exchange: Exchange): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  let tail = '';
  return new TransformStream({
    transform: (bytes, controller) => {
      controller.enqueue(bytes);
      const text = tail + decoder.decode(bytes, { stream: true });
      if (REFUSAL.test(text)) exchange.isRefusal = true;
      tail = text.slice(-KEPT_LENGTH);
    },
  });
}
