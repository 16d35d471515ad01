import { setTimeout as delay } from 'node:timers/promises';

/** How the bot comes to its end: first nothing new, then nothing that takes long, then nothing. */
export interface Lifecycle {
  /** Aborts when questions at work have to be given up. */
  readonly givingUp: AbortSignal;
  /** Aborts when the connection ends. */
  readonly leaving: AbortSignal;
  isClosing(): boolean;
  /** Ends; the same promise for everybody who asks. */
  close(): Promise<void>;
  /** Ends without waiting for questions at work. */
  stopNow(): void;
}

export interface LifecycleOptions {
  /** Milliseconds that questions at work have. */
  readonly drainTimeLimitMs: number;
  /** Resolves when nothing is at work. */
  readonly idle: () => Promise<void>;
  readonly disconnect: () => Promise<void>;
}

/** Milliseconds to say that questions are given up, and to disconnect: discord.js does not always come to an end. */
const FAREWELL_TIME_LIMIT_MS = 2_000;

export function createLifecycle({ drainTimeLimitMs, idle, disconnect }: LifecycleOptions): Lifecycle {
  const givingUp = new AbortController();
  const leaving = new AbortController();
  let closing: Promise<void> | undefined;
  const leave = async (): Promise<void> => {
    if (!givingUp.signal.aborted) await within(drainTimeLimitMs, idle());
    givingUp.abort();
    await within(FAREWELL_TIME_LIMIT_MS, idle());
    leaving.abort();
    await within(FAREWELL_TIME_LIMIT_MS, disconnect());
  };
  const close = (): Promise<void> => {
    closing ??= leave();
    return closing;
  };
  return {
    givingUp: givingUp.signal,
    leaving: leaving.signal,
    isClosing: () => closing !== undefined,
    close,
    stopNow() {
      givingUp.abort();
      void close();
    },
  };
}

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  await Promise.race([work, delay(limitMs, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
}
