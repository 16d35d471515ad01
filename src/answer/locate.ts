/** Finds a wanted wording in a text: exactly, up to typography, or nearly. */

import { widenToGraphemes } from '../text/graphemes.ts';
import type { Span } from '../types.ts';
import { type FoldedText, foldText, originOf } from './fold-text.ts';
import { findNearest, type WordText, wordsOf } from './locate-near.ts';

export interface Located {
  /** Into the original text; never splits a grapheme. */
  readonly span: Span;
  /** `folded`: equal up to spacing, case, quotation marks, dashes, soft hyphens and compatibility forms. */
  readonly how: 'exact' | 'folded' | 'near';
  /** 1 unless near: one minus the share of words that differ. */
  readonly similarity: number;
}

/** A text made ready to be searched many times. */
export interface SearchableText {
  readonly text: string;
  readonly folded: () => FoldedText;
  readonly words: () => WordText;
}

export interface LocateOptions {
  /** Only spans at least half of which lie in here. */
  readonly within?: Span;
  /** Whether a span that is nearly the same will do; true when absent. */
  readonly near?: boolean;
}

/** UTF-16 units; a longer wanted wording is never found, so that no input can hold the process up. */
export const MAX_WANTED_LENGTH = 10_000;

/** Folds a text when it is first needed, and once. */
export function prepareText(text: string): SearchableText {
  let folded: FoldedText | undefined;
  let words: WordText | undefined;
  return {
    text,
    folded: () => {
      folded ??= foldText(text);
      return folded;
    },
    words: () => {
      words ??= wordsOf(text);
      return words;
    },
  };
}

/** The best place of a wording, or undefined. Of several equal places the first one. */
export function locateQuote(
  text: string | SearchableText,
  wanted: string,
  options: LocateOptions = {},
): Located | undefined {
  const [first] = locateAll(text, wanted, { ...options, limit: 1 });
  return first;
}

/** All places of a wording in order: the exact ones or else the folded ones or else the nearest one. */
export function locateAll(
  text: string | SearchableText,
  wanted: string,
  options: LocateOptions & { readonly limit?: number } = {},
): readonly Located[] {
  const searchable = typeof text === 'string' ? prepareText(text) : text;
  if (wanted.length > MAX_WANTED_LENGTH) return [];
  const limit = options.limit ?? Number.POSITIVE_INFINITY;
  const exact = findExact(searchable, wanted, { ...options, limit });
  if (exact.length > 0) return exact;
  const folded = findFolded(searchable, wanted, { ...options, limit });
  if (folded.length > 0 || options.near === false) return folded;
  const nearest = findNearest(searchable.words(), wordsOf(wanted), options.within);
  if (nearest === undefined || !liesWithin(nearest.span, options.within)) return [];
  return [
    { span: widenToGraphemes(searchable.text, nearest.span), how: 'near', similarity: nearest.similarity },
  ];
}

type Limited = LocateOptions & { readonly limit: number };

function findExact({ text }: SearchableText, wanted: string, options: Limited): readonly Located[] {
  const trimmed = wanted.trim();
  const found: Located[] = [];
  if (trimmed === '') return found;
  for (
    let at = text.indexOf(trimmed);
    at >= 0 && found.length < options.limit;
    at = text.indexOf(trimmed, at + 1)
  ) {
    const span = { start: at, end: at + trimmed.length };
    const whole = widenToGraphemes(text, span);
    const isWhole = whole.start === span.start && whole.end === span.end;
    if (isWhole && standsAlone(text, span) && liesWithin(span, options.within)) {
      found.push({ span, how: 'exact', similarity: 1 });
    }
  }
  return found;
}

function findFolded(searchable: SearchableText, wanted: string, options: Limited): readonly Located[] {
  const { folded } = foldText(wanted);
  for (const variant of new Set([folded, bare(folded)])) {
    const found = variant === '' ? [] : findVariant(searchable, variant, options);
    if (found.length > 0) return found;
  }
  return [];
}

function findVariant({ text, folded }: SearchableText, wanted: string, options: Limited): readonly Located[] {
  const haystack = folded();
  const found: Located[] = [];
  let at = haystack.folded.indexOf(wanted);
  while (at >= 0 && found.length < options.limit) {
    const span = originOf(haystack, at, at + wanted.length);
    if (standsAlone(text, span) && liesWithin(span, options.within)) {
      found.push({ span: widenToGraphemes(text, span), how: 'folded', similarity: 1 });
    }
    at = haystack.folded.indexOf(wanted, at + 1);
  }
  return found;
}

/** Without the quotation marks, ellipses and stops that a drafter puts around what it quotes. */
const bare = (folded: string): string =>
  folded.replace(/^['\s.…]{1,9}/u, '').replace(/['\s.,;:…]{1,9}$/u, '');

const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]$/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** Whether a span starts and ends between words, so that `art` is not found in `party`. */
function standsAlone(text: string, { start, end }: Span): boolean {
  return !cutsWord(text, start) && !cutsWord(text, end);
}

function cutsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = characterBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const areWords = WORD_CHARACTER.test(before) && WORD_CHARACTER.test(after);
  return areWords && !(UNSPACED.test(before) || UNSPACED.test(after));
}

function characterBefore(text: string, at: number): string {
  const pair = at >= 2 ? text.slice(at - 2, at) : '';
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.charAt(at - 1);
}

/** A quote may reach a little beyond its passage, but half of it must lie inside. */
function liesWithin(span: Span, within: Span | undefined): boolean {
  if (within === undefined) return true;
  const overlap = Math.min(span.end, within.end) - Math.max(span.start, within.start);
  return overlap * 2 >= span.end - span.start;
}
