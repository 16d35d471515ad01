/** Sentences of claims and quotes as words with what the support rules ask of them. */

import { lemma } from '../text/irregular-forms.ts';
import { segmentSentences } from '../text/segment.ts';
import { fold, isStopWord, stem, tokenise } from '../text/words.ts';
import { isNegation } from './negation.ts';

export interface SupportWord {
  readonly text: string;
  readonly folded: string;
  /** Of the lemma: `won` and `winning` are one. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly isStop: boolean;
  /** Written with a capital or a digit inside a word; a stop word never is one. */
  readonly isName: boolean;
  /** The capital may be the sentence's. */
  readonly startsSentence: boolean;
  readonly isNegation: boolean;
  /** Which clause of the sentence it stands in: commas, semicolons and dashes part them. */
  readonly clause: number;
}

export interface SupportSentence {
  readonly text: string;
  readonly words: readonly SupportWord[];
}

/** The sentences of a text, cut into words. `language` is BCP 47. */
export function readSentences(text: string, language: string): readonly SupportSentence[] {
  return segmentSentences(text, language).map(({ start, end }) =>
    readSentence(text.slice(start, end), language),
  );
}

export function readSentence(text: string, language: string): SupportSentence {
  let clause = 0;
  let previousEnd = 0;
  const words = tokenise(text, language).map((token): SupportWord => {
    const gap = text.slice(previousEnd, token.start);
    if (/[,;:()–—]|\s-\s/.test(gap)) clause += 1;
    const startsSentence = previousEnd === 0 || /[.!?:]["'”’»)]*\s+["'“‘«(]*$|[“"«]$/u.test(gap);
    previousEnd = token.end;
    const folded = fold(token.text);
    const isStop = isStopWord(folded, language);
    const isCapital = /^\p{Lu}|^\p{Ll}\p{Lu}|^\p{L}+\p{N}/u.test(token.text);
    return {
      text: token.text,
      folded,
      stem: stem(lemma(folded), language),
      start: token.start,
      end: token.end,
      isStop,
      isName:
        isCapital &&
        !(startsSentence && isNegation(folded)) &&
        !(isStop && (startsSentence || !/^\p{Lu}{2}/u.test(token.text))),
      startsSentence,
      isNegation: isNegation(folded),
      clause,
    };
  });
  return { text, words };
}

/** Whether two lists hold a word in common, in whatever form. */
export const sharesStem = (left: readonly SupportWord[], right: readonly SupportWord[]): boolean =>
  left.some((word) => right.some((other) => other.stem === word.stem));
