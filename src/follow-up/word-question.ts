import type { CueWords } from './cue-words.ts';
import type { HistoryPhrase } from './history-phrases.ts';

/** A pronoun that can be replaced where it stands: not a possessive, not one that stands for nothing. */
const ENGLISH_PRONOUN = /(?<![\p{L}'’-])(it|he|him|she|they|them)(?![\p{L}'’-])/iu;
const ENGLISH_POSSESSIVE = /(?<![\p{L}'’-])(?:its|his|their)(?= \p{L})/iu;
const PLURAL = /(?:s|people|men|women|children)$/iu;
const END_MARKS = /\s*[?!.…。？！؟]*\s*$/u;

export interface Wording {
  readonly question: string;
  /** In the order in which they were said, as they were written; not empty. */
  readonly phrases: readonly Pick<HistoryPhrase, 'text' | 'name' | 'article'>[];
  readonly cues: CueWords;
  readonly language: string;
}

/** A question with phrases carried into it: in a pronoun's place where that reads well, else in brackets at its end. */
export function wordQuestion({ question, phrases, cues, language }: Wording): string {
  const [only] = phrases;
  if (only && phrases.length === 1 && /^en\b/.test(language) && !cues.expletive.test(question)) {
    const replaced = replacePronoun(question, only);
    if (replaced !== undefined) return replaced;
  }
  const end = END_MARKS.exec(question)?.index ?? question.length;
  const list = phrases.map(({ text }) => text);
  if (/^zh\b/.test(language))
    return `${question.slice(0, end)}（${cues.about}${list.join('、')}）${question.slice(end)}`;
  const about = cues.about === '' ? '' : `${cues.about} `;
  const comma = /^(?:ar|fa|ur)\b/.test(language) ? '، ' : ', ';
  return `${question.slice(0, end)} (${about}${list.join(comma)})${question.slice(end).trim()}`;
}

/** Undefined where there is no pronoun, or the phrase does not fit its number. */
function replacePronoun(question: string, phrase: Wording['phrases'][number]): string | undefined {
  const text = phrase.article ? `the ${phrase.text}` : phrase.text;
  const standing = ENGLISH_PRONOUN.exec(question);
  if (standing) {
    const plural = /^the[my]$/i.test(standing[0]);
    if (plural !== PLURAL.test(phrase.text) && !(phrase.name && !plural)) return undefined;
    return splice(question, standing, text);
  }
  const possessive = ENGLISH_POSSESSIVE.exec(question);
  if (!possessive) return undefined;
  return splice(question, possessive, `${text}${/s$/i.test(text) ? '’' : '’s'}`);
}

function splice(text: string, match: RegExpExecArray, by: string): string {
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
}
