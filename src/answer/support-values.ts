/** Numbers, units and dates of a claim against those of its quotes. */
import { daysOf } from '../text/calendar.ts';
import { type FoundDate, findDates } from '../text/dates.ts';
import { type FoundNumber, findNumbers } from '../text/numbers.ts';
import type { Span } from '../types.ts';
import { countSame, nounsAfter } from './counted-noun.ts';
import type { Evidence, SupportProblem } from './evidence.ts';

/** `about 70` may stand for what differs by this share. */
const ABOUT_TOLERANCE = 0.03;
/** `more than 300` may stand for what exceeds it by this share. */
const BOUND_TOLERANCE = 0.15;

const overlaps = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end;

/** Numbers that are not part of a date, nor the pronoun `one`. */
export function plainNumbers(text: string, today?: string): readonly FoundNumber[] {
  const dates = findDates(text, today);
  return findNumbers(text).filter(
    ({ span, kind }) =>
      !dates.some((date) => overlaps(date.span, span)) &&
      !(kind === 'cardinal' && /^(?:an?|one)$/i.test(text.slice(span.start, span.end))),
  );
}

export function checkNumbers({ body, quotes }: Evidence): readonly SupportProblem[] {
  const given = quotes.flatMap((quote) =>
    [...findNumbers(quote), ...halvings(quote), ...proportions(quote)].map((number) => ({ number, quote })),
  );
  const isAltered = plainNumbers(body).some((claimed) => {
    const equals = given.filter(({ number }) => isBorneOut(claimed, number) || isAge(body, claimed, number));
    if (equals.length === 0) return true;
    const nouns = nounsAfter(body, claimed);
    return !equals.some(({ number, quote }) => countSame(nouns, nounsAfter(quote, number)));
  });
  return isAltered || changesDirection(body, quotes) ? ['number'] : [];
}

/** `a 39-year-old driver` for `a driver of 39`. */
function isAge(text: string, claimed: FoundNumber, given: FoundNumber): boolean {
  const isSpelt = /^[\s-]?(?:years?)?[\s-]old\b/i.test(text.slice(claimed.span.end));
  return isSpelt && claimed.value === given.value && given.kind === 'cardinal';
}

/** `halved` says `by half`. */
function halvings(text: string): readonly FoundNumber[] {
  return Array.from(text.matchAll(/\bhalv(?:e|ed|es|ing)\b/gi), ({ 0: word, index }) => ({
    span: { start: index, end: index + word.length },
    value: 1 / 2,
    kind: 'fraction',
    bound: 'exact',
  }));
}

/** `three out of four` says `three quarters`. */
function proportions(text: string): readonly FoundNumber[] {
  const numbers = findNumbers(text);
  return numbers.flatMap((part, index) => {
    const whole = numbers[index + 1];
    if (!whole || whole.value === 0 || part.kind !== 'cardinal' || whole.kind !== 'cardinal') return [];
    if (!/^\s(?:out\sof|in)\s(?:every\s)?$/i.test(text.slice(part.span.end, whole.span.start))) return [];
    const span = { start: part.span.start, end: whole.span.end };
    return [{ span, value: part.value / whole.value, kind: 'fraction', bound: part.bound }];
  });
}

const MORE =
  /^\s?(?:percent|per\scent|%)?\s?(?:points?\s)?(?:more|higher|above|up|larger|greater|longer|better|faster|warmer)\b/i;
const LESS =
  /^\s?(?:percent|per\scent|%)?\s?(?:points?\s)?(?:fewer|less|lower|below|down|smaller|shorter|worse|slower|cooler|colder)\b/i;

/** `6 percent more` of quotes that have 6 percent fewer. */
export function checkComparisons({ body, quotes }: Evidence): readonly SupportProblem[] {
  const given = quotes.flatMap(comparisonsOf);
  const isTurned = comparisonsOf(body).some(([value, direction]) => {
    const same = given.filter(([other]) => other === value);
    return same.length > 0 && !same.some(([, other]) => other === direction);
  });
  return isTurned ? ['number'] : [];
}

type Comparison = readonly [value: number, direction: 'more' | 'less'];

