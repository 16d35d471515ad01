import { type APIMessage, ChannelType, MessageFlags } from 'discord.js';
import { permissionsOf } from './permissions.ts';
import { found, type StoredChannel, type StoredGuild, type StoredMessage, type World } from './world.ts';

/** Objects as the API and the gateway give them. */
export function channelPayload(world: World, channel: StoredChannel): Record<string, unknown> {
  const common = {
    id: channel.id,
    type: channel.type,
    flags: 0,
    last_message_id: lastMessageId(world, channel),
  };
  if (channel.guildId === undefined)
    return {
      ...common,
      recipients: channel.recipients
        .filter((id) => id !== world.application.botId)
        .map((id) => found(world.users.get(id), `user ${id}`)),
    };
  const inGuild = {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    rate_limit_per_user: 0,
  };
  if (!isThread(channel))
    return {
      ...inGuild,
      position: 0,
      topic: null,
      nsfw: false,
      permission_overwrites: channel.overwrites,
    };
  return {
    ...inGuild,
    owner_id: channel.ownerId,
    message_count: countMessages(world, channel),
    total_message_sent: countMessages(world, channel),
    member_count: 1,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date(0).toISOString(),
      create_timestamp: new Date(0).toISOString(),
      locked: false,
    },
    member: {
      id: channel.id,
      user_id: world.application.botId,
      join_timestamp: new Date(0).toISOString(),
      flags: 1,
    },
  };
}

export function isThread({ type }: StoredChannel): boolean {
  return (
    type === ChannelType.PublicThread ||
    type === ChannelType.AnnouncementThread ||
    type === ChannelType.PrivateThread
  );
}

/** As GET /guilds/{guild_id} gives it. */
export function guildPayload(world: World, guild: StoredGuild): Record<string, unknown> {
  const [owner] = guild.members.keys();
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: owner ?? world.application.botId,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: guild.roles,
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    premium_progress_bar_enabled_user_updated_at: null,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
    hub_type: null,
    latest_onboarding_question_id: null,
  };
}

/** As the gateway's GUILD_CREATE gives it. */
export function guildCreate(world: World, guild: StoredGuild): Record<string, unknown> {
  const { botId } = world.application;
  const bot = guild.members.get(botId);
  const channels = channelsOf(world, guild).filter((channel) => canSee(world, channel));
  return {
    ...guildPayload(world, guild),
    joined_at: bot?.joined_at ?? new Date().toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot ? [bot] : [],
    channels: channels
      .filter((channel) => !isThread(channel))
      .map((channel) => channelPayload(world, channel)),
    threads: channels.filter(isThread).map((channel) => channelPayload(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function channelsOf(world: World, guild: StoredGuild): readonly StoredChannel[] {
  return [...world.channels.values()].filter(({ guildId, isDeleted }) => guildId === guild.id && !isDeleted);
}

const VIEW_CHANNEL = 1n << 10n;

function canSee(world: World, channel: StoredChannel): boolean {
  return (permissionsOf(world, world.application.botId, channel) & VIEW_CHANNEL) !== 0n;
}

export function messagesOf(world: World, channel: StoredChannel): readonly StoredMessage[] {
  return (world.messagesIn.get(channel.id) ?? []).filter(({ isDeleted }) => !isDeleted);
}

/** What everybody in the channel sees, as the API lists it to bots. */
export function publicMessagesOf(world: World, channel: StoredChannel): readonly StoredMessage[] {
  return messagesOf(world, channel).filter(({ visibleTo }) => visibleTo === undefined);
}

function lastMessageId(world: World, channel: StoredChannel): string | null {
  return publicMessagesOf(world, channel).at(-1)?.data.id ?? null;
}

function countMessages(world: World, channel: StoredChannel): number {
  return publicMessagesOf(world, channel).length;
}

/**
 * A message as a bot without the MessageContent intent sees it: no words of others, unless written to it, directly or by
 * mention. https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function redactMessage(world: World, message: APIMessage): APIMessage {
  const shown = mayRead(world, message)
    ? message
    : { ...message, content: '', embeds: [], attachments: [], components: [] };
  const { referenced_message: referenced } = shown;
  return referenced ? { ...shown, referenced_message: redactMessage(world, referenced) } : shown;
}

function mayRead(world: World, { author, channel_id, mentions, mention_roles }: APIMessage): boolean {
  const { botId } = world.application;
  const channel = world.channels.get(channel_id);
  const guild = channel?.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  return (
    guild === undefined ||
    author.id === botId ||
    mentions.some(({ id }) => id === botId) ||
    (guild.botRoleId !== undefined && mention_roles.includes(guild.botRoleId))
  );
}

export function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}
