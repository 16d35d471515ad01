import { fold, indexTerm, isStopWord, type Token, tokenise } from '../text/words.ts';
import type { Question, Span } from '../types.ts';
import { type AnswerType, answerType } from './answer-type.ts';
import { type QuestionWords, readQuestionWords } from './read-question-words.ts';
import { wordingOf } from './wording/wordings.ts';

/** A content word of a question. */
export interface QueryTerm {
  /** As it was written. */
  readonly surface: string;
  /** As it is indexed. */
  readonly term: string;
  /** Written like a name: capitalised and not only because it opens the sentence. */
  readonly name: boolean;
  readonly number: boolean;
  /** Position among the question's tokens. */
  readonly position: number;
  /** UTF-16 units into the question's text. */
  readonly start: number;
}

/** A question taken apart, without any knowledge of the corpus. */
export interface AnalysedQuestion {
  readonly question: Question;
  readonly language: string;
  readonly type: AnswerType;
  /** Distinct by term, in order of first appearance. */
  readonly terms: readonly QueryTerm[];
  /** Every content term again, in order and with repeats. */
  readonly sequence: readonly QueryTerm[];
  /** Content words that stand near each other, as indexes into `terms`. */
  readonly neighbours: readonly (readonly [left: number, right: number])[];
  /** Parts of a long question as sets of terms; one part holding all of them for a short one. */
  readonly clauses: readonly (readonly string[])[];
  /** Wording between quotation marks, folded words joined by one space. */
  readonly quoted: readonly string[];
  /** Position of the first token of the sentence that asks; what stands before it sets the scene. */
  readonly focusFrom: number;
  /** Terms of the noun that "which" or "what" asks for (`country` in "which country ..."). */
  readonly asked: readonly string[];
}

const QUOTED = /[“"«]([^“”"«»]{3,300})[”"»]|(?<![\p{L}\p{N}])['‘]([^'‘’]{3,300})['’](?![\p{L}\p{N}])/gu;
const CLAUSE_BREAK =
  /[.;:?!,](?=\s|$)|\b(?:while|whereas|and|but|or|after|before|both|between|as well as|when|although|who|which|that)\b/gi;
const CLAUSE_MIN_TERMS = 3;
const CLAUSED_QUESTION_MIN_TERMS = 9;

/** Takes a question apart; `language` says how to stem it. */
export function analyseQuestion(question: Question, language: string): AnalysedQuestion {
  const { text } = question;
  const words = readWords(text, language);
  // A question's own words say what is asked for, and are not to be met in what answers it.
  const sequence = contentTerms(text, language).filter(({ start }) => !isWithin(words.span, start));
  const byTerm = new Map<string, QueryTerm>();
  for (const term of sequence) {
    const known = byTerm.get(term.term);
    if (!known) byTerm.set(term.term, term);
    else if (term.name && !known.name) byTerm.set(term.term, { ...known, name: true });
  }
  const terms = [...byTerm.values()];
  return {
    question,
    language,
    type: words.type,
    terms,
    sequence,
    neighbours: neighbouringTerms(sequence, [...byTerm.keys()]),
    clauses: splitClauses(text, terms, language),
    quoted: quotedWordings(text, language),
    focusFrom: focusStart(text, language),
    asked: words.asked,
  };
}

/** What the question's own words ask for: those of English by its rules, of other languages by their wording. */
function readWords(text: string, language: string): QuestionWords {
  if (/^en\b/.test(language))
    return { type: answerType(text), span: undefined, asked: askedTerms(text, language) };
  const words = readQuestionWords(text, language);
  return { ...words, type: isShown(words.type, language) ? words.type : 'other' };
}

/** Whether sentences of a language show what a type asks for: without capital letters nothing shows a name. */
function isShown(type: AnswerType, language: string): boolean {
  return wordingOf(language)?.caseless !== true || !/^(?:person|place|name)$/.test(type);
}

function isWithin(span: Span | undefined, place: number): boolean {
  return span !== undefined && place >= span.start && place < span.end;
}

/** Places from a content word to the next, at most, for the two to be neighbours. */
export const NEIGHBOUR_DISTANCE = 3;

function neighbouringTerms(sequence: readonly QueryTerm[], terms: readonly string[]): [number, number][] {
  return sequence.slice(1).flatMap((right, at): [number, number][] => {
    const left = sequence[at];
    if (!left || right.position - left.position > NEIGHBOUR_DISTANCE) return [];
    return [[terms.indexOf(left.term), terms.indexOf(right.term)]];
  });
}

function contentTerms(text: string, language: string): QueryTerm[] {
  const tokens = tokenise(text, language);
  const terms: QueryTerm[] = [];
  for (const [position, token] of tokens.entries()) {
    const term = indexTerm(token.text, language);
    if (term === '' || isParticle(text, token, tokens[position + 1])) continue;
    const opening =
      position === 0 || /[.?!:]\s*["“'‘]?$/.test(text.slice(tokens[position - 1]?.end ?? 0, token.start));
    terms.push({
      surface: token.text,
      term,
      name: /^\p{Lu}/u.test(token.text) && !opening,
      number: /^\p{N}/u.test(token.text),
      position,
      start: token.start,
    });
  }
  return terms;
}

/** The article of an Arabic name before its hyphen (al-Zahar, Az-Zahhar): spelt in many ways, and tells nothing. */
function isParticle(text: string, token: Token, next: Token | undefined): boolean {
  return (
    /^(?:a[ldnrstz]|ash|el|ul)$/i.test(token.text) && next?.start === token.end + 1 && text[token.end] === '-'
  );
}

function splitClauses(text: string, terms: readonly QueryTerm[], language: string): string[][] {
  const whole = [terms.map((term) => term.term)];
  if (terms.length < CLAUSED_QUESTION_MIN_TERMS) return whole;
  const parts = text
    .split(CLAUSE_BREAK)
    .map((part) => [...new Set(contentTerms(part ?? '', language).map((term) => term.term))])
    .filter((part) => part.length >= CLAUSE_MIN_TERMS);
  return parts.length > 1 ? parts : whole;
}

function quotedWordings(text: string, language: string): string[] {
  return [...text.matchAll(QUOTED)]
    .map((match) => foldedWords(match[1] ?? match[2] ?? '', language))
    .filter((words) => words.includes(' '));
}

/** Folded words joined by one space: the form in which wordings are compared. */
export function foldedWords(text: string, language: string): string {
  return tokenise(text, language)
    .map((token) => fold(token.text))
    .join(' ');
}

/** The end of a sentence that another one follows, not an initial's or an abbreviation's. */
const SENTENCE_END = /(?<=\p{Ll}[.!?]["”’']?)\s+(?=["“]?\p{Lu})/gu;

function focusStart(text: string, language: string): number {
  const last = [...text.trimEnd().matchAll(SENTENCE_END)].at(-1);
  return last ? tokenise(text.slice(0, last.index), language).length : 0;
}

const ASKED = /\b(?:what|which)(?: (?:is|was|are|were) the)?((?: [\p{L}\p{N}'’-]+){1,3})/iu;

function askedTerms(text: string, language: string): string[] {
  const match = ASKED.exec(text);
  if (!match) return [];
  const words = (match[1] ?? '').trim().split(' ');
  const until = words.findIndex((word) => isStopWord(fold(word), language));
  return (until < 0 ? words : words.slice(0, until))
    .map((word) => indexTerm(word, language))
    .filter((term) => term !== '');
}
