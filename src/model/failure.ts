/** What went wrong with a call, read from whatever the providers' classes throw. */
import type { FallbackReason } from '../types.ts';

export interface Failure {
  readonly reason: FallbackReason;
  /** For the operator: cause and remedy, without the provider's words. */
  readonly what: string;
  /** Whether the same call may succeed a moment later. */
  readonly isPassing: boolean;
  /** Whether the endpoint is at fault: so many in a row, and it is left alone for a while. */
  readonly isOutage: boolean;
  /** A setting of the call that the endpoint does not know: the call is made without it. */
  readonly refused?: 'temperature' | 'schema';
}

/** A limit of ours ran out. */
export class CallTooSlow extends Error {
  override readonly name = 'CallTooSlow';
}

const TOO_MANY_REQUESTS = 429;
const CONTENT_FILTER = /content.?filter|content.?policy|safety|moderation/i;
const TOO_LONG = /context.?length|context window|too many tokens|maximum context|prompt is too long/i;
const UNREACHABLE = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT|SELF_SIGNED/i;

/** Reads a failure. `hasSchema`: the call was bound to one. */
export function readFailure(error: unknown, { hasSchema }: { readonly hasSchema: boolean }): Failure {
  const passing = { isPassing: true, isOutage: true };
  const lasting = { isPassing: false, isOutage: false };
  if (error instanceof CallTooSlow)
    return { reason: 'slow', what: error.message, isPassing: false, isOutage: true };
  const status = statusOf(error);
  const words = wordsOf(error);
  if (status === undefined && causesOf(error).some((cause) => cause instanceof SyntaxError)) {
    return { reason: 'malformed', what: 'it sent broken JSON', ...lasting, isOutage: true };
  }
  if (status === undefined) return readConnectionFailure(words);
  if (status === TOO_MANY_REQUESTS) {
    return {
      reason: 'unavailable',
      what: 'it takes no more requests now (429): see your rate and quota there',
      ...passing,
    };
  }
  if (status >= 500) return { reason: 'unavailable', what: `it failed (${status})`, ...passing };
  if (status === 408 || status === 409)
    return { reason: 'unavailable', what: `it failed (${status})`, ...passing };
  if (status === 401 || status === 403) {
    return {
      reason: 'unavailable',
      what: `it does not take the key (${status}): check MODEL_API_KEY`,
      ...lasting,
      isOutage: true,
    };
  }
  if (status === 404) {
    return {
      reason: 'unavailable',
      what: 'it knows no such model or path (404): check MODEL and MODEL_BASE_URL',
      ...lasting,
      isOutage: true,
    };
  }
  if (TOO_LONG.test(words)) {
    return {
      reason: 'unavailable',
      what: `the passages are too long for it (${status}): choose a model with a larger context`,
      ...lasting,
    };
  }
  if (CONTENT_FILTER.test(words))
    return { reason: 'refused', what: 'its content filter refused the question or the passages', ...lasting };
  const refused = /temperature/i.test(words) ? 'temperature' : hasSchema ? 'schema' : undefined;
  return {
    reason: 'unavailable',
    what: `it does not take the request (${status})`,
    ...lasting,
    ...(refused && { refused }),
  };
}

function readConnectionFailure(words: string): Failure {
  if (UNREACHABLE.test(words)) {
    return {
      reason: 'unavailable',
      what: 'it cannot be reached: check MODEL_BASE_URL, and that the server runs',
      isPassing: false,
      isOutage: true,
    };
  }
  return { reason: 'unavailable', what: 'the connection broke', isPassing: true, isOutage: true };
}

/** The status of an HTTP answer, under the names that the providers' classes give it. */
function statusOf(error: unknown): number | undefined {
  for (const cause of causesOf(error)) {
    for (const key of ['status', 'statusCode', 'status_code']) {
      const value = Reflect.get(cause, key);
      if (typeof value === 'number' && value >= 400) return value;
    }
  }
  return undefined;
}

/** Messages and codes of an error and its causes. */
export function wordsOf(error: unknown): string {
  return causesOf(error)
    .flatMap((cause) => [Reflect.get(cause, 'message'), Reflect.get(cause, 'code')])
    .filter((word) => typeof word === 'string' && word !== '')
    .join('; ');
}

const MAX_CAUSES = 5;

function causesOf(error: unknown): readonly object[] {
  const causes: object[] = [];
  for (let cause = error; typeof cause === 'object' && cause !== null && causes.length < MAX_CAUSES; ) {
    causes.push(cause);
    cause = Reflect.get(cause, 'cause');
  }
  return causes;
}
