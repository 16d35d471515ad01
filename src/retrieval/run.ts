import type { Token } from '../text/words.ts';

/** A run of words that could answer a question. */
export type RunKind = 'name' | 'number' | 'money' | 'percent' | 'date' | 'duration' | 'quote';

/** Tokens `from` (inclusive) to `to` (exclusive) of a sentence. */
export interface Run {
  readonly kind: RunKind;
  readonly from: number;
  readonly to: number;
}

const QUOTED = /[“"«„]([^“”"«»„]{2,400})[”"»“]|``\s?([^`]{2,400}?)\s?''/gu;

/** Few sentences have one, and looking for pairs takes longer. */
const OPENING_MARK = /[“"«„`]/;

/** What stands between quotation marks. */
export function quoteRuns(text: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  if (!OPENING_MARK.test(text)) return runs;
  for (const match of text.matchAll(QUOTED)) {
    const from = tokens.findIndex((token) => token.start >= match.index);
    const after = tokens.findIndex((token) => token.start >= match.index + match[0].length);
    if (from >= 0) runs.push({ kind: 'quote', from, to: after < 0 ? tokens.length : after });
  }
  return runs;
}
