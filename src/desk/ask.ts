import { randomInt } from 'node:crypto';
import { QUESTION_LIMIT } from '../check-question.ts';
import { DAY_MS, utcDay, utcInstant } from '../ledger/days.ts';
import { resolveFilters } from '../look-up.ts';
import { turnOf } from '../turn-of.ts';
import type { Answer, Question, Turn } from '../types.ts';
import type { Catalogue, CorpusState } from './catalogue.ts';
import { Cooldowns } from './cooldowns.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { DeskContext } from './parts.ts';
import { QuestionQueue } from './question-queue.ts';
import { readStandingAnswer } from './standing.ts';
import type {
  DeskAskOptions,
  DeskQuestion,
  DeskReply,
  DeskSettings,
  Refusal,
  SpaceSettings,
  StandingAnswer,
} from './types.ts';

const MS_PER_SECOND = 1_000;
/** 95 bits: nobody guesses the id of another's answer. */
const ID_LENGTH = 16;
const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** A restart takes about this long. */
const RESTART_SECONDS = 60;

export interface QuestionDesk {
  ask(question: DeskQuestion, options?: DeskAskOptions): Promise<DeskReply>;
  drain(timeLimitMs: number): Promise<void>;
}

/** Takes questions within limits, answers them in their conversations, and keeps what was asked and answered. */
export function createQuestionDesk(
  context: DeskContext,
  { settings, catalogue }: { readonly settings: DeskSettings; readonly catalogue: Catalogue },
): QuestionDesk {
  const queue = new QuestionQueue(context.limits);
  const cooldowns = new Cooldowns();
  let isStopping = false;

  return {
    ask: async (asked, options = {}) => {
      const question = ownReplacement(asked, context);
      const { origin } = question;
      const set = settings.of(origin);
      const refusal: Refusal | undefined = isStopping
        ? { reason: 'paused', retryAfterSeconds: RESTART_SECONDS }
        : refuse(question, set, { context, cooldowns, queue });
      if (refusal) return { kind: 'refused', refusal };
      const { ledger, clock } = context;
      const now = clock();
      const day = utcDay(now);
      startCooldowns(question, set, { cooldowns, now });
      ledger.questions.add(origin, day, 1);
      try {
        const answer = await queue.take({
          keys: conversationKeys(question, context),
          work: () => answerQuestion(question, options, { context, catalogue }),
          signal: options.signal,
          onQueued: options.onQueued,
        });
        return { kind: 'answered', answer };
      } catch (error) {
        ledger.questions.add(origin, day, -1);
        options.signal?.throwIfAborted();
        throw error;
      }
    },
    drain: async (timeLimitMs) => {
      isStopping = true;
      const timeUp = Promise.withResolvers<void>();
      const timer = setTimeout(timeUp.resolve, timeLimitMs);
      await Promise.race([queue.whenIdle(), timeUp.promise]);
      clearTimeout(timer);
    },
  };
}

/** Only who asked a question can put another wording in its place. */
function ownReplacement(question: DeskQuestion, { ledger }: DeskContext): DeskQuestion {
  const { replaces, ...rest } = question;
  return replaces !== undefined && ledger.answers.isAskedBy(replaces, question.origin) ? question : rest;
}

interface Gate {
  readonly context: DeskContext;
  readonly cooldowns: Cooldowns;
  readonly queue: QuestionQueue;
}

/** What is wrong with the question itself comes first, then what is wrong with the place, then with the time. */
function refuse(question: DeskQuestion, set: SpaceSettings, gate: Gate): Refusal | undefined {
  const { origin, text, replaces } = question;
  const { context, cooldowns, queue } = gate;
  const now = context.clock();
  if (text.trim() === '') return { reason: 'empty' };
  if (text.length > QUESTION_LIMIT) return { reason: 'too-long', limit: QUESTION_LIMIT };
  if (set.paused) return { reason: 'paused' };
  if (set.chats && !set.chats.includes(origin.chat)) return { reason: 'not-here' };
  if (context.ledger.questions.count(origin, utcDay(now)) >= set.questionsPerDay) {
    const retryAfterSeconds = Math.ceil((DAY_MS - (now % DAY_MS)) / MS_PER_SECOND);
    return { reason: 'daily-limit', limit: set.questionsPerDay, retryAfterSeconds };
  }
  // An edited question is the same question.
  const left = replaces === undefined ? cooldownLeft(question, { cooldowns, now }) : 0;
  if (left > 0) return { reason: 'cooldown', retryAfterSeconds: Math.ceil(left / MS_PER_SECOND) };
  const { isFull, seconds } = queue.wait;
  return isFull ? { reason: 'busy', retryAfterSeconds: seconds } : undefined;
}

interface Timed {
  readonly cooldowns: Cooldowns;
  readonly now: number;
}

function cooldownLeft({ origin }: DeskQuestion, { cooldowns, now }: Timed): number {
  return Math.max(cooldowns.left(personIn(origin), now), cooldowns.left(chatOf(origin), now));
}

