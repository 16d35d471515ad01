/** From a retrieval to an answer: drafted by the model where there is one, else by the sources' own words; verified. */
import { setSideBySide } from './answer/side-by-side.ts';
import {
  createVerifier,
  quoteClosest,
  type Verified,
  type Verifier,
  type VerifierDeps,
} from './answer/verify.ts';
import type { ModelParts, TokenUse } from './ask-model.ts';
import { elapsedSince } from './elapsed.ts';
import { ModelError } from './errors.ts';
import { findDates } from './text/dates.ts';
import { readJudgement } from './text/judgement.ts';
import { isInOtherLanguage } from './text/other-language.ts';
import { isTalk } from './text/talk.ts';
import type {
  AbstentionReason,
  Answer,
  Draft,
  DraftClaim,
  Drafter,
  Drops,
  FallbackReason,
  PartialAnswer,
  Question,
  Retrieval,
  Timings,
  Tokens,
} from './types.ts';

/**
 * With a model, passages this share of the threshold suffice to be read: a reader sees more than a ranker. Where the
 * model then fails, the whole threshold holds again.
 */
const MODEL_THRESHOLD_SHARE = 0.5;

export interface DraftingParts {
  /** Writes without a model. */
  readonly drafter: Drafter;
  readonly model?: ModelParts;
  /** A whole document, or undefined when it is gone. */
  readonly document: VerifierDeps['document'];
  /** Where the reader page is served, without a final slash. */
  readonly readerUrl: string;
}

export interface DraftingContext {
  /** The question in the asker's own words. */
  readonly asked: Question;
  readonly use: TokenUse;
  /** Aborted by who asked. */
  readonly signal: AbortSignal | undefined;
  /** Aborted then too, and when the model's time is up. */
  readonly modelSignal: AbortSignal | undefined;
  /** Told of everything verified so far, each time that a statement is. */
  readonly onStatement: ((partial: PartialAnswer) => void) | undefined;
}

/** A draft whose claims were verified as they came, and what became of it. */
export interface Drafted {
  readonly retrieval: Retrieval;
  readonly draft: Draft;
  readonly verifier: Verifier;
  /** Why the model's draft ended early, or why there is none of it. */
  readonly failure?: FallbackReason;
  readonly drops: Drops;
  readonly withoutEvidence: boolean;
}

/**
 * Drafts with the model where there is one, and with the sources' own words where that leaves nothing to show. Who is
 * right, or who made the bot, no source tells: whatever words were found would look like the answer.
 */
export async function draftAnswer(
  retrieval: Retrieval,
  parts: DraftingParts,
  context: DraftingContext,
): Promise<Drafted> {
  const { candidates, confidence, threshold } = retrieval;
  if (isUnanswerable(context.asked)) return decline(retrieval, parts);
  const needed = parts.model ? threshold * MODEL_THRESHOLD_SHARE : threshold;
  if (candidates.length === 0 || confidence < needed) return withoutEvidence(retrieval, parts, {});
  const drafting = { parts, context, signal: context.signal };
  if (!parts.model) return draftWith(parts.drafter, retrieval, drafting);
  const drafted = await draftWithModel(parts.model, retrieval, { ...drafting, signal: context.modelSignal });
  const { statements, drops } = drafted.verifier.finish();
  if (statements.length > 0 || (drafted.draft.declined && drafted.failure === undefined)) return drafted;
  const failure = drafted.failure ?? 'unverified';
  if (confidence < threshold) return { ...withoutEvidence(retrieval, parts, drops), failure };
  const fallback = await draftWith(parts.drafter, retrieval, drafting);
  return { ...fallback, failure, drops };
}

function decline(retrieval: Retrieval, parts: DraftingParts): Drafted {
  const { draft, ...drafted } = withoutEvidence(retrieval, parts, {});
  return { ...drafted, draft: { ...draft, declined: true }, withoutEvidence: false };
}

function withoutEvidence(retrieval: Retrieval, parts: DraftingParts, drops: Drops): Drafted {
  const draft: Draft = { drafter: parts.drafter.name, claims: [], declined: false };
  return {
    retrieval,
    draft,
    verifier: createVerifier(depsOf(retrieval, parts)),
    drops,
    withoutEvidence: true,
  };
}

interface Drafting {
  readonly parts: DraftingParts;
  readonly context: DraftingContext;
  /** For the drafter. */
  readonly signal: AbortSignal | undefined;
}

/** Throws what the drafter throws, unless it is a `ModelError`: then what was complete by then is the draft. */
async function draftWithModel(
  { drafter, budget }: ModelParts,
  retrieval: Retrieval,
  drafting: Drafting,
): Promise<Drafted> {
  const { use } = drafting.context;
  const nothing = { drafter: drafter.name, claims: [], declined: false };
  if (budget && !budget.isLeft(use.person)) {
    const verifier = createVerifier(depsOf(retrieval, drafting.parts));
    return { retrieval, draft: nothing, verifier, failure: 'over-budget', drops: {}, withoutEvidence: false };
  }
  return draftWith(drafter, retrieval, drafting);
}

