import type { Span } from '../types.ts';
import { findGlue } from './segment-glue.ts';
import { endsParagraph } from './segment-lines.ts';
import { endsSentence } from './segment-stops.ts';
import { readVisible } from './visible-text.ts';

/** A sentence without stops is cut here at the latest, at a semicolon, comma or space if there is one. UTF-16 units. */
export const MAX_SENTENCE_UNITS = 1000;

/** White space and direction marks: never at the edge of a sentence. */
const BLANK = /[\s\u061C\u200E\u200F]/;
/** Closing marks that tokenised or loosely spaced text puts after the space: they belong to what they close. */
const DETACHED_CLOSERS = /^(?:''|[”»)\]」』])+(?=\s|$)/;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentences of `text` between `range.start` and `range.end` (all of it when left out): spans into `text` in order,
 * without overlap, each trimmed of white space and hidden characters; together they hold every character that is seen.
 * A blank line always ends a sentence. Built on `Intl.Segmenter` (UAX 29), whose boundaries are judged one by one.
 *
 * @param language BCP 47; an unknown tag falls back to the root rules.
 */
export function segmentSentences(text: string, language: string, range?: Span): Span[] {
  const from = Math.max(0, range?.start ?? 0);
  const part = text.slice(from, Math.min(text.length, range?.end ?? text.length));
  const visible = readVisible(part);
  return segmentVisible(visible.text, language)
    .map(visible.originOf)
    .flatMap((sentence) => cutLong(part, sentence))
    .map(({ start, end }) => ({ start: from + start, end: from + end }));
}

/** The same for a text without hidden characters, whose line ends are all newlines. */
function segmentVisible(text: string, language: string): Span[] {
  const spans: Span[] = [];
  const to = text.length;
  let start = skipBlank(text, 0, to);
  for (const { position, certain } of candidates(text, language)) {
    if (position <= start) continue;
    const end = absorbClosers(text, start, trimEnd(text, start, position), to);
    const next = skipBlank(text, end, to);
    if (!certain && !isEnd({ text, language, sentenceStart: start, leftEnd: end, rightStart: next, to }))
      continue;
    spans.push({ start, end });
    start = next;
  }
  if (start < to) spans.push({ start, end: trimEnd(text, start, to) });
  return spans;
}

interface Place {
  readonly position: number;
  /** Needs no judging: the pattern that found it has seen both sides. */
  readonly certain: boolean;
}

/** Places where a sentence may end, in order: the Segmenter's, and those that it cannot know. */
function* candidates(text: string, language: string): Generator<Place> {
  const glued = findGlue(text, language);
  let next = 0;
  for (const { index } of segmenterOf(language).segment(text)) {
    for (let glue = glued[next]; glue !== undefined && glue.position <= index; glue = glued[next]) {
      yield glue;
      next += 1;
    }
    yield { position: index, certain: false };
  }
  yield* glued.slice(next);
}

function isEnd(boundary: Parameters<typeof endsSentence>[0]): boolean {
  const { text, leftEnd, rightStart, to } = boundary;
  if (rightStart >= to) return true;
  const gap = text.slice(leftEnd, rightStart);
  const newline = gap.indexOf('\n');
  if (newline >= 0) {
    if (/\n[^\n]*\n/.test(gap)) return true;
    if (endsParagraph({ text, newline: leftEnd + newline })) return true;
  }
  return endsSentence(boundary);
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = makeSegmenter(language);
  segmenters.set(language, made);
  return made;
}

function makeSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'sentence' }); // not a BCP 47 tag
  }
}

/** Moves the end past closing marks that stand after a space (`word . ''`), and past a straight mark if one is open. */
function absorbClosers(text: string, start: number, end: number, to: number): number {
  const next = skipBlank(text, end, to);
  if (next === end || next >= to || /\n/.test(text.slice(end, next))) return end;
  const closers = DETACHED_CLOSERS.exec(text.slice(next, Math.min(to, next + 8)))?.[0];
  if (closers !== undefined) return next + closers.length;
  const mark = text[next];
  if ((mark !== '"' && mark !== "'") || (next + 1 < to && !BLANK.test(text[next + 1] ?? ''))) return end;
  const opened = text.slice(start, end).match(mark === '"' ? /"/g : /(?<=^|\s)'(?=\s)/g)?.length ?? 0;
  return opened % 2 === 1 ? next + 1 : end;
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && BLANK.test(text[at] ?? '')) at += 1;
  return at;
}

function trimEnd(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && BLANK.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** The sentence, in pieces of at most `MAX_SENTENCE_UNITS` of the text as it was read, whatever hides in it. */
function cutLong(text: string, sentence: Span): Span[] {
  const pieces: Span[] = [];
  const { end } = sentence;
  let { start } = sentence;
  if (end - start <= MAX_SENTENCE_UNITS) return [sentence];
  for (; end - start > MAX_SENTENCE_UNITS; start = pieces.at(-1)?.end ?? end)
    pieces.push({ start, end: cutPoint(text, start) });
  return [...pieces, { start, end }]
    .map((piece) => seenPart(text, piece))
    .filter((piece) => piece.start < piece.end);
}

/** The span without what is not seen at its edges; empty when nothing is. */
function seenPart(text: string, { start, end }: Span): Span {
  const visible = readVisible(text.slice(start, end));
  const to = visible.text.length;
  const first = skipBlank(visible.text, 0, to);
  const seen = visible.originOf({ start: first, end: trimEnd(visible.text, first, to) });
  return { start: start + seen.start, end: start + seen.end };
}

/** The best place to cut an endless sentence: after a semicolon, else a comma, else a space, in its second half. */
function cutPoint(text: string, start: number): number {
  const window = text.slice(start, start + MAX_SENTENCE_UNITS);
  for (const mark of [/[;；؛](?=\s|$|\P{ASCII})/gu, /[,，、،](?=\s|$|\P{ASCII})/gu, /\s/gu]) {
    let last = -1;
    for (const match of window.matchAll(mark)) last = match.index;
    if (last >= MAX_SENTENCE_UNITS / 2) return start + last + 1;
  }
  const splitsPair = /[\uD800-\uDBFF]$/.test(window);
  return start + MAX_SENTENCE_UNITS - (splitsPair ? 1 : 0);
}
