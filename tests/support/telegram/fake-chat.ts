import type {
  FakeButton,
  FakeChannel,
  FakeChat,
  FakeGroup,
  FakeMessage,
  FakeTopic,
  FakeUser,
} from './fake-telegram.ts';
import { anonymousVoice } from './fake-user.ts';
import { snapshotOf } from './snapshot.ts';
import { changeText, type Stage, say, tellStanding } from './stage.ts';
import { type ChatRecord, describeChat, type MessageRecord, type World } from './world.ts';

const MINUTE_MS = 60_000;

/** A chat as its members see it. */
export function faceOfChat(stage: Stage, chat: ChatRecord): FakeChat {
  const { world } = stage;
  const messages = () =>
    chat.messages.filter(({ deleted }) => !deleted).map((record) => stage.messageOf(record, chat));
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    messages,
    fromBot: () => messages().filter(({ fromBot }) => fromBot),
    drafts: () => [...chat.drafts],
    actions: () => [...chat.actions],
    busiestMinute: () =>
      chat.botActivity.reduce((most, start) => {
        const within = chat.botActivity.filter((at) => at >= start && at < start + MINUTE_MS);
        return Math.max(most, within.length);
      }, 0),
    snapshot: () => snapshotOf(world, chat),
  };
}

export function faceOfGroup(stage: Stage, chat: ChatRecord): FakeGroup {
  const { world } = stage;
  const owner = () => ownerOf(world, chat);
  const moveBot = (after: 'kicked' | 'restricted') => {
    const before = chat.standings.get(world.bot.id) ?? 'left';
    chat.standings.set(world.bot.id, after);
    tellStanding(stage, chat, owner(), [before, after]);
  };
  return {
    ...faceOfChat(stage, chat),
    topic: (name) => findTopic(stage, chat, name),
    anonymousAdmin: (topic) => anonymousVoice(stage, { chat, topicId: topic?.id }),
    addAdmin: ({ id }: FakeUser) => {
      chat.standings.set(id, 'administrator');
    },
    removeAdmin: ({ id }: FakeUser) => {
      chat.standings.set(id, 'member');
    },
    migrate: () => migrate(stage, chat),
    kickBot: () => moveBot('kicked'),
    muteBot: () => moveBot('restricted'),
  };
}

export function faceOfChannel(stage: Stage, chat: ChatRecord): FakeChannel {
  return {
    ...faceOfChat(stage, chat),
    post: (text) => stage.messageOf(say(stage, chat, { from: ownerOf(stage.world, chat), text }), chat),
    editPost: (message, text) => {
      changeText(stage, chat, stage.recordOf(message).record, text);
      return message;
    },
  };
}

export function faceOfMessage(stage: Stage, chat: ChatRecord, record: MessageRecord): FakeMessage {
  const { world } = stage;
  return {
    id: record.message.message_id,
    chat: stage.chatOf(chat),
    get text() {
      return record.message.text ?? record.message.caption ?? '';
    },
    get entities() {
      return record.message.entities ?? record.message.caption_entities ?? [];
    },
    fromBot: record.message.from?.id === world.bot.id,
    get buttons() {
      return buttonsOf(record);
    },
    ...(record.message.is_topic_message &&
      record.message.message_thread_id !== undefined && { topicId: record.message.message_thread_id }),
    ...(record.message.reply_to_message &&
      record.message.reply_to_message.forum_topic_created === undefined && {
        replyTo: {
          messageId: record.message.reply_to_message.message_id,
          ...(record.message.quote && { quote: record.message.quote.text }),
        },
      }),
    get earlierTexts() {
      return [...record.earlierTexts];
    },
    get deleted() {
      return record.deleted;
    },
    get showsLinkPreview() {
      return record.showsLinkPreview;
    },
    get raw() {
      return record.message;
    },
  };
}

function buttonsOf({ message }: MessageRecord): readonly (readonly FakeButton[])[] {
  return (message.reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map((button) => ({
      label: button.text,
      ...('callback_data' in button && { callbackData: button.callback_data }),
      ...('url' in button && { url: button.url }),
      ...('switch_inline_query' in button && { switchInlineQuery: button.switch_inline_query }),
      ...('switch_inline_query_current_chat' in button && {
        switchInlineQuery: button.switch_inline_query_current_chat,
      }),
    })),
  );
}

function findTopic(stage: Stage, chat: ChatRecord, name: string): FakeTopic {
  if (!chat.isForum) throw new Error(`${chat.title} is no forum: it has no topics`);
  let id = [...chat.topics].find(([, known]) => known === name)?.[0];
  if (id === undefined) {
    id = stage.world.nextMessageId(chat);
    chat.topics.set(id, name);
  }
  const topicId = id;
  return {
    id,
    name,
    messages: () =>
      stage
        .chatOf(chat)
        .messages()
        .filter((message) => message.topicId === topicId),
  };
}

/** A basic group becomes a supergroup: both chats get a service message that names the other. */
function migrate(stage: Stage, chat: ChatRecord): FakeGroup {
  const { world, updates } = stage;
  const next = world.addChat({ id: supergroupId(world), type: 'supergroup', title: chat.title });
  for (const [id, standing] of chat.standings) next.standings.set(id, standing);
  const from = ownerOf(world, chat);
  const date = world.seconds();
  updates.push('message', {
    message_id: world.nextMessageId(chat),
    from,
    chat: describeChat(chat),
    date,
    migrate_to_chat_id: next.id,
  });
  chat.migratedTo = next.id;
  updates.push('message', {
    message_id: world.nextMessageId(next),
    from,
    chat: describeChat(next),
    date,
    migrate_from_chat_id: chat.id,
  });
  world.changed();
  return faceOfGroup(stage, next);
}

/** Ids of supergroups and channels are -100 followed by the channel's own number. */
export function supergroupId(world: World): number {
  return -1_000_000_000_000 - 1_000_000_000 - world.nextId();
}

function ownerOf(world: World, chat: ChatRecord) {
  const id = [...chat.standings].find(([, standing]) => standing === 'creator')?.[0];
  return world.users.get(id ?? 0) ?? { id: 777_000, is_bot: false, first_name: 'Telegram' };
}
