import { faceOfChannel, faceOfChat, faceOfGroup, faceOfMessage, supergroupId } from './fake-chat.ts';
import type {
  FakeMessage,
  FakeTelegram,
  FakeTelegramOptions,
  FakeUser,
  GroupOptions,
  UserFacts,
} from './fake-telegram.ts';
import { addPerson, faceOfUser } from './fake-user.ts';
import type { Server } from './server.ts';
import { type Stage, tellStanding } from './stage.ts';
import type { ChatRecord, MessageRecord } from './world.ts';

/** How long people wait for an answer to a press or an inline query. */
const PATIENCE_MS = 5_000;
const FIRST_USER_ID = 200_000_000;

/** Where people act. */
export function createStage(server: Server, options: FakeTelegramOptions): Stage {
  const messages = new WeakMap<FakeMessage, { record: MessageRecord; chat: ChatRecord }>();
  const faces = new WeakMap<MessageRecord, FakeMessage>();
  const stage: Stage = {
    ...server,
    patienceMs: PATIENCE_MS,
    inlineFeedback: options.inlineFeedback ?? true,
    chatOf: (chat) => faceOfChat(stage, chat),
    messageOf: (record, chat) => {
      const face = faces.get(record) ?? faceOfMessage(stage, chat, record);
      faces.set(record, face);
      messages.set(face, { record, chat });
      return face;
    },
    recordOf: (message) => {
      const known = messages.get(message);
      if (!known) throw new Error(`message ${message.id} is of another fake server`);
      return known;
    },
  };
  return stage;
}

/** Who uses the bot, and where: made when first asked for. */
export function peopleOf(
  stage: Stage,
): Pick<FakeTelegram, 'user' | 'otherBot' | 'group' | 'channel' | 'chat'> {
  const { world } = stage;
  const people = new Map<string, FakeUser>();
  const places = new Map<string, ChatRecord>();
  const find = <T>(known: Map<string, T>, name: string, make: () => T): T => {
    const found = known.get(name) ?? make();
    known.set(name, found);
    return found;
  };
  return {
    user: (name, facts) => find(people, name, () => addUser(stage, { name, isBot: false, ...facts })),
    otherBot: (name) => find(people, name, () => addUser(stage, { name, isBot: true })),
    group: (name, options = {}) => {
      const chat = find(places, name, () => addGroup(stage, name, options));
      joinGroup(stage, chat, options);
      return faceOfGroup(stage, chat);
    },
    channel: (name, { admin = true } = {}) => {
      const chat = find(places, name, () =>
        world.addChat({ id: supergroupId(world), type: 'channel', title: name, username: name }),
      );
      chat.standings.set(world.bot.id, admin ? 'administrator' : 'member');
      return faceOfChannel(stage, chat);
    },
    chat: (id) => {
      const chat = world.chats.get(id);
      if (!chat) throw new Error(`there is no chat ${id}`);
      return stage.chatOf(chat);
    },
  };
}

interface Person extends UserFacts {
  readonly name: string;
  readonly isBot: boolean;
}

function addUser(stage: Stage, { name, isBot, language, username = name }: Person): FakeUser {
  const user = {
    id: FIRST_USER_ID + stage.world.nextId(),
    is_bot: isBot,
    first_name: name,
    ...(username !== '' && { username }),
    ...(language !== undefined && { language_code: language }),
  };
  return faceOfUser(stage, user, addPerson(stage, user));
}

function addGroup(
  { world }: Stage,
  name: string,
  { forum = false, type = forum ? 'supergroup' : 'group' }: GroupOptions,
): ChatRecord {
  const id = type === 'group' ? -world.nextId() : supergroupId(world);
  return world.addChat({ id, type, title: name, isForum: forum });
}

/** Lets people and the bot in; the bot is told when it is new. */
function joinGroup(
  stage: Stage,
  chat: ChatRecord,
  { members = [], admins = [], botIsAdmin = false }: GroupOptions,
): void {
  const { bot } = stage.world;
  const { standings } = chat;
  const isNew = !standings.has(bot.id);
  for (const { id } of members) if (!standings.has(id)) standings.set(id, 'member');
  for (const { id } of admins) standings.set(id, 'administrator');
  const standing = botIsAdmin ? 'administrator' : 'member';
  if (isNew || botIsAdmin) standings.set(bot.id, standing);
  const [inviter] = [...admins, ...members];
  if (isNew && inviter) tellStanding(stage, chat, inviter.user, ['left', standing]);
}
