import type { Message, MessageEntity } from 'grammy/types';
import { ApiError, badRequest } from '../api-error.ts';
import { type FormattedText, formatText, readEntities } from '../format-text.ts';
import { type Parameters, readFlag, readInteger, readList, readObject, readText } from '../parameters.ts';
import type { Method, Server } from '../server.ts';
import { type ChatRecord, describeChat, type MessageRecord } from '../world.ts';
import { findWritableChat } from './chats.ts';
import { readInlineKeyboard } from './check-markup.ts';

/** https://core.telegram.org/bots/api#sendmessage, characters after entities parsing */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;
/** Undocumented; see https://github.com/tdlib/telegram-bot-api/issues/165 */
const ENTITIES_BYTES = 9500;
/** Of one entity without its address, about. */
const ENTITY_BYTES = 16;
/** https://core.telegram.org/bots/api#replyparameters */
const QUOTE_LIMIT = 1024;
/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const GROUP_MESSAGES_PER_MINUTE = 20;
const MINUTE_MS = 60_000;

export const sendMessage: Method = (server, { parameters }) => {
  const { world } = server;
  const chat = findWritableChat(world, parameters.values.chat_id);
  const formatted = readFormattedText(server, parameters, { field: 'text', limit: TEXT_LIMIT });
  return post(server, chat, parameters, { text: formatted.text, ...entitiesOf(formatted.entities) }).message;
};

