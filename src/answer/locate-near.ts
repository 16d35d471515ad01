/** Approximate search by words: the span of a text that differs least from a wanted wording. */
import { findNumbers } from '../text/numbers.ts';
import { fold, isStopWord } from '../text/words.ts';
import type { Span } from '../types.ts';
import { isNegation } from './negation.ts';

export interface Word {
  readonly span: Span;
  readonly folded: string;
  /** Written with a capital, unless it is a stop word that starts a sentence. */
  readonly isName: boolean;
}

export interface WordText {
  readonly text: string;
  readonly words: readonly Word[];
}

export interface Nearest {
  readonly span: Span;
  readonly similarity: number;
}

/** Below it two wordings are different ones. */
const LEAST_SIMILARITY = 0.9;
/** A longer wanted wording is not searched nearly; time is its words times those of the text. */
const MAX_WORDS = 400;
const MAX_CELLS = 8_000_000;
/** What a changed letter costs against a changed word. */
const TYPO_COST = 0.5;

/**
 * A letter of a script without spaces is a word of its own; elsewhere a run of letters, marks, digits, apostrophes and
 * what is not seen between them.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]|(?<=\p{L})['’](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))+/gu;

export function wordsOf(text: string): WordText {
  const words = Array.from(text.matchAll(WORD)).flatMap(({ 0: word, index }): Word[] => {
    const bare = word.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    if (bare === '') return [];
    const folded = fold(bare);
    const isName = /^\p{Lu}/u.test(bare) && !(isStopWord(folded, 'en') && startsSentence(text, index));
    return [{ span: { start: index, end: index + word.length }, folded, isName }];
  });
  return { text, words };
}

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:]["'”’»)]?)\s*["'“‘«(]?$/u.test(text.slice(Math.max(0, at - 6), at));

/**
 * The span that may stand for a wording: at most a tenth of its words differ, and no number, name or negation is among
 * them. `within` limits it to words in or near that part of the text.
 */
export function findNearest(text: WordText, wanted: WordText, within?: Span): Nearest | undefined {
  const nearest = findClosest(text, wanted, within);
  if (nearest === undefined || nearest.similarity < LEAST_SIMILARITY) return undefined;
  const { start, end } = nearest.span;
  const matched = text.words.filter(({ span }) => span.start >= start && span.end <= end);
  const isSame =
    !changesMeaning(matched, wanted.words) && hasSameNumbers(text.text.slice(start, end), wanted.text);
  return isSame ? nearest : undefined;
}

/** The span that differs least from a wording by words, however much that is; for showing, not for quoting. */
export function findClosest(text: WordText, wanted: WordText, within?: Span): Nearest | undefined {
  const pattern = wanted.words.map((word) => word.folded);
  const words = within ? wordsAround(text.words, within, pattern.length) : text.words;
  const isTooLong = pattern.length > MAX_WORDS || pattern.length * words.length > MAX_CELLS;
  if (pattern.length === 0 || isTooLong) return undefined;
  const range = nearestRange(
    words.map((word) => word.folded),
    pattern,
  );
  const [first, last] = [words[range?.start ?? -1], words[(range?.end ?? 0) - 1]];
  if (range === undefined || first === undefined || last === undefined) return undefined;
  const length = Math.max(pattern.length, range.end - range.start);
  return { span: { start: first.span.start, end: last.span.end }, similarity: 1 - range.cost / length };
}

/** Words from half a wording before the range to half after: no span that fits reaches further. */
function wordsAround(words: readonly Word[], within: Span, length: number): readonly Word[] {
  const margin = Math.ceil(length / 2) + 1;
  const first = words.findIndex((word) => word.span.end > within.start);
  const beyond = words.findIndex((word) => word.span.start >= within.end);
  if (first < 0) return [];
  return words.slice(Math.max(0, first - margin), (beyond < 0 ? words.length : beyond) + margin);
}

interface Cell {
  readonly cost: number;
  readonly start: number;
}

/** Sellers' algorithm: edit distance by words where the match may start and end anywhere in the text. */
function nearestRange(
  words: readonly string[],
  pattern: readonly string[],
): { start: number; end: number; cost: number } | undefined {
  let column: Cell[] = Array.from({ length: pattern.length + 1 }, (_, cost) => ({ cost, start: 0 }));
  let best: { start: number; end: number; cost: number } | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next: Cell[] = [{ cost: 0, start: index + 1 }];
    // A match that begins with this word begins before it.
    const diagonalStart: Cell = { cost: 0, start: index };
    for (let row = 1; row <= pattern.length; row += 1) {
      const diagonal = row === 1 ? diagonalStart : column[row - 1];
      const above = next[row - 1];
      const left = column[row];
      next.push(
        cheapest(
          step(diagonal, substitutionCost(word, pattern[row - 1] ?? '')),
          step(left, 1),
          step(above, 1),
        ),
      );
    }
    column = next;
    const last = column[pattern.length];
    if (last && (best === undefined || last.cost < best.cost)) best = { ...last, end: index + 1 };
  }
  return best;
}

const step = (cell: Cell | undefined, cost: number): Cell => ({
  cost: (cell?.cost ?? Number.POSITIVE_INFINITY) + cost,
  start: cell?.start ?? 0,
});

const cheapest = (...cells: readonly [Cell, Cell, Cell]): Cell =>
  cells.reduce((least, cell) => (cell.cost < least.cost ? cell : least));

function substitutionCost(word: string, wanted: string): number {
  if (word === wanted) return 0;
  return isTypo(word, wanted) ? TYPO_COST : 1;
}

/** Whether two words of five letters or more differ by one letter, not the first. */
function isTypo(word: string, wanted: string): boolean {
  if (Math.abs(word.length - wanted.length) > 1 || Math.min(word.length, wanted.length) < 5) return false;
  if (word.charCodeAt(0) !== wanted.charCodeAt(0)) return false;
  let same = 0;
  while (same < word.length && word.charCodeAt(same) === wanted.charCodeAt(same)) same += 1;
  const drop = word.length >= wanted.length ? 1 : 0;
  const wantedDrop = wanted.length >= word.length ? 1 : 0;
  return word.slice(same + drop) === wanted.slice(same + wantedDrop);
}

const hasDigit = (word: string): boolean => /\p{N}/u.test(word);

/** Whether the words that are in one wording and not in the other hold a number, a name or a negation. */
function changesMeaning(matched: readonly Word[], wanted: readonly Word[]): boolean {
  const only = (words: readonly Word[], others: readonly Word[]): readonly Word[] => {
    const left = new Map<string, number>();
    for (const { folded } of others) left.set(folded, (left.get(folded) ?? 0) + 1);
    return words.filter(({ folded }) => {
      const count = left.get(folded) ?? 0;
      left.set(folded, count - 1);
      return count <= 0;
    });
  };
  const changed = [...only(matched, wanted), ...only(wanted, matched)];
  return changed.some((word) => word.isName || hasDigit(word.folded) || isNegation(word.folded));
}

/** Number words count as well: `six seats` is not near `ten seats`. */
function hasSameNumbers(left: string, right: string): boolean {
  const values = (text: string): string =>
    findNumbers(text)
      .map(({ value }) => value)
      .join(' ');
  return values(left) === values(right);
}
