/** Finds numbers in running text and says what each is worth: the leaf under support, disagreement and retrieval. */
import type { Span } from '../types.ts';
import {
  CURRENCIES,
  FRACTIONS,
  GLUED_SCALES,
  ORDINAL_WORDS,
  SCALES,
  SMALL_CARDINALS,
  TENS_CARDINALS,
  UNITS,
} from './number-words.ts';

export type NumberKind = 'cardinal' | 'ordinal' | 'fraction' | 'percent' | 'money' | 'measure' | 'time';

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

interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly digits: boolean;
}

/** A number before its surroundings are read: tokens `first` to `next` (exclusive). */
interface Core {
  readonly value: number;
  readonly first: number;
  readonly next: number;
  readonly kind: NumberKind;
}

// A Chinese scale is a token of its own: no space ends it.
const TOKEN = /\p{Nd}+(?:[.,'’\u00a0\u2009\u202f٫٬]\p{Nd}+)*|[万萬亿億]|\p{L}[\p{L}\p{M}]*/gu;
const MAX_DIGITS = 24;

/**
 * Numbers of a text in order, without overlap. Reads digits in any script, separators (`1,234.5`, `1 234` with a fixed
 * space, `3,5`), words (`two dozen`, `one hundred and five`), scales, fractions, ordinals, money, percentages,
 * measures and clock times. Digits that belong to a name (`COVID-19`, `F16`) are left out. Days and years are numbers
 * too: whoever wants them as dates calls `findDates` and drops the numbers inside its spans.
 */
export function findNumbers(text: string): readonly FoundNumber[] {
  const tokens = tokenise(text);
  const found: FoundNumber[] = [];
  let index = 0;
  while (index < tokens.length) {
    const core = readTime(text, tokens, index) ?? readCore(text, tokens, index);
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

function tokenise(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
    text: token,
    lower: token.toLowerCase(),
    start: index,
    end: index + token.length,
    digits: /^\p{Nd}/u.test(token),
  }));
}

/** Digits of any script to ASCII ones. */
function toAsciiDigits(raw: string): string {
  return raw.replace(/[^\d.,]/gu, (character) => {
    if (character === '٫') return '.';
    if (!/\p{Nd}/u.test(character)) return '';
    const code = character.codePointAt(0) ?? 0;
    // Decimal digits of a script are ten consecutive code points, so counting back to the zero gives the value.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

/** What a run of digits and separators is worth, or undefined for a version, an address or an endless run. */
function parseDigits(raw: string): number | undefined {
  if (raw.length > MAX_DIGITS) return undefined;
  const ascii = toAsciiDigits(raw);
  const comma = ascii.lastIndexOf(',');
  const point = ascii.lastIndexOf('.');
  let plain = ascii;
  if (comma >= 0 && point >= 0) {
    const [thousands, decimal] = comma > point ? ['.', ','] : [',', '.'];
    plain = ascii.replaceAll(thousands, '').replace(decimal, '.');
  } else if (comma >= 0) {
    plain = /^\d{1,3}(,\d{2,3})*,\d{3}$/.test(ascii) ? ascii.replaceAll(',', '') : ascii.replace(',', '.');
  } else if (/^\d{1,3}(\.\d{3}){2,}$/.test(ascii)) {
    plain = ascii.replaceAll('.', '');
  }
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const between = (text: string, left: Token | undefined, right: Token | undefined): string =>
  left && right ? text.slice(left.end, right.start) : '\n\n';

const isJoined = (gap: string): boolean => gap.length <= 2 && /^[½⅓⅔¼¾]?[\s\u00a0-]*$/.test(gap);

/** `10:30`, `9 a.m.`, `5pm`, in minutes after midnight. */
function readTime(text: string, tokens: readonly Token[], index: number): Core | undefined {
  const hours = tokens[index];
  if (!hours?.digits || hours.text.length > 2) return undefined;
  const rest = text.slice(hours.end, hours.end + 12);
  const match = /^(?:[:.](\d{2})(?!\d))?\s?(a\.m\.|p\.m\.|am\b|pm\b)?/i.exec(rest);
  const half = match?.[2]?.[0]?.toLowerCase();
  const minutes = match?.[1];
  if (half === undefined && (minutes === undefined || !rest.startsWith(':'))) return undefined;
  const value = Number(hours.text) * 60 + Number(minutes ?? 0);
  if (Number(hours.text) > 24 || Number(minutes ?? 0) > 59 || Number.isNaN(value)) return undefined;
  const end = hours.end + (match?.[0].length ?? 0);
  let next = index + 1;
  while ((tokens[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
  const shift =
    half === 'p' && Number(hours.text) < 12 ? 720 : half === 'a' && Number(hours.text) === 12 ? -720 : 0;
  return { value: value + shift, first: index, next, kind: 'time' };
}

function readCore(text: string, tokens: readonly Token[], index: number): Core | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const core = token.digits ? readDigits(text, tokens, index) : readWords(text, tokens, index);
  if (core?.kind !== 'cardinal') return core;
  const [and, a, half] = [0, 1, 2].map((step) => tokens[core.next + step]?.lower);
  if (and !== 'and' || a !== 'a' || half !== 'half') return core;
  return readScales(text, tokens, { ...core, value: core.value + 1 / 2, next: core.next + 3 });
}

function readDigits(text: string, tokens: readonly Token[], first: number): Core | undefined {
  const token = tokens[first];
  if (token === undefined || isPartOfName(text, token.start)) return undefined;
  const value = parseDigits(token.text);
  if (value === undefined) return undefined;
  const after = tokens[first + 1];
  const gap = between(text, token, after);
  if (after && gap === '' && /^(st|nd|rd|th)$/.test(after.lower)) {
    return { value, first, next: first + 2, kind: 'ordinal' };
  }
  const scaled = readScales(text, tokens, { value, first, next: first + 1, kind: 'cardinal' });
  const vulgar = /^\s?([½⅓⅔¼¾])/.exec(text.slice(token.end, token.end + 2))?.[1];
  return vulgar && scaled.next === first + 1
    ? { ...scaled, value: value + (VULGAR.get(vulgar) ?? 0) }
    : scaled;
}

const VULGAR: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
]);

/** `COVID-19`, `F16`, `G-20`: letters with a capital just before, glued or by a hyphen. */
function isPartOfName(text: string, start: number): boolean {
  const before = /([\p{L}\p{M}]{1,30})-?$/u.exec(text.slice(Math.max(0, start - 32), start))?.[1];
  if (before === undefined) return false;
  return /\p{Lu}/u.test(before) && !CURRENCIES.has(before.toLowerCase());
}

/** Multiplies by the scale words that follow: `3.5 million`, `20 dozen`, `5bn`, `two and a half million`. */
function readScales(text: string, tokens: readonly Token[], core: Core): Core {
  let { value, next } = core;
  for (; next < tokens.length; next += 1) {
    const gap = between(text, tokens[next - 1], tokens[next]);
    const word = tokens[next]?.lower ?? '';
    const factor = word === 'dozen' ? 12 : SCALES.get(word);
    if (factor === undefined || !isJoined(gap) || (GLUED_SCALES.has(word) && gap !== '')) break;
    value *= factor;
  }
  return { ...core, value: roundOff(value), next };
}

/** 1.1 * 1e6 is 1100000.0000000002: a number read from text has no more than 12 digits that count. */
const roundOff = (value: number): number => Number(value.toPrecision(12));

function readWords(text: string, tokens: readonly Token[], first: number): Core | undefined {
  const sum = new WordSum();
  let index = first;
  let ordinal = false;
  for (; index < tokens.length && !ordinal; index += 1) {
    const word = tokens[index]?.lower ?? '';
    if (index > first && !isJoined(between(text, tokens[index - 1], tokens[index]))) break;
    const following = tokens[index + 1]?.lower ?? '';
    if (index === first && (word === 'a' || word === 'an')) {
      if (!/^(hundred|thousand|million|billion|trillion|dozen)$/.test(following))
        return readFraction(text, tokens, first);
      sum.add(1);
    } else if (word === 'and') {
      if (!sum.takesAnd || !startsSmall(following)) break;
    } else if (ORDINAL_WORDS.has(word)) {
      if (!sum.addSmall(ORDINAL_WORDS.get(word) ?? 0)) break;
      ordinal = true;
    } else if (!sum.addWord(word)) {
      break;
    }
  }
  if (index === first) return readFraction(text, tokens, first);
  const fraction = readFraction(text, tokens, first);
  if (fraction) return fraction;
  return sum.value === undefined
    ? undefined
    : { value: sum.value, first, next: index, kind: ordinal ? 'ordinal' : 'cardinal' };
}

const startsSmall = (word: string): boolean =>
  SMALL_CARDINALS.has(word) || TENS_CARDINALS.has(word) || ORDINAL_WORDS.has(word);

/** Adds number words up: `two hundred | and five | thousand | six`. */
class WordSum {
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

/** `half of`, `a third of`, `two-thirds`, `half a million`, `three quarters`. */
function readFraction(text: string, tokens: readonly Token[], first: number): Core | undefined {
  const lead = tokens[first]?.lower ?? '';
  const count = lead === 'a' || lead === 'an' ? 1 : SMALL_CARDINALS.get(lead);
  const at = count === undefined ? first : first + 1;
  const word = tokens[at]?.lower ?? '';
  const part = FRACTIONS.get(word);
  if (part === undefined || (count !== undefined && !isJoined(between(text, tokens[first], tokens[at])))) {
    return undefined;
  }
  const following = tokens[at + 1]?.lower ?? '';
  if (word === 'half' && /^an?$/.test(following)) {
    const scale =
      SCALES.get(tokens[at + 2]?.lower ?? '') ?? (tokens[at + 2]?.lower === 'dozen' ? 12 : undefined);
    if (scale) return { value: scale / 2, first, next: at + 3, kind: 'cardinal' };
  }
  const isPlural = word.endsWith('s') && count !== undefined;
  if (word !== 'half' && !isPlural && following !== 'of') return undefined;
  return { value: (count ?? 1) * part, first, next: at + 1, kind: 'fraction' };
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

function describe(text: string, tokens: readonly Token[], core: Core): FoundNumber {
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

type Measured = Pick<FoundNumber, 'span'> & Partial<Pick<FoundNumber, 'kind' | 'unit'>>;

function readUnit(text: string, tokens: readonly Token[], core: Core, bare: Span): Measured {
  const after = text.slice(bare.end, bare.end + 20);
  const percent = /^\s?(?:%|٪|％)|^[\s-](?:per\s?cent|pct)\b(?: points?\b)?|^ percentage points?\b/i.exec(
    after,
  )?.[0];
  if (percent !== undefined) {
    const unit = /point/i.test(percent) ? { unit: 'point' } : {};
    return { span: { start: bare.start, end: bare.end + percent.length }, kind: 'percent', ...unit };
  }
  const sign = /(?:\b(?:US|A|C|HK)\$|[$€£¥₪₽₹₩₺]|\b(?:USD|EUR|GBP|JPY|CNY|ILS|NIS|CHF))\s?$/i.exec(
    text.slice(Math.max(0, bare.start - 5), bare.start),
  )?.[0];
  if (sign !== undefined) {
    const code = CURRENCIES.get(sign.trim().toLowerCase());
    return {
      span: { start: bare.start - sign.length, end: bare.end },
      kind: 'money',
      ...(code ? { unit: code } : {}),
    };
  }
  const degrees = /^\s?(?:°\s?[CF]?\b|°)/.exec(after)?.[0];
  const unit = degrees ? UNITS.get(degrees.replace(/\s/g, '').toLowerCase()) : undefined;
  if (degrees && unit)
    return { span: { start: bare.start, end: bare.end + degrees.length }, kind: 'measure', unit };
  const euro = /^\s?([€£₪₽₺])/.exec(after);
  if (euro) {
    const code = CURRENCIES.get(euro[1] ?? '');
    return {
      span: { start: bare.start, end: bare.end + euro[0].length },
      kind: 'money',
      ...(code ? { unit: code } : {}),
    };
  }
  return readUnitWord(text, tokens, core, bare);
}

function readUnitWord(text: string, tokens: readonly Token[], core: Core, bare: Span): Measured {
  const qualifier = /^(?:us|american|australian|canadian|square|cubic|metric|more|new|israeli)$/;
  let at = core.next;
  let prefix = '';
  if (qualifier.test(tokens[at]?.lower ?? '') && isJoined(between(text, tokens[at - 1], tokens[at]))) {
    prefix = tokens[at]?.lower ?? '';
    at += 1;
  }
  const token = tokens[at];
  if (token === undefined || !isJoined(between(text, tokens[at - 1], token))) return { span: bare };
  const span = { start: bare.start, end: token.end };
  const currency = CURRENCIES.get(token.lower);
  // `won` is far oftener a verb than Korean money.
  if (currency && token.lower !== 'won') return { span, kind: 'money', unit: currency };
  const unit = UNITS.get(token.lower);
  if (unit === undefined) return { span: bare };
  const scale = tokens[at + 1];
  if (unit === 'degree' && scale && /^(?:celsius|fahrenheit)$/.test(scale.lower)) {
    return { span: { start: bare.start, end: scale.end }, kind: 'measure', unit: scale.lower };
  }
  return { span, kind: 'measure', unit: /^(?:square|cubic)$/.test(prefix) ? `${prefix} ${unit}` : unit };
}
