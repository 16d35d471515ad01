import type { Span } from '../types.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import type { AnswerType } from './answer-type.ts';
import type { Run, RunKind } from './run.ts';
import { findHits, type QuestionSignals, type TermHit } from './signals.ts';
import { wordRarity } from './word-rarity.ts';

/** Runs that can answer a question of a type. */
export const EXPECTED_RUNS: Readonly<Partial<Record<AnswerType, readonly RunKind[]>>> = {
  person: ['name'],
  place: ['name'],
  name: ['name', 'quote'],
  time: ['date', 'duration'],
  number: ['number', 'percent', 'money', 'duration'],
  money: ['money', 'number'],
  percent: ['percent', 'number'],
  duration: ['duration', 'number', 'date'],
};

/** Runs of a sentence that could be the answer: of the right kind, and not said in the question already. */
export function answerRuns(question: QuestionSignals, sentence: AnalysedSentence): Run[] {
  const kinds = EXPECTED_RUNS[question.analysed.type];
  if (!kinds) return [];
  return sentence.runs.filter((run) => kinds.includes(run.kind) && isNews(question, sentence, run));
}

function isNews(question: QuestionSignals, sentence: AnalysedSentence, run: Run): boolean {
  for (let at = run.from; at < run.to; at++) {
    const term = sentence.terms[at] ?? '';
    if (term !== '' && !question.known.has(term)) return true;
  }
  return false;
}

/** Tokens between a run and the nearest word of the question, idf-weighted to the nearest rare word; 0 near to 1. */
export function runNearness(question: QuestionSignals, hits: readonly TermHit[], run: Run): number {
  const best = new Float32Array(question.idf.length);
  for (const { place, index, weight } of hits) {
    if (place >= run.from && place < run.to) continue;
    const distance = place < run.from ? run.from - place : place - run.to + 1;
    const value = weight / (1 + distance / 4);
    if (value > (best[index] ?? 0)) best[index] = value;
  }
  let nearness = 0;
  for (let index = 0; index < best.length; index++)
    nearness += (question.idf[index] ?? 0) * (best[index] ?? 0);
  return question.idfTotal === 0 ? 0 : nearness / question.idfTotal;
}

/**
 * The run that is most likely the answer itself: of the kind asked for, nearest to the question's words. A name is marked
 * only where it stands out, since a sentence holds many and one marked wrongly misleads.
 */
export function findHighlights(signals: QuestionSignals, sentence: AnalysedSentence): Span[] {
  const hits = findHits(signals, sentence.terms);
  const [best, next] = answerRuns(signals, sentence)
    .filter((run) => !isOpening(run, sentence))
    .map((run) => ({ run, nearness: runNearness(signals, hits, run) }))
    .sort((a, b) => b.nearness - a.nearness);
  if (!best || best.nearness === 0) return [];
  const standsOut = next === undefined || best.nearness >= CLEARLY_NEARER * next.nearness;
  const isMarked =
    best.run.kind !== 'name' || (standsOut && asksForName(signals) && !isAdjective(best.run, sentence));
  return isMarked ? [sentence.spanOf(best.run)] : [];
}

/** How much nearer than the next one a name must stand to be marked. */
const CLEARLY_NEARER = 1.3;
/** Below this rarity a word is so common that capitals at the head of a sentence tell no name. */
const COMMON_WORD = 0.75;

function isOpening({ kind, from, to }: Run, { tokens }: AnalysedSentence): boolean {
  return kind === 'name' && from === 0 && to === 1 && wordRarity(tokens[0]?.text ?? '', 'en') < COMMON_WORD;
}

/** `Palestinian elections`, `the Danish ministers`: what somebody or something belongs to. */
function isAdjective({ from, to }: Run, { tokens, text }: AnalysedSentence): boolean {
  const [word, next] = [tokens[from], tokens[to]];
  if (to !== from + 1 || !word || !next) return false;
  return /(?:ian|ean|ese|ish)$/.test(word.text) && /^\s\p{Ll}/u.test(text.slice(word.end, next.end));
}

/**
 * Whether a person or a place is asked for. "Who is ...?" of a name is answered in words, and "which" and "what" ask for
 * anything: of the names nearest to those questions' words, two in five were what was asked for.
 */
function asksForName({ analysed: { type, terms } }: QuestionSignals): boolean {
  return type === 'place' || (type === 'person' && terms.some(({ name }) => !name));
}
