import { createControls } from './controls.ts';
import type { FakeDiscord, FakeDiscordOptions } from './fake-discord.ts';
import { fits } from './faults.ts';
import { createMembers } from './members.ts';
import { viewMessage } from './message-view.ts';
import { guildCreate, messagesOf } from './payloads.ts';
import { createPlaces } from './places.ts';
import { readMessages } from './read-channel.ts';
import { startServer } from './start-server.ts';
import { createUntil, describeWorld, quietFor } from './until.ts';
import { addGuild, found, type StoredMessage } from './world.ts';

export type * from './fake-discord.ts';

const QUIET_MS = 50;
const WAIT_MS = 10_000;
/** Statuses of requests that count towards a ban. */
const INVALID = new Set([401, 403, 404, 429]);

/** Starts a Discord of its own on 127.0.0.1; see `FakeDiscord`. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const server = await startServer(options);
  const { discord, gateway, apiUrl, token, requests, violations, close } = server;
  const { world } = discord;
  const firstGuild = addGuild(world, 'Newsroom', true);
  const places = createPlaces(discord, firstGuild);
  places.channel('general');
  const view = (message: StoredMessage) => viewMessage(discord, message, places.viewChannel);
  const messagesIn: FakeDiscord['messagesIn'] = (where, viewer) =>
    messagesOf(world, places.channelOf(where))
      .filter(({ visibleTo }) => visibleTo === undefined || visibleTo === viewer?.id)
      .map(view);
  const until = createUntil(world, {
    waitMs: options.waitMs ?? WAIT_MS,
    describe: () => describeWorld(world, (channel) => readMessages(messagesOf(world, channel).map(view))),
  });
  const members = createMembers({ ...places, discord, until, viewMessage: view }, firstGuild);
  return {
    apiUrl,
    token,
    applicationId: world.application.id,
    botId: world.application.botId,
    botRoleId: found(firstGuild.botRoleId, 'its role'),
    guild: places.viewGuild(firstGuild),
    channel: places.channel,
    member: members.named,
    addGuild: (name, { installed = true } = {}) => {
      const guild = addGuild(world, name, installed);
      members.joinGuild(guild);
      if (installed) discord.dispatch({ t: 'GUILD_CREATE', d: guildCreate(world, guild), guildId: guild.id });
      return places.viewGuild(guild);
    },
    messagesIn,
    readChannel: (where, viewer) => readMessages(messagesIn(where, viewer)),
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
    ...createControls(server, places),
    close,
    [Symbol.asyncDispose]: close,
  };
}