/** A file with a caption, as sent by form. */
export const sendDocument: Method = (server, { parameters }) => {
  const { world } = server;
  const chat = findWritableChat(world, parameters.values.chat_id);
  const named = readText(parameters, 'document') ?? '';
  const part = parameters.files.get(named.replace(/^attach:\/\//u, '')) ?? parameters.files.get('document');
  if (!part) throw badRequest('there is no document in the request');
  const id = `document-${world.nextId()}`;
  const path = `documents/${id}`;
  const file = { id, uniqueId: id, path, size: part.content.length, content: part.content };
  world.files.set(id, file);
  const caption = readFormattedText(server, parameters, {
    field: 'caption',
    limit: CAPTION_LIMIT,
    mayBeEmpty: true,
  });
  return post(server, chat, parameters, {
    document: {
      file_id: id,
      file_unique_id: id,
      file_name: part.filename,
      mime_type: part.type || 'application/octet-stream',
      file_size: file.size,
    },
    ...(caption.text !== '' && { caption: caption.text, caption_entities: [...caption.entities] }),
  }).message;
};

/** Shows a message that is being written. It is gone when the bot sends a message, or after 30 seconds. */
export const sendMessageDraft: Method = (server, { parameters }) => {
  const chat = findWritableChat(server.world, readInteger(parameters, 'chat_id'));
  // The real server's words for these two are not known here.
  if (chat.type !== 'private') throw badRequest('message drafts can be sent to private chats only');
  const id = readInteger(parameters, 'draft_id') ?? 0;
  if (id === 0) throw badRequest('draft_id must be non-zero');
  const formatted = readFormattedText(server, parameters, {
    field: 'text',
    limit: TEXT_LIMIT,
    mayBeEmpty: true,
  });
  chat.drafts.push({ id, ...formatted });
  return true;
};

const CHAT_ACTIONS = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
);

export const sendChatAction: Method = (server, { parameters }) => {
  const chat = findWritableChat(server.world, parameters.values.chat_id);
  const action = readText(parameters, 'action') ?? '';
  if (!CHAT_ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  if (chat.type === 'channel') throw badRequest("chat actions can't be sent to channel chats");
  chat.actions.push(action);
  return true;
};

interface TextField {
  readonly field: 'text' | 'caption';
  /** UTF-16 units. */
  readonly limit: number;
  readonly mayBeEmpty?: true;
}

/** The text of a call with its entities, as the server would keep it. */
export function readFormattedText(
  { world }: Server,
  parameters: Parameters,
  { field, limit, mayBeEmpty }: TextField,
): FormattedText {
  const text = readText(parameters, field) ?? '';
  if (readText(parameters, 'parse_mode') !== undefined)
    throw badRequest('this server takes text with entities only, and no parse_mode');
  if (!text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  const report = (violation: string) => world.violations.push(violation);
  const list = readList(parameters, field === 'text' ? 'entities' : 'caption_entities');
  const sent = readEntities(text, list, report);
  const bytes = sent.reduce((sum, entity) => sum + bytesOf(entity), 0);
  if (bytes > ENTITIES_BYTES) throw badRequest('ENTITIES_TOO_LONG');
  const formatted = formatText(text, sent);
  if (formatted.text === '' && !mayBeEmpty) throw badRequest('message text is empty');
  if (formatted.text.length > limit)
    throw badRequest(field === 'text' ? 'message is too long' : 'message caption is too long');
  return formatted;
}

/** About what an entity takes on its way. */
function bytesOf(entity: MessageEntity): number {
  return ENTITY_BYTES + (entity.type === 'text_link' ? Buffer.byteLength(entity.url) : 0);
}

type Content = Pick<Message, 'text' | 'entities' | 'document' | 'caption' | 'caption_entities'>;

/** Puts a message of the bot into a chat. */
function post(server: Server, chat: ChatRecord, parameters: Parameters, content: Content): MessageRecord {
  const { world } = server;
  const threadId = readInteger(parameters, 'message_thread_id');
  if (threadId !== undefined && !chat.topics.has(threadId)) throw badRequest('message thread not found');
  const markup = readInlineKeyboard(parameters, (violation) => world.violations.push(violation));
  const reply = readReply(chat, readObject(parameters, 'reply_parameters'));
  countActivity(server, chat);
  const replied = reply?.reply_to_message;
  const topic = threadId ?? (replied?.is_topic_message ? replied.message_thread_id : undefined);
  const message: Message = {
    message_id: world.nextMessageId(chat),
    ...(chat.type === 'channel' ? { sender_chat: describeChat(chat) } : { from: world.bot }),
    chat: describeChat(chat),
    date: world.seconds(),
    ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true }),
    ...reply,
    ...content,
    ...(markup && { reply_markup: markup }),
  };
  const record = {
    message,
    earlierTexts: [],
    deleted: false,
    showsLinkPreview: showsPreview(parameters, content),
  };
  chat.messages.push(record);
  chat.lastBot = world.bot.id;
  return record;
}

/** Notes that the bot wrote, and refuses it where a group had enough. */
export function countActivity({ world, enforcesGroupRate }: Server, chat: ChatRecord): void {
  const now = world.now();
  const recent = chat.botActivity.filter((at) => at > now - MINUTE_MS);
  const [first] = recent.slice(-GROUP_MESSAGES_PER_MINUTE);
  if (
    enforcesGroupRate &&
    chat.type !== 'private' &&
    first !== undefined &&
    recent.length >= GROUP_MESSAGES_PER_MINUTE
  ) {
    const seconds = Math.max(1, Math.ceil((first + MINUTE_MS - now) / 1000));
    throw new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }
  chat.botActivity.push(now);
}

export function showsPreview(parameters: Parameters, { text, entities = [] }: Content): boolean {
  const options = readObject(parameters, 'link_preview_options');
  if (options?.is_disabled === true || readFlag(parameters, 'disable_web_page_preview')) return false;
  return text !== undefined && entities.some(({ type }) => type === 'url' || type === 'text_link');
}

function readReply(
  chat: ChatRecord,
  reply: Readonly<Record<string, unknown>> | undefined,
): Pick<Message, 'reply_to_message' | 'quote'> | undefined {
  if (!reply) return undefined;
  const original = chat.messages.find(
    ({ message, deleted }) => message.message_id === Number(reply.message_id) && !deleted,
  );
  if (!original) {
    if (reply.allow_sending_without_reply === true) return undefined;
    throw badRequest('message to be replied not found');
  }
  const quote = reply.quote;
  if (quote === undefined || quote === '') return { reply_to_message: replyOf(original.message) };
  const text = original.message.text ?? original.message.caption ?? '';
  const position = typeof quote === 'string' ? text.indexOf(quote) : -1;
  if (typeof quote !== 'string' || position < 0) throw badRequest('QUOTE_TEXT_INVALID');
  if (quote.length > QUOTE_LIMIT) throw badRequest('message quote is too long');
  return { reply_to_message: replyOf(original.message), quote: { text: quote, position, is_manual: true } };
}

type RepliedTo = NonNullable<Message['reply_to_message']>;

/** A message as replies carry it: without what it replied to itself. */
export function replyOf({ reply_to_message: _further, ...message }: Message): RepliedTo {
  if (!isRepliedTo(message)) throw new Error('the message still holds what it replied to');
  return message;
}

function isRepliedTo(message: Message): message is RepliedTo {
  return message.reply_to_message === undefined;
}

export function entitiesOf(entities: readonly MessageEntity[]): Pick<Message, 'entities'> {
  return entities.length > 0 ? { entities: [...entities] } : {};
}
