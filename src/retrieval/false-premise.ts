import { nameSimilarity } from '../text/names.ts';
import { ORDINAL_WORDS, SMALL_CARDINALS, TENS_CARDINALS } from '../text/number-words.ts';
import { areOpposite } from '../text/opposites.ts';
import { fold, indexTerm, type Token, tokenise } from '../text/words.ts';
import type { QueryTerm } from './analyse-question.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import { findHits, type QuestionSignals, SAME_WORD } from './signals.ts';

/**
 * What a question takes for granted and the sentence that fits it best says otherwise: "Who founded the Office of Eastern
 * Medicine?" against "... founded the Office of Western Medicine". Such a sentence shares nearly every word with the
 * question and does not answer it.
 */
export type FalsePremise = 'negation' | 'opposite' | 'number' | 'name';

/** What a question is held against. */
export interface PremiseContext {
  readonly sentence: AnalysedSentence;
  /** Index terms of the sentence and its neighbours. */
  readonly windowTerms: ReadonlySet<string>;
  /** Best match of each query term in what was found of the document. */
  readonly document: Float32Array;
}

/** The premises of a question that a sentence contradicts; empty for most. */
export function findFalsePremises(question: QuestionSignals, context: PremiseContext): Set<FalsePremise> {
  const found = new Set<FalsePremise>();
  if (question.analysed.type === 'yes-no') return found;
  if (dropsNegation(question, context.sentence)) found.add('negation');
  for (const { term, other } of replacedWords(question, context)) {
    const kind = kindOfReplacement(term, other);
    if (kind) found.add(kind);
  }
  return found;
}

