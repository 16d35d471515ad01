/** Finds dates in running text, written out or relative to a day: the leaf under support, disagreement and retrieval. */
import type { Span } from '../types.ts';
import { addDays, type DayRange, daysOf, isoDay, isoMonth, periodAt, weekdayOf } from './calendar.ts';
import { MONTHS, SEASONS, WEEKDAYS } from './date-words.ts';

export interface FoundDate {
  /** UTF-16 units of the text. */
  readonly span: Span;
  readonly kind:
    | 'day'
    | 'month'
    | 'year'
    | 'decade'
    | 'season'
    | 'month-day'
    | 'month-name'
    | 'weekday'
    | 'relative';
  /**
   * What is written, normalised: `2011-11-24`, `2011-11`, `2011`, `1990s`, `2011-summer`, `--11-24`, `--11`,
   * `thursday`; relative ones in lower case as they stand (`last month`).
   */
  readonly value: string;
  /** The days meant, where they are written out or follow from `today`. */
  readonly range?: DayRange;
}

type Reading = Omit<FoundDate, 'span'> | undefined;
type Groups = Readonly<Record<string, string | undefined>>;

interface Shape {
  /** What a text must hold for the pattern to be worth trying, and compiling: most sentences hold no date at all. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  /** No letter, mark or digit may stand right before it or behind it. */
  readonly standsAlone: boolean;
  read(groups: Groups, today: string | undefined): Reading;
}

const names = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const MONTH = `(?<month>${names(MONTHS.keys())})`;
const WEEKDAY = `(?:(?:${names(WEEKDAYS)}|sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)\\.?,?\\s{1,2})?`;
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const YEAR = '(?<year>1\\d{3}|20\\d{2})';
const S = '[\\s\\u00a0]{1,3}';

// Without \p{...} in them the patterns compile in a fraction of the time, which `footnote ask` would wait for.
const inside = (sign: RegExp, source: string, read: Shape['read']): Shape => ({
  sign,
  pattern: new RegExp(source, 'gi'),
  standsAlone: false,
  read,
});
const alone = (sign: RegExp, source: string, read: Shape['read']): Shape => ({
  ...inside(sign, source, read),
  standsAlone: true,
});

const A_YEAR = /\d{4}/;
const A_MONTH = new RegExp(`(?<![a-z])(?:${names(MONTHS.keys())})(?![a-z])`, 'i');

/** Fuller shapes first: where two overlap, the earlier in this list wins. */
const SHAPES: readonly Shape[] = [
  inside(/\d{4}-\d\d-/, `(?<!\\w)${YEAR}-(?<number>\\d{2})-(?<day>\\d{2})(?!\\d)`, readDay),
  alone(/\d{4}[/.]\d/, `${YEAR}[/.](?<number>\\d{1,2})[/.](?<day>\\d{1,2})`, readDay),
  alone(/\d\/\d{4}/, `(?<first>\\d{1,2})/(?<second>\\d{1,2})/${YEAR}`, readSlashed),
  alone(/\d\.\d{4}/, `(?<day>\\d{1,2})[.](?<number>\\d{1,2})[.]${YEAR}`, readDay),
  inside(/年/, `${YEAR}\\s?年\\s?(?<number>\\d{1,2})\\s?月(?:\\s?(?<day>\\d{1,2})\\s?[日号號])?`, (groups) =>
    groups.day ? readDay(groups) : readMonth(groups),
  ),
  alone(A_MONTH, `${WEEKDAY}${MONTH}\\.?${S}${DAY},?${S}${YEAR}`, readDay),
  alone(A_MONTH, `${WEEKDAY}${DAY}${S}(?:(?:of|de)${S})?${MONTH}\\.?,?${S}(?:de[l]?${S})?${YEAR}`, readDay),
  alone(A_MONTH, `${MONTH}\\.?,?${S}(?:(?:of|de[l]?)${S})?${YEAR}`, readMonth),
  alone(
    new RegExp(names(SEASONS.keys()), 'i'),
    `(?<season>${names(SEASONS.keys())})${S}(?:of${S})?${YEAR}`,
    readSeason,
  ),
  alone(/Q[1-4]/i, `Q(?<quarter>[1-4])${S}${YEAR}`, readQuarter),
  alone(A_MONTH, `${WEEKDAY}${MONTH}\\.?${S}${DAY}`, readMonthDay),
  alone(A_MONTH, `${WEEKDAY}(?:the${S})?${DAY}${S}(?:(?:of|de)${S})?${MONTH}`, readMonthDay),
  alone(/\d0s/i, '(?<decade>1\\d{2}0|20\\d0)s', readDecade),
  alone(
    /ago|earlier/i,
    `(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)${S}(?<unit>day|week|month|year)s?${S}(?:ago|earlier)`,
    readAgo,
  ),
  alone(
    /week|month|year/i,
    `(?:the${S})?(?<which>this|last|next|past|previous|coming|current)${S}(?<unit>weekend|week|month|year)`,
    readPeriod,
  ),
  alone(/day/i, `(?:(?<which>this|last|next|past|coming)${S})?(?<weekday>${names(WEEKDAYS)})`, readWeekday),
  alone(/tod|ton|yes|tom/i, '(?<word>today|tonight|yesterday|tomorrow)', readNear),
];