async function draftWith(drafter: Drafter, retrieval: Retrieval, drafting: Drafting): Promise<Drafted> {
  const { parts, context, signal } = drafting;
  const verifier = createVerifier(depsOf(retrieval, parts));
  const handed: DraftClaim[] = [];
  const checks: Promise<void>[] = [];
  const check = async (claim: DraftClaim): Promise<void> => {
    const { statement } = await verifier.verify(claim);
    if (!statement || context.signal?.aborted) return;
    const { statements, citations } = verifier.finish();
    context.onStatement?.({
      drafter: drafter.name,
      ...understood(retrieval, context.asked),
      statements,
      citations,
    });
  };
  const onClaim = (claim: DraftClaim): void => {
    handed.push(claim);
    // A failure is met below; here it must not count as one that nobody handles.
    const checked = check(claim);
    checked.catch(() => undefined);
    checks.push(checked);
  };
  const base = { retrieval, verifier, drops: {}, withoutEvidence: false };
  try {
    const draft = await drafter.draft(retrieval, { ...(signal && { signal }), onClaim });
    context.use.add(draft.tokens);
    await Promise.all(checks);
    // Who hands claims over as they come is shown as it goes on; who has all at once has no beginning to show.
    const isGrowing = handed.length > 0;
    for (const claim of draft.claims.slice(handed.length)) {
      await (isGrowing ? check(claim) : verifier.verify(claim));
    }
    return { ...base, draft };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    context.use.add(error.tokens);
    await Promise.all(checks);
    const draft: Draft = { drafter: drafter.name, claims: handed, declined: false };
    return { ...base, draft, failure: error.reason };
  }
}

function depsOf(retrieval: Retrieval, { document, readerUrl }: DraftingParts): VerifierDeps {
  return { candidates: retrieval.candidates, document, readerUrl, question: retrieval.question.text };
}

export interface AnswerFacts {
  /** As it was asked. */
  readonly question: Question;
  readonly timings: Omit<Timings, 'verify'>;
  readonly tokens: Tokens | undefined;
}

/** A verified draft as what the reader gets. */
export async function concludeAnswer(
  drafted: Drafted,
  parts: DraftingParts,
  facts: AnswerFacts,
): Promise<Answer> {
  const started = performance.now();
  const { retrieval, draft, verifier, failure } = drafted;
  const isModels = parts.model !== undefined && draft.drafter === parts.model.drafter.name;
  // A question about a time keeps to it, and what a model has shown already stays where it is.
  const keepsOrder = isModels || findDates(retrieval.question.text, retrieval.question.today).length > 0;
  const verified = keepsOrder ? verifier.finish() : setSideBySide(verifier.finish());
  const [firstStatement, ...statements] = verified.statements;
  const [firstCitation, ...citations] = verified.citations;
  const isGrounded = firstStatement !== undefined && firstCitation !== undefined;
  const closest = isGrounded || isUnanswerable(facts.question) ? [] : await quoteClosest(retrieval, parts);
  const common = {
    question: facts.question,
    ...understood(retrieval, facts.question),
    confidence: retrieval.confidence,
    drafter: draft.drafter,
    ...(failure !== undefined && !(isGrounded && isModels) && { fallback: failure }),
    drops: addDrops(drafted.drops, verified.drops),
    ...(facts.tokens && { tokens: facts.tokens }),
    timings: { ...facts.timings, verify: elapsedSince(started) },
    retrieved: retrieval.documents,
  };
  if (!isGrounded) {
    const isForeign = !common.remark && isAskedOtherwise(retrieval);
    const reason = reasonOf(drafted, verified);
    return { ...common, kind: 'abstention', reason, closest, ...(isForeign && { remark: 'language' }) };
  }
  return {
    ...common,
    kind: 'grounded',
    statements: [firstStatement, ...statements],
    citations: [firstCitation, ...citations],
    disagreements: verified.disagreements,
    ...(failure !== undefined && isModels && { cutShort: failure }),
  };
}

/** How the question was understood, where that differs from its words, and what is to be said of it. */
function understood(
  { question: { text } }: Retrieval,
  asked: Question,
): Pick<PartialAnswer, 'understoodAs' | 'remark'> {
  const remark = isTalk(asked.text) ? 'talk' : readJudgement(asked.text) && 'judgement';
  return { ...(text !== asked.text && { understoodAs: text }), ...(remark && { remark }) };
}

/** Whether no words of a source can be the answer, whatever they are. */
function isUnanswerable({ text }: Question): boolean {
  return isTalk(text) || readJudgement(text) === 'verdict';
}

/** Whether the question is in none of the languages of what came closest. */
function isAskedOtherwise({ question, candidates }: Retrieval): boolean {
  return isInOtherLanguage(
    question.text,
    candidates.map(({ document }) => document.language),
  );
}

/** Why nothing is said. A draft without claims has declined, whether or not it says so. */
function reasonOf({ draft, withoutEvidence }: Drafted, { drops }: Verified): AbstentionReason {
  if (withoutEvidence) return 'no-evidence';
  return draft.declined || Object.keys(drops).length === 0 ? 'declined' : 'unsupported';
}

function addDrops(a: Drops, b: Drops): Drops {
  const sum: Record<string, number> = { ...a };
  for (const [kind, count] of Object.entries(b)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}