/** A longer question denies something in one of its clauses, and asks another. */
const LONGEST_NEGATED_TERMS = 14;
const NEGATION = /\b(?:not|never|cannot|no longer|least|\p{L}+n['’]t)\b|\bnon-/iu;
/** Opens a clause of its own: "What is the group called that does not agree?" asks for a name. */
const SUBORDINATE = /\b(?:that|who|whom|whose|which|where|when|if|because|while|although)\b/i;
/** What may say the same without the word. */
const NEGATIVE =
  /\b(?:no|none|neither|nor|without|except|nothing|nobody|unable|lack\w*|fail\w*|refus\w+|reject\w*|den(?:y|ies|ied)|declin\w+|prevent\w*|ban(?:s|ned)?|forbid\w*|bar(?:s|red)|prohibit\w*|absence|absent|missing|out of)\b|\bun(?!i|der)\w{4,}/i;

function dropsNegation(question: QuestionSignals, sentence: AnalysedSentence): boolean {
  const { analysed } = question;
  // A negative word that the question holds as well is what it asks about.
  const others = sentence.tokens.filter((_, place) => !isAsked(question, sentence.terms[place] ?? ''));
  return (
    /^en\b/.test(analysed.language) &&
    analysed.terms.length <= LONGEST_NEGATED_TERMS &&
    isDenied(analysed.question.text) &&
    !NEGATION.test(sentence.text) &&
    !NEGATIVE.test(others.map(({ text }) => text).join(' '))
  );
}

/** Whether a question asks what is not so. */
function isDenied(question: string): boolean {
  const at = question.search(NEGATION);
  const before = question.slice(0, Math.max(0, at)).replace(/^\P{L}*\p{L}+/u, '');
  return at >= 0 && !SUBORDINATE.test(before);
}

interface Replacement {
  readonly term: QueryTerm;
  /** What the sentence says in its place. */
  readonly other: string;
}

/** How far from a shared word the replaced one may stand. */
const REACH = 2;

/** Words of the question that a sentence lacks, with the word that stands there beside the same neighbour. */
function replacedWords(question: QuestionSignals, context: PremiseContext): Replacement[] {
  const { sentence } = context;
  const { terms, sequence, language } = question.analysed;
  const hits = findHits(question, sentence.terms).filter(({ weight }) => weight === 1);
  const met = new Set(hits.map(({ index }) => index));
  const places = new Map(terms.map(({ term }, at) => [term, at]));
  const { text } = question.analysed.question;
  const asked = { text, tokens: tokenise(text, language), language };
  const said = { text: sentence.text, tokens: sentence.tokens, language };
  const replacements: Replacement[] = [];
  for (const term of sequence) {
    const own = places.get(term.term) ?? -1;
    if (met.has(own) || isSaid(term, own, { question, context })) continue;
    for (const neighbour of sequence) {
      const apart = term.position - neighbour.position;
      const joint =
        apart === 0 || Math.abs(apart) > REACH
          ? undefined
          : between(asked, term.position, neighbour.position);
      if (joint === undefined) continue;
      for (const { place, index } of hits) {
        const other = said.tokens[place + apart];
        if (!other || index !== places.get(neighbour.term) || between(said, place, place + apart) !== joint)
          continue;
        if (!isAsked(question, sentence.terms[place + apart] ?? ''))
          replacements.push({ term, other: other.text });
      }
    }
  }
  return replacements;
}

/** Whether a term of a sentence is a word of the question, in whichever spelling. */
function isAsked({ matches }: QuestionSignals, term: string): boolean {
  return matches.get(term)?.some(({ weight }) => weight >= SAME_WORD) === true;
}

/**
 * Whether a word that the sentence lacks is told all the same: beside it, or, for a name, anywhere in the document, which
 * need not name again what it is about.
 */
function isSaid(
  term: QueryTerm,
  index: number,
  { question, context }: { readonly question: QuestionSignals; readonly context: PremiseContext },
): boolean {
  if (question.dateTerms.includes(index)) return true;
  if (term.name && (context.document[index] ?? 0) > 0) return true;
  const beginning = term.name ? fold(term.surface).slice(0, DERIVED_LETTERS) : undefined;
  return [...context.windowTerms].some(
    (word) =>
      (beginning !== undefined && word.startsWith(beginning)) ||
      question.matches.get(word)?.some((match) => match.index === index && match.weight >= SAME_WORD) ===
        true,
  );
}

interface Stretch {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: string;
}

/** What parts two tokens: nothing but a hyphen or quotation marks, or one stop word; undefined where it is more. */
function between({ text, tokens, language }: Stretch, one: number, other: number): string | undefined {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const [left, right] = [tokens[from], tokens[to]];
  if (!left || !right || /[^\p{L}\p{N}\s'’"“”«»-]/u.test(text.slice(left.end, right.start))) return undefined;
  const words = tokens.slice(from + 1, to).map((token) => token.text);
  return words.every((word) => indexTerm(word, language) === '') ? fold(words.join(' ')) : undefined;
}

function kindOfReplacement(term: QueryTerm, other: string): FalsePremise | undefined {
  const [asked, said] = [numeralOf(term.surface), numeralOf(other)];
  if (asked && said)
    return asked.kind === said.kind && isOtherValue(asked.value, said.value) ? 'number' : undefined;
  if (asked || said) return undefined;
  if (areOpposite(fold(term.surface), fold(other))) return 'opposite';
  return term.name && /^\p{Lu}/u.test(other) && isOtherName(term.surface, other) ? 'name' : undefined;
}

/** Above this ratio one number is not the other, rounded. */
const ROUNDED = 1.1;

/** Counted things are one more or less; large numbers are told roughly. */
function isOtherValue(asked: number, said: number): boolean {
  const [less, more] = asked < said ? [asked, said] : [said, asked];
  return Number.isInteger(less) && Number.isInteger(more) ? less !== more : more > ROUNDED * less;
}

const YEAR = /^(?:1\d|20)\d\d$/;

/** `four`, `19th`, `1,000`, `1967`. */
function numeralOf(word: string) {
  const [, digits, ending] = /^(\d[\d,]*(?:\.\d+)?)(st|nd|rd|th)?$/.exec(word) ?? [];
  if (digits !== undefined) {
    const kind = ending ? 'ordinal' : YEAR.test(word) ? 'year' : 'cardinal';
    return { kind, value: Number(digits.replaceAll(',', '')) };
  }
  const folded = word.toLowerCase();
  const cardinal = SMALL_CARDINALS.get(folded) ?? TENS_CARDINALS.get(folded);
  if (cardinal !== undefined) return { kind: 'cardinal', value: cardinal };
  const ordinal = ORDINAL_WORDS.get(folded);
  return ordinal === undefined ? undefined : { kind: 'ordinal', value: ordinal };
}

/** Letters that two words begin with alike when one is derived from the other: Africa, African; Scotland, Scottish. */
const DERIVED_LETTERS = 4;
/** At or above this likeness two words may be one name; far below what lets one stand for the other. */
const PERHAPS_SAME_NAME = 0.5;
/** Letters in which two spellings of one name may differ: one, and one more for every so many. */
const LETTERS_PER_SLIP = 5;

/** Two names, and not two spellings of one, nor a name and its initials. */
function isOtherName(asked: string, said: string): boolean {
  const [left, right] = [fold(asked), fold(said)];
  const slips = Math.ceil(Math.max(left.length, right.length) / LETTERS_PER_SLIP);
  return (
    isInitials(asked) === isInitials(said) &&
    left.slice(0, DERIVED_LETTERS) !== right.slice(0, DERIVED_LETTERS) &&
    nameSimilarity(left, right) < PERHAPS_SAME_NAME &&
    (isInitials(asked) ? left !== right : isFurtherThan(slips, left, right))
  );
}

function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.?){2,}$/u.test(word);
}

/** No name is longer; of longer words the work to compare them would be left to whoever wrote them. */
const LONGEST_NAME_LETTERS = 64;

function isFurtherThan(slips: number, a: string, b: string): boolean {
  if (Math.max(a.length, b.length) > LONGEST_NAME_LETTERS) return a !== b;
  return editDistance(a, b) > slips;
}

/** Letters to add, drop, change or swap with the next to make one word of another. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + same,
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
