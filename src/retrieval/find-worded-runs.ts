import { fold, type Token } from '../text/words.ts';
import { quoteRuns, type Run } from './run.ts';
import type { Lexicon } from './wording/lexicon.ts';
import type { WordClass } from './wording/wording.ts';

/** A word of a sentence as far as runs are told by it. */
interface Word {
  /** NaN where the word does not begin with a digit. */
  readonly value: number;
  /** Class of the word, or of what is written together with its digits (1967년). */
  readonly is: WordClass | undefined;
}

interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Index terms, '' for a stop word. */
  readonly terms: readonly string[];
  readonly words: readonly Word[];
  readonly lexicon: Lexicon;
}

/** The runs of a sentence in a language that has a wording; quotations last. */
export function findWordedRuns(
  { text, tokens, terms }: Pick<Sentence, 'text' | 'tokens' | 'terms'>,
  lexicon: Lexicon,
): Run[] {
  const words = tokens.map((token) => readWord(text, token, lexicon));
  const sentence: Sentence = { text, tokens, terms, words, lexicon };
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = runFrom(sentence, at);
    if (run) runs.push(run);
    at = run ? run.to : at + 1;
  }
  return [...runs, ...quoteRuns(text, tokens)];
}

function runFrom(sentence: Sentence, at: number): Run | undefined {
  const isPlain = sentence.words[at] === PLAIN && sentence.words[at + 1]?.is !== 'century';
  const other = isPlain ? undefined : (dateRun(sentence, at) ?? amountRun(sentence, at));
  return other ?? nameRun(sentence, at);
}

/** Most words: shared, since a sentence has many. */
const PLAIN: Word = { value: Number.NaN, is: undefined };
const DIGITS = /^\p{Nd}/u;

function readWord(text: string, token: Token, lexicon: Lexicon): Word {
  if (!DIGITS.test(token.text)) {
    const is = lexicon.classAt(text, token);
    return is === undefined ? PLAIN : { value: Number.NaN, is };
  }
  // Folding makes the digits of other scripts plain ones.
  const folded = fold(token.text);
  const digits = /^\d+(?:[.,]\d+)*/.exec(folded)?.[0] ?? '';
  const rest = folded.slice(digits.length);
  return {
    value: /^\d+$/.test(digits) ? Number(digits) : Number.parseFloat(digits),
    is: rest === '' ? undefined : lexicon.classOf(rest),
  };
}

const LAST_DAY = 31;
/** Calendar years from 1000 to 2099, and to 2599 where years are counted from the Buddha. */
const isYear = (value: number) => value >= 1000 && value < 2600 && Number.isInteger(value);
const isDay = (value: number) => value >= 1 && value <= LAST_DAY && Number.isInteger(value);
const ROMAN = /^[IVXLC]+(?:e|è|ème|º|°|a)?$/;
const MEASURES: ReadonlySet<WordClass | undefined> = new Set([
  'scale',
  'number',
  'currency',
  'percent',
  'unit',
]);

/** A date as far as it goes: 14 de mayo de 2022, 5月12日, в 1967 году, siglo XIX. */
function dateRun(sentence: Sentence, from: number): Run | undefined {
  let to = from;
  let isDate = false;
  for (;;) {
    const step = datePart(sentence, to);
    if (!step) break;
    if (step.dates) isDate = true;
    to = step.to;
    if (sentence.words[to]?.is === 'of' && datePart(sentence, to + 1)?.dates) to += 1;
  }
  return isDate ? { kind: 'date', from, to } : undefined;
}

interface DatePart {
  readonly to: number;
  /** Whether it makes a date alone; a day of the month does not. */
  readonly dates: boolean;
}

