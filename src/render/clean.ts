import { stripVTControlCharacters } from 'node:util';

/** Marks on one letter beyond which they only climb over other lines. The richest orthographies need five or six. */
const MARKS_PER_LETTER = 8;
const PILED_MARKS = new RegExp(`(\\p{M}{${MARKS_PER_LETTER}})\\p{M}+`, 'gu');

/** C0 and C1 controls, except the ones that count as space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu;

/**
 * Invisible characters that reorder, hide or smuggle text: soft hyphen, zero-width space, word joiner and its kin, byte
 * order mark, bidirectional embeddings, overrides and isolates, annotation marks, tags. The joiners of Persian, Indic
 * scripts and emoji (U+200C, U+200D) and the self-contained direction marks (U+200E, U+200F, U+061C) stay.
 */
const HIDDEN = /[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const SPACES = /[\t\n\v\f\r \u0085\u00a0\u2028\u2029]+/gu;

/**
 * Makes text of a document or a person safe to show in one paragraph: terminal sequences, controls and hidden characters
 * go, piled-up marks are thinned, white space becomes single spaces. No visible letter is changed. The result is for
 * eyes only: offsets and quotes always refer to the document's own text.
 */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(CONTROLS, '')
    .replace(HIDDEN, '')
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
