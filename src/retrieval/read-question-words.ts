import { fold, indexTerm, isStopWord, tokenise } from '../text/words.ts';
import type { Span } from '../types.ts';
import type { AnswerType } from './answer-type.ts';
import { type Asking, type Asks, askingIn } from './wording/asking.ts';
import { dropAccents, foldSpelling } from './wording/compile-words.ts';

/** What the words of a question ask for, in a language that has a wording. */
export interface QuestionWords {
  readonly type: AnswerType;
  /** The question word, in UTF-16 units of the text; undefined where there is none. */
  readonly span: Span | undefined;
  /** Terms of the noun that "which" asks for. */
  readonly asked: readonly string[];
}

/** Reads the question words of a language (BCP 47); type `other` where the language or the wording is not known. */
export function readQuestionWords(text: string, language: string): QuestionWords {
  const asking = askingIn(language);
  const found =
    asking &&
    (findQuestionWord(text, foldSpelling, asking.exact) ??
      findQuestionWord(text, (letter) => dropAccents(foldSpelling(letter)), asking.loose));
  if (!asking || !found) return { type: 'other', span: undefined, asked: [] };
  const { asks, span } = found;
  const beside = { text, span, language };
  if (asks.kind === 'number')
    return { type: readNoun(beside, asking.counted, ['after']).kind ?? 'number', span, asked: [] };
  if (!asks.heedsNoun) return { type: asks.kind, span, asked: [] };
  const next = piecesOf(text.slice(span.end), language, 'after')[0] ?? '';
  if (asking.speech?.test(foldSpelling(next)) === true) return { type: 'statement', span, asked: [] };
  const { kind, words } = readNoun(beside, asking.nouns, asking.nounSides);
  const asked = words.map((word) => indexTerm(word, language)).filter((term) => term !== '');
  return { type: kind ?? asks.kind, span, asked };
}

interface FoundWord {
  readonly asks: Asks;
  readonly span: Span;
}

/**
 * The first question word, the longest of those that begin there, of two as long the more particular; after the mark that
 * opens a question, where there is one.
 */
function findQuestionWord(
  text: string,
  spell: (letter: string) => string,
  patterns: Asking['exact'],
): FoundWord | undefined {
  const { spelt, origins } = spellOut(text, spell);
  const opened = spelt.lastIndexOf('¿') + 1;
  for (const from of opened > 0 ? [opened, 0] : [0]) {
    const found = patterns
      .flatMap(([asks, pattern]) => {
        const match = pattern.exec(spelt.slice(from));
        const start = from + (match?.index ?? 0);
        return match ? [{ asks, start, end: start + match[0].length }] : [];
      })
      .reverse()
      .sort((a, b) => a.start - b.start || b.end - a.end)[0];
    if (!found) continue;
    const { asks, start, end } = found;
    return { asks, span: { start: origins[start] ?? 0, end: origins[end] ?? text.length } };
  }
  return undefined;
}

/** A text spelt as it is compared, and by UTF-16 unit of that where it comes from. */
function spellOut(text: string, spell: (letter: string) => string) {
  const origins: number[] = [];
  let spelt = '';
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const units = spell(letter);
    for (let at = 0; at < units.length; at++) origins.push(index);
    spelt += units;
  }
  return { spelt, origins: [...origins, text.length] };
}

interface Beside {
  readonly text: string;
  readonly span: Span;
  readonly language: string;
}

interface Noun {
  readonly kind: AnswerType | undefined;
  /** The words that stand there, of a known kind or not. */
  readonly words: readonly string[];
}

/** The noun beside a question word, on the first side where one of a known kind stands. */
function readNoun(
  { text, span, language }: Beside,
  patterns: Asking['nouns'],
  sides: Asking['nounSides'],
): Noun {
  const kindOf = (word: string) => {
    const spelt = foldSpelling(word);
    return patterns.find(([, pattern]) => pattern.test(spelt))?.[0];
  };
  const isContent = (word: string) => !isStopWord(fold(word), language) || kindOf(word) !== undefined;
  const found = sides.map((side): Noun => {
    const rest = side === 'after' ? text.slice(span.end) : text.slice(0, span.start);
    const words = contentBeside(piecesOf(rest, language, side), isContent);
    return { kind: words.map(kindOf).find((kind) => kind !== undefined), words };
  });
  return (
    found.find(({ kind }) => kind !== undefined) ??
    found.find(({ words }) => words.length > 0) ?? { kind: undefined, words: [] }
  );
}

/** Words of a text beside a question word, the nearest first, up to the end of the clause. */
function piecesOf(text: string, language: string, side: 'after' | 'before'): string[] {
  const tokens = tokenise(text, language);
  const ends = tokens.findIndex((token, at) => BREAK.test(text.slice(tokens[at - 1]?.end ?? 0, token.start)));
  if (side === 'after') return (ends < 0 ? tokens : tokens.slice(0, ends)).map((token) => token.text);
  const starts = tokens.findLastIndex((token, at) =>
    BREAK.test(text.slice(tokens[at - 1]?.end ?? 0, token.start)),
  );
  return tokens
    .slice(Math.max(0, starts))
    .map((token) => token.text)
    .reverse();
}

const BREAK = /[,.;:?!،؛，。；：？！]/u;
/** Words beside a question word that are looked at for its noun. */
const NOUN_WORDS = 3;

/** The first content words: small words may stand before them, and end them. */
function contentBeside(words: readonly string[], isContent: (word: string) => boolean): string[] {
  const from = words.findIndex(isContent);
  if (from < 0) return [];
  const rest = words.slice(from, from + NOUN_WORDS);
  const to = rest.findIndex((word) => !isContent(word));
  return to < 0 ? rest : rest.slice(0, to);
}
