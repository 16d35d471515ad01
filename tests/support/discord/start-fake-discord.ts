import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ChannelType } from 'discord.js';
import { createApi } from './api.ts';
import { type OpenApiCheck, openOpenApi } from './check-openapi.ts';
import type { Discord } from './discord.ts';
import type {
  ChannelOptions,
  FakeChannel,
  FakeDiscord,
  FakeDiscordOptions,
  FakeGuild,
  FakeMember,
  MemberOptions,
  RecordedRequest,
} from './fake-discord.ts';
import { createFaults, fits } from './faults.ts';
import { startGateway } from './gateway.ts';
import { createMember, type Surroundings } from './member.ts';
import { viewMessage } from './message-view.ts';
import { deleteMessage } from './messages.ts';
import { channelPayload, guildCreate, isThread, messagesOf } from './payloads.ts';
import { permissionBits } from './permissions.ts';
import { createRateLimits } from './rate-limits.ts';
import { readMessages } from './read-channel.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { peopleRoutes } from './routes/people.ts';
import {
  addChannel,
  addGuild,
  addMember,
  addUser,
  createWorld,
  denyInChannel,
  found,
  makeRole,
  type StoredChannel,
  type StoredGuild,
  type World,
} from './world.ts';

export type * from './fake-discord.ts';

/** Discord's own figures: https://discord.com/developers/docs/interactions/receiving-and-responding */
const DEFAULTS = {
  acknowledgeWithinMs: 3000,
  tokenLifetimeMs: 15 * 60_000,
  heartbeatIntervalMs: 41_250,
  rateLimit: { limit: 50, perMs: 1000 },
};
const UNTIL_TIMEOUT_MS = 5000;
const QUIET_MS = 50;
/** Statuses of requests that count towards a ban. */
const INVALID = new Set([401, 403, 404, 429]);

/** Starts a Discord of its own on 127.0.0.1; see `FakeDiscord`. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const settings = { ...DEFAULTS, ...options };
  const world = createWorld();
  const token = options.token ?? makeToken(world);
  let isRevoked = false;
  const isToken = (given: string) => !isRevoked && given === token;
  const violations: string[] = [];
  const requests: RecordedRequest[] = [];
  const faults = createFaults();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = () => `ws://127.0.0.1:${port}/`;
  const gateway = startGateway(server, {
    world,
    url: gatewayUrl,
    isToken,
    heartbeatIntervalMs: settings.heartbeatIntervalMs,
  });
  const discord: Discord = {
    world,
    interactions: new Map(),
    settings,
    cdnUrl: () => `http://127.0.0.1:${port}/cdn`,
    gatewayUrl,
    dispatch: gateway.dispatch,
    violate: (what) => violations.push(what),
  };
  const routes = [messageRoutes, channelRoutes, peopleRoutes, commandRoutes, interactionRoutes].flatMap(
    (make) => make(discord),
  );
  const handle = createApi(discord, {
    routes,
    isToken,
    faults,
    rateLimits: createRateLimits(settings.rateLimit),
    openApi: openApiOf(options.openApiPath ?? process.env.DISCORD_OPENAPI),
    checkResponses: options.checkResponses ?? false,
    record: (request) => requests.push(request),
  });
  server.on('request', (request, response) => void handle(request, response));

  const firstGuild = addGuild(world, 'Newsroom', true);
  const places = createPlaces(discord, firstGuild);
  const view = (message: Parameters<typeof viewMessage>[1]) =>
    viewMessage(discord, message, places.viewChannel);
  const messagesIn: FakeDiscord['messagesIn'] = (where, viewer) =>
    messagesOf(world, places.channelOf(where))
      .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === viewer?.id)
      .map(view);
  const readChannel: FakeDiscord['readChannel'] = (where, viewer) => readMessages(messagesIn(where, viewer));
  const until = createUntil(world, () =>
    describeWorld(world, (channel) => readMessages(messagesOf(world, channel).map(view))),
  );
  const surroundings: Surroundings = { ...places, discord, until, viewMessage: view };
  const members = new Map<string, FakeMember>();
  const member = (name: string, facts: MemberOptions = {}): FakeMember => {
    const known = members.get(name);
    if (known) return known;
    const { id } = addUser(world, name);
    joinGuilds(world, id, { first: firstGuild, permissions: facts.permissions ?? [] });
    const { locale = 'en-US', hasInstalled = false } = facts;
    const made = createMember(surroundings, { id, name, locale, hasInstalled });
    members.set(name, made);
    return made;
  };
  places.channel('general');

  const close = async (): Promise<void> => {
    faults.releaseAll();
    gateway.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    applicationId: world.application.id,
    botId: world.application.botId,
    botRoleId: found(firstGuild.botRoleId, 'its role'),
    guild: places.viewGuild(firstGuild),
    channel: places.channel,
    member,
    addGuild: (name, { installed = true } = {}) => {
      const guild = addGuild(world, name, installed);
      for (const { id } of members.values()) addMember(world, guild, { userId: id, roles: [] });
      if (installed) discord.dispatch({ t: 'GUILD_CREATE', d: guildCreate(world, guild), guildId: guild.id });
      return places.viewGuild(guild);
    },
    messagesIn,
    readChannel,
    until,
    quiet: (quietMs = QUIET_MS) => quietFor(world, requests, quietMs),
    commands: (guild) => world.commands.get(guild?.id ?? 'global') ?? [],
    requests: (route) =>
      route === undefined ? [...requests] : requests.filter(({ method, path }) => fits(route, method, path)),
    typing: world.typing,
    violations,
    get invalidRequests() {
      return requests.filter(({ status }) => INVALID.has(status)).length;
    },
    gateway: gateway.counts,
    dropConnections: gateway.dropConnections,
    requestReconnect: gateway.requestReconnect,
    invalidateSession: ({ resumable = false } = {}) => gateway.invalidateSession(resumable),
    requestHeartbeat: gateway.requestHeartbeat,
    ignoreHeartbeats: (ignored = true) => gateway.ignoreHeartbeats(ignored),
    failNext: faults.fail,
    rateLimitNext: faults.limit,
    hold: faults.hold,
    expireInteractionTokens: () => {
      for (const interaction of discord.interactions.values()) interaction.isExpired = true;
    },
    revokeToken: () => {
      isRevoked = true;
      gateway.dropConnections(4004);
    },
    deleteMessage: ({ id }) => deleteMessage(discord, found(world.messages.get(id), `message ${id}`)),
    denyBot: (where, permissions) => {
      const channel = places.channelOf(where);
      denyInChannel(world, channel, permissions);
      discord.dispatch({ t: 'CHANNEL_UPDATE', d: channelPayload(world, channel), guildId: channel.guildId });
    },
    deleteChannel: (where) => {
      const channel = places.channelOf(where);
      channel.isDeleted = true;
      const t = isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
      discord.dispatch({ t, d: channelPayload(world, channel), guildId: channel.guildId });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Of the form that Discord's have: the application's id, then what nobody can guess. */
