import { fold, tokenise } from '../text/words.ts';
import type { PassageIndex } from '../types.ts';
import type { CorpusFacts } from './corpus-facts.ts';
import { loadWordProjection } from './embedders/word-projection.ts';

/** Which letters follow each other in a corpus. Words as they should be seldom hold a sequence that no other word has. */
export interface LetterSample {
  /** How many runs of three letters, ends included, the sample has in no word. Takes a folded word. */
  countUnseen(word: string): number;
}

/** Words read: runs that are new after so many are rare enough to tell. Some 40 ms. */
const SAMPLE_WORDS = 30_000;
/** Shares of its passages by which a corpus grows or shrinks before it is sampled again. */
const NOTABLE_CHANGE = 0.1;

/** Returns a function that samples a corpus when first asked, and again when it has become another one. */
export function createLetterSampler(index: PassageIndex): (corpus: CorpusFacts) => Promise<LetterSample> {
  let passages = Number.NaN;
  let latest: Promise<LetterSample> | undefined;
  return (corpus) => {
    const isSame = Math.abs(corpus.passages - passages) <= NOTABLE_CHANGE * passages;
    if (latest && isSame) return latest;
    passages = corpus.passages;
    latest = sampleLetters(index, [...corpus.documents.keys()]);
    latest.catch(() => {
      latest = undefined;
    });
    return latest;
  };
}

/** Reads documents from all over the corpus, so that every language and subject has its part. */
async function sampleLetters(index: PassageIndex, documents: readonly string[]): Promise<LetterSample> {
  const runs = new Set(loadWordProjection().commonWords.flatMap(letterRuns));
  let words = 0;
  for (const id of spreadOut(documents)) {
    for (const { text } of await index.passagesOf(id)) {
      for (const token of tokenise(text, 'und')) {
        words += 1;
        for (const run of letterRuns(fold(token.text))) runs.add(run);
      }
    }
    if (words >= SAMPLE_WORDS) break;
  }
  return {
    countUnseen(word) {
      let count = 0;
      for (const run of letterRuns(word)) if (!runs.has(run)) count += 1;
      return count;
    },
  };
}

const RUN_LETTERS = 3;

function letterRuns(word: string): string[] {
  const whole = ` ${word} `;
  const runs: string[] = [];
  for (let at = RUN_LETTERS; at <= whole.length; at++) runs.push(whole.slice(at - RUN_LETTERS, at));
  return runs;
}

/** All of a list, such that any beginning of it has been taken evenly: by steps that have no divisor in common with its length. */
function spreadOut<T>(list: readonly T[]): T[] {
  let step = Math.max(1, Math.round(list.length * 0.618));
  while (greatestDivisor(step, list.length) > 1) step += 1;
  return list.map((_, at) => list[(at * step) % list.length]).filter((item) => item !== undefined);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
