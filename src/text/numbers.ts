/** Finds numbers in running text and says what each is worth: the leaf under support, disagreement and retrieval. */
import type { Span } from '../types.ts';
import { type NumberToken, numberTokens } from './number-tokens.ts';
import { readUnit } from './number-units.ts';
import { type NumberCore, type NumberKind, readNumber } from './read-number.ts';

export interface FoundNumber {
  /** UTF-16 units of the text, currency sign, scale and unit included. */
  readonly span: Span;
  /** Scale applied: `3.5 million` is 3,500,000; a percentage keeps its figure; a time is minutes after midnight. */
  readonly value: number;
  readonly kind: NumberKind;
  /** ISO 4217 for money, a canonical singular for a measure (`kilometre`), `point` for percentage points. */
  readonly unit?: string;
  /** How it is hedged: `about 70`, `more than 70` and `at least 70` (above), `fewer than` and `up to 70` (below). */
  readonly bound: 'exact' | 'about' | 'above' | 'below';
}

/**
 * Numbers of a text in order, without overlap. Reads digits in any script, separators (`1,234.5`, `1 234` with a fixed
 * space, `3,5`), words (`two dozen`, `one hundred and five`), scales, fractions, ordinals, money, percentages,
 * measures and clock times. Digits that belong to a name (`COVID-19`, `F16`) are left out. Days and years are numbers
 * too: whoever wants them as dates calls `findDates` and drops the numbers inside its spans.
 */
export function findNumbers(text: string): readonly FoundNumber[] {
  const tokens = numberTokens(text);
  const found: FoundNumber[] = [];
  let index = 0;
  while (index < tokens.length) {
    const core = readNumber(text, tokens, index);
    if (core === undefined) {
      index += 1;
      continue;
    }
    const number = describe(text, tokens, core);
    found.push(number);
    index = core.next;
    while ((tokens[index]?.start ?? Number.POSITIVE_INFINITY) < number.span.end) index += 1;
  }
  return found.map((number, place) => shareUnit(text, number, found[place + 1]));
}

/** In `5 to 10 percent` and `51.2 - 48.8 percent` the first number has the unit of the second. */
function shareUnit(text: string, number: FoundNumber, next: FoundNumber | undefined): FoundNumber {
  if (number.kind !== 'cardinal' || next === undefined || !/^(?:percent|money|measure)$/.test(next.kind))
    return number;
  const gap = text.slice(number.span.end, next.span.start);
  if (!/^\s?(?:to|or|and|-|–|—)\s?$/.test(gap) || /^\p{Sc}/u.test(text.slice(next.span.start))) return number;
  return { ...number, kind: next.kind, ...(next.unit === undefined ? {} : { unit: next.unit }) };
}

const BOUNDS: readonly (readonly [RegExp, FoundNumber['bound']])[] = [
  [
    /\b(?:no (?:more|greater) than|not more than|at most|up to|less than|fewer than|under|below|as (?:many|much) as|a maximum of)\s*$/i,
    'below',
  ],
  [
    /\b(?:more than|over|at least|above|no (?:fewer|less) than|upwards? of|exceed(?:s|ed|ing)|beyond|a minimum of)\s*$/i,
    'above',
  ],
  [
    /\b(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|close to|estimated|an estimated|circa|virtually|just short of|or so)\s*$|~\s*$/i,
    'about',
  ],
];
const BOUNDS_AFTER: readonly (readonly [RegExp, FoundNumber['bound']])[] = [
  [/^(?:\+|-?plus\b| or (?:more|above|over)\b)/i, 'above'],
  [/^ or (?:fewer|less|under)\b/i, 'below'],
  [/^(?: or so\b|-?odd\b|-?ish\b)/i, 'about'],
];
const BOUND_WINDOW = 24;

function describe(text: string, tokens: readonly NumberToken[], core: NumberCore): FoundNumber {
  const first = tokens[core.first];
  const last = tokens[core.next - 1];
  const bare: Span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const { span, ...unit } =
    core.kind === 'ordinal' || core.kind === 'time' ? { span: bare } : readUnit(text, tokens, core, bare);
  const before = text.slice(Math.max(0, span.start - BOUND_WINDOW), span.start);
  const after = text.slice(span.end, span.end + BOUND_WINDOW);
  const bound =
    BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ??
    BOUNDS_AFTER.find(([pattern]) => pattern.test(after))?.[1] ??
    'exact';
  return { span, value: core.value, kind: core.kind, ...unit, bound };
}
