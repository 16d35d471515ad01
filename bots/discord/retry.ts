import { setTimeout as delay } from 'node:timers/promises';
import { isTransient } from './errors.ts';

export interface RetryOptions {
  /** Milliseconds before the second attempt; doubled with each. */
  readonly delayMs: number;
  /** Ends the attempts. */
  readonly signal: AbortSignal;
}

const ATTEMPTS = 6;

/**
 * Does what may fail because Discord is down for some seconds: discord.js makes its own further attempts within a few
 * milliseconds. Rejects with the last failure, or at once with one that does not pass.
 */
export async function retryTransient<Result>(
  work: () => Promise<Result>,
  { delayMs, signal }: RetryOptions,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || signal.aborted || !isTransient(error)) throw error;
      await delay(delayMs * 2 ** (attempt - 1), undefined, { signal }).catch(() => {});
    }
  }
}
