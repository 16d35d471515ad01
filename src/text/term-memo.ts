/**
 * Remembers what became of words, by their letters where they stand in a text: no string is cut out to look one up. An
 * open hash table with linear probing; when it has taken in `limit` words it forgets all of them.
 */
export class TermMemo {
  readonly #limit: number;
  readonly #slots: Int32Array;
  readonly #words: string[] = [];
  readonly #terms: string[] = [];

  readonly #find: (word: string) => string;

  /** `find` makes the term of a word that is met for the first time. */
  constructor(limit: number, find: (word: string) => string) {
    this.#limit = limit;
    this.#find = find;
    // At most half full, so that probes stay short.
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * limit)));
  }

  /** The term of the word from `start` to `end` of a text. */
  lookUp(text: string, start: number, end: number): string {
    const mask = this.#slots.length - 1;
    let slot = hash(text, start, end) & mask;
    for (;;) {
      // 0 is an empty slot.
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0) return this.#remember(text.slice(start, end), slot);
      if (isAt(text, start, end, this.#words[entry] ?? '')) return this.#terms[entry] ?? '';
      slot = (slot + 1) & mask;
    }
  }

  #remember(word: string, slot: number): string {
    const term = this.#find(word);
    if (this.#words.length >= this.#limit) {
      this.#slots.fill(0);
      this.#words.length = 0;
      this.#terms.length = 0;
      return term;
    }
    this.#words.push(word);
    this.#terms.push(term);
    this.#slots[slot] = this.#words.length;
    return term;
  }
}

/** FNV-1a over UTF-16 units, its high bits folded in. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}

function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  }
  return true;
}
