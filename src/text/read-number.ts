/** What a number is worth, by its figures or words. */
import { between, isJoined, type NumberToken } from './number-tokens.ts';
import {
  CURRENCIES,
  FRACTIONS,
  GLUED_SCALES,
  ORDINAL_WORDS,
  SCALES,
  SMALL_CARDINALS,
  TENS_CARDINALS,
} from './number-words.ts';
import { plainDigit } from './plain-digit.ts';
import { WordSum } from './word-sum.ts';

export type NumberKind = 'cardinal' | 'ordinal' | 'fraction' | 'percent' | 'money' | 'measure' | 'time';

/** A number before its surroundings are read: tokens `first` to `next` (exclusive). */
export interface NumberCore {
  readonly value: number;
  readonly first: number;
  readonly next: number;
  readonly kind: NumberKind;
}

const MAX_DIGITS = 24;

/** The number that begins at a token, if one does. */
export function readNumber(
  text: string,
  tokens: readonly NumberToken[],
  index: number,
): NumberCore | undefined {
  return readTime(text, tokens, index) ?? readCore(text, tokens, index);
}

/** Digits of any script to ASCII ones. */
function toAsciiDigits(raw: string): string {
  return raw.replace(/[^\d.,]/gu, (character) => {
    if (character === '٫') return '.';
    return /\p{Nd}/u.test(character) ? plainDigit(character) : '';
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

/** `10:30`, `9 a.m.`, `5pm`, in minutes after midnight. */
function readTime(text: string, tokens: readonly NumberToken[], index: number): NumberCore | undefined {
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

function readCore(text: string, tokens: readonly NumberToken[], index: number): NumberCore | undefined {
  const token = tokens[index];
  if (token === undefined) return undefined;
  const core = token.digits ? readDigits(text, tokens, index) : readWords(text, tokens, index);
  if (core?.kind !== 'cardinal') return core;
  const [and, a, half] = [0, 1, 2].map((step) => tokens[core.next + step]?.lower);
  if (and !== 'and' || a !== 'a' || half !== 'half') return core;
  return readScales(text, tokens, { ...core, value: core.value + 1 / 2, next: core.next + 3 });
}

function readDigits(text: string, tokens: readonly NumberToken[], first: number): NumberCore | undefined {
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
function readScales(text: string, tokens: readonly NumberToken[], core: NumberCore): NumberCore {
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

function readWords(text: string, tokens: readonly NumberToken[], first: number): NumberCore | undefined {
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

/** `half of`, `a third of`, `two-thirds`, `half a million`, `three quarters`. */
function readFraction(text: string, tokens: readonly NumberToken[], first: number): NumberCore | undefined {
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
