import type { InlineKeyboardMarkup, ReplyParameters } from 'grammy/types';
import { type Block, toMessages } from '../../src/index.ts';
import type { Adapter } from './adapter.ts';
import { troubleOf } from './api-errors.ts';
import { type TelegramText, telegramDialect } from './dialect.ts';
import { QUOTE_LIMIT } from './limits.ts';
import type { Place } from './origin.ts';
import { asCallSignal, type CallSignal } from './transformers.ts';

type Sender = Pick<Adapter, 'api'>;

export interface Sending {
  readonly blocks: readonly Block[];
  /** The message that the first one replies to, and its words that are quoted. */
  readonly replyTo?: { readonly message: number; readonly quote?: string } | undefined;
  /** Words that begin with a slash are commands that may be tapped, and not set as code: of the bot's own words only. */
  readonly hasCommands?: true;
  /** Under the last message. */
  readonly keyboard?: InlineKeyboardMarkup | undefined;
  /** Messages that are to say this from now on, in place of what they said. */
  readonly replaces?: readonly number[];
  /** Gives up what has not been said by then. */
  readonly signal?: AbortSignal;
  /** Told of all messages so far, each time that one says what it should. */
  readonly onSent?: (messages: readonly number[]) => void;
}

/**
 * Says blocks in one message or several: edits those that are to be replaced, sends further ones, deletes those that
 * are too many. Where the first to be replaced is gone, all are sent anew. Resolves to the ids of all.
 */
export async function sendBlocks(sender: Sender, place: Place, sending: Sending): Promise<readonly number[]> {
  const edited = await editBlocks(sender, place, sending);
  if (edited) return edited;
  const messages: number[] = [];
  const texts = textsOf(sending.blocks).map(sending.hasCommands ? openCommands : keep);
  for (const [index, text] of texts.entries()) {
    const keyboard = index === texts.length - 1 ? sending.keyboard : undefined;
    const replyTo = index === 0 ? sending.replyTo : undefined;
    messages.push(await sendText(sender, place, { text, keyboard, replyTo, signal: sending.signal }));
    sending.onSent?.([...messages]);
  }
  return messages;
}

/** The same for messages that must be there: undefined where the first is gone, or none is named. */
export async function editBlocks(
  sender: Sender,
  place: Place,
  { blocks, keyboard: last, replaces = [], onSent, signal }: Sending,
): Promise<readonly number[] | undefined> {
  const texts = textsOf(blocks);
  const messages: number[] = [];
  for (const [index, text] of texts.entries()) {
    const old = replaces[index];
    const keyboard = index === texts.length - 1 ? last : undefined;
    const isThere =
      old !== undefined && (await editText(sender, place, { text, keyboard, signal, message: old }));
    if (!isThere && index === 0) return undefined;
    messages.push(isThere ? old : await sendText(sender, place, { text, keyboard, signal }));
    onSent?.([...messages, ...replaces.slice(messages.length)]);
  }
  for (const spare of replaces.slice(texts.length))
    await deleteMessage(sender, place, { message: spare, signal });
  return messages;
}

export function textsOf(blocks: readonly Block[]): readonly TelegramText[] {
  return toMessages(blocks, telegramDialect(blocks));
}

function openCommands({ text, entities }: TelegramText): TelegramText {
  const isCommand = ({ offset, length }: TelegramText['entities'][number]) =>
    /^\/\w+$/u.test(text.slice(offset, offset + length));
  return { text, entities: entities.filter((entity) => entity.type !== 'code' || !isCommand(entity)) };
}

function keep(text: TelegramText): TelegramText {
  return text;
}

interface Content {
  readonly text: TelegramText;
  readonly keyboard?: InlineKeyboardMarkup | undefined;
  readonly signal: AbortSignal | undefined;
}

async function sendText(
  { api }: Sender,
  { chat, topic }: Place,
  { text, keyboard, replyTo, signal }: Content & Pick<Sending, 'replyTo'>,
): Promise<number> {
  const send = async (reply: ReplyParameters | undefined) => {
    const options = {
      entities: [...text.entities],
      ...(topic !== undefined && { message_thread_id: topic }),
      ...(keyboard && { reply_markup: keyboard }),
      ...(reply && { reply_parameters: reply }),
    };
    const { message_id: id } = await api.sendMessage(chat, text.text, options, toCallSignal(signal));
    return id;
  };
  const reply = replyTo && { message_id: replyTo.message, allow_sending_without_reply: true };
  const quote = replyTo?.quote ?? '';
  try {
    const isQuoted = reply && quote !== '' && quote.length <= QUOTE_LIMIT;
    return await send(isQuoted ? { ...reply, quote } : reply);
  } catch (error) {
    // The asked words were changed meanwhile: the reply still shows what it belongs to.
    if (troubleOf(error) !== 'quote') throw error;
    return send(reply);
  }
}

/** Whether the message is there to be edited. */
async function editText(
  { api }: Sender,
  { chat }: Place,
  { text, keyboard, message, signal }: Content & { readonly message: number },
): Promise<boolean> {
  try {
    const options = { entities: [...text.entities], ...(keyboard && { reply_markup: keyboard }) };
    await api.editMessageText(chat, message, text.text, options, toCallSignal(signal));
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === 'unchanged') return true;
    if (trouble === 'gone') return false;
    throw error;
  }
}

async function deleteMessage(
  { api }: Sender,
  { chat }: Place,
  { message, signal }: { readonly message: number; readonly signal: AbortSignal | undefined },
): Promise<void> {
  try {
    await api.deleteMessage(chat, message, toCallSignal(signal));
  } catch (error) {
    if (troubleOf(error) !== 'gone') throw error;
  }
}

function toCallSignal(signal: AbortSignal | undefined): CallSignal | undefined {
  return signal && asCallSignal(signal);
}
