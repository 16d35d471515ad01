import type { Span } from '../types.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import type { AnswerType } from './answer-type.ts';
import type { Run, RunKind } from './run.ts';
import { findHits, type QuestionSignals, type TermHit } from './signals.ts';

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

/** The run that is most likely the answer itself: of the kind asked for, nearest to the question's words. */
export function findHighlights(signals: QuestionSignals, sentence: AnalysedSentence): Span[] {
  let best: { readonly run: Run; readonly nearness: number } | undefined;
  const hits = findHits(signals, sentence.terms);
  for (const run of answerRuns(signals, sentence)) {
    const nearness = runNearness(signals, hits, run);
    if (nearness > (best?.nearness ?? 0)) best = { run, nearness };
  }
  return best ? [sentence.spanOf(best.run)] : [];
}
