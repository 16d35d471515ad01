import PQueue from 'p-queue';
import type { DeskLimits } from './limits.ts';

const MS_PER_SECOND = 1_000;
/** Of a question before any has been answered. */
const FIRST_GUESS_MS = 1_000;
/** Weight of the newest duration in the estimate. */
const NEWEST_WEIGHT = 0.2;

/** How long a question waits: the questions before it, and about how many seconds. */
export interface Wait {
  readonly ahead: number;
  readonly seconds: number;
}

/** A question in the queue. */
export interface Turn<Result> {
  /** What must not be worked on at the same time as this: a conversation, a person's own one. */
  readonly keys: readonly string[];
  readonly work: () => Promise<Result>;
  readonly signal?: AbortSignal | undefined;
  /** Called at once where the question has to wait. */
  readonly onQueued?: ((wait: Wait) => void) | undefined;
}

/**
 * A bounded queue of questions. Those that share a key are worked on in the order in which they came, one at a time;
 * others side by side, so many at once.
 */
export class QuestionQueue {
  readonly #limits: Pick<DeskLimits, 'questionsAtOnce' | 'queueLength' | 'longestWaitSeconds'>;
  readonly #running: PQueue;
  /** By key: settles when the last question of it has ended. */
  readonly #tails = new Map<string, Promise<void>>();
  #taken = 0;
  #typicalMs = FIRST_GUESS_MS;
  #idle = Promise.withResolvers<void>();

  constructor(limits: Pick<DeskLimits, 'questionsAtOnce' | 'queueLength' | 'longestWaitSeconds'>) {
    this.#limits = limits;
    this.#running = new PQueue({ concurrency: limits.questionsAtOnce });
  }

  /** How long a question would wait that came now, or that there is no room for it. */
  get wait(): Wait & { readonly isFull: boolean } {
    const { questionsAtOnce, queueLength, longestWaitSeconds } = this.#limits;
    const ahead = Math.max(0, this.#taken - questionsAtOnce + 1);
    const ms = Math.ceil(ahead / questionsAtOnce) * this.#typicalMs;
    const seconds = ahead === 0 ? 0 : Math.max(1, Math.ceil(ms / MS_PER_SECOND));
    return { ahead, seconds, isFull: ahead > queueLength || seconds > longestWaitSeconds };
  }

  /** Works on a question when its turn has come. Throws what the work throws, or the signal's reason. */
  async take<Result>({ keys, work, signal, onQueued }: Turn<Result>): Promise<Result> {
    signal?.throwIfAborted();
    const before = [...new Set(keys.flatMap((key) => this.#tails.get(key) ?? []))];
    const { ahead, seconds } = this.wait;
    if (before.length > 0 || ahead > 0) {
      onQueued?.({ ahead: Math.max(ahead, before.length), seconds: Math.max(1, seconds) });
    }
    this.#taken += 1;
    const ended = Promise.withResolvers<void>();
    for (const key of keys) this.#tails.set(key, ended.promise);
    try {
      await orAborted(Promise.all(before), signal);
      return await this.#running.add(() => this.#timed(work), signal ? { signal } : {});
    } finally {
      // Whoever comes after waits for those before too: one that gave up must not let it pass them.
      void Promise.all(before).then(() => {
        ended.resolve();
        for (const key of keys) if (this.#tails.get(key) === ended.promise) this.#tails.delete(key);
      });
      this.#taken -= 1;
      if (this.#taken === 0) {
        this.#idle.resolve();
        this.#idle = Promise.withResolvers<void>();
      }
    }
  }

  /** Resolves when nothing is worked on or waits. */
  async whenIdle(): Promise<void> {
    if (this.#taken > 0) await this.#idle.promise;
  }

  async #timed<Result>(work: () => Promise<Result>): Promise<Result> {
    const started = performance.now();
    const result = await work();
    const tookMs = performance.now() - started;
    this.#typicalMs += NEWEST_WEIGHT * (tookMs - this.#typicalMs);
    return result;
  }
}

async function orAborted(work: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) {
    await work;
    return;
  }
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
