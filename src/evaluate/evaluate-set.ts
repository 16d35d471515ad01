import { performance } from 'node:perf_hooks';
import { answersAreQuotable, scoreQuestion } from './score-question.ts';
import { type Evaluation, summarize } from './summarize.ts';
import type { EvaluationSet, QuestionResult, System } from './types.ts';

/** Questions asked before the clock counts, so that compilation and caches are warm as in a running bot. */
const WARM_UP_QUESTIONS = 3;

export interface EvaluateOptions {
  /** Called after each question. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Asks a filled system every question of a set, one after another, and measures what it does. Ranking measures, evidence@
 * and answer@ are taken over answerable questions and on what the system would say if it did not abstain; measures named
 * `shipped-` and the decision figures hold it to its threshold.
 */
export async function evaluateSet(
  set: EvaluationSet,
  system: System,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const quotableAnswers = answersAreQuotable(set.questions);
  for (const gold of set.questions.slice(0, WARM_UP_QUESTIONS)) await system.ask(gold.question);
  const sources = new Map(set.documents.map((document) => [document.id, document.text]));
  const results: QuestionResult[] = [];
  for (const gold of set.questions) {
    options.signal?.throwIfAborted();
    const started = performance.now();
    const outcome = await system.ask(gold.question);
    const totalMs = performance.now() - started;
    results.push(
      await scoreQuestion(gold, outcome, { quotableAnswers, totalMs, textOf: system.textOf, sources }),
    );
    options.onProgress?.(results.length, set.questions.length);
  }
  return summarize(system, results);
}
