import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { describeTrouble, retryAfterMs, troubleOf } from './api-errors.ts';
import { type Intake, WORK_LIMIT } from './intake.ts';
import { pause } from './transformers.ts';

/** What the bot wants to hear of. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;

/** Seconds that Telegram holds a poll open. */
const POLL_SECONDS = 30;
const UPDATES_OF_POLL = 100;
const LONGEST_PAUSE_MS = 30_000;

export interface PollOptions {
  readonly api: Api;
  readonly intake: Intake;
  readonly log: (line: string) => void;
  /** Milliseconds before a poll that failed is tried again, doubled with each further one. */
  readonly retryMs: number;
  readonly signal: AbortSignal;
}

/**
 * Gets updates by long polling until the signal. Failures are told once, and polling goes on when they are over; a
 * refused token ends it.
 */
export async function poll(options: PollOptions): Promise<void> {
  const { intake, log, signal } = options;
  if (signal.aborted) return;
  const source = createSource<Update>({ supply: createSupplier(options) });
  const sink = createConcurrentSink<Update>({ consume: (update) => intake.done(update) }, async () => {}, {
    concurrency: WORK_LIMIT,
  });
  const runner = createRunner(source, sink);
  const stop = () => void runner.stop();
  signal.addEventListener('abort', stop, { once: true });
  runner.start();
  try {
    await runner.task();
  } catch (error) {
    if (!signal.aborted) log(`polling has ended: ${describeTrouble(error)}`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

type Supplier = Parameters<typeof createSource<Update>>[0]['supply'];

/** Asking for the next updates confirms those before, so each is written down before it is handed on. */
function createSupplier({ api, intake, log, retryMs, signal: stop }: PollOptions): Supplier {
  let offset = 0;
  return async (batchSize, signal) => {
    for (let failures = 0; ; failures += 1) {
      try {
        const updates = await api.getUpdates(
          {
            offset,
            limit: Math.max(1, Math.min(batchSize, UPDATES_OF_POLL)),
            timeout: POLL_SECONDS,
            allowed_updates: [...ALLOWED_UPDATES],
          },
          signal,
        );
        for (const update of updates) {
          intake.take(update);
          offset = Math.max(offset, update.update_id + 1);
        }
        if (failures > 0) log('Telegram answers again');
        return updates;
      } catch (error) {
        if (stop.aborted || troubleOf(error) === 'token') throw error;
        if (failures === 0) log(`${describeTrouble(error)}; it is tried again until it works`);
        await pause(retryAfterMs(error) ?? Math.min(retryMs * 2 ** failures, LONGEST_PAUSE_MS), stop);
        if (stop.aborted) throw error;
      }
    }
  };
}
