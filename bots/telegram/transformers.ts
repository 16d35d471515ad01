import { autoRetry } from '@grammyjs/auto-retry';
import { type Api, HttpError, type Transformer } from 'grammy';

export interface CallOptions {
  /** Milliseconds before the second attempt at a call that failed, doubled with each further one. */
  readonly retryMs: number;
  /** A group became a supergroup. */
  readonly onMoved: (from: number, to: number) => void;
  /** Ends every wait between attempts, and every call. */
  readonly signal: AbortSignal;
}

/** Calls that are worth nothing later: progress, and answers to those who wait now. `getUpdates` has its own policy. */
const TRIED_ONCE: ReadonlySet<string> = new Set([
  'getMe',
  'getUpdates',
  'sendChatAction',
  'sendMessageDraft',
  'answerCallbackQuery',
  'answerInlineQuery',
]);
/** An hour, with the pauses between: an outage is over by then, or something else is wrong. */
const ATTEMPTS = 65;
const LONGEST_PAUSE_MS = 60_000;

/**
 * What every call goes through, from the wire outwards: 429 is obeyed, however long it asks to wait; failures of network
 * and server are tried again, so that a message may arrive twice where the connection broke after it was sent, but none
 * is lost; a group that became a supergroup is followed; no message shows a preview of its links.
 */
export function installTransformers(api: Api, options: CallOptions): void {
  const obey = autoRetry({ rethrowHttpErrors: true, rethrowInternalServerErrors: true });
  api.config.use(
    (prev, method, payload, signal) =>
      TRIED_ONCE.has(method) ? prev(method, payload, signal) : obey(prev, method, payload, signal),
    tryAgain(options),
    followChat(options),
    withoutPreviews,
    (prev, method, payload, signal) => prev(method, payload, signal ?? asCallSignal(options.signal)),
  );
}

function tryAgain({ retryMs }: CallOptions): Transformer {
  return async (prev, method, payload, signal) => {
    const attempts = TRIED_ONCE.has(method) ? 1 : ATTEMPTS;
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === attempts || signal?.aborted;
      try {
        const response = await prev(method, payload, signal);
        if (response.ok || response.error_code < 500 || isLast) return response;
      } catch (error) {
        if (!(error instanceof HttpError) || isLast || signal?.aborted) throw error;
      }
      await pause(Math.min(retryMs * 2 ** (attempt - 1), LONGEST_PAUSE_MS), signal);
    }
  };
}

function followChat({ onMoved }: CallOptions): Transformer {
  return async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal);
    const to = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (to === undefined || !('chat_id' in payload)) return response;
    onMoved(Number(payload.chat_id), to);
    return prev(method, { ...payload, chat_id: to }, signal);
  };
}

const withoutPreviews: Transformer = (prev, method, payload, signal) =>
  method === 'sendMessage' || method === 'editMessageText'
    ? prev(method, { ...payload, link_preview_options: { is_disabled: true } }, signal)
    : prev(method, payload, signal);

/** A signal as grammY's methods take it. */
export type CallSignal = NonNullable<Parameters<Transformer>[3]>;

/** grammY's types know the signals of a library only, its code takes those of Node as well. */
export function asCallSignal(signal: AbortSignal): CallSignal {
  return signal as unknown as CallSignal;
}

/** Resolves after the time, or at once at the signal. */
export function pause(ms: number, signal: AbortSignal | CallSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal?.addEventListener('abort', finish, { once: true });
  });
}
