/** Asks a chat model within limits: of time, of tries, and of patience with an endpoint that is down. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { ModelError } from '../errors.ts';
import type { Tokens } from '../types.ts';
import { UnreadableDraft } from './draft-reader.ts';
import { type Exchange, withinExchange } from './exchange.ts';
import { CallTooSlow, type Failure, readFailure, wordsOf } from './failure.ts';
import type { Chat, ChatPiece } from './open-chat.ts';
import type { PromptText } from './prompt.ts';
import { redact } from './redact.ts';

/** Milliseconds each. */
export interface CallLimits {
  /** From the request to the first piece of the reply: a local server may have to load its model. */
  readonly firstPieceMs: number;
  /** Between two pieces. */
  readonly nextPieceMs: number;
  /** One call, its second try included. */
  readonly wholeMs: number;
  /** Before the second try, where the server does not say. */
  readonly retryMs: number;
  /** How long an endpoint that failed `FAILURES_TO_BREAK` times in a row is left alone. */
  readonly breakMs: number;
}

export const CALL_LIMITS: CallLimits = {
  firstPieceMs: 45_000,
  nextPieceMs: 20_000,
  wholeMs: 120_000,
  retryMs: 500,
  breakMs: 30_000,
};

/** Failures in a row after which an endpoint is left alone for a while. */
const FAILURES_TO_BREAK = 5;
/** Where a provider sends no count: English has about four characters to a token, other languages fewer. */
const CHARACTERS_PER_TOKEN = 4;

export interface AskRequest {
  readonly prompt: PromptText;
  /** Binds the reply to a JSON schema. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
  /** Takes the reply piece by piece; returns whether enough has been read. */
  readonly onText: (text: string) => boolean;
  /** Takes the end of a reply that was not stopped. What it or `onText` throws makes the reply `malformed`. */
  readonly onEnd?: () => void;
}

export interface Asker {
  /**
   * Asks once, and once more where a failure may pass and nothing was read yet. Throws `ModelError`, or the reason of
   * `signal` where who asked has aborted it.
   */
  ask(request: AskRequest): Promise<Tokens>;
}

export interface AskerOptions {
  /** `provider:model`, for messages. */
  readonly name: string;
  /** Opens the model; without a temperature where it refuses one. */
  readonly open: (settings: { readonly temperature?: number }) => Promise<Chat>;
  /** Kept out of every message. */
  readonly apiKey?: string;
  readonly limits: CallLimits;
  /** Gets lines for the operator. */
  readonly note: (message: string) => void;
}

/** Drafts are to be faithful, not varied. */
const TEMPERATURE = 0;

/** A failed try: what is known of it. */
class TryFailed extends Error {
  readonly failure: Failure;
  readonly exchange: Exchange;
  readonly tokens: Tokens | undefined;

  constructor(failure: Failure, exchange: Exchange, options: { cause: unknown; tokens: Tokens | undefined }) {
    super(failure.what, options);
    this.failure = failure;
    this.exchange = exchange;
    this.tokens = options.tokens;
  }
}

