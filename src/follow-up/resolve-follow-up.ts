import type { PassageIndex, Question, Reading, Rephraser } from '../types.ts';
import { choosePhrases } from './choose-phrases.ts';
import { conversationLanguage } from './conversation-language.ts';
import { namesTopic } from './names-topic.ts';
import { type ReadFollowUp, readFollowUp, readWordUse, type WordUse } from './read-follow-up.ts';
import { type ReadTurn, readTurn } from './read-turn.ts';
import { scorePhrases } from './score-phrases.ts';
import { swapPart } from './swap-part.ts';
import { wordQuestion } from './word-question.ts';

export interface ResolvedQuestion {
  /** The question as it stands alone; exactly as it was asked where nothing is carried. */
  readonly text: string;
  /** What was carried over from earlier turns, as it was written there. */
  readonly carried: readonly string[];
  /** What to search for: `text`, and where something was carried on a guess also the question as it was asked. */
  readonly readings: readonly [Reading, ...Reading[]];
}

export interface FollowUpResolver extends Rephraser {
  rephrase(question: Question): Promise<ResolvedQuestion>;
}

export interface FollowUpParts {
  /** Tells which words are rare, and which the corpus does not know and cannot be asked about. */
  readonly index?: Pick<PassageIndex, 'frequencies' | 'stats'>;
}

/** Of every word where there is no corpus to tell. */
const UNTOLD: WordUse = { rarity: () => 0.7, share: () => 0 };

/**
 * Makes a question stand alone without a model: where it leans on earlier turns (pronouns, half questions, nouns that
 * nothing describes), it carries over what they were about. Every word of the result is the question's, the history's,
 * "the", or "about" in the question's language. Languages without cues are left as they are.
 */
export function createFollowUpResolver({ index }: FollowUpParts = {}): FollowUpResolver {
  return {
    async rephrase({ text, history = [], language }) {
      const read = readFollowUp({
        question: text,
        history,
        language:
          language ??
          conversationLanguage(
            text,
            history.map(({ question }) => question),
          ),
      });
      if (!read) return leave(text);
      return resolve(read, index ? await readWordUse(read, index) : UNTOLD);
    },
  };
}

function leave(text: string): ResolvedQuestion {
  return { text, carried: [], readings: [{ text, weight: 1 }] };
}

function resolve(read: ReadFollowUp, { rarity, share }: WordUse): ResolvedQuestion {
  const { question, asked, cues, language } = read;
  const swapped = swapIntoEarlier(read);
  if (swapped) {
    const { text } = swapped;
    return { text, carried: newWords(swapped, asked), readings: [{ text, weight: 1 }] };
  }
  const { lean, phrases } = scorePhrases(read, rarity);
  const choice = choosePhrases(phrases, lean);
  if (!choice || namesTopic(read, lean, share)) return leave(question);
  const { probability } = choice;
  const worded = wordQuestion({ question, phrases: choice.phrases, cues, language });
  return {
    text: worded,
    carried: choice.phrases.map(({ text }) => text),
    readings: [
      { text: worded, weight: probability },
      { text: question, weight: 1 - probability },
    ],
  };
}

/** The earlier question with one part exchanged, through any number of half questions in a row. */
function swapIntoEarlier({ turns, asked, cues, language }: ReadFollowUp): ReadTurn | undefined {
  let frame: ReadTurn | undefined;
  for (const turn of turns) {
    const swapped: string | undefined = frame && swapPart(turn, frame, cues);
    if (swapped !== undefined) frame = readTurn(swapped, language, cues);
    else frame = cues.asks.test(turn.text) && asksItself(turn) ? turn : undefined;
  }
  const swapped = frame && swapPart(asked, frame, cues);
  return swapped === undefined ? undefined : readTurn(swapped, language, cues);
}

/** "Why (about the vote)?" has nothing of its own that could be exchanged. */
function asksItself({ text, words }: ReadTurn): boolean {
  const bracket = text.indexOf('(');
  return bracket < 0 || words.some(({ start }) => start < bracket);
}

function newWords({ words }: ReadTurn, asked: ReadTurn): string[] {
  const own = new Set(asked.words.map(({ term }) => term));
  return words.filter(({ term }) => !own.has(term)).map(({ surface }) => surface);
}
