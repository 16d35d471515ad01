/** Keeps the `limit` best of any number of scored keys: a binary heap with the worst of them on top. */
export class BestOf {
  readonly #limit: number;
  readonly #keys: number[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = Math.max(0, Math.floor(limit));
  }

  /** What a score has to exceed, or equal with a smaller key, to be kept. */
  get threshold(): number {
    if (this.#limit === 0) return Number.POSITIVE_INFINITY;
    return this.#keys.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? 0);
  }

  offer(key: number, score: number): void {
    if (this.#limit === 0) return;
    if (this.#keys.length < this.#limit) {
      this.#keys.push(key);
      this.#scores.push(score);
      this.#rise(this.#keys.length - 1);
    } else if (score > this.threshold || (score === this.threshold && key < (this.#keys[0] ?? 0))) {
      this.#keys[0] = key;
      this.#scores[0] = score;
      this.#sink(0);
    }
  }

  /** Best first; equal scores by key. */
  sorted(): { readonly key: number; readonly score: number }[] {
    return this.#keys
      .map((key, index) => ({ key, score: this.#scores[index] ?? 0 }))
      .sort((a, b) => b.score - a.score || a.key - b.key);
  }

  #isWorse(a: number, b: number): boolean {
    const [scoreA = 0, scoreB = 0] = [this.#scores[a], this.#scores[b]];
    return scoreA < scoreB || (scoreA === scoreB && (this.#keys[a] ?? 0) > (this.#keys[b] ?? 0));
  }

  #swap(a: number, b: number): void {
    [this.#keys[a], this.#keys[b]] = [this.#keys[b] ?? 0, this.#keys[a] ?? 0];
    [this.#scores[a], this.#scores[b]] = [this.#scores[b] ?? 0, this.#scores[a] ?? 0];
  }

  #rise(from: number): void {
    let child = from;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#isWorse(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  #sink(from: number): void {
    let parent = from;
    for (;;) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.#keys.length && this.#isWorse(child, worst)) worst = child;
      }
      if (worst === parent) return;
      this.#swap(parent, worst);
      parent = worst;
    }
  }
}
