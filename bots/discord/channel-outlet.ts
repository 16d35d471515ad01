import { MessageFlags, type MessageMentionOptions, type SendableChannels, SnowflakeUtil } from 'discord.js';
import type { MessageBody, OutletVerbs } from './outlet.ts';

/** No text that the bot sends rings anybody, whatever stands in it. */
export const NOBODY: MessageMentionOptions = { parse: [], repliedUser: false };

/** What is sent everywhere: no pings, no previews of links. */
export function payloadOf({ content, components = [], files = [] }: MessageBody) {
  return {
    content,
    components: [...components],
    files: [...files],
    allowedMentions: NOBODY,
    flags: MessageFlags.SuppressEmbeds as const,
  };
}

export interface ChannelTarget {
  readonly channel: SendableChannels;
  /** The message that the first one answers. */
  readonly replyTo?: string;
}

/** Messages of a channel, sent as the bot. The channel is opened when the first one is sent. */
export function channelVerbs(open: () => Promise<ChannelTarget>): OutletVerbs {
  let opened: Promise<ChannelTarget> | undefined;
  const target = () => {
    opened ??= open();
    return opened;
  };
  return {
    async send(body, index) {
      const { channel, replyTo } = await target();
      const isReply = index === 0 && replyTo !== undefined;
      const message = await channel.send({
        ...payloadOf(body),
        // Sent again after a time-out or a 5xx, it is not posted twice.
        nonce: String(SnowflakeUtil.generate()),
        enforceNonce: true,
        ...(isReply && { reply: { messageReference: replyTo, failIfNotExists: false } }),
      });
      return message.id;
    },
    async edit(messageId, body) {
      await (await target()).channel.messages.edit(messageId, payloadOf(body));
    },
    async remove(messageId) {
      await (await target()).channel.messages.delete(messageId);
    },
  };
}