/** Numbers with a word of more or less right behind them. */
function comparisonsOf(text: string): readonly Comparison[] {
  return findNumbers(text).flatMap(({ span, value }): Comparison[] => {
    const behind = text.slice(span.end, span.end + REACH_OF_COMPARISON);
    if (MORE.test(behind)) return [[value, 'more']];
    return LESS.test(behind) ? [[value, 'less']] : [];
  });
}

/** UTF-16 units. */
const REACH_OF_COMPARISON = 30;

/** What follows a count and says for each what it is: `a litre`, `per month`, `each crossing`. */
const RATE = /(?<=[\p{L}\p{N}%]\s)(?:an?|per|each|every)\s([\p{Ll}]{3,20})/giu;
const RATE_REACH = 4;
const SINGULAR =
  /^(?:second|minute|hour|day|night|week|fortnight|month|quarter|season|year|decade|litre|liter|gallon|pint|bottle|can|barrel|tonne|ton|kilo|kilogram|kilogramme|gram|gramme|pound|metre|meter|kilometre|kilometer|mile|foot|hectare|acre|person|head|household|family|child|patient|passenger|worker|vehicle|car|seat|vote|share|unit|piece|game|match|ticket|crossing|trip|visit)$/;

/** `three times a month` of quotes that count by the week. */
export function checkRates({ body, quotes }: Evidence): readonly SupportProblem[] {
  const given = new Set(quotes.flatMap(ratesOf));
  return given.size > 0 && ratesOf(body).some((unit) => !given.has(unit)) ? ['number'] : [];
}

/** The singular nouns behind `a` or `per` that come soon after a number. */
function ratesOf(text: string): readonly string[] {
  const numbers = findNumbers(text);
  return Array.from(text.matchAll(RATE)).flatMap(({ 1: noun = '', index }) => {
    const isCounted = numbers.some(({ span }) => {
      const between = text.slice(span.end, index);
      return span.end <= index && !/[.;:]\s/.test(between) && between.split(/\s+/).length <= RATE_REACH + 1;
    });
    return isCounted && SINGULAR.test(noun.toLowerCase()) ? [noun.toLowerCase().replace(/tre$/, 'ter')] : [];
  });
}

/** `eleven of the nine` of quotes in which it is nine of the eleven. */
export function checkParts({ body, quotes }: Evidence): readonly SupportProblem[] {
  const given = quotes.flatMap(partsOf);
  const isTurned = partsOf(body).some(([part, whole]) =>
    given.some(([otherPart, otherWhole]) => part === otherWhole && whole === otherPart && part !== whole),
  );
  return isTurned ? ['number'] : [];
}

function partsOf(text: string): readonly (readonly [number, number])[] {
  const numbers = findNumbers(text);
  return numbers.flatMap((part, index) => {
    const whole = numbers[index + 1];
    if (whole === undefined) return [];
    const isPart = /^\s(?:out\s)?of\s(?:(?:the|its|their|all)\s){0,2}$/i.test(
      text.slice(part.span.end, whole.span.start),
    );
    return isPart ? [[part.value, whole.value] as const] : [];
  });
}

const share = ({ value, kind }: FoundNumber): number => (kind === 'percent' ? value / 100 : value);
const isShare = ({ kind, unit }: FoundNumber): boolean =>
  kind === 'percent' ? unit !== 'point' : kind === 'fraction';

/** Whether a number that a quote gives allows the claim's: value, kind, unit and hedge. */
export function isBorneOut(claimed: FoundNumber, given: FoundNumber): boolean {
  const areShares = isShare(claimed) && isShare(given);
  if (!areShares && (claimed.unit ?? '') !== (given.unit ?? '')) return false;
  if (!areShares && (claimed.kind !== given.kind || claimed.unit !== given.unit)) return false;
  const [wanted, actual] = [share(claimed), share(given)];
  const difference = wanted === 0 ? actual - wanted : (actual - wanted) / Math.abs(wanted);
  if (Math.abs(difference) < 1e-9) return claimed.bound === given.bound || isSofter(claimed, given);
  if (given.bound !== 'exact' && given.bound !== claimed.bound) return false;
  if (claimed.bound === 'about') return Math.abs(difference) <= ABOUT_TOLERANCE;
  if (claimed.bound === 'above') return difference > 0 && difference <= BOUND_TOLERANCE;
  return claimed.bound === 'below' && difference < 0 && difference >= -BOUND_TOLERANCE;
}

