import { randomUUID } from 'node:crypto';
import type { Chat, Message, User } from 'grammy/types';
import { detectEntities } from './detect-entities.ts';
import type {
  FakePress,
  FakeUser,
  InlineAnswer,
  InlineOptions,
  UploadedFile,
  Voice,
} from './fake-telegram.ts';
import { formatText } from './format-text.ts';
import { changeText, type Stage, say, tellStanding } from './stage.ts';
import { type ChatRecord, describeChat, type MessageRecord } from './world.ts';

/** A person, in the private chat with the bot and wherever they are a member. */
export function faceOfUser(stage: Stage, user: User, chat: ChatRecord): FakeUser {
  const voice = voiceOf(stage, user, { chat });
  return {
    ...voice,
    id: user.id,
    in: (group, topic) => {
      const record = stage.world.chats.get(group.id);
      if (!record?.standings.has(user.id))
        throw new Error(`${user.first_name} is no member of ${group.title}`);
      return voiceOf(stage, user, { chat: record, topicId: topic?.id });
    },
    inline: (query, options) => askInline(stage, user, query, options),
    chooseInline: (answer, index, into) => {
      const record = into === undefined ? chat : stage.world.chats.get(into.id);
      if (!record) throw new Error('there is no such chat to send the result into');
      return stage.messageOf(chooseInline(stage, user, { answer, index, into: record }), record);
    },
    start: (parameter) => voice.write(parameter === undefined ? '/start' : `/start ${parameter}`),
    block: () => {
      chat.isBlocked = true;
      tellStanding(stage, chat, user, ['member', 'kicked']);
    },
    unblock: () => {
      chat.isBlocked = false;
      tellStanding(stage, chat, user, ['kicked', 'member']);
    },
  };
}

interface Place {
  readonly chat: ChatRecord;
  readonly topicId?: number | undefined;
  readonly senderChat?: Chat;
}

/** Who stands in for anonymous administrators: https://core.telegram.org/bots/api#message, `from` */
const GROUP_ANONYMOUS_BOT: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** An administrator who speaks in the group's name. */
export function anonymousVoice(stage: Stage, place: Omit<Place, 'senderChat'>): Voice {
  return voiceOf(stage, GROUP_ANONYMOUS_BOT, { ...place, senderChat: describeChat(place.chat) });
}

function voiceOf(stage: Stage, user: User, { chat, topicId, senderChat }: Place): Voice {
  const { world } = stage;
  const speak = (said: Omit<Parameters<typeof say>[2], 'from' | 'topicId'>) => {
    if (chat.type === 'private') {
      chat.isOpen = true;
      if (chat.isBlocked) throw new Error(`${user.first_name} blocked the bot and cannot write to it`);
    }
    return stage.messageOf(
      say(stage, chat, { from: user, topicId, ...(senderChat && { senderChat }), ...said }),
      chat,
    );
  };
  return {
    user,
    chat: stage.chatOf(chat),
    write: (text, { entities } = {}) => speak({ text, ...(entities && { entities }) }),
    command: (name, words, { to = chat.type === 'private' ? '' : world.bot.username } = {}) => {
      const addressed = to === '' ? `/${name}` : `/${name}@${to}`;
      return speak({ text: words === undefined ? addressed : `${addressed} ${words}` });
    },
    mention: (words) => speak({ text: `@${world.bot.username} ${words}` }),
    replyTo: (message, text, quote) =>
      speak({ text, replyTo: { record: stage.recordOf(message).record, quote } }),
    edit: (message, text) => {
      changeText(stage, chat, stage.recordOf(message).record, text);
      return message;
    },
    upload: (file, caption) => speak({ content: documentOf(stage, file, caption) }),
    press: (label, message) =>
      press(stage, user, chat, { label, record: message && stage.recordOf(message).record }),
  };
}