const UNIT_WORDS =
  'people|percent|per cent|soldiers|troops|men|women|children|votes|miles|km|kilomet|metres|meters|tons|tonnes|dollars|euros|pounds|times|homes|seats|jobs|members|workers';
const YEAR_ALONE = new RegExp(
  `(?<![$€£¥#/:.,]|\\d[,.-])(?<year>1\\d{3}|20\\d{2})(?![%/:]|[.,-]\\d{3}|[\\s-](?:${UNIT_WORDS}))`,
  'gi',
);
const MONTH_ALONE = new RegExp(
  `(?<month>${names([...MONTHS.keys()].filter((name) => name.length > 3 || name === 'may'))})`,
  'gi',
);
const BEFORE_YEAR =
  /(?:\b(?:in|since|of|by|until|till|from|to|before|after|during|early|late|mid|the|year|and|between|around|back|for|circa)[\s-]|[(–—-]|^)\s?$/i;
const BEFORE_MONTH =
  /\b(?:in|since|until|till|by|from|to|during|last|next|this|early|late|mid|of|before|after|between|and)[\s-]$/i;

/**
 * Dates of a text in order, without overlap. `today` (`YYYY-MM-DD`, the day asked or published) resolves what is
 * relative: a bare or `last` weekday is the latest one up to that day, `next` the first after it. All-number dates
 * with slashes are month first unless that cannot be. English shapes, ISO and Chinese ones, and Spanish, Russian and
 * Arabic month names.
 */
export function findDates(text: string, today?: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  const taken = new Uint8Array(text.length);
  const add = (span: Span, reading: Reading): void => {
    if (reading === undefined || taken.subarray(span.start, span.end).includes(1)) return;
    taken.fill(1, span.start, span.end);
    found.push({ span, ...reading });
  };
  for (const { sign, pattern, standsAlone, read } of SHAPES) {
    if (!sign.test(text)) continue;
    for (const match of standsAlone ? matchAlone(text, pattern) : text.matchAll(pattern)) {
      if (isPartOfTitle(text, match)) continue;
      add(spanOf(match), read({ ...match.groups, all: match[0] }, today));
    }
  }
  if (A_MONTH.test(text)) {
    for (const match of matchAlone(text, MONTH_ALONE)) add(spanOf(match), readMonthAlone(text, match, today));
  }
  if (A_YEAR.test(text)) {
    for (const match of matchAlone(text, YEAR_ALONE)) add(spanOf(match), readYearAlone(text, match));
  }
  return found.sort((left, right) => left.span.start - right.span.start);
}

const ENDS_IN_WORD = /[\p{L}\p{M}\p{Nd}]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{M}\p{Nd}]/u;
/** UTF-16 units of one character at the most. */
const CHARACTER_UNITS = 2;

