import { createServer } from 'node:http';
import { listenLocally } from '../local-server.ts';
import { createApi } from './api.ts';
import { findOpenApi } from './check-openapi.ts';
import type { Discord } from './discord.ts';
import type { FakeDiscordOptions, RecordedRequest } from './fake-discord.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { createRateLimits } from './rate-limits.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { peopleRoutes } from './routes/people.ts';
import { createWorld, type World } from './world.ts';

/** The machinery: what answers the bot, and what it has been asked. */
export interface FakeServer {
  readonly discord: Discord;
  readonly gateway: Gateway;
  readonly faults: Faults;
  readonly apiUrl: string;
  readonly token: string;
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly string[];
  revokeToken(): void;
  close(): Promise<void>;
}

/** Discord's own figures: https://discord.com/developers/docs/interactions/receiving-and-responding */
const DEFAULTS = {
  acknowledgeWithinMs: 3000,
  tokenLifetimeMs: 15 * 60_000,
  heartbeatIntervalMs: 41_250,
  rateLimit: { limit: 50, perMs: 1000 },
  isPublic: false,
};
const WRONG_TOKEN_CLOSE = 4004;

export async function startServer(options: FakeDiscordOptions): Promise<FakeServer> {
  const settings = { ...DEFAULTS, ...options };
  const world = createWorld();
  const token = options.token ?? makeToken(world);
  let isRevoked = false;
  const isToken = (given: string) => !isRevoked && given === token;
  const violations: string[] = [];
  const requests: RecordedRequest[] = [];
  const faults = createFaults();
  const server = createServer();
  const local = await listenLocally(server);
  const gatewayUrl = `ws://127.0.0.1:${local.port}/`;
  const { heartbeatIntervalMs } = settings;
  const gateway = startGateway(server, { world, url: gatewayUrl, isToken, heartbeatIntervalMs });
  const discord: Discord = {
    world,
    interactions: new Map(),
    settings,
    cdnUrl: `${local.url}/cdn`,
    gatewayUrl,
    dispatch: gateway.dispatch,
    violate: (what) => violations.push(what),
  };
  const routes = [messageRoutes, channelRoutes, peopleRoutes, commandRoutes, interactionRoutes];
  const handle = createApi(discord, {
    routes: routes.flatMap((make) => make(discord)),
    isToken,
    faults,
    rateLimits: createRateLimits(settings.rateLimit),
    openApi: findOpenApi(options.openApiPath ?? process.env.DISCORD_OPENAPI),
    checkResponses: options.checkResponses ?? false,
    record: (request) => requests.push(request),
  });
  server.on('request', (request, response) => void handle(request, response));
  return {
    discord,
    gateway,
    faults,
    apiUrl: `${local.url}/api`,
    token,
    requests,
    violations,
    revokeToken: () => {
      isRevoked = true;
      gateway.dropConnections(WRONG_TOKEN_CLOSE);
    },
    close: async () => {
      faults.releaseAll();
      gateway.close();
      await local[Symbol.asyncDispose]();
    },
  };
}

/** Of the form that Discord's have: the application's id, then what nobody can guess. */
function makeToken({ application }: World): string {
  return `${Buffer.from(application.id).toString('base64url')}.fake00.not-a-secret-only-this-fake-takes-it`;
}
