/** What a reader sees as one character each, and spans that do not cut them. */
import type { Span } from '../types.ts';
import { stripHidden } from './hidden-characters.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Long enough for flags, family emoji and stacked marks; a grapheme beyond it is no writing. */
const WINDOW = 64;

export const segmentGraphemes = (text: string): Intl.Segments => segmenter.segment(text);

/** The span, clamped to the text and widened so that it neither starts nor ends inside a grapheme. */
export function widenToGraphemes(text: string, span: Span): Span {
  const start = Math.max(0, Math.min(span.start, text.length));
  const end = Math.max(start, Math.min(span.end, text.length));
  return { start: boundaryBefore(text, start), end: end === start ? start : boundaryAfter(text, end) };
}

/** Two plain ASCII characters always part between them, save CR LF. */
function isPlainBoundary(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || /^(?!\r\n)[\0-\x7f]{2}$/.test(text.slice(at - 1, at + 1));
}

function boundaryBefore(text: string, at: number): number {
  if (isPlainBoundary(text, at)) return at;
  return graphemeAround(text, at).start;
}

function boundaryAfter(text: string, at: number): number {
  if (isPlainBoundary(text, at)) return at;
  const grapheme = graphemeAround(text, at);
  return grapheme.start === at || hidesRest(text, grapheme, at) ? at : grapheme.end;
}

/** Whether a grapheme is complete before the offset, as a full stop is before tag characters that were hung on it. */
function hidesRest(text: string, { start, end }: Span, at: number): boolean {
  return stripHidden(text.slice(start, at)) === stripHidden(text.slice(start, end));
}

/** The grapheme that holds the unit at an offset; offsets that are boundaries start one. */
function graphemeAround(text: string, at: number): Span {
  let from = Math.max(0, at - WINDOW);
  // A window must not start inside a character, or its first grapheme is a broken one.
  while (from > 0 && !/^[\s\0-\x7f]$/.test(text.charAt(from)) && from > at - 2 * WINDOW) from -= 1;
  const window = text.slice(from, at + WINDOW);
  const data = segmentGraphemes(window).containing(at - from);
  if (data === undefined) return { start: at, end: at };
  return { start: from + data.index, end: from + data.index + data.segment.length };
}
