import { stripVTControlCharacters } from 'node:util';
import { stripHidden } from '../text/hidden-characters.ts';

/** Marks on one letter beyond which they only climb over other lines. The richest orthographies need five or six. */
const MARKS_PER_LETTER = 8;
const PILED_MARKS = new RegExp(`(\\p{M}{${MARKS_PER_LETTER}})\\p{M}+`, 'gu');
const LONE_SURROGATES = /\p{Surrogate}/gu;
const SPACES = /[\t\n\v\f\r \u0085\u00a0\u2028\u2029]+/gu;

/**
 * Makes text of a document or a person safe to show in one paragraph: terminal sequences and hidden characters go,
 * controls among them; piled-up marks are thinned, white space becomes single spaces. No visible letter is changed. The
 * result is for eyes only: offsets and quotes always refer to the document's own text.
 */
export function cleanText(text: string): string {
  return stripHidden(stripVTControlCharacters(text))
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(PILED_MARKS, '$1')
    .replace(SPACES, ' ');
}

/** The same, line by line: line breaks stay. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(cleanText)
    .join('\n');
}
