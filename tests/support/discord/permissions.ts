import { PermissionFlagsBits } from 'discord.js';
import type { PermissionName } from './fake-discord.ts';
import type { StoredChannel, StoredGuild, World } from './world.ts';

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

export const PERMISSIONS_OF_EVERYBODY = permissionBits([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalApps',
]);

const ALL = Object.values(PermissionFlagsBits).reduce((bits, flag) => bits | flag, 0n);

/** In a direct message everybody may do what a conversation needs. */
const PERMISSIONS_IN_DM = PERMISSIONS_OF_EVERYBODY;

/** https://discord.com/developers/docs/topics/permissions#permission-hierarchy; 0 for who is no member. */
export function permissionsOf(world: World, userId: string, channel: StoredChannel): bigint {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (!guild) return channel.recipients.includes(userId) ? PERMISSIONS_IN_DM : 0n;
  const member = guild.members.get(userId);
  if (!member) return 0n;
  const base = basePermissions(guild, userId);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  const parent = channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);
  const overwrites = [...(parent?.overwrites ?? []), ...channel.overwrites];
  return [guild.id, ...member.roles, userId]
    .flatMap((id) => overwrites.filter((overwrite) => overwrite.id === id))
    .reduce((bits, { allow, deny }) => (bits & ~BigInt(deny)) | BigInt(allow), base);
}

function basePermissions(guild: StoredGuild, userId: string): bigint {
  const held = new Set([guild.id, ...(guild.members.get(userId)?.roles ?? [])]);
  return guild.roles
    .filter(({ id }) => held.has(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
}
