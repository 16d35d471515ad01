import type { Span } from '../types.ts';
import { findHidden } from './hidden-characters.ts';

/** A text as a reader sees it, and the way back to the text as it was read. */
export interface VisibleText {
  /** Without hidden characters, and with `\n` for every kind of line end (two for a form feed or paragraph separator). */
  readonly text: string;
  /** Where a span of `text` stands in the original: it neither starts nor ends with a hidden character there. */
  readonly originOf: (span: Span) => Span;
}

const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const PARAGRAPH_END = /[\f\u2029]/;

/** Reads a text past what nobody sees, so that rules about sentences and lines need not know of it. */
export function readVisible(original: string): VisibleText {
  const changes = findChanges(original);
  if (changes.length === 0) return { text: original, originOf: (span) => span };
  const places = new Int32Array(original.length + changes.length + 1);
  let text = '';
  let length = 0;
  let from = 0;
  for (const { at, units, by } of [...changes, { at: original.length, units: 0, by: '' }]) {
    text += original.slice(from, at) + by;
    for (let unit = from; unit < at; unit += 1) places[length++] = unit;
    from = at + units;
    for (let unit = 0; unit < by.length; unit += 1) places[length++] = from - 1;
  }
  places[length] = original.length;
  const originOf = ({ start, end }: Span): Span => ({
    start: places[start] ?? original.length,
    end: end > start ? (places[end - 1] ?? 0) + 1 : (places[start] ?? original.length),
  });
  return { text, originOf };
}

interface Change {
  readonly at: number;
  readonly units: number;
  readonly by: string;
}

/** What differs between a text and what is seen of it, in order. */
function findChanges(original: string): readonly Change[] {
  const hidden = Array.from(findHidden(original), ({ at, units }) => ({ at, units, by: '' }));
  const lineEnds = Array.from(original.matchAll(LINE_END), ({ index, 0: end }) => ({
    at: index,
    units: end.length,
    by: PARAGRAPH_END.test(end) ? '\n\n' : '\n',
  }));
  return [...hidden, ...lineEnds].sort((a, b) => a.at - b.at);
}
