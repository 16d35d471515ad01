import type { BotCommand, BotCommandScope } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { isObject, type Parameters, readList, readObject, readText } from '../parameters.ts';
import type { Method } from '../server.ts';
import type { Profile } from '../world.ts';
import { findChat } from './chats.ts';

/** https://core.telegram.org/bots/api#setmycommands, #botcommand */
const COMMANDS = 100;
const COMMAND = /^[a-z0-9_]{1,32}$/u;
const COMMAND_DESCRIPTION_CHARACTERS = 256;
const NAME_CHARACTERS = 64;
const DESCRIPTION_CHARACTERS = 512;
const SHORT_DESCRIPTION_CHARACTERS = 120;

export const getMe: Method = ({ world }) => world.bot;

export const setMyCommands: Method = (server, { parameters }) => {
  const commands = (readList(parameters, 'commands') ?? []).map(readCommand);
  if (commands.length > COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  const scope = readScope(parameters);
  const chatId = 'chat_id' in scope ? scope.chat_id : undefined;
  if (chatId !== undefined) findChat(server.world, chatId);
  const language = readLanguage(parameters);
  const key = keyOf(scope, language);
  if (commands.length === 0) server.world.commandLists.delete(key);
  else server.world.commandLists.set(key, { scope, language, commands });
  return true;
};

export const getMyCommands: Method = ({ world }, { parameters }) =>
  world.commandLists.get(keyOf(readScope(parameters), readLanguage(parameters)))?.commands ?? [];

export const deleteMyCommands: Method = ({ world }, { parameters }) => {
  world.commandLists.delete(keyOf(readScope(parameters), readLanguage(parameters)));
  return true;
};

export const setMyName = setText('name', 'name', NAME_CHARACTERS);
export const getMyName = getText('name', 'name');
export const setMyDescription = setText('description', 'description', DESCRIPTION_CHARACTERS);
export const getMyDescription = getText('description', 'description');
export const setMyShortDescription = setText(
  'short_description',
  'shortDescription',
  SHORT_DESCRIPTION_CHARACTERS,
);
export const getMyShortDescription = getText('short_description', 'shortDescription');

function setText(field: string, key: keyof Profile, limit: number): Method {
  return ({ world }, { parameters }) => {
    const text = readText(parameters, field) ?? '';
    if (text.length > limit) throw badRequest(`bot's ${field} is too long`);
    const language = readLanguage(parameters);
    const { [key]: _before, ...rest } = world.profile.get(language) ?? {};
    world.profile.set(language, text === '' ? rest : { ...rest, [key]: text });
    return true;
  };
}

function getText(field: string, key: keyof Profile): Method {
  return ({ world }, { parameters }) => {
    const own = world.profile.get(readLanguage(parameters))?.[key] ?? world.profile.get('')?.[key];
    return { [field]: own ?? (key === 'name' ? world.bot.first_name : '') };
  };
}

export function keyOf(scope: BotCommandScope, language: string): string {
  const { type, ...rest } = scope;
  return JSON.stringify([type, ...Object.entries(rest).sort(), language]);
}

function readCommand(value: unknown): BotCommand {
  if (!isObject(value)) throw badRequest("can't parse BotCommand: expected an Object");
  const { command, description } = value;
  if (typeof command !== 'string' || !COMMAND.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (
    typeof description !== 'string' ||
    description.length < 1 ||
    description.length > COMMAND_DESCRIPTION_CHARACTERS
  )
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command, description };
}

function readScope(parameters: Parameters): BotCommandScope {
  const scope = readObject(parameters, 'scope') ?? { type: 'default' };
  const { type } = scope;
  const chat_id = typeof scope.chat_id === 'string' ? scope.chat_id : Number(scope.chat_id);
  if (type === 'default' || type === 'all_private_chats' || type === 'all_group_chats') return { type };
  if (type === 'all_chat_administrators') return { type };
  if (type === 'chat' || type === 'chat_administrators') return { type, chat_id };
  if (type === 'chat_member') return { type, chat_id, user_id: Number(scope.user_id) };
  throw badRequest('unsupported BotCommandScope type specified');
}

function readLanguage(parameters: Parameters): string {
  const language = readText(parameters, 'language_code') ?? '';
  if (!/^([a-z]{2})?$/u.test(language)) throw badRequest('LANG_CODE_INVALID');
  return language;
}
