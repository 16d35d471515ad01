import { createRequire } from 'node:module';
import type { Runnable } from '@langchain/core/runnables';
import { quoteClosest, type Verified, type VerifierDeps, verifyDraft } from './answer/verify.ts';
import { checkQuestion } from './check-question.ts';
import type { AbstentionReason, Answer, Draft, Drafter, Question, Retrieval, Retriever } from './types.ts';

// The same modules as `import` gives, in their CommonJS form: some 300 files load in half the time, and a command that
// answers one question lives half a second. LangChain knows its objects by their members, not by their class, so that
// callbacks, tracers and models from either form work together.
const { RunnableLambda, RunnableSequence }: typeof import('@langchain/core/runnables') = createRequire(
  import.meta.url,
)('@langchain/core/runnables');

export interface AssistantParts {
  readonly retriever: Retriever;
  readonly drafter: Drafter;
  /** A whole document, or undefined when it is gone. */
  readonly document: VerifierDeps['document'];
  /** Where the reader page is served, without a final slash. */
  readonly readerUrl: string;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
}

export interface Assistant {
  /**
   * Answers or abstains. Throws `UsageError` for a question that `checkQuestion` refuses, and whatever the parts throw:
   * a failure is never an abstention.
   */
  ask(question: Question, options?: AskOptions): Promise<Answer>;
  /** The same as a LangChain Runnable, for `batch`, callbacks and tracing. Its steps: retrieve, draft, verify. */
  readonly pipeline: Runnable<Question, Answer>;
}

interface Retrieved {
  readonly retrieval: Retrieval;
  readonly retrieveMs: number;
}

interface Drafted extends Retrieved {
  readonly draft: Draft;
  readonly draftMs: number;
  /** Nothing was drafted, since nothing retrieved is likely to answer. */
  readonly withoutEvidence: boolean;
}

/** Ties the steps to one pipeline: `retrieve -> draft -> verify`. */
export function createAssistant(parts: AssistantParts): Assistant {
  const steps = [
    step('retrieve', (question: Question, signal) => retrieve(question, parts, signal)),
    step('draft', (retrieved: Retrieved, signal) => draft(retrieved, parts, signal)),
    step('verify', (drafted: Drafted) => verify(drafted, parts)),
  ] as const;
  const pipeline = RunnableSequence.from<Question, Answer>([...steps]).withConfig({ runName: 'footnote' });
  return { pipeline, ask: (question, options = {}) => pipeline.invoke(question, options) };
}

/** A function as a named step of a pipeline. */
function step<Input, Output>(
  runName: string,
  run: (input: Input, signal?: AbortSignal) => Promise<Output>,
): Runnable<Input, Output> {
  return RunnableLambda.from<Input, Output>((input, config) => run(input, config.signal)).withConfig({
    runName,
  });
}

async function retrieve(
  question: Question,
  { retriever }: AssistantParts,
  signal?: AbortSignal,
): Promise<Retrieved> {
  checkQuestion(question);
  const [retrieval, retrieveMs] = await timed(() => retriever.retrieve(question, signal));
  return { retrieval, retrieveMs };
}

async function draft(
  retrieved: Retrieved,
  { drafter }: AssistantParts,
  signal?: AbortSignal,
): Promise<Drafted> {
  const { candidates, confidence, threshold } = retrieved.retrieval;
  if (candidates.length === 0 || confidence < threshold) {
    const nothing = { drafter: drafter.name, claims: [], declined: false };
    return { ...retrieved, draft: nothing, draftMs: 0, withoutEvidence: true };
  }
  const [draft, draftMs] = await timed(() => drafter.draft(retrieved.retrieval, signal));
  return { ...retrieved, draft, draftMs, withoutEvidence: false };
}

async function verify(drafted: Drafted, { document, readerUrl }: AssistantParts): Promise<Answer> {
  const started = performance.now();
  const { retrieval, draft, retrieveMs, draftMs } = drafted;
  const deps = { candidates: retrieval.candidates, document, readerUrl, question: retrieval.question.text };
  const verified = await verifyDraft(draft, deps);
  const [firstStatement, ...statements] = draft.declined ? [] : verified.statements;
  const [firstCitation, ...citations] = verified.citations;
  const isGrounded = firstStatement !== undefined && firstCitation !== undefined;
  const closest = isGrounded ? [] : await quoteClosest(retrieval, deps);
  const common = {
    question: retrieval.question,
    confidence: retrieval.confidence,
    drafter: draft.drafter,
    drops: verified.drops,
    ...(draft.tokens && { tokens: draft.tokens }),
    timings: { retrieve: retrieveMs, draft: draftMs, verify: elapsedSince(started) },
    retrieved: retrieval.documents,
  };
  if (!isGrounded) return { ...common, kind: 'abstention', reason: reasonOf(drafted, verified), closest };
  return {
    ...common,
    kind: 'grounded',
    statements: [firstStatement, ...statements],
    citations: [firstCitation, ...citations],
    disagreements: verified.disagreements,
  };
}

/** Why nothing is said. A draft without claims has declined, whether or not it says so. */
function reasonOf({ draft, withoutEvidence }: Drafted, { drops }: Verified): AbstentionReason {
  if (withoutEvidence) return 'no-evidence';
  return draft.declined || Object.keys(drops).length === 0 ? 'declined' : 'unsupported';
}

async function timed<Value>(run: () => Promise<Value>): Promise<readonly [Value, ms: number]> {
  const started = performance.now();
  return [await run(), elapsedSince(started)];
}

/** Milliseconds, to the hundredth: what is beyond is noise. */
function elapsedSince(started: number): number {
  return Math.round((performance.now() - started) * 100) / 100;
}