/** Matches with no letter, mark or digit right before them or behind them. `pattern` is global. */
function matchAlone(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { start, end } = spanOf(match);
    const isAlone =
      !ENDS_IN_WORD.test(text.slice(Math.max(0, start - CHARACTER_UNITS), start)) &&
      !BEGINS_WITH_WORD.test(text.slice(end, end + CHARACTER_UNITS));
    if (isAlone) found.push(match);
    else pattern.lastIndex = start + 1;
  }
  return found;
}

/** `USA Today`: a capital in the middle of a sentence, behind another word with one. */
function isPartOfTitle(text: string, match: RegExpExecArray): boolean {
  if (!/^(?:Today|Tonight|Yesterday|Tomorrow)$/.test(match[0])) return false;
  return /\p{Lu}[\p{L}\p{M}&.]{0,30}\s$/u.test(text.slice(Math.max(0, match.index - 32), match.index));
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

const withRange = (kind: FoundDate['kind'], value: string, range: DayRange | undefined): Reading =>
  range ? { kind, value, range } : { kind, value };

const monthNumber = (groups: Groups): number =>
  groups.number ? Number(groups.number) : (MONTHS.get((groups.month ?? '').toLowerCase()) ?? 0);

function readDay(groups: Groups): Reading {
  const value = isoDay(Number(groups.year), monthNumber(groups), Number(groups.day));
  return value === undefined ? undefined : { kind: 'day', value, range: { from: value, to: value } };
}

function readSlashed({ first, second, year }: Groups): Reading {
  const monthFirst = readDay({ number: first, day: second, year });
  return monthFirst ?? readDay({ number: second, day: first, year });
}

function readMonth(groups: Groups): Reading {
  const value = isoMonth(Number(groups.year), monthNumber(groups));
  const range = daysOf(value);
  return range && { kind: 'month', value, range };
}

/** A day of a year not named: the latest such day up to today. */
function readMonthDay(groups: Groups, today: string | undefined): Reading {
  const [month, day] = [monthNumber(groups), Number(groups.day)];
  // 2000 is a leap year, so that 29 February is a day.
  const value = isoDay(2000, month, day)?.replace('2000', '-');
  if (value === undefined) return undefined;
  return withRange('month-day', value, today === undefined ? undefined : latestDay(month, day, today));
}

function latestDay(month: number, day: number, today: string): DayRange | undefined {
  const year = Number(today.slice(0, 4));
  for (let back = 0; back <= 8; back += 1) {
    const iso = isoDay(year - back, month, day);
    if (iso !== undefined && iso <= today) return { from: iso, to: iso };
  }
  return undefined;
}

function readSeason({ season = '', year = '' }: Groups): Reading {
  const [first, last] = SEASONS.get(season.toLowerCase()) ?? [1, 12];
  const end = daysOf(isoMonth(Number(year) + (last > 12 ? 1 : 0), last > 12 ? last - 12 : last));
  const from = `${isoMonth(Number(year), first)}-01`;
  return withRange(
    'season',
    `${year}-${season.toLowerCase().replace('fall', 'autumn')}`,
    end && { from, to: end.to },
  );
}

function readQuarter({ quarter, year = '' }: Groups): Reading {
  const last = Number(quarter) * 3;
  const end = daysOf(isoMonth(Number(year), last));
  return withRange(
    'season',
    `${year}-q${quarter}`,
    end && { from: `${isoMonth(Number(year), last - 2)}-01`, to: end.to },
  );
}

function readDecade({ decade = '' }: Groups): Reading {
  return {
    kind: 'decade',
    value: `${decade}s`,
    range: { from: `${decade}-01-01`, to: `${Number(decade) + 9}-12-31` },
  };
}

const COUNTS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function readAgo({ count = '', unit = '', all = '' }: Groups, today: string | undefined): Reading {
  const word = count.toLowerCase();
  const steps = /^\d/.test(word) ? Number(word) : Math.max(1, COUNTS.indexOf(word));
  const value = all.toLowerCase();
  if (today === undefined || /earlier$/i.test(all)) return { kind: 'relative', value };
  if (/^day$/i.test(unit)) {
    const day = addDays(today, -steps);
    return { kind: 'relative', value, range: { from: day, to: day } };
  }
  return { kind: 'relative', value, range: periodAt(today, periodUnit(unit), -steps) };
}

function periodUnit(unit: string): 'week' | 'month' | 'year' {
  const lower = unit.toLowerCase();
  return lower === 'month' || lower === 'year' ? lower : 'week';
}

function readPeriod({ which = '', unit = '', all = '' }: Groups, today: string | undefined): Reading {
  const value = all.toLowerCase();
  if (today === undefined) return { kind: 'relative', value };
  const steps = /^(?:last|previous)$/i.test(which) ? -1 : /^(?:next|coming)$/i.test(which) ? 1 : 0;
  if (/^past$/i.test(which)) {
    const days = { week: 7, month: 31, year: 366 }[periodUnit(unit)];
    return { kind: 'relative', value, range: { from: addDays(today, -days), to: today } };
  }
  const range = periodAt(today, periodUnit(unit), steps);
  const isWeekend = /^weekend$/i.test(unit);
  return {
    kind: 'relative',
    value,
    range: isWeekend ? { from: addDays(range.from, 5), to: range.to } : range,
  };
}

function readWeekday({ which = '', weekday = '', all = '' }: Groups, today: string | undefined): Reading {
  // `wednesday` in lower case is still the day, but a day inside a longer word is excluded by the pattern.
  const value = weekday.toLowerCase();
  if (all === '' || today === undefined) return { kind: 'weekday', value };
  const distance = (weekdayOf(today) - WEEKDAYS.indexOf(value) + 7) % 7;
  const isFuture = /^(?:next|coming)$/i.test(which);
  const past = /^last$/i.test(which) && distance === 0 ? 7 : distance;
  const day = addDays(today, isFuture ? 7 - distance : -past);
  return { kind: 'weekday', value, range: { from: day, to: day } };
}

function readNear({ word = '' }: Groups, today: string | undefined): Reading {
  const value = word.toLowerCase();
  const steps = value === 'yesterday' ? -1 : value === 'tomorrow' ? 1 : 0;
  const day = today === undefined ? undefined : addDays(today, steps);
  return withRange('relative', value, day === undefined ? undefined : { from: day, to: day });
}

/** `in November`, `last May`: a month without day or year. `may` and `march` need a preposition, the rest a capital. */
function readMonthAlone(text: string, match: RegExpExecArray, today: string | undefined): Reading {
  const word = match[0];
  const month = MONTHS.get(word.toLowerCase());
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const isDoubtful = /^(?:may|march)$/i.test(word);
  const isEnglish = /^[a-z]+$/i.test(word);
  if (month === undefined || (isDoubtful && !BEFORE_MONTH.test(before))) return undefined;
  if (isEnglish && !/^\p{Lu}/u.test(word) && !BEFORE_MONTH.test(before)) return undefined;
  if (isDoubtful && !/^\p{Lu}/u.test(word)) return undefined;
  const value = `--${String(month).padStart(2, '0')}`;
  return withRange('month-name', value, today === undefined ? undefined : latestMonth(month, before, today));
}

function latestMonth(month: number, before: string, today: string): DayRange | undefined {
  const [year, now] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const isFuture = /\bnext\s$/i.test(before);
  const back = isFuture
    ? month > now
      ? 0
      : -1
    : month > now || (month === now && /\blast\s$/i.test(before))
      ? 1
      : 0;
  return daysOf(isoMonth(year - back, month));
}

/** A bare four-figure number: from 1900 on nearly always a year in news; before, only after a word that says so. */
function readYearAlone(text: string, match: RegExpExecArray): Reading {
  const value = match[0];
  const before = text.slice(Math.max(0, match.index - 10), match.index);
  if (Number(value) < 1900 && !BEFORE_YEAR.test(before)) return undefined;
  if (/\b(?:than|about|over|nearly|almost|some|least|roughly)\s$/i.test(before)) return undefined;
  return withRange('year', value, daysOf(value));
}
