import { QUESTION_LIMIT } from '../check-question.ts';
import { DAY_MS, utcDay } from '../ledger/days.ts';
import type { Cooldowns } from './cooldowns.ts';
import type { DeskContext } from './parts.ts';
import type { QuestionQueue } from './question-queue.ts';
import type { DeskQuestion, Origin, Refusal, SpaceSettings } from './types.ts';

const MS_PER_SECOND = 1_000;

/** What says whether a question can be taken now. */
export interface Gate {
  readonly context: DeskContext;
  readonly cooldowns: Cooldowns;
  readonly queue: QuestionQueue;
}

/** What is wrong with the question itself comes first, then what is wrong with the place, then with the time. */
export function refuseQuestion(
  question: DeskQuestion,
  set: SpaceSettings,
  { context, cooldowns, queue }: Gate,
): Refusal | undefined {
  const { origin, text } = question;
  const now = context.clock();
  if (text.trim() === '') return { reason: 'empty' };
  if (text.length > QUESTION_LIMIT) return { reason: 'too-long', limit: QUESTION_LIMIT };
  if (set.paused) return { reason: 'paused' };
  if (set.chats && !set.chats.includes(origin.chat)) return { reason: 'not-here' };
  if (context.ledger.questions.count(origin, utcDay(now)) >= set.questionsPerDay) {
    const retryAfterSeconds = Math.ceil((DAY_MS - (now % DAY_MS)) / MS_PER_SECOND);
    return { reason: 'daily-limit', limit: set.questionsPerDay, retryAfterSeconds };
  }
  const left = cooldownLeft(question, { cooldowns, now });
  if (left > 0) return { reason: 'cooldown', retryAfterSeconds: Math.ceil(left / MS_PER_SECOND) };
  const { isFull, seconds } = queue.wait;
  return isFull ? { reason: 'busy', retryAfterSeconds: seconds } : undefined;
}

interface Timed {
  readonly cooldowns: Cooldowns;
  readonly now: number;
}

/** Milliseconds; none for a question that was edited, which is the same question. */
function cooldownLeft({ origin, replaces }: DeskQuestion, { cooldowns, now }: Timed): number {
  if (replaces !== undefined) return 0;
  return Math.max(cooldowns.left(personIn(origin), now), cooldowns.left(chatOf(origin), now));
}

/** The question was taken: its person, and everybody in its chat, wait before the next one. */
export function startCooldowns(origin: Origin, set: SpaceSettings, { cooldowns, now }: Timed): void {
  cooldowns.start(personIn(origin), now + set.personCooldownSeconds * MS_PER_SECOND, now);
  cooldowns.start(chatOf(origin), now + set.chatCooldownSeconds * MS_PER_SECOND, now);
}

const personIn = ({ platform, space, person }: Origin): string =>
  JSON.stringify(['person', platform, space, person]);
const chatOf = ({ platform, chat }: Origin): string => JSON.stringify(['chat', platform, chat]);
