import {
  AttachmentBuilder,
  type MessageComponentInteraction,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import type { Block } from '../../src/index.ts';
import { payloadOf } from './channel-outlet.ts';
import { isUnknownMessage } from './errors.ts';
import { interactionVerbs } from './interaction-outlet.ts';
import { toBodies } from './messages.ts';
import { createOutlet, type MessageBody } from './outlet.ts';

type Additions = Omit<MessageBody, 'content'>;

/** Fills a deferred reply, and continues it in further messages where one does not hold everything. */
export async function replyWith(
  interaction: RepliableInteraction,
  blocks: readonly Block[],
  additions: Additions = {},
): Promise<void> {
  await createOutlet(interactionVerbs(interaction)).show(toBodies(blocks, additions));
}

/** Says something to who acted, and to nobody else, whatever was answered before. */
export async function tellPrivately(
  interaction: RepliableInteraction,
  blocks: readonly Block[],
): Promise<void> {
  for (const body of toBodies(blocks)) {
    const flags = [MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral] as const;
    const payload = { ...payloadOf(body), flags: [...flags] };
    if (interaction.replied || interaction.deferred) await interaction.followUp(payload);
    else await interaction.reply(payload);
  }
}

/** Takes a deferred public reply away, and says privately why: a refusal is nobody else's business. */
export async function replacePublicReply(
  interaction: RepliableInteraction,
  blocks: readonly Block[],
): Promise<void> {
  if (interaction.ephemeral) return replyWith(interaction, blocks);
  try {
    await interaction.deleteReply();
  } catch (error) {
    if (!isUnknownMessage(error)) throw error;
  }
  await tellPrivately(interaction, blocks);
}

/** Replaces the message whose button was pressed, after a deferred update. */
export async function updateMessage(
  interaction: MessageComponentInteraction,
  blocks: readonly Block[],
  additions: Additions,
): Promise<void> {
  const [body] = toBodies(blocks, additions);
  if (body) await interaction.editReply({ ...payloadOf(body), attachments: [] });
}

/** Text as a file, for words that Markdown would not show as they stand. */
export function textFile(name: string, text: string): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from(text, 'utf8'), { name });
}
