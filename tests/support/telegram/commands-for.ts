import type { BotCommand, BotCommandScope, User } from 'grammy/types';
import { keyOf } from './methods/bot.ts';
import { isAdministrator, type World } from './world.ts';

/** The commands that a person is offered in a chat: https://core.telegram.org/bots/api#determining-list-of-commands */
export function commandsFor(world: World, user: User, chatId: number): readonly BotCommand[] {
  const chat = world.chats.get(chatId);
  if (!chat) return [];
  const isPrivate = chat.type === 'private';
  const scopes: readonly (BotCommandScope | false)[] = [
    !isPrivate && { type: 'chat_member', chat_id: chatId, user_id: user.id },
    isAdministrator(chat.standings.get(user.id)) && { type: 'chat_administrators', chat_id: chatId },
    { type: 'chat', chat_id: chatId },
    isAdministrator(chat.standings.get(user.id)) && { type: 'all_chat_administrators' },
    isPrivate ? { type: 'all_private_chats' } : { type: 'all_group_chats' },
    { type: 'default' },
  ];
  for (const scope of scopes) {
    if (scope === false) continue;
    for (const language of [user.language_code?.slice(0, 2) ?? '', '']) {
      const list = world.commandLists.get(keyOf(scope, language));
      if (list) return list.commands;
    }
  }
  return [];
}
