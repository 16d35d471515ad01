import type { Discord } from '../discord.ts';
import { errors } from '../discord-error.ts';
import type { PermissionName } from '../fake-discord.ts';
import { type Call, param } from '../http.ts';
import { permissionBits, permissionsOf } from '../permissions.ts';
import type { StoredChannel, StoredGuild } from '../world.ts';

/** The channel of a request, if the bot may do all of this in it. */
export function reachChannel(
  { world }: Discord,
  call: Call,
  permissions: readonly PermissionName[] = [],
): StoredChannel {
  const channel = world.channels.get(param(call, 'channel_id'));
  if (!channel || channel.isDeleted) throw errors.unknownChannel();
  const held = permissionsOf(world, world.application.botId, channel);
  const may = (name: PermissionName) => (held & permissionBits([name])) !== 0n;
  if (!may('ViewChannel')) throw errors.missingAccess();
  if (!permissions.every(may)) throw errors.missingPermissions();
  return channel;
}

/** The guild of a request, if the bot is in it. */
export function reachGuild({ world }: Discord, call: Call): StoredGuild {
  const guild = world.guilds.get(param(call, 'guild_id'));
  if (!guild?.hasBot) throw errors.unknownGuild();
  return guild;
}
