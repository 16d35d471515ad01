import { type APIApplicationCommand, ApplicationIntegrationType } from 'discord.js';
import type { Discord } from './discord.ts';
import { permissionsOf } from './permissions.ts';
import { contextOf } from './send-interaction.ts';
import type { Person } from './surroundings.ts';
import type { StoredChannel } from './world.ts';

/** Commands that Discord's client offers to a person in a channel. */
export function offeredCommands(
  { world }: Discord,
  { id, hasInstalled }: Person,
  channel: StoredChannel,
): readonly APIApplicationCommand[] {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const isForeign = guild ? !guild.hasBot : !channel.recipients.includes(world.application.botId);
  const held = permissionsOf(world, id, channel);
  const context = contextOf(channel, isForeign);
  const isInstalledHere = (command: APIApplicationCommand) =>
    isForeign
      ? hasInstalled && !!command.integration_types?.includes(ApplicationIntegrationType.UserInstall)
      : !command.integration_types ||
        command.integration_types.includes(ApplicationIntegrationType.GuildInstall);
  const isPermitted = ({ default_member_permissions: needed }: APIApplicationCommand) =>
    !guild || needed == null || (needed !== '0' && (held & BigInt(needed)) === BigInt(needed));
  const ofGuild = guild ? (world.commands.get(guild.id) ?? []) : [];
  const global = (world.commands.get('global') ?? []).filter(
    ({ contexts }) => !contexts || contexts.includes(context),
  );
  return [...ofGuild, ...global.filter(isInstalledHere)].filter(isPermitted);
}
