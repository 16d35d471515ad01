import {
  foldWords,
  isYesOrNo,
  quoteContains,
  quoteShowsEvidence,
  statementHoldsAnswer,
} from './match-text.ts';
import { firstRelevantRank, hitAt, ndcgAt, recallAt, reciprocalRankAt } from './rank-measures.ts';
import type {
  GoldQuestion,
  Measure,
  Outcome,
  OutcomeCitation,
  OutcomeStatement,
  QuestionResult,
  System,
} from './types.ts';

/** Documents that a system may retrieve for the ranking measures. */
const RETRIEVAL_DEPTH = 10;
/** An answer must be right by its third statement: a reader looks no further. */
const RIGHT_WITHIN_STATEMENTS = 3;
/** Answers longer than this, at the median, are written by hand and not cut from a text. */
const QUOTABLE_ANSWER_WORDS = 12;
/** Above this share of bare yes and no, holding an answer says nothing about a set. */
const MOST_YES_OR_NO = 0.2;

export interface ScoreOptions {
  /** Whether gold answers can stand in a quoted sentence: see `answersAreQuotable`. */
  readonly quotableAnswers: boolean;
  readonly totalMs: number;
  readonly textOf: System['textOf'];
  /** The set's own texts by document id, where it gives them. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Marks one outcome against what the set's author holds to be right. */
export async function scoreQuestion(
  gold: GoldQuestion,
  outcome: Outcome,
  options: ScoreOptions,
): Promise<QuestionResult> {
  const ranked = outcome.retrieved.slice(0, RETRIEVAL_DEPTH).map((one) => one.documentId);
  const rank = firstRelevantRank(ranked, gold.docs, RETRIEVAL_DEPTH);
  const { threshold } = outcome;
  const { sources } = options;
  const speaks = outcome.statements === undefined || outcome.statements.length > 0;
  const answers = speaks && (threshold === undefined || outcome.confidence >= threshold);
  const draftRight = outcome.statements && gold.answerable ? isRight(gold, outcome.statements) : undefined;
  const drafted = gold.answerable ? draftMeasures(gold, outcome.statements, options.quotableAnswers) : {};
  return {
    gold,
    outcome,
    ...(rank === undefined ? {} : { rank }),
    measures: {
      ...(gold.answerable && gold.docs.length > 0 ? rankMeasures(ranked, gold.docs) : {}),
      ...drafted,
      ...(threshold === undefined ? {} : shippedMeasures(drafted, answers)),
    },
    answers,
    ...(outcome.statements === undefined ? {} : { draftRight: draftRight ?? false }),
    right: gold.answerable ? answers && (draftRight ?? rank === 1) : !answers,
    misquotes: await findMisquotes(outcome, options.textOf),
    ...(sources.size > 0 ? { displaced: await findMisquotes(outcome, async (id) => sources.get(id)) } : {}),
    totalMs: options.totalMs,
  };
}

/**
 * Whether answer@ means something on these questions: their answers are short enough to stand in a sentence, and few
 * are a bare yes or no.
 */
export function answersAreQuotable(questions: readonly GoldQuestion[]): boolean {
  const answered = questions.filter((gold) => gold.answers.length > 0);
  if (answered.length === 0) return false;
  const bare = answered.filter((gold) => gold.answers.every(isYesOrNo)).length;
  const lengths = answered
    .map((gold) => Math.min(...gold.answers.map((answer) => foldWords(answer).length)))
    .sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return bare / answered.length <= MOST_YES_OR_NO && median <= QUOTABLE_ANSWER_WORDS;
}

/**
 * Whether an answer is right. It cites one of the documents, or every one of `docsAll` where there are such; and, among
 * its first three statements, a quote shows gold evidence or a statement holds a gold answer. Where evidence is a `part`,
 * one of all its quotes must contain it. A set that gives neither evidence nor answers is judged by its documents.
 */
function isRight(gold: GoldQuestion, statements: readonly OutcomeStatement[]): boolean {
  if (!citesWanted(gold, statements)) return false;
  if (gold.evidenceIs === 'part') return showsEvidence(statements, gold);
  const quotable = gold.answers.filter((answer) => !isYesOrNo(answer));
  if (gold.evidence.length === 0 && quotable.length === 0) return true;
  const first = statements.slice(0, RIGHT_WITHIN_STATEMENTS);
  return showsEvidence(first, gold) || holdsAnswer(first, quotable);
}

function citesWanted(gold: GoldQuestion, statements: readonly OutcomeStatement[]): boolean {
  const cited = new Set(
    statements.flatMap((statement) => statement.citations.map((citation) => citation.documentId)),
  );
  if (gold.docsAll.length > 0) return gold.docsAll.every((id) => cited.has(id));
  return gold.docs.length === 0 ? cited.size > 0 : gold.docs.some((id) => cited.has(id));
}

function rankMeasures(
  ranked: readonly string[],
  relevant: readonly string[],
): Partial<Record<Measure, number>> {
  return {
    'hit@1': hitAt(ranked, relevant, 1),
    'hit@3': hitAt(ranked, relevant, 3),
    'hit@5': hitAt(ranked, relevant, 5),
    'mrr@10': reciprocalRankAt(ranked, relevant, RETRIEVAL_DEPTH),
    'ndcg@10': ndcgAt(ranked, relevant, RETRIEVAL_DEPTH),
    'recall@10': recallAt(ranked, relevant, RETRIEVAL_DEPTH),
  };
}

function draftMeasures(
  gold: GoldQuestion,
  statements: readonly OutcomeStatement[] | undefined,
  quotableAnswers: boolean,
): Partial<Record<Measure, number>> {
  if (statements === undefined) return {};
  const cited = statements.flatMap((statement) => statement.citations);
  const evidence = (count: number) => Number(showsEvidence(statements.slice(0, count), gold));
  const answer = (count: number) => Number(holdsAnswer(statements.slice(0, count), gold.answers));
  return {
    ...(gold.evidence.length > 0 ? { 'evidence@1': evidence(1), 'evidence@3': evidence(3) } : {}),
    ...(quotableAnswers && gold.answers.length > 0 ? { 'answer@1': answer(1), 'answer@3': answer(3) } : {}),
    ...(cited.length > 0 && gold.docs.length > 0
      ? {
          'citation-precision':
            cited.filter((citation) => gold.docs.includes(citation.documentId)).length / cited.length,
        }
      : {}),
  };
}

/** What is shown as shipped: where it abstains, nothing is. */
function shippedMeasures(
  drafted: Partial<Record<Measure, number>>,
  answers: boolean,
): Partial<Record<Measure, number>> {
  const shipped: Partial<Record<Measure, number>> = {};
  for (const measure of ['evidence@1', 'evidence@3', 'answer@1', 'answer@3'] as const) {
    const value = drafted[measure];
    if (value !== undefined) shipped[`shipped-${measure}`] = answers ? value : 0;
  }
  return shipped;
}

function showsEvidence(statements: readonly OutcomeStatement[], gold: GoldQuestion): boolean {
  const shows = gold.evidenceIs === 'part' ? quoteContains : quoteShowsEvidence;
  const quotes = statements.flatMap((statement) => statement.citations.map((citation) => citation.quote));
  return quotes.some((quote) => gold.evidence.some((evidence) => shows(quote, evidence)));
}

function holdsAnswer(statements: readonly OutcomeStatement[], answers: readonly string[]): boolean {
  return statements.some((statement) =>
    answers.some((answer) => statementHoldsAnswer(statement.text, answer)),
  );
}

async function findMisquotes(
  { statements = [] }: Outcome,
  textOf: System['textOf'],
): Promise<OutcomeCitation[]> {
  const misquotes: OutcomeCitation[] = [];
  for (const citation of statements.flatMap((statement) => statement.citations)) {
    const text = await textOf(citation.documentId);
    const words = text?.slice(citation.start, citation.end);
    if (words !== citation.quote || foldWords(citation.quote).length === 0) misquotes.push(citation);
  }
  return misquotes;
}
