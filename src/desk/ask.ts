import { utcDay } from '../ledger/days.ts';
import { resolveFilters } from '../look-up.ts';
import type { Question } from '../types.ts';
import type { Catalogue } from './catalogue.ts';
import { Cooldowns } from './cooldowns.ts';
import { conversationKeys, findParent, readHistory } from './follow-conversation.ts';
import { keepAnswer } from './keep-answer.ts';
import type { DeskContext } from './parts.ts';
import { QuestionQueue } from './question-queue.ts';
import { refuseQuestion, startCooldowns } from './refuse-question.ts';
import type {
  DeskAskOptions,
  DeskQuestion,
  DeskReply,
  DeskSettings,
  Refusal,
  StandingAnswer,
} from './types.ts';

/** A restart takes about this long. */
const RESTART_SECONDS = 60;

/** The part of the desk that takes questions. */
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
        ? { reason: 'stopping', retryAfterSeconds: RESTART_SECONDS }
        : refuseQuestion(question, set, { context, cooldowns, queue });
      if (refusal) return { kind: 'refused', refusal };
      const { ledger, clock } = context;
      const now = clock();
      const day = utcDay(now);
      startCooldowns(origin, set, { cooldowns, now });
      ledger.questions.add(origin, day, 1);
      try {
        const answer = await queue.take({
          keys: conversationKeys(question, context),
          work: () => {
            options.onStarted?.();
            return answerQuestion(question, options, { context, catalogue });
          },
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
  return keepAnswer(deskQuestion, answer, { askedAt, parent, before, ledger });
}
