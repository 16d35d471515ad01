import type { AutocompleteInteraction } from 'discord.js';
import type { Bot } from './bot.ts';
import { optionName } from './commands/command.ts';
import { SLASH_ACTIONS } from './commands/index-commands.ts';
import { slashName } from './describe-interaction.ts';
import { CHOICES_LIMIT } from './limits.ts';
import { localeOfInteraction, originOfInteraction } from './origin.ts';
import { isModerator } from './permissions.ts';

/** Offers what fits the option that is being typed. */
export async function complete(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const { action, isForModerators } = SLASH_ACTIONS.get(slashName(interaction)) ?? {};
  const focused = interaction.options.getFocused(true);
  const option = action?.options?.find(({ key }) => optionName(key) === focused.name);
  const isOpen = !bot.isClosing() && (!isForModerators || isModerator(interaction));
  if (!isOpen || !option?.suggest) return interaction.respond([]);
  const use = {
    interaction,
    bot,
    locale: localeOfInteraction(interaction, bot),
    origin: originOfInteraction(interaction),
  };
  const choices = await option.suggest(focused.value, use);
  await interaction.respond(choices.slice(0, CHOICES_LIMIT));
}
