import { stripHidden } from '../text/hidden-characters.ts';
import { indexTerm, type Token, tokenise } from '../text/words.ts';
import type { CueWords } from './cue-words.ts';

/** A content word of a turn. */
export interface TurnWord {
  readonly surface: string;
  /** As it is indexed. */
  readonly term: string;
  /** Position among the turn's tokens. */
  readonly position: number;
  readonly start: number;
  readonly end: number;
  /** Written like a name, and not only because it opens a sentence. */
  readonly name: boolean;
  readonly number: boolean;
  /** A word of talk (tell, mean, example), which names no subject. */
  readonly talk: boolean;
  /** A word that no name or noun begins or ends with (together, built). */
  readonly loose: boolean;
}

/** A question as it is read for what it leans on. */
export interface ReadTurn {
  /** One line, without hidden characters. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly TurnWord[];
}

/** UTF-16 units read of a turn: its end, where a long one asks. */
const TURN_UNITS = 600;

/** Reads a turn; of a long one the end. */
export function readTurn(written: string, language: string, cues: CueWords): ReadTurn {
  const line = stripHidden(written).replace(/\s+/gu, ' ').trim();
  const cut = line.length - TURN_UNITS;
  const text = cut > 0 ? line.slice(cut).replace(/^\S*\s/u, '') : line;
  const tokens = tokenise(text, language);
  const words: TurnWord[] = [];
  for (const [position, { text: surface, start, end }] of tokens.entries()) {
    const term = indexTerm(surface, language);
    if (term === '' || (/^\p{L}$/u.test(surface) && !/\p{Lu}|\p{Script=Han}/u.test(surface))) continue;
    const before = text.slice(tokens[position - 1]?.end ?? 0, start);
    const opens = position === 0 || /[.?!:]\s*["“'‘«(]*$/u.test(before);
    words.push({
      surface,
      term,
      position,
      start,
      end,
      name: /^\p{Lu}/u.test(surface) && (!opens || /^\P{Ll}{2,}$/u.test(surface)),
      number: /^\p{N}/u.test(surface),
      talk: isWhole(cues.talk, surface),
      loose: cues.trailing.test(surface),
    });
  }
  return { text, tokens, words };
}

function isWhole(pattern: RegExp, word: string): boolean {
  return pattern.exec(word)?.[0].length === word.length;
}