/** `about 48` for 48, but neither `48` for about 48 nor `more than 48` for 48. */
const isSofter = (claimed: FoundNumber, given: FoundNumber): boolean =>
  claimed.bound === 'about' && given.bound !== 'below';

/** `from 4.5 to 5`, `61 votes to 22`: which number stands after the preposition is part of what is said. */
function changesDirection(body: string, quotes: readonly string[]): boolean {
  const ends = quotes.flatMap((quote) => [...numbersAfter(quote, 'from'), ...numbersAfter(quote, 'to')]);
  const steps = quotes.flatMap((quote) => numbersAfter(quote, 'by'));
  if (numbersAfter(body, 'by').some((value) => ends.includes(value) && !steps.includes(value))) return true;
  return ['from', 'to'].some((preposition) => {
    const claimed = numbersAfter(body, preposition);
    const given = quotes.flatMap((quote) => numbersAfter(quote, preposition));
    return given.length > 0 && claimed.some((value) => !given.includes(value));
  });
}

function numbersAfter(text: string, preposition: string): readonly number[] {
  const before = new RegExp(
    `\\b${preposition}\\s(?:(?:about|around|roughly|nearly|the|some|over)\\s)?$`,
    'i',
  );
  return plainNumbers(text)
    .filter(({ span }) => before.test(text.slice(Math.max(0, span.start - 24), span.start)))
    .map(share);
}

/**
 * A date of the claim must be one of the quotes', or coarser. Beside an attribution, the day of publication will do only
 * where the quotes name no year themselves: it is not for the reader to guess which of two is meant.
 */
export function checkDates({ claim, body, quotes, facts }: Evidence): readonly SupportProblem[] {
  const published = facts.flatMap((fact) => (fact.published === undefined ? [] : [fact.published]));
  const today = published.find((day) => /^\d{4}-\d{2}-\d{2}$/.test(day.slice(0, 10)))?.slice(0, 10);
  const quoted = quotes.flatMap((text) => findDates(text, today));
  const given = [...quoted, ...facts.flatMap(({ title }) => findDates(title ?? '', today))];
  const names = facts.flatMap(({ title, publisher, author }) => [title, publisher, author]);
  const hasOwnYear = quotes.some((quote) => /\b(?:1[5-9]|20)\d{2}\b/.test(quote));
  const areAltered = (text: string, mayBePublication: boolean): boolean =>
    findDates(withoutNames(text, names), today).some(
      (claimed) =>
        !given.some((date) => allowsDate(claimed, date)) &&
        !(mayBePublication && published.some((day) => isWhen(claimed, day))),
    );
  const attribution = claim.endsWith(body) ? claim.slice(0, claim.length - body.length) : '';
  const isAltered =
    areAltered(attribution, true) || areAltered(attribution === '' ? claim : body, !hasOwnYear);
  return isAltered ? ['date'] : [];
}

/** `The Sunday Times` is no day. */
const withoutNames = (text: string, names: readonly (string | undefined)[]): string =>
  names.reduce<string>((rest, name) => (name ? rest.replaceAll(name, ' '.repeat(name.length)) : rest), text);

function allowsDate(claimed: FoundDate, given: FoundDate): boolean {
  if (claimed.value === given.value) return true;
  if (
    given.value.startsWith('--') &&
    claimed.value.endsWith(given.value.slice(1)) &&
    given.kind !== 'month-name'
  ) {
    // A day without a year: the claim may add the year only where it follows from the day of publication.
    return claimed.value === given.range?.from;
  }
  if (claimed.value.startsWith('--') && /^\d{4}-\d{2}/.test(given.value)) {
    return given.value.slice(4).startsWith(claimed.value.slice(1));
  }
  return covers(claimed, given.range);
}

function covers(claimed: FoundDate, range: FoundDate['range']): boolean {
  if (claimed.range === undefined || range === undefined) return false;
  return claimed.range.from <= range.from && range.to <= claimed.range.to;
}

/** Whether a date of the claim is the (possibly partial) day of publication, or covers it. */
const isWhen = (claimed: FoundDate, published: string): boolean =>
  claimed.kind !== 'relative' && covers(claimed, daysOf(published.slice(0, 10)));
