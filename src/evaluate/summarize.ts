import {
  areaUnderRisk,
  auroc,
  calibrationError,
  type Judged,
  type ReliabilityBin,
  type RiskPoint,
  reliabilityBins,
  riskCoverage,
} from './abstention-measures.ts';
import { bootstrap, bootstrapMean, quantile } from './bootstrap.ts';
import type { Figure, IngestCost, Measure, QuestionResult, System } from './types.ts';

/** How well a system knows when to be silent. */
export interface AbstentionSummary {
  /** Answerable questions against each kind of unanswerable one, and against `all`. */
  readonly auroc: Readonly<Record<string, Figure>>;
  /** Absent for a system without a threshold. */
  readonly shipped?: DecisionSummary;
  /** Confidence as the probability that the documents answer; only for a system whose confidence is one. */
  readonly calibrationError?: Figure;
  readonly reliability: readonly ReliabilityBin[];
  /** An answer counts as right when its first document is relevant: comparable between all systems. */
  readonly documentRisk: readonly RiskPoint[];
  readonly documentRiskArea?: number;
  /** An answer counts as right when its sentences are; only for a system that says something. */
  readonly answerRisk?: readonly RiskPoint[];
  readonly answerRiskArea?: number;
}

/** Decisions at the shipped threshold. */
export interface DecisionSummary {
  readonly threshold: number;
  /** Share of questions where it answered what can be answered and was silent on what cannot. */
  readonly accuracy: Figure;
  /** Share of unanswerable questions that it answered. */
  readonly falseAnswers?: Figure;
  /** Share of answerable questions on which it was silent. */
  readonly falseAbstentions?: Figure;
  /** Share of questions with a right answer, or silence where there is none. */
  readonly right: Figure;
}

