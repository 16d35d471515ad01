/** Words and figures of a text, as numbers are read from them. */
export interface NumberToken {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly digits: boolean;
}

// A Chinese scale is a token of its own: no space ends it.
const TOKEN = /\p{Nd}+(?:[.,'’\u00a0\u2009\u202f٫٬]\p{Nd}+)*|[万萬亿億]|\p{L}[\p{L}\p{M}]*/gu;

export function numberTokens(text: string): readonly NumberToken[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
    text: token,
    lower: token.toLowerCase(),
    start: index,
    end: index + token.length,
    digits: /^\p{Nd}/u.test(token),
  }));
}

/** What stands between two tokens; a paragraph break where there is none. */
export const between = (
  text: string,
  left: NumberToken | undefined,
  right: NumberToken | undefined,
): string => (left && right ? text.slice(left.end, right.start) : '\n\n');

/** Whether tokens with this between them are words of one number. */
export const isJoined = (gap: string): boolean => gap.length <= 2 && /^[½⅓⅔¼¾]?[\s\u00a0-]*$/.test(gap);
