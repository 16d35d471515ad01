import { ChannelType } from 'discord.js';
import type { Discord } from './discord.ts';
import type { ChannelOptions, FakeChannel, FakeGuild } from './fake-discord.ts';
import { channelPayload, isThread } from './payloads.ts';
import { permissionBits } from './permissions.ts';
import type { Surroundings } from './surroundings.ts';
import { addChannel, found, makeRole, type StoredChannel, type StoredGuild, type World } from './world.ts';

/** Guilds and channels as tests name them. */
export type Places = Pick<Surroundings, 'channelOf' | 'viewChannel'> & {
  channel(name: string, options?: ChannelOptions): FakeChannel;
  viewGuild(guild: StoredGuild): FakeGuild;
};

export function createPlaces(discord: Discord, firstGuild: StoredGuild): Places {
  const { world } = discord;
  const viewChannel = (id: string): FakeChannel =>
    describeChannel(world, found(world.channels.get(id), `channel ${id}`));
  const channelIn = (
    guild: StoredGuild,
    name: string,
    { kind = 'text' }: ChannelOptions = {},
  ): StoredChannel => {
    const known = [...world.channels.values()].find(
      (channel) =>
        channel.guildId === guild.id && channel.name === name && !isThread(channel) && !channel.isDeleted,
    );
    if (known) return known;
    const type = kind === 'text' ? ChannelType.GuildText : ChannelType.GuildAnnouncement;
    const channel = addChannel(world, { name, type, guildId: guild.id });
    if (guild.hasBot)
      discord.dispatch({ t: 'CHANNEL_CREATE', d: channelPayload(world, channel), guildId: guild.id });
    return channel;
  };
  return {
    viewChannel,
    channelOf: (where) =>
      typeof where === 'string'
        ? channelIn(firstGuild, where)
        : found(world.channels.get(where.id), `channel ${where.id}`),
    channel: (name, options) => describeChannel(world, channelIn(firstGuild, name, options)),
    viewGuild: (guild) => ({
      id: guild.id,
      name: guild.name,
      channel: (name, options) => describeChannel(world, channelIn(guild, name, options)),
      permit: ({ id, name }, permissions) => {
        const role = makeRole(world.nextId(), 'Staff', permissionBits(permissions));
        guild.roles.push(role);
        guild.members.set(id, { ...found(guild.members.get(id), name), roles: [role.id] });
      },
      removeBot: () => {
        guild.hasBot = false;
        guild.members.delete(world.application.botId);
        discord.dispatch({ t: 'GUILD_DELETE', d: { id: guild.id }, guildId: guild.id });
      },
    }),
  };
}

function describeChannel(world: World, channel: StoredChannel): FakeChannel {
  const { id, name, guildId } = channel;
  return { id, name, ...(guildId !== undefined && { guildId }), kind: kindOf(world, channel) };
}

function kindOf({ application }: World, channel: StoredChannel): FakeChannel['kind'] {
  if (isThread(channel)) return 'thread';
  if (channel.guildId === undefined) return channel.recipients.includes(application.botId) ? 'dm' : 'private';
  return channel.type === ChannelType.GuildAnnouncement ? 'announcement' : 'text';
}
