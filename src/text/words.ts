import { stripHidden } from './hidden-characters.ts';
import { irregularBase } from './irregular-forms.ts';
import { languageRules } from './languages.ts';

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

/** Scripts that put no spaces between words: Intl.Segmenter splits them by dictionary. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A run of letters, marks and digits; apostrophes, full stops and commas belong to it only between letters (o'neil, U.S)
 * or between digits (66.5, 1,000). Hyphens separate. Characters that are not seen (soft hyphen, zero-width space) do not.
 */
const WORD =
  /\p{N}[\p{N}\p{Cf}]*(?:[.,][\p{N}\p{Cf}]+)*[\p{L}\p{M}]*|[\p{L}\p{M}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’ʼ][\p{L}\p{M}\p{Cf}]+|(?<=(?:^|[^\p{L}\p{M}\p{N}])\p{L}|\.\p{L})\.(?:\p{L}(?![\p{L}\p{M}])))*/gu;

const segmenters = new Map<string, Intl.Segmenter>();

/** Words and numbers of a text in order; `language` (BCP 47) matters for scripts without spaces only. */
export function tokenise(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (UNSPACED.test(word)) splitUnspaced(word, { offset: match.index, language, tokens });
    else tokens.push({ text: word, start: match.index, end: match.index + word.length });
  }
  return tokens;
}

function splitUnspaced(run: string, into: { offset: number; language: string; tokens: Token[] }): void {
  const segmenter = segmenterFor(into.language);
  for (const part of segmenter.segment(run)) {
    const start = into.offset + part.index;
    if (part.isWordLike) into.tokens.push({ text: part.segment, start, end: start + part.segment.length });
  }
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
const ACRONYMS: Readonly<Record<string, string>> = {
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
};

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

/** Lower case without diacritics, possessives, tatweel and inner stops: the form in which words are compared. */
export function fold(word: string): string {
  const acronym = ACRONYMS[word];
  if (acronym !== undefined) return acronym;
  if (/^[a-z]+$/.test(word)) return word;
  const lower = stripHidden(word)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(PLAIN_LETTERS, (letter) => PLAIN[letter] ?? letter);
  const bare = lower
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .normalize('NFC');
  const number = /^\p{N}/u.test(bare) ? bare.replace(/,(?=\d{3})/g, '') : bare.replace(/\./g, '');
  return number
    .replace(/^['’ʼ‘ʿʾ]+/u, '')
    .replace(/['’ʼ]s?$|['’ʼ](?=s$)/u, '')
    .replace(/['’ʼ]s$/u, '')
    .replace(/[’ʼ]/g, "'");
}

/** A decimal digit of any script as 0 to 9: every script has its ten in a row, and blocks begin at multiples of 16 or 6. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
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

/** Words seen lately -> their index term, per language: stemming is the costly part. */
const MEMO_LIMIT = 200_000;
const memo = new Map<string, Map<string, string>>();

/** The term under which a word is indexed, or '' for a stop word. */
export function indexTerm(word: string, language: string): string {
  let terms = memo.get(language);
  if (!terms) {
    terms = new Map();
    memo.set(language, terms);
  }
  const known = terms.get(word);
  if (known !== undefined) return known;
  if (terms.size >= MEMO_LIMIT) terms.clear();
  const folded = fold(word);
  const isDropped = folded === '' || (isStopWord(folded, language) && !CAPITALS.test(word));
  const term = isDropped ? '' : stem(folded, language);
  terms.set(word, term);
  return term;
}

/** Index terms of a text, in order, stop words dropped. */
export function indexTerms(text: string, language: string): string[] {
  const terms: string[] = [];
  for (const token of tokenise(text, language)) {
    const term = indexTerm(token.text, language);
    if (term !== '') terms.push(term);
  }
  return terms;
}
