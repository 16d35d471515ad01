import type { Update } from 'grammy/types';
import { ApiError, badRequest } from './api-error.ts';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** Sent only where they are asked for by name. */
const NOT_BY_DEFAULT: ReadonlySet<UpdateKind> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);

interface Waiting {
  readonly limit: number;
  resolve(updates: readonly Update[]): void;
  reject(error: ApiError): void;
}

export interface Poll {
  readonly offset: number;
  readonly limit: number;
  /** Milliseconds. */
  readonly timeoutMs: number;
  /** Aborted when the poller's connection is gone. */
  readonly signal: AbortSignal;
}

/** Updates that the bot has not confirmed, and the one poll that waits for them. */
export class UpdateQueue {
  readonly all: Update[] = [];
  /** Oldest first. */
  readonly pending: Update[] = [];
  /** Handed out once, whatever offset the bot asks for. */
  readonly #again: Update[] = [];
  readonly #watchers = new Set<() => void>();
  #held: Update[] | undefined;
  #allowed: readonly string[] = [];
  #lastId = 500_000;
  #waiting: Waiting | undefined;

  allow(kinds: readonly string[] | undefined): void {
    if (kinds) this.#allowed = kinds;
  }

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  /** Queues an update, unless the bot has not asked for its kind. */
  push(kind: UpdateKind, content: object): Update | undefined {
    if (this.#allowed.length > 0 ? !this.#allowed.includes(kind) : NOT_BY_DEFAULT.has(kind)) return undefined;
    this.#lastId += 1;
    const update: Update = { update_id: this.#lastId, ...structuredClone({ [kind]: content }) };
    this.all.push(update);
    if (this.#held) this.#held.push(update);
    else {
      this.pending.push(update);
      this.#serve();
    }
    return update;
  }

  repeat(updateId = this.all.at(-1)?.update_id): void {
    const update = this.all.find(({ update_id }) => update_id === updateId);
    if (!update) throw new Error(`no update ${updateId} was sent: there is nothing to repeat`);
    this.#again.push(update);
    this.#serve();
  }

  hold(): void {
    this.#held ??= [];
  }

  release(order: 'reversed' | 'as they happened' = 'reversed'): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    if (order === 'reversed') this.#again.push(...held.reverse());
    else this.pending.push(...held);
    this.#serve();
  }

  drop(): void {
    this.pending.length = 0;
    this.#again.length = 0;
  }

  /** Updates to hand out now: repeated and reordered ones first, which are forgotten with it. */
  take(limit: number): readonly Update[] {
    const again = this.#again.splice(0, limit);
    if (again.length === 0) return this.pending.slice(0, limit);
    this.#tell();
    return again;
  }

  confirmBelow(offset: number): void {
    const before = this.pending.length;
    while (this.pending[0] && this.pending[0].update_id < offset) this.pending.shift();
    if (this.pending.length < before) this.#tell();
  }

  /** Everything that is yet to be delivered, in the order to do so. */
  get undelivered(): readonly Update[] {
    return [...this.#again, ...this.pending];
  }

  confirm(update: Update): void {
    const list = this.#again.includes(update) ? this.#again : this.pending;
    const index = list.indexOf(update);
    if (index >= 0) list.splice(index, 1);
    this.#tell();
  }

  get isEmpty(): boolean {
    return this.pending.length === 0 && this.#again.length === 0;
  }

  /** Tells when something came or was confirmed. */
  watch(look: () => void): () => void {
    this.#watchers.add(look);
    return () => this.#watchers.delete(look);
  }

  /** Long polling: a poll that comes while another waits ends that one with 409. */
  poll({ offset, limit, timeoutMs, signal }: Poll): Promise<readonly Update[]> {
    this.interrupt(
      new ApiError(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    if (offset < 0) this.pending.splice(0, Math.max(0, this.pending.length + offset));
    else this.confirmBelow(offset);
    const ready = this.take(limit);
    if (ready.length > 0 || timeoutMs === 0) return Promise.resolve(ready);
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        if (this.#waiting === waiting) this.#waiting = undefined;
        settle();
      };
      const waiting: Waiting = {
        limit,
        resolve: (updates) => finish(() => resolve(updates)),
        reject: (error) => finish(() => reject(error)),
      };
      const timer = setTimeout(() => waiting.resolve([]), timeoutMs);
      signal.addEventListener('abort', () => waiting.reject(badRequest('connection is gone')), {
        once: true,
      });
      this.#waiting = waiting;
    });
  }

  /** Ends the poll that waits, if one does. */
  interrupt(error: ApiError): void {
    this.#waiting?.reject(error);
  }

  #serve(): void {
    if (this.#waiting && !this.isEmpty) this.#waiting.resolve(this.take(this.#waiting.limit));
    this.#tell();
  }

  #tell(): void {
    for (const look of [...this.#watchers]) look();
  }
}
