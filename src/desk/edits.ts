/** Keeps posts in step with the corpus and with what moderators decide. */
import { setImmediate } from 'node:timers/promises';
import type { PendingEdit } from '../ledger/types.ts';
import type { Catalogue } from './catalogue.ts';
import { describeCause } from './describe-cause.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { DeskContext } from './parts.ts';
import { readStandingAnswer } from './standing.ts';
import type { EditOutcome, PostEdit } from './types.ts';

/** Edits looked at before the next look at the corpus. */
const EDITS_A_ROUND = 50;
/** A failed edit is tried so often: with doubling pauses for about two days. */
const MOST_ATTEMPTS = 12;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

/** Finds what has to be edited, and hands it over. */
export interface PostEditor {
  /** Finds answers whose cited words changed since the last look, and asks for edits of their posts. */
  findChanges(): Promise<void>;
  /** Asks for an edit of every post of an answer. */
  request(answerId: string): void;
  /** An answer was posted: where the corpus has changed since it was made, the post is looked at again. */
  noticePost(answerId: string): void;
  serve(platform: string, edit: EditPost, signal: AbortSignal): Promise<void>;
}

type EditPost = (edit: PostEdit) => Promise<EditOutcome>;

/** An editor of the posts of all platforms; each is served by its own adapter. */
export function createPostEditor(context: DeskContext, catalogue: Catalogue): PostEditor {
  const { ledger, clock, limits, note } = context;
  let seen: number | undefined;
  let wake = Promise.withResolvers<void>();
  const request = (answerId: string): void => {
    if (ledger.edits.request(answerId, clock()) === 0) return;
    wake.resolve();
    wake = Promise.withResolvers<void>();
  };
  const findChanges = async (): Promise<void> => {
    const { generation, digests } = await catalogue.read();
    if (generation === seen) return;
    for (const answerId of new Set(ledger.edits.stale(digests).map((stale) => stale.answerId))) {
      if (await differs(answerId, context)) request(answerId);
      ledger.edits.checked(answerId, digests);
      await setImmediate();
    }
    seen = generation;
  };
  const deliver = async (platform: string, edit: EditPost, signal: AbortSignal): Promise<void> => {
    for (const pending of ledger.edits.due(platform, { now: clock(), limit: EDITS_A_ROUND })) {
      if (signal.aborted) return;
      await deliverEdit(pending, edit, context);
    }
  };
  return {
    findChanges,
    request,
    noticePost: (answerId) => {
      const kept = ledger.answers.get(answerId);
      if (kept && seen !== undefined && kept.generation !== seen) request(answerId);
    },
    serve: async (platform, edit, signal) => {
      let isFailing = false;
      while (!signal.aborted) {
        const woken = wake.promise;
        let pause = limits.pollMs;
        try {
          await findChanges();
          await deliver(platform, edit, signal);
          const next = ledger.edits.nextDue(platform) ?? Number.POSITIVE_INFINITY;
          pause = Math.min(pause, Math.max(0, next - clock()));
          isFailing = false;
        } catch (error) {
          // Index or ledger cannot be read just now. Said once, not every few seconds.
          if (!isFailing) note(`posted answers are not kept up to date for now: ${describeCause(error)}`);
          isFailing = true;
        }
        await pauseUntil(woken, pause, signal);
      }
    },
  };
}

/** Whether a post of the answer shows something else than the answer says now. */
async function differs(answerId: string, context: DeskContext): Promise<boolean> {
  const standing = await readStandingAnswer(answerId, context);
  if (!standing) return false;
  const now = fingerprintOf(standing);
  return context.ledger.posts.of(answerId).some(({ shown }) => shown !== now);
}

async function deliverEdit(pending: PendingEdit, edit: EditPost, context: DeskContext): Promise<void> {
  const { ledger, clock, limits, note } = context;
  const answer = await readStandingAnswer(pending.answerId, context);
  if (!answer) return ledger.edits.giveUp(pending);
  const shown = fingerprintOf(answer);
  if (shown === pending.shown) return ledger.edits.done(pending, shown);
  try {
    const outcome = await edit({ post: pending.post, answer });
    if (outcome === 'gone') ledger.posts.remove(pending.row);
    else ledger.edits.done(pending, shown);
  } catch (error) {
    if (pending.attempts + 1 >= MOST_ATTEMPTS) {
      note(`a posted answer on ${pending.post.platform} stays as it is: ${describeCause(error)}`);
      return ledger.edits.giveUp(pending);
    }
    const pause = Math.min(LONGEST_PAUSE_MS, limits.retryMs * 2 ** pending.attempts);
    ledger.edits.postpone(pending, clock() + pause);
  }
}

/** Until something is to be done, the time has passed, or the end. */
async function pauseUntil(woken: Promise<void>, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, ms);
  const stop = (): void => over.resolve();
  signal.addEventListener('abort', stop, { once: true });
  await Promise.race([woken, over.promise]);
  clearTimeout(timer);
  signal.removeEventListener('abort', stop);
}
