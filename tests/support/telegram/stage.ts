import type { Chat, Message, MessageEntity, User } from 'grammy/types';
import { detectEntities } from './detect-entities.ts';
import type { FakeChat, FakeMessage } from './fake-telegram.ts';
import { sortEntities } from './format-text.ts';
import { replyOf } from './methods/send.ts';
import type { Server } from './server.ts';
import { type ChatRecord, describeChat, isAdministrator, type MessageRecord } from './world.ts';

/** Where people act: the server, and the faces of its chats and messages. */
export interface Stage extends Server {
  /** Milliseconds that people wait for an answer to a press or an inline query. */
  readonly patienceMs: number;
  readonly inlineFeedback: boolean;
  chatOf(record: ChatRecord): FakeChat;
  messageOf(record: MessageRecord, chat: ChatRecord): FakeMessage;
  recordOf(message: FakeMessage): { readonly record: MessageRecord; readonly chat: ChatRecord };
}

export interface Said {
  readonly from: User;
  readonly text?: string;
  readonly entities?: readonly MessageEntity[];
  readonly replyTo?: { readonly record: MessageRecord; readonly quote?: string | undefined };
  readonly topicId?: number | undefined;
  readonly content?: Pick<Message, 'document' | 'caption' | 'caption_entities' | 'via_bot' | 'reply_markup'>;
  readonly inlineId?: string;
  /** The chat that speaks in place of the person: an anonymous administrator, a channel that is linked. */
  readonly senderChat?: Chat;
}

/** Puts a person's message into a chat and tells the bot, where it may see it. */
export function say(stage: Stage, chat: ChatRecord, said: Said): MessageRecord {
  const { world } = stage;
  const { from, text, replyTo, topicId = replyTo && topicOf(replyTo.record.message) } = said;
  if (from.is_bot && !said.senderChat) chat.lastBot = from.id;
  const position =
    replyTo?.quote === undefined ? -1 : (replyTo.record.message.text ?? '').indexOf(replyTo.quote);
  if (replyTo?.quote !== undefined && position < 0)
    throw new Error(`“${replyTo.quote}” is not in the message that is replied to`);
  const message: Message = {
    message_id: world.nextMessageId(chat),
    ...(chat.type === 'channel' ? { sender_chat: describeChat(chat) } : { from }),
    ...(said.senderChat && { sender_chat: said.senderChat }),
    chat: describeChat(chat),
    date: world.seconds(),
    ...threadOf(chat, said),
    ...(replyTo
      ? { reply_to_message: replyOf(replyTo.record.message) }
      : topicId !== undefined && { reply_to_message: openingOf(chat, topicId) }),
    ...(replyTo?.quote !== undefined && {
      quote: { text: replyTo.quote, position, is_manual: true as const },
    }),
    ...(text !== undefined && textOf(text, said.entities)),
    ...said.content,
  };
  const record: MessageRecord = {
    message,
    earlierTexts: [],
    deleted: false,
    showsLinkPreview: false,
    ...(said.inlineId !== undefined && { inlineId: said.inlineId }),
  };
  chat.messages.push(record);
  if (reachesBot(stage, chat, message))
    stage.updates.push(chat.type === 'channel' ? 'channel_post' : 'message', message);
  world.changed();
  return record;
}

function topicOf({ is_topic_message: isTopic, message_thread_id: id }: Message): number | undefined {
  return isTopic ? id : undefined;
}

/** Topics have ids, and so have the threads of replies in a plain supergroup, to which nothing can be sent. */
function threadOf(
  chat: ChatRecord,
  { topicId, replyTo }: Said,
): Pick<Message, 'message_thread_id' | 'is_topic_message'> {
  const topic = topicId ?? (replyTo && topicOf(replyTo.record.message));
  if (topic !== undefined) return { message_thread_id: topic, is_topic_message: true };
  if (!replyTo || chat.type !== 'supergroup') return {};
  const { message_id: root, message_thread_id: thread = root } = replyTo.record.message;
  return { message_thread_id: thread };
}

/** What every message of a topic that replies to nothing else refers to. */
function openingOf(chat: ChatRecord, topicId: number): NonNullable<Message['reply_to_message']> {
  return replyOf({
    message_id: topicId,
    message_thread_id: topicId,
    is_topic_message: true,
    from: { id: 777_000, is_bot: false, first_name: 'Telegram' },
    chat: describeChat(chat),
    date: 1,
    forum_topic_created: { name: chat.topics.get(topicId) ?? '', icon_color: 7_322_096 },
  });
}

/** Changes a person's message and tells the bot. */
export function changeText(stage: Stage, chat: ChatRecord, record: MessageRecord, text: string): void {
  const { text: before, entities: _entities, ...rest } = record.message;
  record.earlierTexts.push(before ?? '');
  record.message = { ...rest, ...textOf(text), edit_date: stage.world.seconds() };
  if (reachesBot(stage, chat, record.message))
    stage.updates.push(chat.type === 'channel' ? 'edited_channel_post' : 'edited_message', record.message);
  stage.world.changed();
}

function textOf(text: string, own: readonly MessageEntity[] = []): Pick<Message, 'text' | 'entities'> {
  const found = detectEntities(text).filter(
    (entity) =>
      !own.some(
        ({ offset, length }) => offset < entity.offset + entity.length && entity.offset < offset + length,
      ),
  );
  const entities = sortEntities([...own, ...found]);
  return { text, ...(entities.length > 0 && { entities: [...entities] }) };
}

/**
 * In groups with privacy mode the bot sees commands meant for it, mentions, and replies to its messages
 * (https://core.telegram.org/bots/features#privacy-mode); its own messages never.
 */
function reachesBot({ world }: Stage, chat: ChatRecord, message: Message): boolean {
  const { bot } = world;
  if (chat.type === 'private') return !chat.isBlocked;
  const standing = chat.standings.get(bot.id);
  if (standing === undefined || standing === 'left' || standing === 'kicked') return false;
  if (chat.type === 'channel' || bot.can_read_all_group_messages || isAdministrator(standing)) return true;
  if (message.reply_to_message?.from?.id === bot.id || message.via_bot?.id === bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some(({ type, offset, length }) => {
    const words = text.slice(offset, offset + length).toLowerCase();
    const name = `@${bot.username.toLowerCase()}`;
    if (type === 'mention') return words === name;
    if (type !== 'bot_command') return false;
    return words.includes('@') ? words.endsWith(name) : chat.lastBot === undefined || chat.lastBot === bot.id;
  });
}

/** Tells the bot that it, or the person of a private chat, joined, left or blocked. */
export function tellStanding(
  stage: Stage,
  chat: ChatRecord,
  by: User,
  [before, after]: readonly [string, string],
): void {
  const { world, updates } = stage;
  const member = (status: string) => ({
    user: world.bot,
    status,
    ...(status === 'kicked' && { until_date: 0 }),
  });
  const described: Chat = describeChat(chat);
  updates.push('my_chat_member', {
    chat: described,
    from: by,
    date: world.seconds(),
    old_chat_member: member(before),
    new_chat_member: member(after),
  });
  world.changed();
}
