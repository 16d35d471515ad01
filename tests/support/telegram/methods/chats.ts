import type { ChatMember } from 'grammy/types';
import { ApiError, badRequest, forbidden } from '../api-error.ts';
import { type Parameters, readInteger } from '../parameters.ts';
import type { Method, Server } from '../server.ts';
import { type ChatRecord, describeChat, isAdministrator, type Standing, type World } from '../world.ts';

/** The chat that a call names by id or @username. */
export function findChat(world: World, value: unknown): ChatRecord {
  if (value === undefined || value === null || value === '') throw badRequest('chat_id is empty');
  const chat =
    typeof value === 'string' && value.startsWith('@')
      ? [...world.chats.values()].find(
          ({ username, type }) => username === value.slice(1) && type !== 'private',
        )
      : world.chats.get(Number(value));
  if (!chat) throw badRequest('chat not found');
  if (chat.migratedTo !== undefined)
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  return chat;
}

/** The chat, if the bot may write there. */
export function findWritableChat(world: World, value: unknown): ChatRecord {
  const chat = findChat(world, value);
  const kind = chat.type === 'private' ? '' : chat.type === 'group' ? 'group' : chat.type;
  if (chat.type === 'private') {
    if (chat.isBlocked) throw forbidden('bot was blocked by the user');
    if (!chat.isOpen) throw forbidden("bot can't initiate conversation with a user");
    return chat;
  }
  const standing = chat.standings.get(world.bot.id);
  if (standing === 'kicked') throw forbidden(`bot was kicked from the ${kind} chat`);
  if (standing === undefined || standing === 'left')
    throw forbidden(`bot is not a member of the ${kind} chat`);
  if (standing === 'restricted') throw badRequest('not enough rights to send text messages to the chat');
  if (chat.type === 'channel' && !isAdministrator(standing))
    throw badRequest('need administrator rights in the channel chat');
  return chat;
}

function chatOf({ world }: Server, parameters: Parameters): ChatRecord {
  return findChat(world, parameters.values.chat_id);
}

export const getChat: Method = (server, { parameters }) => {
  const chat = chatOf(server, parameters);
  if (chat.type === 'private' && !chat.isOpen) throw badRequest('chat not found');
  return { ...describeChat(chat), accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: {} };
};

export const getChatMember: Method = (server, { parameters }) => {
  const chat = chatOf(server, parameters);
  const id = readInteger(parameters, 'user_id') ?? 0;
  if (!server.world.users.has(id)) throw badRequest('PARTICIPANT_ID_INVALID');
  return describeMember(server.world, id, chat.standings.get(id) ?? 'left');
};

export const getChatAdministrators: Method = (server, { parameters }) => {
  const chat = chatOf(server, parameters);
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  return [...chat.standings]
    .filter(([id, standing]) => isAdministrator(standing) && isPersonOrSelf(server.world, id))
    .map(([id, standing]) => describeMember(server.world, id, standing));
};

/** Other bots are not told. */
function isPersonOrSelf(world: World, id: number): boolean {
  return id === world.bot.id || world.users.get(id)?.is_bot === false;
}

export const getChatMemberCount: Method = (server, { parameters }) =>
  [...chatOf(server, parameters).standings.values()].filter(
    (standing) => standing !== 'left' && standing !== 'kicked',
  ).length;

export const leaveChat: Method = (server, { parameters }) => {
  const chat = chatOf(server, parameters);
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  chat.standings.set(server.world.bot.id, 'left');
  return true;
};

/** A member as the API tells it; of administrators' rights only what every one of them has. */
function describeMember(world: World, id: number, status: Standing): Partial<ChatMember> {
  const user = world.users.get(id) ?? { id, is_bot: false, first_name: 'Deleted Account' };
  if (status === 'creator') return { status, user, is_anonymous: false };
  if (status === 'administrator')
    return { status, user, can_be_edited: false, is_anonymous: false, can_manage_chat: true };
  if (status === 'restricted') return { status, user, is_member: true, can_send_messages: false };
  if (status === 'kicked') return { status, user, until_date: 0 };
  return { status, user };
}
