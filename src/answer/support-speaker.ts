/** Whose words they are: a claim may only put them in the mouth that its quotes put them in. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { isSameName } from './same-name.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';
import { SPEECH } from './verb-like.ts';

/** An inverted speaker (`said Ana Duarte, police chief`) is this many words long at most. */
const INVERTED_WORDS = 6;
const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'who', 'which', 'that', 'there']);

interface Speech {
  readonly verb: string;
  readonly speakers: readonly SupportWord[];
  /** Somebody is named by a pronoun only. */
  readonly isOpen: boolean;
  /** The pronoun is `it`: no person. */
  readonly isThing?: boolean;
}

export function checkSpeaker(evidence: Evidence): readonly SupportProblem[] {
  const { claimSentences, quoteSentences, factWords } = evidence;
  const isWrong = claimSentences.some((sentence) =>
    speechesOf(sentence).some(({ speakers, verb, isOpen }) => {
      if (isOpen || speakers.length === 0 || overlap(speakers, factWords)) return false;
      const bearing = bestQuotes(sentence, speakers, quoteSentences);
      const given = bearing.flatMap(speechesOf);
      const sameVerb = given.filter((speech) => speech.verb === verb);
      const compared = sameVerb.length > 0 ? sameVerb : given;
      if (compared.length === 0) return !bearing.some((quote) => overlap(speakers, quote.words));
      // `It was not affected, it said`: what is meant stands somewhere in the same quote; a person may be named in another.
      const isNear = bearing.some((quote) => overlap(speakers, wordsAround(quote, evidence)));
      return !compared.some(
        (speech) => (speech.isOpen && (isNear || !speech.isThing)) || overlap(speakers, speech.speakers),
      );
    }),
  );
  return isWrong ? ['speaker'] : [];
}

/** All words of the quote that a sentence stands in. */
function wordsAround(
  sentence: SupportSentence,
  { quotes, quoteSentences }: Evidence,
): readonly SupportWord[] {
  const quote = quotes.find((text) => text.includes(sentence.text));
  const around = quoteSentences.filter(({ text }) => quote?.includes(text));
  return around.flatMap(({ words }) => words);
}

/** Offices are held by many: where both sides name somebody, only the names count. */
const OFFICES = new Set(
  `president prime minister chief leader spokesman spokeswoman spokesperson director mayor senator governor king queen
  prince general secretary foreign defence defense finance interior former deputy head chairman judge police union`.split(
    /\s+/,
  ),
);

function overlap(left: readonly SupportWord[], right: readonly SupportWord[]): boolean {
  const named = (words: readonly SupportWord[]) =>
    words.filter((word) => word.isName && !OFFICES.has(word.folded));
  const areNamed = named(left).length > 0 && named(right).length > 0;
  const isTelling = (word: SupportWord): boolean => !areNamed || !OFFICES.has(word.folded);
  const [ours, theirs] = [left.filter(isTelling), right.filter(isTelling)];
  return ours.some((word) => theirs.some((other) => isSameName(word, other)));
}

/** The sentences of the quotes that say most of what the claim reports. */
function bestQuotes(
  claim: SupportSentence,
  speakers: readonly SupportWord[],
  quotes: readonly SupportSentence[],
): readonly SupportSentence[] {
  const content = claim.words.filter(
    (word) => !word.isStop && !speakers.includes(word) && !SPEECH.has(word.stem),
  );
  const scores = quotes.map(
    ({ words }) => content.filter((word) => words.some((other) => other.stem === word.stem)).length,
  );
  const best = Math.max(0, ...scores);
  return quotes.filter((_, index) => scores[index] === best);
}

function speechesOf(sentence: SupportSentence): readonly Speech[] {
  const { words } = sentence;
  return words.flatMap((word, index): Speech[] => {
    if (word.folded === 'according' && words[index + 1]?.folded === 'to') {
      const speakers = content([
        ...words.slice(index + 2, index + 2 + INVERTED_WORDS).filter(({ clause }) => clause === word.clause),
        ...apposedAfter(words, index),
      ]);
      return [{ verb: 'according', speakers, isOpen: speakers.length === 0 }];
    }
    // `reported merger`, `alleged bribe`: an adjective, as an article or a possessive before it shows.
    const isAdjective = /^(?:the|an?|its|his|her|their|of|to)$/.test(words[index - 1]?.folded ?? '');
    const isPassive = /^(?:is|are|was|were|been|be)$/.test(words[index - 1]?.folded ?? '');
    if (!SPEECH.has(word.stem) || isAdjective || isPassive) return [];
    return [readSpeech(words, index)];
  });
}

const content = (words: readonly SupportWord[]): readonly SupportWord[] =>
  words.filter((word) => !word.isStop && !SPEECH.has(word.stem));

/** Who stands before the verb in its clause, else before an apposition, and who stands behind it when inverted. */
function readSpeech(words: readonly SupportWord[], index: number): Speech {
  const verb = words[index];
  const clause = verb?.clause ?? 0;
  const own = words.slice(0, index).filter((word) => word.clause === clause);
  const near =
    content(own).length > 0 ? own : words.slice(0, index).filter((word) => word.clause >= clause - 2);
  const apposed = words.slice(0, index).filter((word) => word.clause >= clause - 2 && word.isName);
  const isInverted = own.length === 0 || content(own).length === 0;
  const after = isInverted ? words.slice(index + 1, index + 1 + INVERTED_WORDS) : [];
  const named = content([...near, ...after]);
  const isOpen = own.some(({ folded }) => PRONOUNS.has(folded)) && !own.some(({ isName }) => isName);
  return {
    verb: verb?.stem ?? '',
    speakers: content(own).length <= 2 && !isInverted ? [...named, ...apposedTo(own, apposed)] : named,
    isOpen,
    isThing: own.some(({ folded }) => folded === 'it'),
  };
}

/** In `according to the harbour master, Tomas Brandt` the name behind the comma. */
function apposedAfter(words: readonly SupportWord[], index: number): readonly SupportWord[] {
  const clause = (words[index]?.clause ?? 0) + 1;
  const behind = words.slice(index + 1).filter((word) => word.clause === clause);
  const end = behind.findIndex(({ isName }) => !isName);
  return end < 0 ? behind : behind.slice(0, end);
}

/** In `Ana Duarte, the police chief, said` the name belongs to the speaker though another clause holds it. */
function apposedTo(own: readonly SupportWord[], names: readonly SupportWord[]): readonly SupportWord[] {
  return own.some(({ isName }) => isName) ? [] : names;
}
