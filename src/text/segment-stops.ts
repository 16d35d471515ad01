import { type Abbreviations, abbreviationsOf } from './segment-abbreviations.ts';

/** How far back a boundary looks for its stop and the word before it, in UTF-16 units. */
const TAIL_UNITS = 64;
/** A parenthesis opened inside the sentence keeps what follows up to here together. */
const MAX_PARENTHESIS_UNITS = 200;

const CLOSERS = `["'”’»›)\\]}」』】》〉）]|''|\\[\\d{1,3}\\]`;
const STOP_AT_END = new RegExp(`([.!?…‼⁇⁈⁉。！？｡．।॥؟۔։።]+)((?:\\s?(?:${CLOSERS}))*)$`, 'u');
const OPENERS = /^(?:["'“‘«‹„‚([{¿¡「『【《〈（*_]|``|\s)*/u;
const WORD = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*/u;
const LAST_WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.\-'’°]*$/u;
const SPOKE =
  /^(?:(?:al-|de |van |von )?\p{Lu}[\p{L}.'’-]*\s){1,3}(?:said|says|asked|asks|added|adds|told|tells|wrote|cried|shouted|replied|exclaimed|wondered|continued|yelled)\b/u;
const PRONOUN = /^(?:He|She|They|We|It|I|You|The|A|An)\s/;
const SPOKE_CHINESE = /^[\p{sc=Han}]{0,4}?(?:说|道|问|表示|称|指出|説)(?![明服法])/u;
const TIME_FOLLOWS =
  /^(?:E[SD]?T|C[SD]?T|P[SD]?T|M[SD]T|GMT|UTC|BST|CET|Eastern|Pacific|Central|Mountain|local|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)/;
const ACRONYM = /^(?:\p{L}\.)+\p{L}$/u;
const HYPHEN_INITIAL = /^\p{Lu}(?:[.-]+\p{Lu})*$/u;
/** States that are words when written small: `Wash. Gov.`, but `a long wash.` */
const ORDINARY_WORDS = new Set('miss ill wash mass ore ind fla pa la md est max min tel mo al'.split(' '));
const ENUMERATOR = /^(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})$/;

/** A place between two stretches of text, where a sentence may end. */
export interface Boundary {
  readonly text: string;
  readonly language: string;
  /** Where the sentence that may end here began. */
  readonly sentenceStart: number;
  /** End of its last character that is not white space. */
  readonly leftEnd: number;
  /** First character after it that is not white space. */
  readonly rightStart: number;
  /** Where the reading ends. */
  readonly to: number;
}

/** Whether the sentence ends here: by its stop, the word before it, and what follows. */
export function endsSentence(boundary: Boundary): boolean {
  const { text, leftEnd, rightStart, sentenceStart } = boundary;
  const tail = text.slice(Math.max(sentenceStart, leftEnd - TAIL_UNITS), leftEnd);
  const match = STOP_AT_END.exec(tail);
  if (match === null) return false;
  const stop = match[1] ?? '';
  const closers = match[2] ?? '';
  const before = tail.slice(0, match.index);
  const after = text.slice(rightStart, Math.min(boundary.to, rightStart + TAIL_UNITS));
  const opened = OPENERS.exec(after)?.[0].length ?? 0;
  const next = after.slice(opened);
  if (/^(?:\p{Ll}|[,;:)\]}])/u.test(next)) return false;
  if (insideParenthesis(boundary, closers)) return false;
  if (/[!?！？؟‼⁇⁈⁉]/.test(stop)) return !speechGoesOn(before, closers, next);
  if (/^[。｡．।॥۔։።]/.test(stop)) return closers === '' || !SPOKE_CHINESE.test(next);
  if (stop.length > 1 || stop === '…')
    return before.trim() !== '' && (opened > 0 || !ellipsisGoesOn(before, next, boundary.language));
  if (/\s$/.test(before) || closers.includes('"') || closers.includes('”')) return true;
  return !abbreviationGoesOn(boundary, before, next);
}

