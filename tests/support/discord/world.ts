import {
  type APIApplicationCommand,
  type APIGuildMember,
  type APIMessage,
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
} from 'discord.js';
import { PERMISSIONS_OF_EVERYBODY, permissionBits } from './permissions.ts';

/** What Discord remembers. Everything else is computed from it. */
export interface World {
  readonly application: { readonly id: string; readonly botId: string };
  readonly users: Map<string, APIUser>;
  readonly guilds: Map<string, StoredGuild>;
  readonly channels: Map<string, StoredChannel>;
  readonly messages: Map<string, StoredMessage>;
  /** The same by channel, oldest first. */
  readonly messagesIn: Map<string, StoredMessage[]>;
  /** By guild id; `global` for commands without a guild. */
  readonly commands: Map<string, APIApplicationCommand[]>;
  readonly files: Map<string, StoredFile>;
  readonly typing: string[];
  nextId(): string;
  /** Tells those who wait that something is different now. */
  changed(): void;
  onChange(listener: () => void): () => void;
}

export interface StoredGuild {
  readonly id: string;
  readonly name: string;
  readonly roles: APIRole[];
  readonly members: Map<string, APIGuildMember>;
  /** Whether the bot is a member. */
  hasBot: boolean;
  /** The bot's own role; absent where it was never a member. */
  readonly botRoleId?: string;
}

export interface StoredChannel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly guildId?: string;
  readonly parentId?: string;
  readonly ownerId?: string;
  /** Users of a conversation outside guilds. */
  readonly recipients: readonly string[];
  readonly overwrites: APIOverwrite[];
  isDeleted: boolean;
}

export interface StoredMessage {
  data: APIMessage;
  /** Earlier contents, oldest first. */
  readonly history: string[];
  /** The user who alone sees it. */
  readonly visibleTo?: string;
  isDeleted: boolean;
  readonly nonce?: string | number;
}

export interface StoredFile {
  readonly filename: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** The flag enumerations name no zero. */
const NO_FLAGS: number = 0;

const DISCORD_EPOCH_MS = 1_420_070_400_000;

export function createWorld(): World {
  const nextId = createIds();
  const listeners = new Set<() => void>();
  const botId = nextId();
  const world: World = {
    application: { id: botId, botId },
    users: new Map([[botId, { ...userNamed(botId, 'Footnote'), bot: true }]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    messagesIn: new Map(),
    commands: new Map(),
    files: new Map(),
    typing: [],
    nextId,
    changed: () => {
      for (const listener of [...listeners]) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return world;
}

/** Snowflakes: the time, then a count; ascending. */
function createIds(): () => string {
  let last = 0n;
  return () => {
    const now = BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}

export function addUser(world: World, name: string): APIUser {
  const user = userNamed(world.nextId(), name);
  world.users.set(user.id, user);
  return user;
}

function userNamed(id: string, name: string): APIUser {
  return {
    id,
    username: name.toLowerCase().replace(/[^a-z0-9._]/gu, '_'),
    global_name: name,
    discriminator: '0',
    avatar: null,
    public_flags: NO_FLAGS,
    flags: NO_FLAGS,
    primary_guild: null,
  };
}

export function addGuild(world: World, name: string, hasBot: boolean): StoredGuild {
  const id = world.nextId();
  const everybody = makeRole(id, '@everyone', PERMISSIONS_OF_EVERYBODY);
  const botRole = {
    ...makeRole(world.nextId(), 'Footnote', PERMISSIONS_OF_EVERYBODY),
    managed: true,
    tags: { bot_id: world.application.botId },
  };
  const guild: StoredGuild = {
    id,
    name,
    roles: hasBot ? [everybody, botRole] : [everybody],
    members: new Map(),
    hasBot,
    ...(hasBot && { botRoleId: botRole.id }),
  };
  world.guilds.set(id, guild);
  if (hasBot) addMember(world, guild, { userId: world.application.botId, roles: [botRole.id] });
  return guild;
}

export function makeRole(id: string, name: string, permissions: bigint): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    position: name === '@everyone' ? 0 : 1,
    flags: NO_FLAGS,
  };
}

export function addMember(
  world: World,
  guild: StoredGuild,
  { userId, roles }: { readonly userId: string; readonly roles: readonly string[] },
): void {
  guild.members.set(userId, {
    user: found(world.users.get(userId), `user ${userId}`),
    roles: [...roles],
    joined_at: new Date().toISOString(),
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    nick: null,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    pending: false,
    premium_since: null,
  });
}

export function addChannel(
  world: World,
  facts: Pick<StoredChannel, 'name' | 'type'> & Partial<StoredChannel>,
): StoredChannel {
  const channel: StoredChannel = {
    id: world.nextId(),
    recipients: [],
    overwrites: [],
    isDeleted: false,
    ...facts,
  };
  world.channels.set(channel.id, channel);
  world.changed();
  return channel;
}

/** The conversation of one user with the bot. */
export function directChannel(world: World, userId: string): StoredChannel {
  const members = [userId, world.application.botId];
  const known = [...world.channels.values()].find(
    ({ type, recipients }) =>
      type === ChannelType.DM && members.every((member) => recipients.includes(member)),
  );
  return known ?? addChannel(world, { name: 'dm', type: ChannelType.DM, recipients: members });
}

/** Takes permissions from the bot in one channel. */
export function denyInChannel(
  world: World,
  channel: StoredChannel,
  permissions: Parameters<typeof permissionBits>[0],
): void {
  channel.overwrites.push({
    id: world.application.botId,
    type: 1,
    allow: '0',
    deny: String(permissionBits(permissions)),
  });
}

/** A thing that the fake itself put there. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The fake Discord does not know ${what}.`);
  return value;
}
