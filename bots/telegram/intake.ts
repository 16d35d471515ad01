import type { Update } from 'grammy/types';
import type { PlatformMemory } from '../../src/index.ts';

/**
 * Every update goes through here, however it came. It is written down before it is worked on and struck out afterwards,
 * so that none is lost when the process ends, and one that comes again is known.
 */
export interface Intake {
  /** Writes the update down and begins to work on it, unless it is known. Throws where it cannot be written down. */
  take(update: Update): void;
  /** So much is at work that no more should be taken. */
  readonly isFull: boolean;
  /** Resolves when the update is no longer at work. */
  done(update: Update): Promise<void>;
  /** Begins with what was left over from the last run, oldest first. */
  resume(): void;
  /** Resolves when nothing is at work. */
  idle(): Promise<void>;
}

export interface IntakeOptions {
  readonly memory: PlatformMemory;
  /** Update ids count anew for each bot. */
  readonly botId: number;
  /** Resolves to whether the update needs no more work; else it is left for the next run. Never rejects. */
  readonly work: (update: Update) => Promise<'done' | 'unfinished'>;
  /** Whether an update may still be worked on after a restart; what others say to each other is not written down. */
  readonly mustBeKept: (update: Update) => boolean;
  readonly log: (line: string) => void;
  readonly now?: () => number;
}

/** Updates at work or waiting for their turn; each holds its own few kilobytes. */
export const WORK_LIMIT = 2_000;
/** Telegram itself keeps what it cannot deliver for so long: nobody waits for an answer any more. */
const STALE_MS = 24 * 60 * 60 * 1000;

export function createIntake({
  memory,
  botId,
  work,
  mustBeKept,
  log,
  now = Date.now,
}: IntakeOptions): Intake {
  const atWork = new Map<number, Promise<void>>();
  const idOf = ({ update_id: id }: Update) => `${botId}:${id}`;

  const begin = (update: Update, isKept: boolean) => {
    const finish = async () => {
      try {
        const outcome = await work(update);
        if (outcome === 'done' && isKept) memory.settle(idOf(update));
      } catch (error) {
        log(`an update could not be struck out, so it is worked on again after the next start: ${error}`);
      } finally {
        atWork.delete(update.update_id);
      }
    };
    atWork.set(update.update_id, finish());
  };

  return {
    take(update) {
      const isKept = mustBeKept(update);
      if (!isKept || memory.receive(idOf(update), JSON.stringify(update))) begin(update, isKept);
    },
    get isFull() {
      return atWork.size >= WORK_LIMIT;
    },
    done: async (update) => atWork.get(update.update_id),
    resume() {
      for (const { id, payload } of memory.unsettled()) {
        if (!id.startsWith(`${botId}:`)) continue;
        const update: Update = JSON.parse(payload);
        if (writtenAt(update) < now() - STALE_MS) memory.settle(id);
        else begin(update, true);
      }
    },
    idle: async () => void (await Promise.all(atWork.values())),
  };
}

/** Milliseconds since 1970; what carries no time, such as a press, counts as recent. */
function writtenAt({ message, edited_message: edited }: Update): number {
  const seconds = edited?.edit_date ?? message?.date;
  return seconds === undefined ? Number.POSITIVE_INFINITY : seconds * 1000;
}
