/** Which conversation a question belongs to, and what was said in it. */
import { turnOf } from '../turn-of.ts';
import type { Turn } from '../types.ts';
import type { DeskContext } from './parts.ts';
import { readStandingAnswer } from './standing.ts';
import type { DeskQuestion, StandingAnswer } from './types.ts';

/** A person's own conversation here, and the one that is replied to. */
export function conversationKeys(
  { origin, follows }: DeskQuestion,
  { ledger }: DeskContext,
): readonly string[] {
  const { platform, chat, thread, person } = origin;
  const own = JSON.stringify([platform, chat, thread, person]);
  return follows === undefined ? [own] : [own, `conversation ${ledger.conversations.root(follows)}`];
}

/** The answer that the question follows in its conversation. Somebody else's private answer is none. */
export function findParent(
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

/** Earlier turns, oldest first. What was said in private is told to nobody else, and not where others see it. */
export async function readHistory(
  parent: string | undefined,
  { origin, follows, isPrivate = false }: DeskQuestion,
  context: DeskContext,
): Promise<readonly Turn[]> {
  if (parent === undefined) return [];
  const { ledger, clock, conversationMs, limits } = context;
  // A reply says which answer it is about, however old that is.
  const from = follows === parent ? (ledger.answers.get(parent)?.askedAt ?? clock()) : clock();
  const links = ledger.conversations.thread(parent, { since: from - conversationMs, limit: limits.turns });
  const turns: Turn[] = [];
  for (const link of links) {
    const mayBeTold = !link.isPrivate || (isPrivate && ledger.answers.isAskedBy(link.answerId, origin));
    const standing = mayBeTold && (await readStandingAnswer(link.answerId, context));
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
