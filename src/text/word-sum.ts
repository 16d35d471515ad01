import { SCALES, SMALL_CARDINALS, TENS_CARDINALS } from './number-words.ts';

/** Adds number words up: `two hundred | and five | thousand | six`. */
export class WordSum {
  #total = 0;
  #current: number | undefined;

  get value(): number | undefined {
    if (this.#current === undefined && this.#total === 0) return undefined;
    return this.#total + (this.#current ?? 0);
  }

  /** Whether an `and` may follow: after a hundred or a scale. */
  get takesAnd(): boolean {
    return this.#current === undefined ? this.#total > 0 : this.#current >= 100 && this.#current % 100 === 0;
  }

  add(value: number): void {
    this.#current = value;
  }

  /** A value below a hundred; false when it cannot continue this number. */
  addSmall(value: number): boolean {
    const current = this.#current;
    const room =
      current === undefined
        ? 100
        : current % 100 === 0 && current > 0
          ? 100
          : current % 10 === 0 && current > 10
            ? 10
            : 0;
    if (value >= room) return false;
    this.#current = (current ?? 0) + value;
    return true;
  }

  addWord(word: string): boolean {
    const small = SMALL_CARDINALS.get(word) ?? TENS_CARDINALS.get(word);
    if (small !== undefined) return this.addSmall(small);
    const current = this.#current;
    if (current === undefined) return false;
    if (word === 'hundred' && current < 100) this.#current = current * 100;
    else if (word === 'dozen') this.#current = current * 12;
    else if (/^(thousand|million|billion|trillion)$/.test(word)) {
      this.#total += current * (SCALES.get(word) ?? 1);
      this.#current = undefined;
    } else return false;
    return true;
  }
}
