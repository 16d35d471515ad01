import { sequentialize } from '@grammyjs/runner';
import { type Bot, BotError, type Context } from 'grammy';
import type { ChatMemberUpdated, Update, User } from 'grammy/types';
import { type Adapter, localeOf, sayFailure } from './adapter.ts';
import { describeTrouble, troubleOf } from './api-errors.ts';
import { type BlockedChats, createBlockedChats } from './blocked-chats.ts';
import { handleInline } from './handle-inline.ts';
import { handleMessage } from './handle-message.ts';
import { handlePress } from './handle-press.ts';
import type { IntakeOptions } from './intake.ts';
import { askerOf, placeOf } from './origin.ts';

/** The bot is stopping, and had not begun. */
class NotBegun extends Error {
  override readonly name = 'NotBegun';
}

/**
 * Works on updates: those of one chat in order, those of different chats side by side. The one place where failures end:
 * the operator gets a line, the person a sentence.
 *
 * @param stopping nothing new is begun from then on
 */
export function createWorker(bot: Bot, adapter: Adapter, stopping: AbortSignal): IntakeOptions['work'] {
  const blocked = createBlockedChats();
  installRoutes(bot, adapter, { blocked, stopping });
  return async (update) => {
    try {
      await bot.handleUpdate(update);
      return 'done';
    } catch (error) {
      const cause = error instanceof BotError ? error.error : error;
      return concludeFailure(adapter, { cause, update, blocked });
    }
  };
}

interface Routing {
  readonly blocked: BlockedChats;
  readonly stopping: AbortSignal;
}

function installRoutes(bot: Bot, adapter: Adapter, { blocked, stopping }: Routing): void {
  bot.use(sequentialize(orderKey), (_context, next) => {
    if (stopping.aborted) throw new NotBegun();
    return next();
  });
  bot.on('my_chat_member', ({ myChatMember }) => noteMembership(myChatMember, blocked));
  bot.on(['message', 'edited_message'], async ({ msg, update }) => {
    if (!blocked.isBlocked(msg.chat.id, msg.edit_date ?? msg.date)) {
      await handleMessage(adapter, msg, update.update_id);
    }
  });
  bot.on('callback_query', ({ callbackQuery }) => handlePress(adapter, callbackQuery));
  bot.on('inline_query', ({ inlineQuery }) => handleInline(adapter, inlineQuery));
}

/** A press is not kept waiting by a question that is being answered: its button would spin until Telegram gives up. */
function orderKey({ callbackQuery, chat }: Context): string | undefined {
  if (callbackQuery) return `press ${chat?.id} ${callbackQuery.message?.message_id}`;
  return chat && `chat ${chat.id}`;
}

function noteMembership({ chat, new_chat_member: member }: ChatMemberUpdated, blocked: BlockedChats): void {
  if (member.status === 'kicked' || member.status === 'left') blocked.add(chat.id);
  else blocked.remove(chat.id);
}

interface Failure {
  readonly cause: unknown;
  readonly update: Update;
  readonly blocked: BlockedChats;
}

async function concludeFailure(
  adapter: Adapter,
  { cause, update, blocked }: Failure,
): Promise<'done' | 'unfinished'> {
  if (cause instanceof NotBegun || adapter.signal.aborted) return 'unfinished';
  const trouble = troubleOf(cause);
  const chat = (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat.id;
  if (trouble === 'unreachable') {
    if (chat === undefined || blocked.add(chat)) adapter.log(describeTrouble(cause));
    return 'done';
  }
  adapter.log(describeTrouble(cause));
  // It can still be done when the network, or the token, is there again.
  if (trouble === 'transient' || trouble === 'flood' || trouble === 'token') return 'unfinished';
  try {
    await tellFailure(adapter, update);
  } catch (error) {
    adapter.log(`nor could the person be told: ${describeTrouble(error)}`);
  }
  return 'done';
}

async function tellFailure(adapter: Adapter, update: Update): Promise<void> {
  const { api } = adapter;
  const { inline_query: inline, callback_query: press } = update;
  const message = update.message ?? update.edited_message;
  const wordsFor = (person: User) =>
    sayFailure(localeOf(askerOf({ chat: person.id, isPrivate: true }, person), adapter));
  if (inline) await api.answerInlineQuery(inline.id, [], { cache_time: 0 });
  else if (press) await api.answerCallbackQuery(press.id, { text: wordsFor(press.from), show_alert: true });
  else if (message?.from) {
    const { chat, topic } = placeOf(message);
    await api.sendMessage(chat, wordsFor(message.from), {
      ...(topic !== undefined && { message_thread_id: topic }),
      reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
    });
  }
}
