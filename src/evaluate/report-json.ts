import type { Evaluation } from './summarize.ts';
import type { QuestionResult } from './types.ts';
import { verdictOf } from './verdict.ts';

/** An evaluation as JSON: all figures, and a line per question without the texts of documents. */
export function evaluationToJson(evaluation: Evaluation): object {
  const { results, ...figures } = evaluation;
  return { ...figures, results: results.map(resultToJson) };
}

function resultToJson(result: QuestionResult): object {
  const { gold, outcome } = result;
  return {
    id: gold.id,
    question: gold.question.text,
    answerable: gold.answerable,
    ...(gold.unanswerableKind === undefined ? {} : { unanswerableKind: gold.unanswerableKind }),
    ...(gold.kind === undefined ? {} : { kind: gold.kind }),
    verdict: verdictOf(result),
    confidence: outcome.confidence,
    answers: result.answers,
    ...(result.rank === undefined ? {} : { rank: result.rank }),
    measures: result.measures,
    retrieved: outcome.retrieved,
    ...(outcome.statements ? { statements: outcome.statements } : {}),
    ...(outcome.declined === undefined ? {} : { declined: outcome.declined }),
    totalMs: result.totalMs,
  };
}
