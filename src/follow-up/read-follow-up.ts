import type { PassageIndex, Turn } from '../types.ts';
import type { CueWords } from './cue-words.ts';
import { findCues } from './find-cues.ts';
import { type ReadTurn, readTurn } from './read-turn.ts';

/** A question and the conversation that it was asked in. */
export interface FollowUp {
  readonly question: string;
  /** Oldest first. */
  readonly history: readonly Turn[];
  /** BCP 47. */
  readonly language: string;
}

/** A follow-up taken apart. */
export interface ReadFollowUp extends FollowUp {
  readonly cues: CueWords;
  readonly turns: readonly ReadTurn[];
  readonly asked: ReadTurn;
  readonly lastAnswer?: string;
}

/** The first turn and so many of the latest are read. */
const LATEST_TURNS = 9;

/** Undefined where nothing can be carried: no history, or a language without cues. */
export function readFollowUp(followUp: FollowUp): ReadFollowUp | undefined {
  const { question, history, language } = followUp;
  const cues = findCues(language);
  if (!cues || history.length === 0) return undefined;
  const kept =
    history.length > LATEST_TURNS + 1 ? [...history.slice(0, 1), ...history.slice(-LATEST_TURNS)] : history;
  const lastAnswer = history.at(-1)?.answer;
  return {
    ...followUp,
    cues,
    turns: kept.map((turn) => readTurn(turn.question, language, cues)),
    asked: readTurn(question, language, cues),
    ...(lastAnswer !== undefined && { lastAnswer }),
  };
}

/** How often the corpus holds words. */
export interface WordUse {
  /** In how large a share of passages a term occurs, on a logarithmic scale: 0 in all, 1 in one, above 1 in none. */
  rarity(term: string): number;
  /** The same as it is: 0 to 1. */
  share(term: string): number;
}

/** Reads it for the words of a follow-up and of the turns before. */
export async function readWordUse(
  { turns, asked }: ReadFollowUp,
  index: Pick<PassageIndex, 'frequencies' | 'stats'>,
): Promise<WordUse> {
  const terms = [...new Set([...turns, asked].flatMap(({ words }) => words.map(({ term }) => term)))];
  const [frequencies, { passages }] = await Promise.all([index.frequencies(terms), index.stats()]);
  const scale = Math.log(passages + 1) || 1;
  const counts = new Map(terms.map((term, at) => [term, frequencies[at] ?? 0]));
  return {
    rarity: (term) => {
      const count = counts.get(term);
      return count === undefined ? 1 : Math.log((passages + 1) / (count + 1)) / scale;
    },
    share: (term) => (counts.get(term) ?? 0) / Math.max(1, passages),
  };
}
