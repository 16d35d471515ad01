import { stripHidden } from './hidden-characters.ts';
import { irregularBase } from './irregular-forms.ts';
import { languageRules } from './languages.ts';
import { plainDigit } from './plain-digit.ts';
import { TermMemo } from './term-memo.ts';
import { findWordBounds, UNSPACED } from './word-bounds.ts';

/**
 * Words as retrieval sees them: tokens with offsets, folded forms, index terms. The same functions serve the index and
 * the question, so that both meet.
 */

/** A word or number of a text; offsets are UTF-16 units into the text that was tokenised. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The same as `findWordBounds` finds, in texts that it leaves to others. */
const WORD =
  /\p{N}[\p{N}\p{Cf}]*(?:[.,][\p{N}\p{Cf}]+)*[\p{L}\p{M}]*|[\p{L}\p{M}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’ʼ][\p{L}\p{M}\p{Cf}]+|(?<=(?:^|[^\p{L}\p{M}\p{N}])\p{L}|\.\p{L})\.(?:\p{L}(?![\p{L}\p{M}])))*/gu;

const segmenters = new Map<string, Intl.Segmenter>();

/** Words and numbers of a text in order; `language` (BCP 47) matters for scripts without spaces only. */
export function tokenise(text: string, language: string): Token[] {
  return toTokens(text, wordBounds(text, language));
}

function toTokens(text: string, bounds: readonly number[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    const start = bounds[at] ?? 0;
    const end = bounds[at + 1] ?? 0;
    tokens.push({ text: text.slice(start, end), start, end });
  }
  return tokens;
}

/** Start and end of each token, one pair after the other. */
function wordBounds(text: string, language: string): readonly number[] {
  return findWordBounds(text) ?? splitByPattern(text, language);
}

function splitByPattern(text: string, language: string): number[] {
  const bounds: number[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (!UNSPACED.test(word)) {
      bounds.push(match.index, match.index + word.length);
      continue;
    }
    for (const part of segmenterFor(language).segment(word)) {
      const start = match.index + part.index;
      if (part.isWordLike) bounds.push(start, start + part.segment.length);
    }
  }
  return bounds;
}

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    // A tag that Intl refuses is no reason to stop: its default rules split well enough.
    const locale = /^[a-z]{2,3}$/i.exec(language.split('-')[0] ?? '')?.[0] ?? 'und';
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** Abbreviations whose folded form would be a stop word or split from its long form. */
const ACRONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'u.s': 'usa',
    'u.s.a': 'usa',
    'u.k': 'uk',
    'e.u': 'eu',
    'u.n': 'un',
    'U.S': 'usa',
    US: 'usa',
    'U.S.A': 'usa',
    'U.K': 'uk',
    'E.U': 'eu',
    'U.N': 'un',
  }),
);

/** Letters that Unicode does not decompose but that are written plainly in English. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ё: 'е',
};
const PLAIN_LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

const MARKS = /[\p{M}\p{Cf}\u0640]/gu;
/** The same but for the breve of й, which is a letter of its own: stemmers know endings by it. */
const MARKS_BUT_BREVE = /(?!\u0306)[\p{M}\p{Cf}\u0640]/gu;

/** Lower case without diacritics, possessives, tatweel and inner stops: the form in which words are compared. */
export function fold(word: string): string {
  return foldWithout(word, MARKS);
}

function foldWithout(word: string, marks: RegExp): string {
  const acronym = ACRONYMS.get(word);
  if (acronym !== undefined) return acronym;
  if (/^[a-z]+$/.test(word)) return word;
  const lower = stripHidden(word)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? letter);
  const bare = lower.normalize('NFD').replace(marks, '').normalize('NFC');
  const number = /^\p{N}/u.test(bare) ? bare.replace(/,(?=\d{3})/g, '') : bare.replace(/\./g, '');
  return number
    .replace(/^['’ʼ‘ʿʾ]+/u, '')
    .replace(/['’ʼ]s?$|['’ʼ](?=s$)/u, '')
    .replace(/['’ʼ]s$/u, '')
    .replace(/[’ʼ]/g, "'");
}

/** The stem of a folded word. */
export function stem(folded: string, language: string): string {
  const base = /^en\b/.test(language) ? irregularBase(folded) : folded;
  return languageRules(language, fold).stem(base);
}

/** Short words all in capitals are names that a stop word happens to look like: WHO, IT. */
const CAPITALS = /^\p{Lu}{2,5}$/u;

const NEVER_WANTED = new Set(['a', 's', 't']);

/** Whether a folded word carries no content of its own (the, of, did). */
export function isStopWord(folded: string, language: string): boolean {
  return (
    NEVER_WANTED.has(folded) ||
    (languageRules(language, fold).stopWords.has(folded) && !/^\p{N}/u.test(folded))
  );
}

/** Words seen lately and their index term, by language: stemming is the costly part. */
const MEMO_LIMIT = 100_000;
const memos = new Map<string, TermMemo>();

function memoOf(language: string): TermMemo {
  let memo = memos.get(language);
  if (!memo) {
    memo = new TermMemo(MEMO_LIMIT, (word) => makeTerm(word, language));
    memos.set(language, memo);
  }
  return memo;
}

function makeTerm(word: string, language: string): string {
  const folded = fold(word);
  const isDropped = folded === '' || (isStopWord(folded, language) && !CAPITALS.test(word));
  if (isDropped) return '';
  return stem(/й/i.test(word) ? foldWithout(word, MARKS_BUT_BREVE) : folded, language);
}

/** The term under which a word is indexed, or '' for a stop word. */
export function indexTerm(word: string, language: string): string {
  return memoOf(language).lookUp(word, 0, word.length);
}

/** The index term of every token of a text, '' for a stop word. */
export function termsOfTokens(text: string, language: string): string[] {
  const memo = memoOf(language);
  const bounds = wordBounds(text, language);
  const terms: string[] = [];
  for (let at = 0; at < bounds.length; at += 2)
    terms.push(memo.lookUp(text, bounds[at] ?? 0, bounds[at + 1] ?? 0));
  return terms;
}

/** Index terms of a text, in order, stop words dropped. */
export function indexTerms(text: string, language: string): string[] {
  return termsOfTokens(text, language).filter((term) => term !== '');
}
