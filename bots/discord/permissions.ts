import { ApplicationIntegrationType, type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Bot } from './bot.ts';

/** What a moderator is: https://support.discord.com/hc/en-us/articles/206029707. Registered with the commands, and checked at each use. */
export const MODERATOR_PERMISSION = PermissionFlagsBits.ManageMessages;

/**
 * Whether who acts may manage messages of the server that the bot was added to. In a server where only the person
 * installed the bot for themselves, nobody moderates it.
 */
export function isModerator(interaction: BaseInteraction): boolean {
  const owners = interaction.authorizingIntegrationOwners;
  const isInstalled = owners?.[ApplicationIntegrationType.GuildInstall] === interaction.guildId;
  return (
    interaction.guildId !== null &&
    isInstalled &&
    (interaction.memberPermissions?.has(MODERATOR_PERMISSION) ?? false)
  );
}

/**
 * Whether who acts may change the documents, which all servers share. Where anybody can add the bot to a server of their
 * own, and moderate there, only the application's owner and team may.
 */
export function mayChangeCorpus(interaction: BaseInteraction, bot: Bot): boolean {
  return isModerator(interaction) && (bot.isClosedCircle() || bot.isOwner(interaction.user.id));
}