function datePart(sentence: Sentence, at: number): DatePart | undefined {
  const { words } = sentence;
  const word = words[at];
  const next = words[at + 1];
  if (!word) return undefined;
  const century = centuryAt(sentence, at);
  if (century !== undefined) return { to: century, dates: true };
  if (word.is === 'month' && Number.isNaN(word.value)) return { to: at + 1, dates: true };
  if (word.is === 'weekday' || word.is === 'today') return { to: at + 1, dates: true };
  if (word.is === 'month-number' || word.is === 'day-number') return numberedPart(word, next, at);
  if (word.is === 'year' && Number.isNaN(word.value) && isYear(next?.value ?? 0))
    return { to: at + 2, dates: true };
  if (Number.isNaN(word.value)) return undefined;
  if (next?.is === 'month-number' && isDay(word.value)) return { to: at + 2, dates: true };
  if (next?.is === 'day-number' && isDay(word.value)) return { to: at + 2, dates: true };
  if (isYear(word.value) && !MEASURES.has(next?.is) && (word.is === undefined || word.is === 'year'))
    return { to: next?.is === 'year' ? at + 2 : at + 1, dates: true };
  if (!isDay(word.value) || word.is === 'year' || word.is === 'unit') return undefined;
  const isBeside =
    isMonthAt(sentence, at + 1) ||
    isMonthAt(sentence, at - 1) ||
    (next?.is === 'of' && isMonthAt(sentence, at + 2));
  return isBeside ? { to: at + 1, dates: false } : undefined;
}

/** A month or a day of the month that is a number: its word stands before it (tháng 5) or is written onto it (5월). */
function numberedPart(word: Word, next: Word | undefined, at: number): DatePart | undefined {
  if (isDay(word.value)) return { to: at + 1, dates: true };
  return next && isDay(next.value) && next.is === undefined
    ? { to: at + 2, dates: word.is === 'month-number' }
    : undefined;
}

function isMonthAt({ words }: Sentence, at: number): boolean {
  return words[at]?.is === 'month' || words[at]?.is === 'month-number';
}

/** The end of a century (XIX век, siglo XIX, 20世紀) that begins here. */
function centuryAt(sentence: Sentence, at: number): number | undefined {
  const { words, tokens } = sentence;
  if (words[at]?.is !== 'century')
    return countsCentury(sentence, at) && words[at + 1]?.is === 'century' ? at + 2 : undefined;
  if (!Number.isNaN(words[at]?.value) || /^[一二十]/.test(tokens[at]?.text ?? '')) return at + 1;
  if (!countsCentury(sentence, at + 1)) return undefined;
  return countsCentury(sentence, at + 2) ? at + 3 : at + 2;
}

function countsCentury({ words, tokens }: Sentence, at: number): boolean {
  const { value = Number.NaN, is } = words[at] ?? {};
  const isWord = is === 'number' || is === 'ordinal' || is === 'scale';
  return isWord || isDay(value) || ROMAN.test(tokens[at]?.text ?? '');
}

const isNumber = (word: Word | undefined) =>
  word !== undefined && (!Number.isNaN(word.value) || word.is === 'number');
/** Whether a number goes on: with a word for a number, or with digits set apart (340 000) or split off (3.5 before 亿). */
function goesOn({ text, tokens, words }: Sentence, at: number): boolean {
  const word = words[at];
  if (word?.is === 'scale' || (word?.is === 'number' && Number.isNaN(word.value))) return true;
  if (word === undefined || Number.isNaN(word.value) || Number.isNaN(words[at - 1]?.value)) return false;
  const gap = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
  return (
    /^[.,]$/.test(gap) || (/^[ \u00a0\u2009\u202f]$/.test(gap) && /^\p{Nd}{3}$/u.test(tokens[at]?.text ?? ''))
  );
}

const SIGN_BEFORE = /\p{Sc}\s?$/u;
/** UTF-16 units in which the words for percent end, a space before them: pour cent. */
const LONGEST_PERCENT_UNITS = 16;
const PERCENT_BEFORE = /[%％٪]\s?$/u;