/** An asker of one model, which is opened now. Throws what `open` throws. */
export async function createAsker({
  name,
  open,
  apiKey,
  limits,
  note,
}: AskerOptions): Promise<Asker & { readonly takesSchema: boolean }> {
  let chat = await open({ temperature: TEMPERATURE });
  let takesTemperature = true;
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof TryFailed && error.failure.isOutage),
    { halfOpenAfter: limits.breakMs, breaker: new ConsecutiveBreaker(FAILURES_TO_BREAK) },
  );

  const attempt = (request: AskRequest, signal: AbortSignal) =>
    breaker.execute(() => tryOnce(chat, request, { limits, signal }));

  async function attemptTwice(request: AskRequest, signal: AbortSignal, deadline: number): Promise<Tokens> {
    try {
      return await attempt(request, signal);
    } catch (error) {
      if (!(error instanceof TryFailed) || signal.aborted) throw error;
      const { failure, tokens, exchange } = error;
      if (failure.refused === 'temperature' && takesTemperature) {
        takesTemperature = false;
        chat = await open({});
        return attempt(request, signal);
      }
      const waitMs = exchange.retryAfterMs ?? limits.retryMs;
      if (!failure.isPassing || tokens || performance.now() + waitMs >= deadline) throw error;
      await sleep(waitMs, undefined, { signal });
      return attempt(request, signal);
    }
  }

  return {
    takesSchema: chat.takesSchema,
    async ask(request) {
      const tooLong = new AbortController();
      const timer = setTimeout(() => tooLong.abort(new CallTooSlow('it took too long')), limits.wholeMs);
      const signal = request.signal ? AbortSignal.any([request.signal, tooLong.signal]) : tooLong.signal;
      try {
        return await attemptTwice(request, signal, performance.now() + limits.wholeMs);
      } catch (error) {
        if (request.signal?.aborted && !isTimeUp(request.signal)) throw request.signal.reason;
        const modelError = toModelError(error, { name, apiKey, isTimeUp: request.signal?.aborted === true });
        note(modelError.message);
        throw modelError;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Whether the endpoint refused to be bound to a schema, or took no notice of it. */
export function formTrouble({ cause }: ModelError): 'refused' | 'ignored' | undefined {
  if (!(cause instanceof TryFailed)) return undefined;
  if (cause.failure.refused === 'schema') return 'refused';
  return cause.cause instanceof UnreadableDraft && cause.cause.isOtherForm ? 'ignored' : undefined;
}

/** Whether a signal was aborted by a time limit rather than by somebody. */
function isTimeUp({ reason }: AbortSignal): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** One request and its reply. Throws `TryFailed`. */
async function tryOnce(
  chat: Chat,
  request: AskRequest,
  { limits, signal }: { readonly limits: CallLimits; readonly signal: AbortSignal },
): Promise<Tokens> {
  const { prompt, schema, onText, onEnd } = request;
  const stalled = new AbortController();
  const exchange: Exchange = { signal: AbortSignal.any([signal, stalled.signal]) };
  const limit = (ms: number, what: string) => setTimeout(() => stalled.abort(new CallTooSlow(what)), ms);
  let timer = limit(limits.firstPieceMs, `it began no answer within ${limits.firstPieceMs / 1_000} s`);
  const read: Read = { text: '' };
  try {
    exchange.signal.throwIfAborted();
    const pieces = chat.stream({ prompt, signal: exchange.signal, ...(schema && { schema }) });
    let isEnough = false;
    for await (const piece of untilAborted(pieces, exchange)) {
      clearTimeout(timer);
      timer = limit(limits.nextPieceMs, `it fell silent for ${limits.nextPieceMs / 1_000} s`);
      take(piece, read);
      isEnough = piece.text !== '' && onText(piece.text);
      if (isEnough) break;
    }
    exchange.signal.throwIfAborted();
    if (!isEnough) {
      checkEnd(read, exchange);
      onEnd?.();
    }
    return countTokens(read, prompt);
  } catch (cause) {
    const error = exchange.signal.aborted ? exchange.signal.reason : cause;
    const tokens = read.hasBegun ? countTokens(read, prompt) : undefined;
    const failure = signal.aborted ? readAbort(signal) : readReplyFailure(error, schema !== undefined);
    throw new TryFailed(failure, exchange, { cause: error, tokens });
  } finally {
    clearTimeout(timer);
    // A reply of which enough has been read is not paid for to its end.
    stalled.abort();
  }
}

/** What has come of a reply. */
interface Read {
  text: string;
  hasBegun?: true;
  finish?: string;
  usage?: { readonly input: number; readonly output: number };
}

function take({ text, finish, usage }: ChatPiece, read: Read): void {
  read.text += text;
  read.hasBegun = true;
  if (finish !== undefined) read.finish = finish;
  if (usage) {
    // Some send the counts in parts, and some send them again and again as they grow.
    read.usage = {
      input: Math.max(read.usage?.input ?? 0, usage.input),
      output: Math.max(read.usage?.output ?? 0, usage.output),
    };
  }
}

/** The model would not answer. */
class Refusal extends Error {}

const REFUSED = /^(?:content_filter|refusal|safety|prohibited_content|blocklist|recitation|spii)$/i;

function checkEnd({ text, finish }: Read, { isRefusal }: Exchange): void {
  if (isRefusal || (finish !== undefined && REFUSED.test(finish))) throw new Refusal('it refused to answer');
  if (text.trim() === '') throw new UnreadableDraft('it is empty');
}

/** Whoever gave up, it is the endpoint's fault only where time ran out. */
function readAbort(signal: AbortSignal): Failure {
  const isSlow = signal.reason instanceof CallTooSlow || isTimeUp(signal);
  return { reason: 'slow', what: 'it took too long', isPassing: false, isOutage: isSlow };
}

function readReplyFailure(error: unknown, hasSchema: boolean): Failure {
  const lasting = { isPassing: false, isOutage: false };
  if (error instanceof Refusal) return { reason: 'refused', what: error.message, ...lasting };
  if (error instanceof UnreadableDraft) {
    return { reason: 'malformed', what: `its reply cannot be read: ${error.message}`, ...lasting };
  }
  return readFailure(error, { hasSchema });
}

function countTokens({ text, usage }: Read, { system, user }: PromptText): Tokens {
  const estimate = (length: number) => Math.ceil(length / CHARACTERS_PER_TOKEN);
  const { input = 0, output = 0 } = usage ?? {};
  // A reply that broke off has its input counted at most.
  if (input > 0 && (output > 0 || text === '')) return { input, output };
  return {
    input: input || estimate(system.length + user.length),
    output: output || estimate(text.length),
    estimated: true,
  };
}

/** The pieces until the signal aborts, even where the provider's class does not listen to it. */
async function* untilAborted(
  pieces: AsyncIterable<ChatPiece>,
  exchange: Exchange,
): AsyncGenerator<ChatPiece> {
  const { signal } = exchange;
  const iterator = withinExchange(exchange, () => pieces[Symbol.asyncIterator]());
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
  });
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = withinExchange(exchange, () => iterator.next());
      next.catch(() => undefined);
      const { done, value } = await Promise.race([next, aborted]);
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    // Not waited for: a generator that hangs would hang this one.
    void iterator.return?.().catch(() => undefined);
  }
}

function toModelError(
  error: unknown,
  {
    name,
    apiKey,
    isTimeUp,
  }: { readonly name: string; readonly apiKey: string | undefined; readonly isTimeUp: boolean },
): ModelError {
  const tokens = error instanceof TryFailed ? error.tokens : undefined;
  const options = { cause: error, ...(tokens && { tokens }) };
  const tail = 'the answer is not the model’s';
  if (isTimeUp)
    return new ModelError('slow', `${name}: the time of MODEL_SECONDS was up, so ${tail}`, options);
  if (error instanceof BrokenCircuitError) {
    return new ModelError(
      'unavailable',
      `${name}: it failed several times in a row and is left alone for a while, so ${tail}`,
      options,
    );
  }
  const failure = error instanceof TryFailed ? error.failure : readFailure(error, { hasSchema: false });
  const cause = error instanceof TryFailed ? error.cause : error;
  const isOurs = cause instanceof CallTooSlow || cause instanceof Refusal || cause instanceof UnreadableDraft;
  const said = isOurs ? '' : redact(wordsOf(cause), apiKey);
  const details = said === '' ? '' : ` It said: ${said}`;
  return new ModelError(failure.reason, `${name}: ${failure.what}, so ${tail}.${details}`, options);
}
