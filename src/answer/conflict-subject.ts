/** What a quote speaks of, cut into the parts by which two quotes are compared. */
import type { FoundDate } from '../text/dates.ts';
import { findDates } from '../text/dates.ts';
import type { FoundNumber } from '../text/numbers.ts';
import { isSameName } from './same-name.ts';
import { isCommonOpener, namesOf } from './support-names.ts';
import { plainNumbers } from './support-values.ts';
import { readSentence, readSentences, type SupportSentence, type SupportWord } from './support-words.ts';
import { SPEECH } from './verb-like.ts';

/** What two sources are compared by: a quote, and when it was published. */
export interface ComparedQuote {
  readonly text: string;
  /** ISO 8601, possibly partial: what `on Thursday` is relative to. */
  readonly published?: string;
  /** BCP 47; English when absent. */
  readonly language?: string;
}

export interface SubjectSentence {
  readonly sentence: SupportSentence;
  readonly names: readonly SupportWord[];
  /** Words that are neither names, stop words, numbers nor dates. */
  readonly content: readonly SupportWord[];
  readonly numbers: readonly FoundNumber[];
  readonly dates: readonly FoundDate[];
}

export interface Subject {
  readonly sentences: readonly SubjectSentence[];
  /** Stems of the question's content words: what the two are compared about. */
  readonly asked: ReadonlySet<string>;
}

export function readSubject(quote: ComparedQuote, question: string): Subject {
  const language = quote.language ?? 'en';
  const today = /^\d{4}-\d{2}-\d{2}/.test(quote.published ?? '') ? quote.published?.slice(0, 10) : undefined;
  const asked = readSentence(question, language).words.filter((word) => !word.isStop);
  return {
    sentences: readSentences(quote.text, language).map((sentence) => readParts(sentence, today)),
    asked: new Set(asked.map(({ stem }) => stem)),
  };
}

function readParts(sentence: SupportSentence, today: string | undefined): SubjectSentence {
  const dates = findDates(sentence.text, today);
  const numbers = plainNumbers(sentence.text, today);
  const values = [...dates, ...numbers].map(({ span }) => span);
  const tellers = tellersOf(sentence);
  const names = namesOf(sentence).filter((name) => !isCommonOpener(name, sentence) && !tellers.has(name));
  const content = sentence.words.filter(
    (word) =>
      !word.isStop &&
      !word.isNegation &&
      (!names.includes(word) || word.startsSentence) &&
      !values.some((span) => span.start < word.end && word.start < span.end),
  );
  return { sentence, names, content, numbers, dates };
}

/** Who only tells it: `Nordvolt said that`, `..., Grom said`, `according to Brandt`. Two sources have two. */
function tellersOf(sentence: SupportSentence): ReadonlySet<SupportWord> {
  const { words } = sentence;
  const names = new Set(namesOf(sentence));
  const tellers = new Set<SupportWord>();
  words.forEach((word, index) => {
    const isAccording = word.folded === 'according' && words[index + 1]?.folded === 'to';
    if (!isAccording && !SPEECH.has(word.stem)) return;
    const run = isAccording ? words.slice(index + 2) : words.slice(0, index).reverse();
    for (const name of run) {
      if (!names.has(name)) break;
      tellers.add(name);
    }
  });
  return tellers;
}

/** Stems of words that both sentences use. */
export function sharedStems(left: SubjectSentence, right: SubjectSentence): ReadonlySet<string> {
  const theirs = new Set(right.content.map(({ stem }) => stem));
  return new Set(left.content.map(({ stem }) => stem).filter((stem) => theirs.has(stem)));
}

/** Whether the sentences may be about the same: each names nobody whom the other does not, or they share a name. */
function shareNames(left: SubjectSentence, right: SubjectSentence): boolean {
  if (left.names.length === 0 || right.names.length === 0) return true;
  const isShared = (name: SupportWord): boolean => right.names.some((other) => isSameName(name, other));
  return left.names.some(isShared);
}

/** Whether both sentences put different names where the other puts its own: two actors, two places. */
function nameDifferently(left: SubjectSentence, right: SubjectSentence): boolean {
  const only = (ours: SubjectSentence, theirs: SubjectSentence): boolean =>
    ours.names.some((name) => !theirs.names.some((other) => isSameName(name, other)));
  return only(left, right) && only(right, left);
}

/** Long sentences that share a word or two tell of different things. */
const LEAST_COMMON = 0.3;

/** Whether two sentences can be about one thing: no actor or place is another one, and they share enough words. */
export function speakOfTheSame(left: SubjectSentence, right: SubjectSentence): boolean {
  if (!shareNames(left, right) || nameDifferently(left, right)) return false;
  const size = ({ content, names }: SubjectSentence): number => new Set([...content, ...names]).size;
  const names = left.names.filter((name) => right.names.some((other) => isSameName(name, other)));
  const common = sharedStems(left, right).size + names.filter((name) => !name.startsSentence).length;
  return common >= LEAST_COMMON * Math.min(size(left), size(right));
}

/** Every pair of sentences of two quotes. */
export function sentencePairs(
  left: Subject,
  right: Subject,
): readonly (readonly [SubjectSentence, SubjectSentence])[] {
  return left.sentences.flatMap((ours) => right.sentences.map((theirs) => [ours, theirs] as const));
}
