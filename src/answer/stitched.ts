/** Tells a quote put together from pieces of a text from one that was made up. */
import { locateQuote, type SearchableText } from './locate.ts';
import { wordsOf } from './locate-near.ts';

const ELLIPSIS = /\[\s*(?:\.{2,}|…)\s*\]|\(\s*(?:\.{2,}|…)\s*\)|\.{3,}|…/u;
/** Fewer words in a row are found in any text. */
const LEAST_PIECE_WORDS = 3;
const MAX_PIECES = 4;
const MAX_WORDS = 400;

/** Whether a wording that a text does not hold as it stands is made of two to four pieces that it does hold. */
export function isStitched(text: SearchableText, wanted: string): boolean {
  const parts = wanted.split(ELLIPSIS).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length > 1) return parts.every((part) => locateQuote(text, part, { near: false }) !== undefined);
  return countPieces(text, wanted) <= MAX_PIECES;
}

/** Cuts the wording greedily into the longest pieces found; infinite when a piece is too short. */
function countPieces(text: SearchableText, wanted: string): number {
  const { words } = wordsOf(wanted);
  if (words.length < 2 * LEAST_PIECE_WORDS || words.length > MAX_WORDS) return Number.POSITIVE_INFINITY;
  const isFound = (from: number, length: number): boolean => {
    const [first, last] = [words[from], words[from + length - 1]];
    if (first === undefined || last === undefined) return false;
    return locateQuote(text, wanted.slice(first.span.start, last.span.end), { near: false }) !== undefined;
  };
  let pieces = 0;
  for (let from = 0; from < words.length && pieces <= MAX_PIECES; pieces += 1) {
    const length = longest(words.length - from, (size) => isFound(from, size));
    if (length < LEAST_PIECE_WORDS) return Number.POSITIVE_INFINITY;
    from += length;
  }
  return pieces;
}

/** The greatest size that holds, where every smaller one holds as well. */
function longest(most: number, holds: (size: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
