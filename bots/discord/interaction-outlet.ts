import { MessageFlags, type RepliableInteraction } from 'discord.js';
import { channelVerbs, payloadOf } from './channel-outlet.ts';
import { isExpired } from './errors.ts';
import type { OutletVerbs } from './outlet.ts';

/**
 * Messages in answer to a deferred interaction: the first fills the deferred reply, others follow. Where the interaction
 * has expired (3 s to defer, 15 min to answer), they go to the channel, sent as the bot; private ones go to the person's
 * direct messages.
 */
export function interactionVerbs(interaction: RepliableInteraction): OutletVerbs {
  const verbs = tokenVerbs(interaction);
  const fallback = interaction.ephemeral ? directVerbs(interaction) : ownChannelVerbs(interaction);
  let isOver = !interaction.deferred && !interaction.replied;
  const orElse = async <Result>(
    first: () => Promise<Result>,
    then: () => Promise<Result>,
  ): Promise<Result> => {
    if (isOver) return then();
    try {
      return await first();
    } catch (error) {
      if (!isExpired(error)) throw error;
      isOver = true;
      return then();
    }
  };
  return {
    send: (body, index) =>
      orElse(
        () => verbs.send(body, index),
        () => fallback.send(body, index),
      ),
    edit: (id, body) =>
      orElse(
        () => verbs.edit(id, body),
        () => fallback.edit(id, body),
      ),
    remove: (id) =>
      orElse(
        () => verbs.remove(id),
        () => fallback.remove(id),
      ),
  };
}

function tokenVerbs(interaction: RepliableInteraction): OutletVerbs {
  return {
    async send(body, index) {
      if (index === 0) return (await interaction.editReply(payloadOf(body))).id;
      const flags = interaction.ephemeral
        ? ([MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral] as const)
        : ([MessageFlags.SuppressEmbeds] as const);
      return (await interaction.followUp({ ...payloadOf(body), flags: [...flags] })).id;
    },
    async edit(messageId, body) {
      await interaction.editReply({ ...payloadOf(body), message: messageId });
    },
    async remove(messageId) {
      await interaction.deleteReply(messageId);
    },
  };
}

function ownChannelVerbs({ client, channelId }: RepliableInteraction): OutletVerbs {
  return channelVerbs(async () => {
    const channel = channelId === null ? null : await client.channels.fetch(channelId);
    if (!channel?.isSendable()) throw new Error('the interaction expired, and its channel takes no messages');
    return { channel };
  });
}

/** What only the person saw cannot be edited once the interaction is over: it is sent anew. */
function directVerbs({ user }: RepliableInteraction): OutletVerbs {
  const verbs = channelVerbs(async () => ({ channel: await user.createDM() }));
  return {
    send: (body) => verbs.send(body, 1),
    edit: async (_id, body) => void (await verbs.send(body, 1)),
    remove: async () => {},
  };
}
