import { TermMemo } from '../../text/term-memo.ts';
import type { Span } from '../../types.ts';
import { anyOf, foldSpelling } from './compile-words.ts';
import type { WordClass, Wording } from './wording.ts';
import { wordingOf } from './wordings.ts';

/** What the words of a language's sentences can be part of, and what in a sentence gives a reason, a place or a speaker. */
export interface Lexicon {
  readonly wording: Wording;
  classOf(word: string): WordClass | undefined;
  /** The same of the word at a span of a text, without cutting it out. */
  classAt(text: string, span: Span): WordClass | undefined;
  /** What follows a number that is a percentage. */
  readonly percent: RegExp;
  readonly because: RegExp | undefined;
  readonly places: RegExp | undefined;
  readonly speech: RegExp | undefined;
}

/** The order in which classes are tried. */
const CLASSES: readonly WordClass[] = [
  'month',
  'weekday',
  'today',
  'percent',
  'currency',
  'century',
  'span',
  'scale',
  'number',
  'ordinal',
  'year',
  'month-number',
  'day-number',
  'unit',
  'of',
  'joiner',
];

const lexicons = new Map<string, Lexicon | undefined>();

/** The lexicon of a BCP 47 tag, made on first use; undefined where the language is not known, or is English. */
export function lexiconOf(language: string): Lexicon | undefined {
  if (lexicons.has(language)) return lexicons.get(language);
  const wording = wordingOf(language);
  const lexicon = wording && compile(wording, language);
  lexicons.set(language, lexicon);
  return lexicon;
}

/** Words whose class is remembered: most words of a text are among the few thousand commonest. */
const MEMO_LIMIT = 20_000;
const BY_NAME: ReadonlyMap<string, WordClass> = new Map(CLASSES.map((name) => [name, name]));

function compile(wording: Wording, language: string): Lexicon {
  const patterns = CLASSES.flatMap((name): [WordClass, RegExp][] => {
    const words = anyOf(wordsOf(name, wording, language));
    return words === undefined ? [] : [[name, wholeWord(words, wording)]];
  });
  const find = (word: string) => {
    const folded = foldSpelling(word);
    return patterns.find(([, pattern]) => pattern.test(folded))?.[0];
  };
  const memo = new TermMemo(MEMO_LIMIT, (word) => find(word) ?? '');
  return {
    wording,
    classOf: find,
    classAt: (text, { start, end }) => BY_NAME.get(memo.lookUp(text, start, end)),
    percent: new RegExp(`^\\s?(?:[%％٪]|(?:${anyOf(wording.words.percent)})(?![\\p{L}\\p{M}]))`, 'u'),
    because: inText(wording.because, wording),
    places: wording.places === undefined ? undefined : placePattern(wording.places),
    speech: inText(wording.speech, wording),
  };
}

/** A word as a whole, but for what is written before it, and for an ending after an apostrophe (Ocak'ta). */
function wholeWord(words: string, { prefix = '' }: Wording): RegExp {
  return new RegExp(`^(?:${prefix})?(?:${words})(?:['’]\\p{L}+)?$`, 'u');
}

/** Words anywhere in a sentence. */
function inText(list: string, { prefix = '', unspaced }: Wording): RegExp | undefined {
  const words = anyOf(list);
  if (words === undefined) return undefined;
  return unspaced
    ? new RegExp(words, 'u')
    : new RegExp(`(?<![\\p{L}\\p{M}])(?:${prefix})?(?:${words})(?![\\p{L}\\p{M}])`, 'iu');
}

function placePattern(list: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${anyOf(list)})['’\\s]+(?:\\p{Ll}{1,3}['’\\s]+)?\\p{Lu}`, 'u');
}

function wordsOf(name: WordClass, wording: Wording, language: string): string | undefined {
  const listed = wording.words[name] ?? '';
  const names = name === 'month' ? monthNames(language) : name === 'weekday' ? weekdayNames(language) : [];
  return [listed, ...names].join(' ');
}

const DAY_MS = 86_400_000;

/** Alone and, as Slavic languages decline them, after a day. Names of several words are left to their parts. */
function monthNames(language: string): string[] {
  return namesBy(language, { step: 31, count: 12, part: 'month' }, [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
  ]);
}

function weekdayNames(language: string): string[] {
  return namesBy(language, { step: 1, count: 7, part: 'weekday' }, [{ weekday: 'long' }]);
}

function namesBy(
  language: string,
  { step, count, part }: { step: number; count: number; part: 'month' | 'weekday' },
  forms: readonly Intl.DateTimeFormatOptions[],
): string[] {
  const names = forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...form, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, at) =>
      format
        .formatToParts(at * step * DAY_MS)
        .filter(({ type }) => type === part)
        .map(({ value }) => value)
        .join(''),
    );
  });
  return names.filter((name) => /^[\p{L}\p{M}]+$/u.test(name));
}
