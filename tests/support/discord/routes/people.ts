import type { Discord } from '../discord.ts';
import { errors } from '../discord-error.ts';
import { ok, param, type Route, route } from '../http.ts';
import { channelPayload, channelsOf, guildPayload } from '../payloads.ts';
import { found } from '../world.ts';
import { reachGuild } from './access.ts';

/** The application, users, guilds, members and roles. */
export function peopleRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;
  const { botId } = world.application;
  const bot = () => found(world.users.get(botId), 'its bot');
  const ownUser = () => ({ ...bot(), verified: true, mfa_enabled: true, locale: 'en-US', email: null });
  const application = () => ({
    id: world.application.id,
    name: 'Footnote',
    icon: null,
    description: 'Answers with footnotes.',
    type: null,
    verify_key: '0'.repeat(64),
    flags: 0,
    bot_public: discord.settings.isPublic,
    bot_require_code_grant: false,
    is_monetized: false,
    is_verified: false,
    is_discoverable: false,
    hook: true,
    storefront_available: false,
    explicit_content_filter: 0,
    integration_types_config: { 0: {}, 1: {} },
    max_participants: null,
    tags: [],
    summary: '',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    owner: bot(),
    team: null,
    bot: bot(),
  });
  return [
    route('GET /gateway', () => ok({ url: discord.gatewayUrl })),
    route('GET /gateway/bot', () =>
      ok({
        url: discord.gatewayUrl,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      }),
    ),
    route('GET /users/@me', () => ok(ownUser())),
    route('GET /users/{user_id}', (call) => {
      const user = world.users.get(param(call, 'user_id'));
      if (!user) throw errors.unknownUser();
      return ok(user);
    }),
    route('GET /users/@me/guilds', () =>
      ok(
        [...world.guilds.values()]
          .filter(({ hasBot }) => hasBot)
          .map(({ id, name }) => ({
            id,
            name,
            icon: null,
            banner: null,
            owner: false,
            permissions: '0',
            features: [],
          })),
      ),
    ),
    route('GET /applications/@me', () => ok(application())),
    route('GET /oauth2/applications/@me', () => ok(application())),
    route('GET /guilds/{guild_id}', (call) => ok(guildPayload(world, reachGuild(discord, call)))),
    route('GET /guilds/{guild_id}/channels', (call) =>
      ok(channelsOf(world, reachGuild(discord, call)).map((channel) => channelPayload(world, channel))),
    ),
    route('GET /guilds/{guild_id}/roles', (call) => ok(reachGuild(discord, call).roles)),
    route('GET /guilds/{guild_id}/roles/{role_id}', (call) => {
      const role = reachGuild(discord, call).roles.find(({ id }) => id === param(call, 'role_id'));
      if (!role) throw errors.unknownRole();
      return ok(role);
    }),
    route('GET /guilds/{guild_id}/members/{user_id}', (call) => {
      const member = reachGuild(discord, call).members.get(param(call, 'user_id'));
      if (!member) throw errors.unknownMember();
      return ok(member);
    }),
  ];
}
