import type { Message } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { type Parameters, readInteger, readList, readText } from '../parameters.ts';
import type { Method, Server } from '../server.ts';
import { type ChatRecord, isAdministrator, type MessageRecord } from '../world.ts';
import { findChat, findWritableChat } from './chats.ts';
import { readInlineKeyboard } from './check-markup.ts';
import { countActivity, entitiesOf, readFormattedText, showsPreview, TEXT_LIMIT } from './send.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

export const editMessageText: Method = (server, { parameters }) => {
  const { chat, record } = findOwnMessage(server, parameters);
  const { text, entities } = readFormattedText(server, parameters, { field: 'text', limit: TEXT_LIMIT });
  const { entities: _old, reply_markup: _markup, ...rest } = record.message;
  if (rest.text === undefined) throw badRequest('there is no text in the message to edit');
  const content = { text, ...entitiesOf(entities) };
  change(server, chat, record, { ...rest, ...content, ...keyboardOf(server, parameters) });
  record.showsLinkPreview = showsPreview(parameters, content);
  return resultFor(record);
};

export const editMessageReplyMarkup: Method = (server, { parameters }) => {
  const { chat, record } = findOwnMessage(server, parameters);
  const { reply_markup: _markup, ...rest } = record.message;
  change(server, chat, record, { ...rest, ...keyboardOf(server, parameters) });
  return resultFor(record);
};

export const deleteMessage: Method = (server, { parameters }) => {
  const chat = findChat(server.world, parameters.values.chat_id);
  remove(server, chat, readInteger(parameters, 'message_id') ?? 0);
  return true;
};

export const deleteMessages: Method = (server, { parameters }) => {
  const chat = findChat(server.world, parameters.values.chat_id);
  for (const id of readList(parameters, 'message_ids') ?? []) {
    // Those that are not there are skipped.
    if (server.world.findMessage(chat, Number(id))) remove(server, chat, Number(id));
  }
  return true;
};

function remove({ world }: Server, chat: ChatRecord, id: number): void {
  const record = world.findMessage(chat, id);
  if (!record) throw badRequest('message to delete not found');
  const isOwn = record.message.from?.id === world.bot.id;
  const mayRemove = isOwn || chat.type === 'private' || isAdministrator(chat.standings.get(world.bot.id));
  if (!mayRemove) throw badRequest("message can't be deleted");
  record.deleted = true;
}

function findOwnMessage(
  { world }: Server,
  parameters: Parameters,
): { chat: ChatRecord; record: MessageRecord } {
  const inline = readText(parameters, 'inline_message_id');
  if (inline !== undefined) {
    const chat = [...world.chats.values()].find(({ messages }) =>
      messages.some(({ inlineId }) => inlineId === inline),
    );
    const record = chat?.messages.find(({ inlineId, deleted }) => inlineId === inline && !deleted);
    if (!chat || !record) throw badRequest('MESSAGE_ID_INVALID');
    return { chat, record };
  }
  const chat = findWritableChat(world, parameters.values.chat_id);
  const record = world.findMessage(chat, readInteger(parameters, 'message_id') ?? 0);
  if (!record) throw badRequest('message to edit not found');
  const isOwn = record.message.from?.id === world.bot.id || chat.type === 'channel';
  if (!isOwn) throw badRequest("message can't be edited");
  return { chat, record };
}

/** Messages that were sent through inline mode are not told. */
function resultFor({ inlineId, message }: MessageRecord): Message | true {
  return inlineId === undefined ? message : true;
}

/** Without a markup the message loses its keyboard. */
function keyboardOf({ world }: Server, parameters: Parameters): Pick<Message, 'reply_markup'> {
  const markup = readInlineKeyboard(parameters, (violation) => world.violations.push(violation));
  return markup ? { reply_markup: markup } : {};
}

function change(server: Server, chat: ChatRecord, record: MessageRecord, next: Message): void {
  const { message } = record;
  if (JSON.stringify(contentOf(message)) === JSON.stringify(contentOf(next))) throw badRequest(NOT_MODIFIED);
  countActivity(server, chat);
  if (next.text !== message.text) record.earlierTexts.push(message.text ?? '');
  record.message = { ...next, edit_date: server.world.seconds() };
}

function contentOf({ text, entities, reply_markup }: Message): unknown {
  return [text, entities, reply_markup?.inline_keyboard];
}
