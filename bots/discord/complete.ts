import type { AutocompleteInteraction } from 'discord.js';
import type { Bot } from './bot.ts';
import { type Choice, optionName } from './commands/command.ts';
import { SLASH_ACTIONS } from './commands/index-commands.ts';
import { slashName } from './describe-interaction.ts';
import { isExpired } from './errors.ts';
import { CHOICES_LIMIT } from './limits.ts';
import { localeOfInteraction, originOfInteraction } from './origin.ts';
import { isModerator } from './permissions.ts';

/** Offers what fits the option that is being typed. Who has typed on meanwhile waits for other suggestions. */
export async function complete(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const choices = await suggest(interaction, bot);
  try {
    await interaction.respond(choices.slice(0, CHOICES_LIMIT));
  } catch (error) {
    if (!isExpired(error)) throw error;
  }
}

async function suggest(interaction: AutocompleteInteraction, bot: Bot): Promise<readonly Choice[]> {
  const { action, isForModerators } = SLASH_ACTIONS.get(slashName(interaction)) ?? {};
  const focused = interaction.options.getFocused(true);
  const option = action?.options?.find(({ key }) => optionName(key) === focused.name);
  const isOpen = !bot.isClosing() && (!isForModerators || isModerator(interaction));
  if (!isOpen || !option?.suggest) return [];
  const use = {
    interaction,
    bot,
    locale: localeOfInteraction(interaction, bot),
    origin: originOfInteraction(interaction),
  };
  return option.suggest(focused.value, use);
}
