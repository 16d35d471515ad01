import type { Message, MessageEntity, Update, UserFromGetMe } from 'grammy/types';
import { speaksForGroup } from './origin.ts';

/** Whether an update is worth something later: a press, or a message to the bot. Inline queries come anew with each letter. */
export function isToBeKept(update: Update, me: UserFromGetMe): boolean {
  const message = update.message ?? update.edited_message;
  if (update.callback_query || message?.migrate_to_chat_id !== undefined) return true;
  return message !== undefined && readMessage(message, me) !== undefined;
}

/** What a message wants of the bot; undefined where it is not meant for it. */
export type Request =
  | { readonly kind: 'command'; readonly name: string; readonly words: string }
  | { readonly kind: 'question'; readonly words: string };

/** Reads a message or its caption. Channels, other bots and what was sent through the bot's inline mode say nothing. */
export function readMessage(message: Message, me: UserFromGetMe): Request | undefined {
  if (!isFromPerson(message)) return undefined;
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const command = readCommand(text, entities);
  if (command) {
    const isForUs = command.bot === undefined || command.bot === me.username.toLowerCase();
    return isForUs ? { kind: 'command', name: command.name, words: command.words } : undefined;
  }
  const mentions = entities.filter((entity) => isMentionOf(entity, text, me));
  if (message.chat.type === 'private') {
    if (text === '' && !isWordless(message)) return undefined;
  } else if (text === '' || (mentions.length === 0 && !isReplyTo(message, me))) return undefined;
  return { kind: 'question', words: withoutSpans(text, mentions) };
}

/** The message that this one replies to. In a topic every message refers to the one that opened it. */
export function repliedTo({ reply_to_message: reply }: Message): Message | undefined {
  return reply && reply.forum_topic_created === undefined ? reply : undefined;
}

/** The words that a reply quotes, or all of what it replies to. */
export function repliedText(message: Message): string {
  const reply = repliedTo(message);
  return (message.quote?.text ?? reply?.text ?? reply?.caption ?? '').trim();
}

export function isReplyTo(message: Message, me: UserFromGetMe): boolean {
  return repliedTo(message)?.from?.id === me.id;
}

/** Something that a person sent, but for the further pictures of an album; not what Telegram notes about a chat. */
function isWordless(message: Message): boolean {
  const { voice, audio, video_note: note, video, photo, sticker, animation, document } = message;
  const sent = voice ?? audio ?? note ?? video ?? photo ?? sticker ?? animation ?? document;
  return sent !== undefined && message.media_group_id === undefined;
}

function isFromPerson(message: Message): boolean {
  const { from, sender_chat: sender, via_bot: via, is_automatic_forward: isForward } = message;
  if (!from || via || isForward) return false;
  return speaksForGroup(message) || (!from.is_bot && sender === undefined);
}

function readCommand(text: string, entities: readonly MessageEntity[]) {
  const [first] = entities.filter(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!first) return undefined;
  const [name = '', bot] = text.slice(1, first.length).toLowerCase().split('@');
  return { name, bot, words: text.slice(first.length).trim() };
}

function isMentionOf(entity: MessageEntity, text: string, me: UserFromGetMe): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  const { type, offset, length } = entity;
  return (
    type === 'mention' &&
    text.slice(offset, offset + length).toLowerCase() === `@${me.username.toLowerCase()}`
  );
}

function withoutSpans(text: string, spans: readonly MessageEntity[]): string {
  let kept = '';
  let at = 0;
  for (const { offset, length } of spans) {
    // What stands on both sides of a mention is not run together.
    kept += `${text.slice(at, offset).trimEnd()} `;
    at = offset + length;
  }
  return (kept + text.slice(at)).replace(/^[\s,:]+/u, '').trim();
}
