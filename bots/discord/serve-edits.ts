import { setTimeout as delay } from 'node:timers/promises';
import { type Bot, PLATFORM } from './bot.ts';
import { editPost } from './edit-posts.ts';
import { describeError } from './errors.ts';

/** Milliseconds before a new start after a failure. */
const RESTART_DELAY_MS = 60_000;

/** Keeps posted answers in step with the corpus and with moderators' decisions until the signal. Never rejects. */
export async function serveEdits(bot: Bot, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await bot.desk.serveEdits(PLATFORM, (edit) => editPost(edit, bot), signal);
    } catch (error) {
      bot.options.log(`Discord: posted answers are not kept in step for a minute: ${describeError(error)}`);
      await delay(RESTART_DELAY_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}
