import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { type Action, type Command, commandName, type SlashAction } from './command.ts';
import { COMMANDS } from './table.ts';

export interface Listed<Kind> {
  readonly action: Kind;
  readonly isForModerators: boolean;
}

/** `quote show` -> what it does. */
export const SLASH_ACTIONS: ReadonlyMap<string, Listed<SlashAction>> = new Map(COMMANDS.flatMap(listSlash));

function listSlash(command: Command): readonly (readonly [string, Listed<SlashAction>])[] {
  const { isForModerators = false } = command;
  const name = commandName(command.key);
  if (command.kind === 'menu') return [];
  if (command.kind === 'slash') return [[name, { action: command, isForModerators }]];
  return command.actions.map((action) => [`${name} ${commandName(action.key)}`, { action, isForModerators }]);
}

/** Entries of a message's context menu, likewise. */
export const MENU_ACTIONS: ReadonlyMap<
  string,
  Listed<Action<MessageContextMenuCommandInteraction>>
> = new Map(
  COMMANDS.flatMap((command) =>
    command.kind === 'menu'
      ? [
          [
            commandName(command.key),
            { action: command, isForModerators: command.isForModerators ?? false },
          ] as const,
        ]
      : [],
  ),
);

export type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;
