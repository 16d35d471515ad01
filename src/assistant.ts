import { createRequire } from 'node:module';
import type { Runnable, RunnableConfig } from '@langchain/core/runnables';
import { countTokens, type ModelParts } from './ask-model.ts';
import { checkQuestion } from './check-question.ts';
import {
  concludeAnswer,
  type Drafted,
  type DraftingContext,
  type DraftingParts,
  draftAnswer,
} from './draft-answer.ts';
import { elapsedSince } from './elapsed.ts';
import { ModelError } from './errors.ts';
import { blendRetrievals, type RetrievedReading } from './retrieval/blend-retrievals.ts';
import type {
  Answer,
  PartialAnswer,
  Question,
  Reading,
  Rephrased,
  Rephraser,
  Retrieval,
  Retriever,
} from './types.ts';

// The same modules as `import` gives, in their CommonJS form: some 300 files load in half the time, and a command that
// answers one question lives half a second. LangChain knows its objects by their members, not by their class, so that
// callbacks, tracers and models from either form work together.
const { RunnableLambda, RunnableSequence }: typeof import('@langchain/core/runnables') = createRequire(
  import.meta.url,
)('@langchain/core/runnables');

export interface AssistantParts extends DraftingParts {
  readonly retriever: Retriever;
  /** Makes follow-ups stand alone without a model; left out, a question is taken as it is. */
  readonly resolver?: Rephraser;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Told of everything verified so far, each time that a statement is: nothing unverified is among it. */
  readonly onStatement?: (partial: PartialAnswer) => void;
  /** Key of the person who asks, for token budgets. */
  readonly person?: string;
}

export interface Assistant {
  /**
   * Answers or abstains. Throws `UsageError` for a question that `checkQuestion` refuses, and whatever the parts throw:
   * a failure is never an abstention. A model that fails is no failure: the sources' own words stand in.
   */
  ask(question: Question, options?: AskOptions): Promise<Answer>;
  /** The same as a LangChain Runnable, for `batch`, callbacks and tracing. Its steps: rephrase, retrieve, draft, verify. */
  readonly pipeline: Runnable<Question, Answer>;
}

/** One question on its way. */
interface Asked {
  readonly question: Question;
  /** How the question is understood, and what to search for. */
  readonly rephrased: Rephrased;
  readonly rephraseMs?: number;
  readonly call: DraftingContext;
}

interface Retrieved extends Asked {
  readonly retrieval: Retrieval;
  readonly retrieveMs: number;
}

interface WithDraft extends Retrieved {
  readonly drafted: Drafted;
  readonly draftMs: number;
}

/** Ties the steps to one pipeline: `rephrase -> retrieve -> draft -> verify`. */
export function createAssistant(parts: AssistantParts): Assistant {
  const steps = [
    step('rephrase', (question: Question, config) => rephrase(question, parts, config)),
    step('retrieve', (asked: Asked) => retrieve(asked, parts)),
    step('draft', (retrieved: Retrieved) => draft(retrieved, parts)),
    step('verify', (drafted: WithDraft) => verify(drafted, parts)),
  ] as const;
  const pipeline = RunnableSequence.from<Question, Answer>([...steps]).withConfig({ runName: 'footnote' });
  return {
    pipeline,
    ask: (question, { signal, ...call } = {}) =>
      // As one object, since LangChain copies plain values of `configurable` into traces.
      pipeline.invoke(question, { configurable: { call }, ...(signal && { signal }) }),
  };
}

/** A function as a named step of a pipeline. */
function step<Input, Output>(
  runName: string,
  run: (input: Input, config: RunnableConfig) => Promise<Output>,
): Runnable<Input, Output> {
  return RunnableLambda.from<Input, Output>(run).withConfig({ runName });
}

/** Makes a follow-up stand alone: with the model, else by the words that it leans on. */
async function rephrase(question: Question, parts: AssistantParts, config: RunnableConfig): Promise<Asked> {
  checkQuestion(question);
  const call = startCall(question, parts.model, config);
  if (!question.history?.length) return { question, rephrased: { text: question.text }, call };
  const [rephrased, rephraseMs] = await timed(() => standAlone(question, parts, call));
  return { question, rephrased, call, rephraseMs };
}

function startCall(
  asked: Question,
  model: ModelParts | undefined,
  { signal, configurable }: RunnableConfig,
): DraftingContext {
  const { person, onStatement }: Omit<AskOptions, 'signal'> = configurable?.call ?? {};
  const timeUp = model && AbortSignal.timeout(model.timeLimitMs);
  const signals = [signal, timeUp].filter((some) => some !== undefined);
  return {
    asked,
    use: countTokens(person, model?.budget),
    signal,
    modelSignal: signals.length > 0 ? AbortSignal.any(signals) : undefined,
    onStatement,
  };
}

async function standAlone(
  question: Question,
  { model, resolver }: AssistantParts,
  { use, signal, modelSignal }: DraftingContext,
): Promise<Rephrased> {
  if (model && (model.budget?.isLeft(use.person) ?? true)) {
    try {
      const rephrased = await model.rephraser.rephrase(question, modelSignal);
      use.add(rephrased.tokens);
      return rephrased;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      use.add(error.tokens);
    }
  }
  return resolver ? resolver.rephrase(question, signal) : { text: question.text };
}

async function retrieve(asked: Asked, { retriever }: AssistantParts): Promise<Retrieved> {
  const [retrieval, retrieveMs] = await timed(() => retrieveReadings(asked, retriever));
  return { ...asked, retrieval, retrieveMs };
}

/** Every reading of the question; what is found counts by how likely its reading is. */
async function retrieveReadings(
  { question, rephrased: { text, readings = [{ text, weight: 1 }] }, call }: Asked,
  retriever: Retriever,
): Promise<Retrieval> {
  const read = async (reading: Reading): Promise<RetrievedReading> => ({
    retrieval: await retriever.retrieve({ ...question, text: reading.text }, call.signal),
    weight: reading.weight,
  });
  const [first, ...others] = readings;
  const found = [await read(first), ...(await Promise.all(others.map(read)))] as const;
  const retrieval = found.length === 1 ? found[0].retrieval : blendRetrievals(found);
  return { ...retrieval, question: { ...question, text } };
}

async function draft(retrieved: Retrieved, parts: AssistantParts): Promise<WithDraft> {
  const [drafted, draftMs] = await timed(() => draftAnswer(retrieved.retrieval, parts, retrieved.call));
  return { ...retrieved, drafted, draftMs };
}

async function verify(drafted: WithDraft, parts: AssistantParts): Promise<Answer> {
  const { question, call, rephraseMs, retrieveMs, draftMs } = drafted;
  return concludeAnswer(drafted.drafted, parts, {
    question,
    tokens: call.use.total(),
    timings: {
      ...(rephraseMs !== undefined && { rephrase: rephraseMs }),
      retrieve: retrieveMs,
      draft: draftMs,
    },
  });
}

async function timed<Value>(run: () => Promise<Value>): Promise<readonly [Value, ms: number]> {
  const started = performance.now();
  return [await run(), elapsedSince(started)];
}
