import { UsageError } from '../errors.ts';
import type { Answer, Candidate, Question, Retrieval, Retriever } from '../types.ts';
import type { IngestCost, Outcome, OutcomeStatement, System } from './types.ts';

/** Candidates whose trace is kept for the report, and features of each. */
const CANDIDATES_TRACED = 3;
const FEATURES_TRACED = 12;

export interface ProductParts {
  readonly name: string;
  readonly retriever: Retriever;
  /** The pipeline of the product around a retriever: everything after retrieval as it ships. */
  readonly createAssistant: (retriever: Retriever) => { ask(question: Question): Promise<Answer> };
  readonly textOf: System['textOf'];
  readonly ingest: IngestCost;
  readonly close: () => Promise<void>;
}

/**
 * The product as a system under test. Its retriever is asked as always, but hands on a threshold of 0, so that a draft is
 * written and verified for every question; the decision that it would have made is in confidence and threshold.
 */
export function createProductSystem(parts: ProductParts): System {
  const { name, ingest, textOf, close } = parts;
  return { name, ingest, textOf, close, ask: (question) => askProduct(question, parts) };
}

async function askProduct(question: Question, parts: ProductParts): Promise<Outcome> {
  let seen: Retrieval | undefined;
  const assistant = parts.createAssistant({
    async retrieve(asked, signal) {
      seen = await parts.retriever.retrieve(asked, signal);
      return { ...seen, threshold: 0 };
    },
  });
  try {
    const answer = await assistant.ask(question);
    if (!seen) throw new Error('the assistant answered without retrieving');
    return outcomeOf(answer, seen);
  } catch (error) {
    // A question that the product refuses is one that it says nothing to, not a failure of the run.
    if (!(error instanceof UsageError)) throw error;
    return { retrieved: [], statements: [], confidence: 0, threshold: 1, declined: error.message };
  }
}

function outcomeOf(answer: Answer, retrieval: Retrieval): Outcome {
  return {
    retrieved: answer.retrieved,
    statements: statementsOf(answer),
    confidence: answer.confidence,
    threshold: retrieval.threshold,
    retrieveMs: answer.timings.retrieve,
    ...(answer.kind === 'abstention' ? { declined: answer.reason } : {}),
    trace: retrieval.candidates.slice(0, CANDIDATES_TRACED).map(describeCandidate),
  };
}

function statementsOf(answer: Answer): OutcomeStatement[] {
  if (answer.kind === 'abstention') return [];
  const byNumber = new Map(answer.citations.map((citation) => [citation.number, citation.quote]));
  return answer.statements.map((statement) => ({
    text: statement.text,
    citations: statement.citations.flatMap((number) => {
      const quote = byNumber.get(number);
      if (!quote) return [];
      return {
        documentId: quote.documentId,
        quote: quote.text,
        start: quote.span.start,
        end: quote.span.end,
      };
    }),
  }));
}

function describeCandidate({ passage, score, trace }: Candidate): string {
  const lists = Object.entries(trace.lists).map(
    ([list, hit]) => `${list} #${hit.rank} ${hit.score.toFixed(2)}`,
  );
  const features = Object.entries(trace.features)
    .slice(0, FEATURES_TRACED)
    .map(([feature, value]) => `${feature} ${Number(value.toFixed(3))}`);
  const variants = trace.variants.length > 0 ? [`variants: ${trace.variants.join(', ')}`] : [];
  return [`${passage.id} ${score.toFixed(3)}`, ...lists, ...variants, ...features].join(' | ');
}
