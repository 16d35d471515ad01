import { ChannelType } from 'discord.js';
import { directChannelBody, readBody, threadBody } from '../bodies.ts';
import type { Discord } from '../discord.ts';
import { errors } from '../discord-error.ts';
import { type Call, created, noContent, ok, param, type Route, route } from '../http.ts';
import { findMessage } from '../messages.ts';
import { channelPayload } from '../payloads.ts';
import { addChannel, directChannel, type StoredChannel } from '../world.ts';
import { reachChannel } from './access.ts';

/** https://discord.com/developers/docs/resources/channel */
export function channelRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;
  const describe = (channel: StoredChannel) => channelPayload(world, channel);
  const startThread = (call: Call, parent: StoredChannel, id = world.nextId()) => {
    const { name, type } = readBody(threadBody, call.body);
    const inNews = parent.type === ChannelType.GuildAnnouncement;
    const ownType = inNews ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
    const thread = addChannel(world, {
      id,
      name,
      type: type === ChannelType.PrivateThread ? ChannelType.PrivateThread : ownType,
      ...(parent.guildId !== undefined && { guildId: parent.guildId }),
      parentId: parent.id,
      ownerId: world.application.botId,
    });
    discord.dispatch({
      t: 'THREAD_CREATE',
      d: { ...describe(thread), newly_created: true },
      guildId: thread.guildId,
    });
    return thread;
  };
  return [
    route('GET /channels/{channel_id}', (call) => ok(describe(reachChannel(discord, call)))),
    route('POST /users/@me/channels', (call) => {
      const { recipient_id: userId } = readBody(directChannelBody, call.body);
      if (!world.users.has(userId)) throw errors.unknownUser();
      return ok(describe(directChannel(world, userId)));
    }),
    route('POST /channels/{channel_id}/threads', (call) => {
      const parent = reachChannel(discord, call, ['CreatePublicThreads']);
      return created(describe(startThread(call, parent)));
    }),
    route('POST /channels/{channel_id}/messages/{message_id}/threads', (call) => {
      const parent = reachChannel(discord, call, ['CreatePublicThreads']);
      const message = findMessage(world, parent.id, param(call, 'message_id'));
      if (world.channels.has(message.data.id)) throw errors.threadExists();
      return created(describe(startThread(call, parent, message.data.id)));
    }),
    route('PUT /channels/{channel_id}/thread-members/@me', (call) => {
      reachChannel(discord, call);
      return noContent;
    }),
    route('GET /channels/{channel_id}/thread-members', (call) => {
      const { id } = reachChannel(discord, call);
      return ok([
        { id, user_id: world.application.botId, join_timestamp: new Date(0).toISOString(), flags: 0 },
      ]);
    }),
  ];
}
