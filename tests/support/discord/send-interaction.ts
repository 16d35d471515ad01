import { randomBytes } from 'node:crypto';
import { ChannelType, InteractionContextType, type InteractionType } from 'discord.js';
import type { Discord } from './discord.ts';
import type { StoredInteraction } from './interactions.ts';
import { channelPayload } from './payloads.ts';
import { permissionsOf } from './permissions.ts';
import { found, type StoredChannel, type StoredMessage } from './world.ts';

export interface NewInteraction {
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: StoredChannel;
  readonly locale: string;
  readonly data: unknown;
  readonly source?: StoredMessage | undefined;
  readonly commandName?: string;
  readonly isMenu?: boolean;
}

/** 10 MiB: what a member without Nitro may attach. */
const ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024;

/** Hands the bot an interaction, and gives up on it when the bot does not answer in time. */
export function sendInteraction(discord: Discord, facts: NewInteraction): StoredInteraction {
  const { world, settings } = discord;
  const { type, userId, channel, source, commandName, isMenu = false } = facts;
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const isForeign = guild ? !guild.hasBot : !channel.recipients.includes(world.application.botId);
  const interaction: StoredInteraction = {
    id: world.nextId(),
    token: randomBytes(48).toString('base64url'),
    type,
    userId,
    channel,
    ...(commandName !== undefined && { commandName }),
    isMenu,
    source,
    sentAt: performance.now(),
    isForeign,
    followUps: [],
    hasFailed: false,
    isExpired: false,
  };
  discord.interactions.set(interaction.token, interaction);
  setTimeout(() => {
    interaction.hasFailed = interaction.response === undefined;
    world.changed();
  }, settings.acknowledgeWithinMs).unref();
  setTimeout(() => {
    interaction.isExpired = true;
  }, settings.tokenLifetimeMs).unref();
  discord.dispatch({
    t: 'INTERACTION_CREATE',
    d: { ...payloadOf(discord, facts, isForeign), id: interaction.id, token: interaction.token },
    guildId: guild?.hasBot ? guild.id : undefined,
  });
  return interaction;
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
function payloadOf(
  { world }: Discord,
  { type, userId, channel, locale, data, source }: NewInteraction,
  isForeign: boolean,
): Record<string, unknown> {
  const user = found(world.users.get(userId), `user ${userId}`);
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  const appPermissions = isForeign
    ? permissionsOf(world, userId, channel)
    : permissionsOf(world, world.application.botId, channel);
  return {
    application_id: world.application.id,
    type,
    data,
    version: 1,
    channel_id: channel.id,
    channel: {
      ...channelPayload(world, channel),
      permissions: String(permissionsOf(world, userId, channel)),
    },
    ...(guild && {
      guild_id: guild.id,
      guild: { id: guild.id, features: [], locale: 'en-US' },
      guild_locale: 'en-US',
      member: { ...member, permissions: String(permissionsOf(world, userId, channel)) },
    }),
    ...(!guild && { user }),
    ...(source && { message: source.data }),
    app_permissions: String(appPermissions),
    locale,
    entitlements: [],
    authorizing_integration_owners: isForeign ? { 1: userId } : { 0: guild?.id ?? '0' },
    context: contextOf(channel, isForeign),
    attachment_size_limit: ATTACHMENT_LIMIT_BYTES,
  };
}

/** Where it is used, as commands name it in `contexts`. */
export function contextOf({ guildId, type }: StoredChannel, isForeign: boolean): InteractionContextType {
  if (guildId !== undefined) return InteractionContextType.Guild;
  return type === ChannelType.DM && !isForeign
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel;
}
