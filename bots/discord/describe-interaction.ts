import type { AutocompleteInteraction, ChatInputCommandInteraction, RepliableInteraction } from 'discord.js';
import { optionName } from './commands/command.ts';
import { readCustomId } from './custom-id.ts';

/** `ask`, `quote show` */
export function slashName({
  options,
  commandName,
}: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const subcommand = options.getSubcommand(false);
  return subcommand === null ? commandName : `${commandName} ${subcommand}`;
}

/** For log and audit: what was used, never what was written. */
export function describeInteraction(interaction: RepliableInteraction): string {
  if (interaction.isChatInputCommand()) return `/${slashName(interaction)}`;
  if (interaction.isMessageContextMenuCommand()) return `menu "${interaction.commandName}"`;
  const isForm = interaction.isModalSubmit();
  if (!isForm && !interaction.isMessageComponent()) return 'an interaction';
  const action = readCustomId(interaction.customId)?.action ?? 'of another version';
  return `${isForm ? 'form' : 'button'} ${action}`;
}

/** What it was used on: the document of a command, the message of a menu, the arguments of a button. */
export function describeTarget(interaction: RepliableInteraction): string | undefined {
  if (interaction.isMessageContextMenuCommand()) return interaction.targetId;
  if (interaction.isMessageComponent() || interaction.isModalSubmit())
    return readCustomId(interaction.customId)?.args.join(' ');
  return interaction.isChatInputCommand() ? documentOption(interaction) : undefined;
}

export function documentOption({ options }: ChatInputCommandInteraction): string | undefined {
  return options.getString(optionName('document')) ?? undefined;
}
