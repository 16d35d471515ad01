import type { BaseInteraction, Channel, Message } from 'discord.js';
import { type Origin, spokenLocale } from '../../src/index.ts';
import { type Bot, PLATFORM } from './bot.ts';

type Place = Pick<Origin, 'chat' | 'thread'>;

/** Who used a command or button, and where. */
export function originOfInteraction(interaction: BaseInteraction): Origin {
  return {
    platform: PLATFORM,
    ...(interaction.guildId !== null && { space: interaction.guildId }),
    ...placeOf(interaction.channelId ?? interaction.user.id, interaction.channel),
    person: interaction.user.id,
  };
}

/** Who wrote a message, and where. */
export function originOfMessage(message: Message): Origin {
  return {
    platform: PLATFORM,
    ...(message.guildId !== null && { space: message.guildId }),
    ...placeOf(message.channelId, message.channel),
    person: message.author.id,
  };
}

/** A channel as the desk knows it: a thread is a part of the channel that it hangs under. */
export function placeOf(channelId: string, channel: Channel | null | undefined): Place {
  const parent = channel?.isThread() ? channel.parentId : null;
  return parent === null ? { chat: channelId } : { chat: parent, thread: channelId };
}

/** The person's choice, else the language of their Discord, else the operator's. */
export function localeOfInteraction(interaction: BaseInteraction, { desk, options }: Bot): string {
  const chosen = desk.localeOf(originOfInteraction(interaction));
  return chosen ?? spokenLocale([interaction.locale, options.locale]);
}

/** The writer's choice, else the language that a community server has set, else the operator's. */
export function localeOfMessage(message: Message, { desk, options }: Bot): string {
  const { guild } = message;
  const ofServer = guild?.features.includes('COMMUNITY') ? [guild.preferredLocale] : [];
  return desk.localeOf(originOfMessage(message)) ?? spokenLocale([...ofServer, options.locale]);
}
