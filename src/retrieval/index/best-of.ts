/** Room for so many at first; it doubles until the limit is reached. */
const FIRST_ROOM = 128;

/**
 * Keeps the `limit` best of any number of scored keys: a binary heap with the worst of them on top. In typed arrays and
 * plain loops, because it is offered thousands of keys a search and must leave nothing behind for the collector.
 */
export class BestOf {
  readonly #limit: number;
  #keys: Float64Array;
  #scores: Float64Array;
  #size = 0;
  /** What a score has to exceed, or equal with a smaller key, to be kept. */
  threshold: number;

  constructor(limit: number) {
    this.#limit = Math.max(0, Math.floor(limit));
    const room = Math.min(this.#limit, FIRST_ROOM);
    this.#keys = new Float64Array(room);
    this.#scores = new Float64Array(room);
    this.threshold = this.#limit === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }

  offer(key: number, score: number): void {
    if (this.#size < this.#limit) {
      if (this.#size === this.#keys.length) this.#makeRoom();
      this.#rise(this.#size++, key, score);
    } else if (this.#size > 0 && this.#isWorseThan(0, key, score)) this.#sink(key, score);
    if (this.#size === this.#limit && this.#size > 0) this.threshold = this.#scores[0] ?? 0;
  }

  /** Best first; equal scores by key. */
  sorted(): { readonly key: number; readonly score: number }[] {
    return Array.from({ length: this.#size }, (_, at) => ({
      key: this.#keys[at] ?? 0,
      score: this.#scores[at] ?? 0,
    })).sort((a, b) => b.score - a.score || a.key - b.key);
  }

  #makeRoom(): void {
    const room = Math.min(this.#limit, 2 * this.#keys.length);
    const [keys, scores] = [new Float64Array(room), new Float64Array(room)];
    keys.set(this.#keys);
    scores.set(this.#scores);
    this.#keys = keys;
    this.#scores = scores;
  }

  /** Whether what is kept at a place is worse than another key and score. */
  #isWorseThan(at: number, key: number, score: number): boolean {
    const own = this.#scores[at] ?? 0;
    return own < score || (own === score && (this.#keys[at] ?? 0) > key);
  }

  #put(at: number, key: number, score: number): void {
    this.#keys[at] = key;
    this.#scores[at] = score;
  }

  /** Puts an entry at a free place, or above it where it is worse than what stands there. */
  #rise(from: number, key: number, score: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#isWorseThan(parent, key, score)) break;
      this.#put(place, this.#keys[parent] ?? 0, this.#scores[parent] ?? 0);
      place = parent;
    }
    this.#put(place, key, score);
  }

  /** Puts an entry in the place of the worst, or below it where it is better than what stands there. */
  #sink(key: number, score: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (right < this.#size && this.#isWorseThan(right, this.#keys[child] ?? 0, this.#scores[child] ?? 0))
        child = right;
      if (!this.#isWorseThan(child, key, score)) break;
      this.#put(place, this.#keys[child] ?? 0, this.#scores[child] ?? 0);
      place = child;
    }
    this.#put(place, key, score);
  }
}