function startCooldowns({ origin }: DeskQuestion, set: SpaceSettings, { cooldowns, now }: Timed): void {
  cooldowns.start(personIn(origin), now + set.personCooldownSeconds * MS_PER_SECOND, now);
  cooldowns.start(chatOf(origin), now + set.chatCooldownSeconds * MS_PER_SECOND, now);
}

type Place = DeskQuestion['origin'];
const personIn = ({ platform, space, person }: Place): string =>
  JSON.stringify(['person', platform, space, person]);
const chatOf = ({ platform, chat }: Place): string => JSON.stringify(['chat', platform, chat]);

/** A person's own conversation here, and the one that is replied to. */
function conversationKeys({ origin, follows }: DeskQuestion, { ledger }: DeskContext): readonly string[] {
  const { platform, chat, thread, person } = origin;
  const own = JSON.stringify([platform, chat, thread, person]);
  return follows === undefined ? [own] : [own, `conversation ${ledger.conversations.root(follows)}`];
}

interface Answering {
  readonly context: DeskContext;
  readonly catalogue: Catalogue;
}

async function answerQuestion(
  deskQuestion: DeskQuestion,
  { signal, onStatement }: DeskAskOptions,
  { context, catalogue }: Answering,
): Promise<StandingAnswer> {
  const { origin, text } = deskQuestion;
  const { assistant, index, ledger, clock } = context;
  const askedAt = clock();
  const parent = findParent(deskQuestion, context);
  const history = await readHistory(parent, deskQuestion, context);
  const before = await catalogue.read();
  const filters = await resolveFilters(index, deskQuestion.filters);
  const question: Question = {
    text,
    today: utcDay(askedAt),
    ...(filters && { filters }),
    ...(history.length > 0 && { history }),
  };
  const answer = await assistant.ask(question, {
    person: ledger.personKey(origin),
    ...(signal && { signal }),
    ...(onStatement && { onStatement }),
  });
  signal?.throwIfAborted();
  return keepAnswer(deskQuestion, answer, { askedAt, parent, before, context });
}

interface Keeping {
  readonly askedAt: number;
  readonly parent: string | undefined;
  readonly before: CorpusState;
  readonly context: DeskContext;
}

function keepAnswer(
  { origin, locale, isPrivate = false, replaces }: DeskQuestion,
  answer: Answer,
  { askedAt, parent, before, context }: Keeping,
): StandingAnswer {
  const standing: StandingAnswer = {
    id: createId(),
    askedAt: utcInstant(askedAt),
    platform: origin.platform,
    locale,
    isPrivate,
    answer,
    state: 'standing',
    changes: [],
    posts: [],
  };
  const { ledger } = context;
  const places = answer.kind === 'grounded' ? answer.citations : answer.closest;
  ledger.answers.add({
    id: standing.id,
    askedAt,
    origin,
    locale,
    isPrivate,
    answer,
    // A document that changed while the answer was made has another digest by now, and is looked at again.
    cited: places.map(({ quote }) => ({ ...quote, digest: before.digests.get(quote.documentId) ?? '' })),
    ...(parent !== undefined && { parent }),
    generation: before.generation,
    fingerprint: fingerprintOf(standing),
  });
  if (replaces !== undefined) ledger.answers.supersede(replaces, standing.id);
  return standing;
}

/** The answer that the question follows in its conversation. Somebody else's private answer is none. */
function findParent(
  { origin, follows, replaces, isPrivate = false }: DeskQuestion,
  { ledger, clock, conversationMs }: DeskContext,
): string | undefined {
  if (replaces !== undefined) return ledger.conversations.parent(replaces);
  if (follows === undefined) {
    return ledger.conversations.latest(origin, { since: clock() - conversationMs, withPrivate: isPrivate });
  }
  const followed = ledger.answers.get(follows);
  if (!followed) return undefined;
  return followed.isPrivate && !ledger.answers.isAskedBy(follows, origin) ? undefined : follows;
}

/** Earlier turns, oldest first. What was said in private stays out of a question that others see. */
async function readHistory(
  parent: string | undefined,
  { follows, isPrivate = false }: DeskQuestion,
  context: DeskContext,
): Promise<readonly Turn[]> {
  if (parent === undefined) return [];
  const { ledger, clock, conversationMs, limits } = context;
  // A reply says which answer it is about, however old that is.
  const from = follows === parent ? (ledger.answers.get(parent)?.askedAt ?? clock()) : clock();
  const links = ledger.conversations.thread(parent, { since: from - conversationMs, limit: limits.turns });
  const turns: Turn[] = [];
  for (const link of links) {
    if (link.isPrivate && !isPrivate) continue;
    const standing = await readStandingAnswer(link.answerId, context);
    if (standing) turns.push(readTurn(standing));
  }
  return turns;
}

/** What a moderator took back was not said; what one put in its place was. */
function readTurn({ state, answer, correction }: StandingAnswer): Turn {
  const turn = turnOf(answer);
  if (state === 'standing') return turn;
  const { question } = turn;
  return { question, ...(correction && { answer: correction.citation.quote.text }) };
}

function createId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('');
}