function documentOf(
  { world }: Stage,
  { name, content, type = 'application/octet-stream', size }: UploadedFile,
  caption: string | undefined,
): Pick<Message, 'document' | 'caption' | 'caption_entities'> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const id = `file-${world.nextId()}`;
  const file = { id, uniqueId: id, path: `documents/${id}`, size: size ?? bytes.length, content: bytes };
  world.files.set(id, file);
  const found = caption === undefined ? [] : detectEntities(caption);
  return {
    document: { file_id: id, file_unique_id: id, file_name: name, mime_type: type, file_size: file.size },
    ...(caption !== undefined && { caption }),
    ...(found.length > 0 && { caption_entities: [...found] }),
  };
}

function press(
  stage: Stage,
  user: User,
  chat: ChatRecord,
  { label, record }: { label: string; record: MessageRecord | undefined },
): FakePress {
  const candidates = record ? [record] : chat.messages.filter(({ deleted }) => !deleted).toReversed();
  for (const candidate of candidates) {
    const buttons = (candidate.message.reply_markup?.inline_keyboard ?? []).flat();
    const button =
      buttons.find(({ text }) => text === label) ?? buttons.find(({ text }) => text.includes(label));
    if (!button) continue;
    if (!('callback_data' in button)) throw new Error(`the button “${button.text}” asks the bot nothing`);
    const pressed = stage.callbacks.open(stage.patienceMs);
    stage.updates.push('callback_query', {
      id: pressed.id,
      from: user,
      chat_instance: String(chat.id),
      data: button.callback_data,
      ...(candidate.inlineId === undefined
        ? { message: candidate.message }
        : { inline_message_id: candidate.inlineId }),
    });
    stage.world.changed();
    return pressed;
  }
  throw new Error(`no message of ${chat.title} has a button “${label}”:\n${stage.chatOf(chat).snapshot()}`);
}

function askInline(
  { world, updates, inline, patienceMs }: Stage,
  user: User,
  query: string,
  { offset = '', chatType = 'sender', timeoutMs = patienceMs }: InlineOptions = {},
): Promise<InlineAnswer> {
  if (!world.bot.supports_inline_queries)
    throw new Error('inline mode is off: nobody can ask this bot inline');
  const asked = { userId: user.id, query, offset };
  const kept = inline.cached(asked);
  if (kept) return Promise.resolve(kept);
  const { id, answer } = inline.open(asked, timeoutMs);
  updates.push('inline_query', { id, from: user, query, offset, chat_type: chatType });
  world.changed();
  return answer;
}

interface Choice {
  readonly answer: InlineAnswer;
  readonly index: number;
  readonly into: ChatRecord;
}

/** Sends an inline result as the person, and tells the bot where feedback is on. */
function chooseInline(stage: Stage, user: User, { answer, index, into }: Choice): MessageRecord {
  const { world, updates } = stage;
  const result = answer.results[index];
  if (result?.type !== 'article' || !('message_text' in result.input_message_content))
    throw new Error(`result ${index} of “${answer.query}” is no text that can be sent`);
  const { message_text: words, entities: sent = [] } = result.input_message_content;
  const { text, entities } = formatText(words, sent);
  const inlineId = result.reply_markup ? randomUUID() : undefined;
  const record = say(stage, into, {
    from: user,
    text,
    entities,
    content: { via_bot: world.bot, ...(result.reply_markup && { reply_markup: result.reply_markup }) },
    ...(inlineId !== undefined && { inlineId }),
  });
  const { link_preview_options: preview } = result.input_message_content;
  record.showsLinkPreview =
    preview?.is_disabled !== true && entities.some(({ type }) => type === 'url' || type === 'text_link');
  if (stage.inlineFeedback)
    updates.push('chosen_inline_result', {
      result_id: result.id,
      from: user,
      query: answer.query,
      ...(inlineId !== undefined && { inline_message_id: inlineId }),
    });
  world.changed();
  return record;
}

/** A person and the private chat with them, made together. */
export function addPerson(stage: Stage, user: User): ChatRecord {
  stage.world.users.set(user.id, user);
  return stage.world.addChat({
    id: user.id,
    type: 'private',
    title: user.first_name,
    user,
    ...(user.username !== undefined && { username: user.username }),
  });
}
