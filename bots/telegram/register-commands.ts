import { createHash } from 'node:crypto';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import { CHAT_PHRASES, chatPhrasesFor } from '../../src/index.ts';
import type { Adapter } from './adapter.ts';
import { describeTrouble, troubleOf } from './api-errors.ts';
import { commandName } from './command-name.ts';
import { COMMANDS, type Menu } from './commands.ts';
import { COMMAND_DESCRIPTION_LIMIT } from './limits.ts';

interface CommandList {
  readonly scope: BotCommandScope;
  /** `''`: for everybody whose language has no list of its own. */
  readonly language: string;
  readonly commands: readonly BotCommand[];
}

/** Sets the menus of commands, by scope and language. What Telegram has already is not sent again. */
export async function registerCommands(adapter: Adapter): Promise<void> {
  const { api, memory, me, moderators } = adapter;
  const scopes: readonly (readonly [BotCommandScope, readonly Menu[]])[] = [
    [{ type: 'all_private_chats' }, ['private']],
    [{ type: 'all_group_chats' }, ['groups']],
    [{ type: 'all_chat_administrators' }, ['moderators']],
    ...moderators.named.map(
      (id) => [{ type: 'chat', chat_id: Number(id) }, ['private', 'moderators']] as const,
    ),
  ];
  for (const [scope, menus] of scopes) {
    const lists = listsFor(scope, menus, adapter.locale);
    const key = `commands ${me.id} ${JSON.stringify(scope)}`;
    const digest = createHash('sha256').update(JSON.stringify(lists)).digest('hex');
    if (memory.get(key) === digest) continue;
    try {
      for (const { language, commands } of lists)
        await api.setMyCommands([...commands], {
          scope,
          ...(isLanguageCode(language) && { language_code: language }),
        });
      memory.set(key, digest);
    } catch (error) {
      // The bot is stopping: the next start sets what is missing.
      if (adapter.signal.aborted) return;
      // A moderator who has never written to the bot has no chat with it yet: the next start sees.
      const isTooEarly = scope.type === 'chat' && troubleOf(error) === 'unreachable';
      if (!isTooEarly) adapter.log(`the menu of commands was not set: ${describeTrouble(error)}`);
    }
  }
}

function isLanguageCode(language: string): language is LanguageCode {
  return /^[a-z]{2}$/u.test(language);
}

function listsFor(scope: BotCommandScope, menus: readonly Menu[], locale: string): readonly CommandList[] {
  return ['', ...CHAT_PHRASES.keys()].map((language) => ({
    scope,
    language,
    commands: commandsIn(menus, {
      isPrivate: scope.type === 'chat',
      locale: language === '' ? locale : language,
    }),
  }));
}

function commandsIn(
  menus: readonly Menu[],
  { isPrivate, locale }: { readonly isPrivate: boolean; readonly locale: string },
): readonly BotCommand[] {
  const phrases = chatPhrasesFor(locale).commands;
  const offered = COMMANDS.filter(
    (command) => command.menus.some((menu) => menus.includes(menu)) && !(isPrivate && command.isForGroups),
  );
  return offered.map(({ key }) => ({
    command: commandName(key),
    description: phrases[key].description.slice(0, COMMAND_DESCRIPTION_LIMIT),
  }));
}
