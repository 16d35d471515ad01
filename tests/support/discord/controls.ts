import type { FakeDiscord } from './fake-discord.ts';
import { deleteMessage } from './messages.ts';
import { channelPayload, isThread } from './payloads.ts';
import type { FakeServer } from './start-server.ts';
import type { Surroundings } from './surroundings.ts';
import { denyInChannel, found } from './world.ts';

/** What tests make go wrong. */
export type Controls = Pick<
  FakeDiscord,
  | 'dropConnections'
  | 'requestReconnect'
  | 'invalidateSession'
  | 'requestHeartbeat'
  | 'ignoreHeartbeats'
  | 'failNext'
  | 'rateLimitNext'
  | 'hold'
  | 'expireInteractionTokens'
  | 'revokeToken'
  | 'deleteMessage'
  | 'denyBot'
  | 'deleteChannel'
>;

export function createControls(
  { discord, gateway, faults, revokeToken }: FakeServer,
  { channelOf }: Pick<Surroundings, 'channelOf'>,
): Controls {
  const { world } = discord;
  return {
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
    revokeToken,
    deleteMessage: ({ id }) => deleteMessage(discord, found(world.messages.get(id), `message ${id}`)),
    denyBot: (where, permissions) => {
      const channel = channelOf(where);
      denyInChannel(world, channel, permissions);
      discord.dispatch({ t: 'CHANNEL_UPDATE', d: channelPayload(world, channel), guildId: channel.guildId });
    },
    deleteChannel: (where) => {
      const channel = channelOf(where);
      channel.isDeleted = true;
      const t = isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
      discord.dispatch({ t, d: channelPayload(world, channel), guildId: channel.guildId });
    },
  };
}