export interface Latency {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** Everything measured on one system over one set. */
export interface Evaluation {
  readonly system: string;
  readonly questions: number;
  readonly answerable: number;
  readonly measures: Readonly<Partial<Record<Measure, Figure>>>;
  /**
   * Quotes shown; how many of them stand verbatim at their offsets in the system's text, and in the set's own where it
   * gives texts. Absent when the system quotes nothing.
   */
  readonly quotes?: { readonly count: number; readonly verbatim: number; readonly inPlace?: number };
  readonly abstention: AbstentionSummary;
  readonly latency: { readonly retrieve?: Latency; readonly whole: Latency };
  readonly ingest: IngestCost;
  /** Answerable questions by the rank of their first relevant document, 1 to 10; the last entry counts the missed. */
  readonly ranks: readonly number[];
  readonly results: readonly QuestionResult[];
}

const MEASURES: readonly Measure[] = [
  'hit@1',
  'hit@3',
  'hit@5',
  'mrr@10',
  'ndcg@10',
  'recall@10',
  'evidence@1',
  'evidence@3',
  'answer@1',
  'answer@3',
  'citation-precision',
  'shipped-evidence@1',
  'shipped-evidence@3',
  'shipped-answer@1',
  'shipped-answer@3',
];

const RANKS_SHOWN = 10;

/** Sums results up: means and decisions with bootstrap intervals, curves, latency. */
export function summarize(system: System, results: readonly QuestionResult[]): Evaluation {
  const measures: Partial<Record<Measure, Figure>> = {};
  for (const measure of MEASURES) {
    const figure = bootstrapMean(results.flatMap((result) => result.measures[measure] ?? []));
    if (figure) measures[measure] = figure;
  }
  const quoted = results.flatMap((result) =>
    (result.outcome.statements ?? []).flatMap((statement) => statement.citations),
  ).length;
  const misquoted = results.reduce((sum, result) => sum + result.misquotes.length, 0);
  const displaced = results.flatMap((result) => (result.displaced ? result.displaced.length : []));
  const retrieve = results.flatMap((result) => result.outcome.retrieveMs ?? []);
  return {
    system: system.name,
    questions: results.length,
    answerable: results.filter((result) => result.gold.answerable).length,
    measures,
    ...(quoted > 0
      ? {
          quotes: {
            count: quoted,
            verbatim: quoted - misquoted,
            ...(displaced.length > 0
              ? { inPlace: quoted - displaced.reduce((sum, count) => sum + count) }
              : {}),
          },
        }
      : {}),
    abstention: summarizeAbstention(results),
    latency: {
      ...(retrieve.length > 0 ? { retrieve: latencyOf(retrieve) } : {}),
      whole: latencyOf(results.map((result) => result.totalMs)),
    },
    ingest: system.ingest,
    ranks: rankHistogram(results),
    results,
  };
}

function summarizeAbstention(results: readonly QuestionResult[]): AbstentionSummary {
  const answerability = results.map(judge((result) => result.gold.answerable));
  const documentRisk = riskCoverage(results.map(judge((result) => result.rank === 1)));
  const documentRiskArea = areaUnderRisk(documentRisk);
  const speaking = results.filter((result) => result.draftRight !== undefined);
  const answerRisk = riskCoverage(speaking.map(judge((result) => result.draftRight === true)));
  const answerRiskArea = areaUnderRisk(answerRisk);
  const shipped = summarizeDecisions(results);
  const error = shipped && bootstrap([answerability], calibrationError);
  return {
    auroc: aurocByKind(results),
    ...(shipped ? { shipped } : {}),
    ...(error ? { calibrationError: error } : {}),
    reliability: shipped ? reliabilityBins(answerability) : [],
    documentRisk,
    ...(documentRiskArea === undefined ? {} : { documentRiskArea }),
    ...(speaking.length === 0 || answerRiskArea === undefined ? {} : { answerRisk, answerRiskArea }),
  };
}

function aurocByKind(results: readonly QuestionResult[]): Record<string, Figure> {
  const positives = results.filter((result) => result.gold.answerable).map(judge(() => true));
  const kinds = new Map<string, Judged[]>();
  for (const result of results) {
    if (result.gold.answerable) continue;
    const kind = result.gold.unanswerableKind ?? 'unanswerable';
    kinds.set(kind, [...(kinds.get(kind) ?? []), judge(() => false)(result)]);
  }
  const groups = kinds.size > 1 ? [...kinds, ['all', [...kinds.values()].flat()] as const] : [...kinds];
  return Object.fromEntries(
    groups.flatMap(([kind, negatives]) => {
      const figure = bootstrap([positives, negatives], auroc);
      return figure ? [[kind, figure]] : [];
    }),
  );
}

function summarizeDecisions(results: readonly QuestionResult[]): DecisionSummary | undefined {
  const thresholds = results.flatMap((result) => result.outcome.threshold ?? []);
  if (thresholds.length < results.length) return undefined;
  const share = (of: readonly QuestionResult[], holds: (result: QuestionResult) => boolean) =>
    bootstrapMean(of.map((result) => Number(holds(result))));
  const accuracy = share(results, (result) => result.answers === result.gold.answerable);
  const right = share(results, (result) => result.right);
  if (!accuracy || !right) return undefined;
  const answerable = results.filter((result) => result.gold.answerable);
  const unanswerable = results.filter((result) => !result.gold.answerable);
  const falseAnswers = share(unanswerable, (result) => result.answers);
  const falseAbstentions = share(answerable, (result) => !result.answers);
  return {
    threshold: quantile(thresholds, 0.5),
    accuracy,
    ...(falseAnswers ? { falseAnswers } : {}),
    ...(falseAbstentions ? { falseAbstentions } : {}),
    right,
  };
}

function rankHistogram(results: readonly QuestionResult[]): number[] {
  const counts = Array.from({ length: RANKS_SHOWN + 1 }, () => 0);
  for (const { gold, rank } of results) {
    if (!gold.answerable || gold.docs.length === 0) continue;
    const index = (rank ?? RANKS_SHOWN + 1) - 1;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

function judge(positive: (result: QuestionResult) => boolean): (result: QuestionResult) => Judged {
  return (result) => ({ confidence: result.outcome.confidence, positive: positive(result) });
}

function latencyOf(milliseconds: readonly number[]): Latency {
  return { p50: quantile(milliseconds, 0.5), p95: quantile(milliseconds, 0.95) };
}
