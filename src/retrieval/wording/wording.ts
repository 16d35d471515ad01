import type { AnswerType } from '../answer-type.ts';

/** What a word of a sentence can be part of: a date, an amount, a duration ... */
export type WordClass =
  | 'month'
  | 'weekday'
  /** Today, yesterday, tomorrow. */
  | 'today'
  /** A number in words, the article-like "one" left out. */
  | 'number'
  /** Counts centuries only. */
  | 'ordinal'
  /** Thousand, million: goes on with a number, and is none alone. */
  | 'scale'
  | 'currency'
  | 'percent'
  /** A unit of time. */
  | 'unit'
  /** A length of time in one word, as Semitic duals are. */
  | 'span'
  /** Says that the number beside it is a calendar year; after a small number a unit of time. */
  | 'year'
  /** With a number a month of the year: 5月, tháng 5. */
  | 'month-number'
  /** With a number a day of the month: 5日. */
  | 'day-number'
  | 'century'
  /** Stands between the parts of a date or an amount. */
  | 'of'
  /** Stands between the words of a name. */
  | 'joiner';

/**
 * How a language asks, and how it writes what answers. Each string lists words, a space between two: regular expressions
 * of lower-case words, in which `_` is a space and `*` any letters to the end of the word. The words that `asks` and `which`
 * match are not looked for in the corpus: what follows them and tells something stands in a look-ahead.
 */
export interface Wording {
  /** Question words by what they ask for, whatever stands beside them. */
  readonly asks: Readonly<Partial<Record<AnswerType, string>>>;
  /** The same of words that ask for this only where no noun beside them says otherwise: ποιος is who, ποιος αριθμός which number. */
  readonly unlessNoun?: Readonly<Partial<Record<AnswerType, string>>>;
  /** Question words that ask for the noun beside them, or for anything: which, what. */
  readonly which: string;
  /** Nouns that tell what "which" asks for. */
  readonly nouns: Readonly<Partial<Record<AnswerType, string>>>;
  /** Where the noun stands that "which" asks for; after it when absent. */
  readonly nounSide?: 'before' | 'both';
  /** Verbs of speech: after "what" they ask for a statement, in a sentence they report one. */
  readonly speech: string;
  /** What gives a reason in a sentence. */
  readonly because: string;
  /** Before a capital they say where. */
  readonly places?: string;
  /** Classes of words in sentences. Months and weekdays are known from Intl but for the forms listed. */
  readonly words: Readonly<Partial<Record<WordClass, string>>>;
  /** A regular expression of what is written together with the word after it: the Arabic article. */
  readonly prefix?: string;
  /** Writes no spaces between words. */
  readonly unspaced?: true;
  /** Has no capital letters, so that nothing shows a name. */
  readonly caseless?: true;
  /** Common nouns are capitalised as names are. */
  readonly capitalNouns?: true;
}
