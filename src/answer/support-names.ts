/** Names of a claim: each must be in its quotes or in the facts of what it cites, and belong to what it stands with. */
import { findDates } from '../text/dates.ts';
import { findNumbers } from '../text/numbers.ts';
import type { Evidence, SupportProblem } from './evidence.ts';
import { isAcronymOf, isSameName } from './same-name.ts';
import { readSentences, type SupportSentence, type SupportWord } from './support-words.ts';

const HONORIFICS = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'st', 'jr', 'digest']);
/** Endings of plain nouns and adverbs that open a sentence with its capital. */
const COMMON_ENDING = /(?:ers|ors|ists|ials|ents|ants|ians|ings?|tions?|sions?|ments?|ly|ies|ity|ives|ees)$/;
const COMMON_OPENERS = new Set(
  `police people officials authorities talks voters results plans reports sources experts leaders others men women
  several many few some one two three government parliament supporters critics protests prices sales demand
  work more less it they earlier later today according both each half part total about around nearly almost over closing`
    .trim()
    .split(/\s+/),
);

/** Names in a sentence, without weekdays, months, number words and honorifics. */
export function namesOf(sentence: SupportSentence): readonly SupportWord[] {
  const known = namesBySentence.get(sentence) ?? readNames(sentence);
  namesBySentence.set(sentence, known);
  return known;
}

/** Several rules ask for the names of one sentence. */
const namesBySentence = new WeakMap<SupportSentence, readonly SupportWord[]>();

function readNames(sentence: SupportSentence): readonly SupportWord[] {
  const values = [...findDates(sentence.text), ...findNumbers(sentence.text)];
  return sentence.words.filter(
    (word) =>
      word.isName &&
      !HONORIFICS.has(word.folded) &&
      !values.some(({ span }) => span.start < word.end && word.start < span.end),
  );
}

export function checkNames(evidence: Evidence): readonly SupportProblem[] {
  const { claim, quoteWords, factWords, facts } = evidence;
  const sentences = readSentences(claim, facts[0]?.language ?? 'en');
  const known = [...quoteWords, ...factWords];
  const isUnknown = sentences.some((sentence) => {
    const names = namesOf(sentence);
    return names.some(
      (name) =>
        !isKnown(name, known) &&
        !isSpeltOut(name, sentence, known) &&
        !isCommonOpener(name, sentence) &&
        !isFirstName(name, sentence, evidence),
    );
  });
  return isUnknown ? ['name'] : [];
}

/** `Jimmy Carter` for a quote's `Carter`, where the document calls him so. */
function isFirstName(name: SupportWord, sentence: SupportSentence, { facts, quoteWords }: Evidence): boolean {
  const next = sentence.words[sentence.words.indexOf(name) + 1];
  if (!next?.isName || sentence.text.slice(name.end, next.start) !== ' ') return false;
  const isQuoted = quoteWords.some((word) => word.isName && word.folded === next.folded);
  return isQuoted && facts.some(({ text }) => isOnlyFirstName(name.text, next.text, text ?? ''));
}

const TITLE =
  /^(?:President|Minister|Secretary|Senator|Governor|Mayor|Judge|General|Captain|Chancellor|King|Queen|Mr|Mrs|Ms|Dr)$/;

/** Whether a text gives a surname this first name and no other: father and son are two. */
function isOnlyFirstName(first: string, surname: string, text: string): boolean {
  const before = new Set<string>();
  for (let at = text.indexOf(` ${surname}`); at >= 0; at = text.indexOf(` ${surname}`, at + 1)) {
    const [word] = /\p{Lu}[\p{L}'’-]*$/u.exec(text.slice(Math.max(0, at - MOST_LETTERS), at)) ?? [];
    if (word !== undefined && !TITLE.test(word)) before.add(word);
  }
  return before.size === 1 && before.has(first);
}

/** UTF-16 units of a first name. */
const MOST_LETTERS = 30;

const isKnown = (name: SupportWord, known: readonly SupportWord[]): boolean =>
  known.some((word) => isSameName(name, word)) || isAcronymOf(name.folded, known);

/** `United Nations` for a quote's `UN`. */
function isSpeltOut(name: SupportWord, sentence: SupportSentence, known: readonly SupportWord[]): boolean {
  return known.some(
    (word) =>
      /^\p{Lu}{2,6}$/u.test(word.text.replace(/\./g, '')) &&
      isAcronymOf(word.folded, sentence.words) &&
      word.folded.includes(name.folded.slice(0, 1)),
  );
}

/** A word that has its capital from the sentence only, as far as its form tells. */
export function isCommonOpener(name: SupportWord, sentence: SupportSentence): boolean {
  if (!name.startsSentence) return false;
  const next = sentence.words[sentence.words.indexOf(name) + 1];
  const isFirstOfSeveral = next?.isName === true && next.start === name.end + 1;
  return !isFirstOfSeveral && (COMMON_OPENERS.has(name.folded) || COMMON_ENDING.test(name.folded));
}

/** Farther apart than this, two names do not belong together. */
const TOGETHER_WORDS = 4;

/**
 * `President Villar` of a quote that speaks of President Markovic and Prime Minister Villar: names that the claim sets
 * side by side and the quotes never do.
 */
export function checkTitles({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const isMixed = claimSentences.some((sentence) =>
    neighbours(sentence).some(([left, right]) => {
      const places = quoteSentences.map(({ words }) => ({
        words,
        left: placesOf(left, words),
        right: placesOf(right, words),
      }));
      const areGiven =
        places.some((place) => place.left.length > 0) && places.some((place) => place.right.length > 0);
      return areGiven && !places.some((place) => standTogether(place.words, place.left, place.right));
    }),
  );
  return isMixed ? ['roles'] : [];
}

function neighbours(sentence: SupportSentence): readonly (readonly [SupportWord, SupportWord])[] {
  const names = namesOf(sentence);
  return names.flatMap((left, index) => {
    const right = names[index + 1];
    const isOwner = /['’]s?$/.test(left.text) || sentence.text.slice(left.end, right?.start).startsWith('’');
    return right && !isOwner && sentence.text.slice(left.end, right.start) === ' '
      ? [[left, right] as const]
      : [];
  });
}

const placesOf = (name: SupportWord, words: readonly SupportWord[]): readonly number[] =>
  words.flatMap((word, index) => (word.isName && isSameName(name, word) ? [index] : []));

/** Only names, small words or an apposition stand between. */
function standTogether(
  words: readonly SupportWord[],
  left: readonly number[],
  right: readonly number[],
): boolean {
  return left.some((from) =>
    right.some((to) => {
      const [first, last] = from < to ? [from, to] : [to, from];
      if (last - first > TOGETHER_WORDS) return false;
      const inside = words.slice(first + 1, last);
      const isApposed = words[first]?.clause !== words[last]?.clause;
      return (
        isApposed ||
        (inside.every((word) => word.isName || word.isStop) && !inside.some(({ folded }) => folded === 'and'))
      );
    }),
  );
}
