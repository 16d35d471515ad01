import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { DiscordOptions } from './bot.ts';
import { NOBODY } from './channel-outlet.ts';
import { HeardSharding } from './heard-sharding.ts';

/** None of them is privileged: mentions, replies and direct messages come with their words all the same. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/**
 * Milliseconds. Twice discord.js's own: a request that is given up and sent again may still arrive, after later ones, and an
 * old edit would then stand over a newer one.
 */
const REQUEST_TIME_LIMIT_MS = 30_000;

/** People kept for the names in mentions. */
const USERS_LIMIT = 200;
const HOUR_SECONDS = 3_600;

/** A client that holds only what answering takes: servers, channels, roles, and itself. */
export function createClient({ apiUrl, log }: Pick<DiscordOptions, 'apiUrl' | 'log'>): Client {
  const isSelf = ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id;
  return new Client({
    intents: INTENTS,
    // A direct message may be the first that is heard of its channel.
    partials: [Partials.Channel],
    allowedMentions: { ...NOBODY },
    rest: { api: apiUrl, timeout: REQUEST_TIME_LIMIT_MS },
    shards: 'auto',
    ws: { buildStrategy: (manager) => new HeardSharding(manager, log) },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      AutoModerationRuleManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: isSelf },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: USERS_LIMIT, keepOverLimit: isSelf },
      VoiceStateManager: 0,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      threads: { interval: HOUR_SECONDS, lifetime: HOUR_SECONDS },
      users: { interval: HOUR_SECONDS, filter: () => (user) => !isSelf(user) },
    },
  });
}