function makeToken({ application }: World): string {
  return `${Buffer.from(application.id).toString('base64url')}.fake00.not-a-secret-only-this-fake-takes-it`;
}

type Places = Pick<Surroundings, 'channelOf' | 'viewChannel'> & {
  channel(name: string, options?: ChannelOptions): FakeChannel;
  viewGuild(guild: StoredGuild): FakeGuild;
};

function createPlaces(discord: Discord, firstGuild: StoredGuild): Places {
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

/** Everybody is a member of every guild; the permissions are those of the first. */
function joinGuilds(
  world: World,
  userId: string,
  {
    first,
    permissions,
  }: { readonly first: StoredGuild; readonly permissions: Parameters<typeof permissionBits>[0] },
): void {
  for (const guild of world.guilds.values()) {
    const isPrivileged = guild === first && permissions.length > 0;
    const role = makeRole(world.nextId(), 'Staff', permissionBits(permissions));
    if (isPrivileged) guild.roles.push(role);
    addMember(world, guild, { userId, roles: isPrivileged ? [role.id] : [] });
  }
}

function createUntil(world: World, describe: () => string): FakeDiscord['until'] {
  return <T>(
    predicate: () => T,
    {
      timeoutMs = UNTIL_TIMEOUT_MS,
      what = 'what was waited for',
    }: { readonly timeoutMs?: number; readonly what?: string } = {},
  ) =>
    new Promise<NonNullable<T>>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        stop();
        finish();
      };
      const look = () => {
        try {
          const value = predicate();
          if (value) settle(() => resolve(value));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const stop = world.onChange(look);
      const timer = setTimeout(
        () =>
          settle(() => reject(new Error(`After ${timeoutMs} ms there is still not ${what}.\n${describe()}`))),
        timeoutMs,
      );
      look();
    });
}

function describeWorld(world: World, read: (channel: StoredChannel) => string): string {
  return [...world.channels.values()]
    .map((channel) => ({ channel, text: read(channel) }))
    .filter(({ text }) => text !== '')
    .map(({ channel, text }) => `# ${channel.name}\n${text}`)
    .join('\n\n');
}

async function quietFor(world: World, requests: readonly RecordedRequest[], quietMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (requests.some(({ status }) => status === 0)) return wait();
        stop();
        resolve();
      }, quietMs);
    };
    const stop = world.onChange(wait);
    wait();
  });
}

const opened = new Map<string, OpenApiCheck>();

/** One for all fakes of a process: the document is large. */
function openApiOf(path: string | undefined): OpenApiCheck | undefined {
  if (path === undefined || path === '') {
    if (!opened.has(''))
      console.info("DISCORD_OPENAPI is unset: request bodies are not held against Discord's document.");
    opened.set('', { request: () => [], response: () => [] });
    return undefined;
  }
  const known = opened.get(path) ?? openOpenApi(path);
  opened.set(path, known);
  return known;
}
