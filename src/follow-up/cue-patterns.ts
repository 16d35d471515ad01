/** Matches nothing: a cue that a language has not got, or that is not told by words. */
export const NEVER = /(?!)/u;

const NO_LETTER_BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const NO_LETTER_AFTER = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** Whole words or wordings, in any case and anywhere. */
export function words(alternatives: string): RegExp {
  return new RegExp(`${NO_LETTER_BEFORE}(?:${alternatives})${NO_LETTER_AFTER}`, 'iu');
}

/** Whole words or wordings that open the text. */
export function opening(alternatives: string): RegExp {
  return new RegExp(String.raw`^[^\p{L}\p{N}]*(?:${alternatives})${NO_LETTER_AFTER}`, 'iu');
}

/** Any of these patterns. */
export function either(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'iu');
}
