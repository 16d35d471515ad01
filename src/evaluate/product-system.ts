import { UsageError } from '../errors.ts';
import type { Answer, Candidate, Question, Retrieval, Retriever } from '../types.ts';
import type { Outcome, OutcomeStatement, System } from './types.ts';

/** Candidates whose trace is kept for the report, and features of each. */
const CANDIDATES_TRACED = 3;
const FEATURES_TRACED = 12;

/** Sees what was retrieved, and has a draft written for every question. */
export interface RetrievalWatch {
  /** The retriever, with a threshold of 0 handed on in place of its own. */
  readonly wrap: (retriever: Retriever) => Retriever;
  /** The last retrieval as it was, its threshold included; undefined when there was none since the last call. */
  readonly take: () => Retrieval | undefined;
}

/** A watch for one system that is asked one question at a time. */
export function watchRetrieval(): RetrievalWatch {
  let last: Retrieval | undefined;
  return {
    wrap: (retriever) => ({
      async retrieve(question, signal) {
        last = await retriever.retrieve(question, signal);
        return { ...last, threshold: 0 };
      },
    }),
    take() {
      const taken = last;
      last = undefined;
      return taken;
    },
  };
}

export interface ProductParts extends Pick<System, 'name' | 'ingest' | 'textOf' | 'close'> {
  /** The product's pipeline, around a retriever that `watch` wraps. */
  readonly assistant: { ask(question: Question): Promise<Answer> };
  readonly watch: RetrievalWatch;
}

/**
 * The product as a system under test. What it would say is drafted and verified for every question; the decision that it
 * ships with is in confidence and threshold.
 */
export function createProductSystem({ assistant, watch, ...rest }: ProductParts): System {
  return {
    ...rest,
    async ask(question) {
      try {
        const answer = await assistant.ask(question);
        const retrieval = watch.take();
        if (!retrieval) throw new Error('the assistant answered without its retriever');
        return outcomeOf(answer, retrieval);
      } catch (error) {
        // A question that the product refuses is one that it says nothing to, not a failure of the run.
        if (!(error instanceof UsageError)) throw error;
        return { retrieved: [], statements: [], confidence: 0, threshold: 1, declined: error.message };
      }
    },
  };
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