/** `"Yes!" Smith said`, `Yahoo! Inc`. */
function speechGoesOn(before: string, closers: string, next: string): boolean {
  if (closers === '') return /\bYahoo$/.test(before);
  return (SPOKE.test(next) && !PRONOUN.test(next)) || SPOKE_CHINESE.test(next);
}

/** `the process … Hamas`: words left out inside a sentence, not after one. */
function ellipsisGoesOn(before: string, next: string, language: string): boolean {
  if (!/[\p{Ll},;]\s$/u.test(before)) return false;
  return !abbreviationsOf(language).starters.has(firstWord(next));
}

/** A stop inside a parenthesis that was opened within the sentence and closes soon does not end it. */
function insideParenthesis(
  { text, sentenceStart, leftEnd, rightStart, to }: Boundary,
  closers: string,
): boolean {
  const sentence = text.slice(Math.max(sentenceStart, leftEnd - MAX_PARENTHESIS_UNITS), leftEnd);
  const open = sentence.lastIndexOf('(');
  if (open < 1 || closers.includes(')') || sentence.indexOf(')', open) >= 0) return false;
  if (/[.!?]["”’]?\s*$/.test(sentence.slice(0, open)) || sentence.slice(0, open).trim() === '') return false;
  const rest = text.slice(rightStart, Math.min(to, rightStart + MAX_PARENTHESIS_UNITS));
  const close = rest.search(/[()]|\n\s*\n/);
  return close >= 0 && rest[close] === ')';
}

/** Whether the full stop belongs to an abbreviation, initial, ordinal or list number and the sentence goes on. */
function abbreviationGoesOn(boundary: Boundary, before: string, next: string): boolean {
  const raw = LAST_WORD.exec(before)?.[0];
  if (raw === undefined) return false;
  const words = abbreviationsOf(boundary.language);
  const word = raw.toLowerCase();
  if (ENUMERATOR.test(raw) && startsLine(boundary, raw)) return true;
  if (/^\d+$/.test(raw)) return words.ordinalStop && raw.length <= 2 && !words.starters.has(firstWord(next));
  if (word === 'st' || word === 'm') return !beginsSentence(next, words);
  if (words.leading.has(word)) return true;
  if (words.counting.has(word) && !/^\p{Lu}$/u.test(raw)) return /^\p{N}/u.test(next);
  if (word === 'a.m' || word === 'p.m') return TIME_FOLLOWS.test(next);
  if (word === 'al' && /\bet\s+al$/.test(before)) return !beginsSentence(next, words);
  if (words.trailing.has(word) && !ORDINARY_WORDS.has(raw)) return !beginsSentence(next, words);
  if (ACRONYM.test(raw) || HYPHEN_INITIAL.test(raw)) return initialGoesOn(raw, before, next, words);
  // An initial in a script without capitals, e.g. Arabic.
  return /^\p{L}$/u.test(raw) && !/\p{Lu}|\p{Ll}/u.test(raw);
}

/** `George W. Bush`, `J.-P. Sartre`, `U.S. Senate` go on; `vitamin C. The`, `than I. Nobody` do not. */
function initialGoesOn(raw: string, before: string, next: string, words: Abbreviations): boolean {
  if (!/^\p{L}/u.test(next)) return false;
  if (/^\p{Lu}\./u.test(next)) return true;
  if (raw === 'I' && /\p{Ll}\s+I$/u.test(before)) return false;
  if (
    raw.length === 1 &&
    /\b(?:[Vv]itamin|[Pp]lan|[Hh]epatitis|[Gg]roup|[Pp]oint|[Cc]lass|[Ss]ection) \p{Lu}$/u.test(before)
  )
    return false;
  return !beginsSentence(next, words);
}

function beginsSentence(next: string, words: Abbreviations): boolean {
  return next === '' || words.starters.has(firstWord(next));
}

function firstWord(next: string): string {
  return (WORD.exec(next)?.[0] ?? '').replace(/['’.].*$/, '').toLowerCase();
}

/** `1. Apples` at the start of a line. */
function startsLine({ text, sentenceStart, leftEnd }: Boundary, raw: string): boolean {
  return text.slice(sentenceStart, leftEnd - 1).trim() === raw;
}
