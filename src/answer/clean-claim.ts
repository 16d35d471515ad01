/** Takes out of a claim what could act on a reader's screen instead of being read. */

import { widenToGraphemes } from '../text/graphemes.ts';
import { findHidden } from '../text/hidden-characters.ts';
import type { Span } from '../types.ts';

/** What a claim has no use for beside hidden characters: direction marks and broken surrogates. */
const UNSAFE = /[\u061c\u200e\u200f]|\p{Cs}/gu;

export interface CleanClaim {
  readonly text: string;
  /** Sorted, without overlap, inside the text, on grapheme boundaries. */
  readonly emphasis: readonly Span[];
}

/** The claim's text without unsafe characters, on one line, its emphasis moved along. */
export function cleanClaim(text: string, emphasis: readonly Span[]): CleanClaim {
  const places = new Int32Array(text.length + 1);
  let clean = '';
  let at = 0;
  const copy = (until: number): void => {
    for (; at < until; at += 1) {
      const unit = text.charAt(at);
      const isSpace = /[\s\u0085]/.test(unit);
      places[at] = clean.length;
      if (!isSpace) clean += unit;
      else if (clean !== '' && !clean.endsWith(' ')) clean += unit === '\u00a0' ? unit : ' ';
    }
  };
  for (const { start, end } of unsafeSpans(text)) {
    copy(start);
    for (; at < end; at += 1) places[at] = clean.length;
  }
  copy(text.length);
  places[text.length] = clean.length;
  const trimmed = clean.trimEnd();
  const moved = emphasis.map(({ start, end }) => ({ start: place(places, start), end: place(places, end) }));
  return { text: trimmed, emphasis: tidySpans(trimmed, moved) };
}

function unsafeSpans(text: string): readonly Span[] {
  const hidden = Array.from(findHidden(text), ({ at, units }) => ({ start: at, end: at + units }));
  const others = Array.from(text.matchAll(UNSAFE), ({ index }) => ({ start: index, end: index + 1 }));
  return [...hidden, ...others].sort((left, right) => left.start - right.start);
}

function place(places: Int32Array, offset: number): number {
  const inside = Math.max(0, Math.min(Math.trunc(offset) || 0, places.length - 1));
  return places[inside] ?? 0;
}

function tidySpans(text: string, spans: readonly Span[]): readonly Span[] {
  const whole = spans
    .filter(({ start, end }) => end > start)
    .map((span) => widenToGraphemes(text, span))
    .filter(({ start, end }) => end > start)
    .sort((left, right) => left.start - right.start);
  const merged: Span[] = [];
  for (const span of whole) {
    const last = merged.at(-1);
    if (last && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