/** A number with what it counts, as far as that is money, a percentage or a time. */
function amountRun(sentence: Sentence, at: number): Run | undefined {
  const { text, tokens, words, lexicon } = sentence;
  const first = words[at];
  if (first?.is === 'span') return { kind: 'duration', from: at, to: at + 1 };
  const isUnit = first?.is === 'percent' || first?.is === 'currency';
  const leads = isUnit && Number.isNaN(first.value) ? 1 : 0;
  let from = at + leads;
  if (leads > 0 && words[from]?.is === 'of') from += 1;
  if (!isNumber(words[from])) return undefined;
  let to = from + 1;
  while (goesOn(sentence, to)) to += 1;
  const after = words[to]?.is === 'of' ? words[to + 1] : words[to];
  const last = words[to - 1];
  const run = (kind: Run['kind'], end = to): Run => ({ kind, from, to: end });
  const start = tokens[from]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 2), start);
  const end = tokens[to - 1]?.end ?? 0;
  const rest = text.slice(end, end + LONGEST_PERCENT_UNITS);
  const isOf = (kind: WordClass) => after?.is === kind || (last?.is === kind && !Number.isNaN(last.value));
  if (first?.is === 'percent' || isOf('percent') || lexicon.percent.test(rest) || PERCENT_BEFORE.test(before))
    return run('percent');
  if (first?.is === 'currency' || isOf('currency') || SIGN_BEFORE.test(before) || /^\s?\p{Sc}/u.test(rest))
    return run('money');
  if (last?.is === 'unit' || last?.is === 'year') return run('duration');
  if (after?.is === 'unit' || after?.is === 'year' || after?.is === 'span')
    return run('duration', words[to]?.is === 'of' ? to + 2 : to + 1);
  return run('number');
}

function nameRun(sentence: Sentence, from: number): Run | undefined {
  if (sentence.lexicon.wording.caseless || !isCapitalised(sentence, from)) return undefined;
  let to = from + 1;
  while (isJoined(sentence, to)) {
    if (isCapitalised(sentence, to)) to += 1;
    else if (isJoiner(sentence, to) && isJoined(sentence, to + 1) && isCapitalised(sentence, to + 1)) to += 2;
    else break;
  }
  if (to === from + 1 && sentence.lexicon.wording.capitalNouns && isCommonNoun(sentence, from))
    return undefined;
  return { kind: 'name', from, to };
}

function isJoiner({ words }: Sentence, at: number): boolean {
  return words[at]?.is === 'joiner' || words[at]?.is === 'of';
}

/** A capital that is not only there because a sentence or a quotation begins; an elided article may stand before it (l'Aquila). */
function isCapitalised({ text, tokens, terms, words }: Sentence, at: number): boolean {
  const token = tokens[at];
  if (!token || isSmall(token.text) || !CAPITAL.test(token.text)) return false;
  const kind = words[at]?.is;
  if (kind === 'month' || kind === 'weekday') return false;
  if (words[at + 1]?.is === 'century' && ROMAN.test(token.text)) return false;
  const isSmallWord = terms[at] === '' || (at === 0 && token.text.length === 1);
  if (!isSmallWord) return true;
  const gap = text.slice(tokens[at - 1]?.end ?? 0, token.start);
  return at > 0 && !/[.:?!¿¡"“”«»„…—]/u.test(gap);
}

/** Most words, told at once: a small Latin or Cyrillic letter first, and no elided article. */
function isSmall(word: string): boolean {
  const first = word.charCodeAt(0);
  const isLatin = first >= 0x61 && first <= 0x7a;
  return (isLatin && !/['’]/.test(word)) || (first >= 0x430 && first <= 0x45f);
}

const CAPITAL = /^(?:\p{L}{1,4}['’](?=\p{Lu}))?\p{Lu}(?!['’]\p{Ll})/u;

const NOUN_ENDING = /(?:ung|heit|keit|schaft|ismus|tion|tät|nis|chen|ment)(?:en|s|e)?$/u;
/** Articles and endings of adjectives; -te and -de are rather those of verbs (sagte, wurde). */
const BEFORE_NOUN =
  /^(?:\p{Ll}+(?:(?<![td])e|en|er|es|em)|d(?:ie|e[rmns]|as)|im|am|zum|zur|vom|beim|k?eine?[rmns]?)$/iu;

/** A single capitalised word after an article or an adjective is hardly a name where nouns have capitals too. */
function isCommonNoun({ tokens, words }: Sentence, at: number): boolean {
  return (
    words[at]?.is !== undefined ||
    NOUN_ENDING.test(tokens[at]?.text ?? '') ||
    BEFORE_NOUN.test(tokens[at - 1]?.text ?? '')
  );
}

/** Whether nothing but a space, a hyphen, a middle dot or the stop of an initial stands between a token and the one before it. */
function isJoined({ text, tokens }: Sentence, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return (
    before !== undefined &&
    token !== undefined &&
    /^(?:[ \u00a0]|[-–'’·]|\. |\.)$/u.test(text.slice(before.end, token.start))
  );
}
