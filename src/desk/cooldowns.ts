/** Keys remembered before those that have passed are cleared away. */
const CLEAR_FROM = 1_000;

/**
 * When somebody may ask again. In memory: a restart takes longer than most cooldowns, and who asked a moment ago is
 * nothing to keep.
 */
export class Cooldowns {
  /** By key: until when, in milliseconds since 1970. */
  readonly #until = new Map<string, number>();

  /** Milliseconds left. */
  left(key: string, now: number): number {
    return Math.max(0, (this.#until.get(key) ?? 0) - now);
  }

  start(key: string, until: number, now: number): void {
    if (until <= now) return;
    if (this.#until.size >= CLEAR_FROM) {
      for (const [other, end] of this.#until) if (end <= now) this.#until.delete(other);
    }
    this.#until.set(key, until);
  }
}
