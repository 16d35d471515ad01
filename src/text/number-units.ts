/** What stands around a number and says what it measures. */
import type { Span } from '../types.ts';
import { between, isJoined, type NumberToken } from './number-tokens.ts';
import { CURRENCIES, UNITS } from './number-words.ts';
import type { NumberCore, NumberKind } from './read-number.ts';

/** Where a number ends with its unit; kind and unit where one stands there. */
interface Measured {
  readonly span: Span;
  readonly kind?: NumberKind;
  readonly unit?: string;
}

/** The unit around a number: a percent sign, money, degrees, or a word behind it. `bare` is the number alone. */
export function readUnit(
  text: string,
  tokens: readonly NumberToken[],
  core: NumberCore,
  bare: Span,
): Measured {
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

function readUnitWord(text: string, tokens: readonly NumberToken[], core: NumberCore, bare: Span): Measured {
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
