import {
  type ButtonInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { isExpired } from './errors.ts';

export type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction | ModalSubmitInteraction;

/** Acknowledges with "thinking"; who sees the reply is fixed by it. False where the interaction had expired already. */
export async function defer(
  interaction: RepliableInteraction,
  audience: 'private' | 'public',
): Promise<boolean> {
  try {
    await interaction.deferReply(audience === 'private' ? { flags: MessageFlags.Ephemeral } : {});
    return true;
  } catch (error) {
    if (isExpired(error)) return false;
    throw error;
  }
}

/** Acknowledges that the message with the component will change. */
export async function deferUpdate(interaction: ComponentInteraction): Promise<void> {
  if (interaction.isModalSubmit() && !interaction.isFromMessage())
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else await interaction.deferUpdate();
}

/** Whether only one person sees the message with the component: then nobody else sees what comes of it. */
export function isHidden({ message }: ComponentInteraction): boolean {
  return message?.flags.has(MessageFlags.Ephemeral) ?? false;
}
