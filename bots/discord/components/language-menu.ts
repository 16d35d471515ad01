import type { StringSelectMenuInteraction } from 'discord.js';
import { CHAT_PHRASES, sayBlock } from '../../../src/index.ts';
import { Refusal } from '../refusal.ts';
import { updateMessage } from '../reply.ts';
import type { Component } from './component.ts';

/** The language that the bot speaks to a person from now on. */
export const languageMenu: Component<StringSelectMenuInteraction> = {
  action: 'language',
  reply: 'update',
  async run({ interaction, bot, origin }) {
    const [chosen] = interaction.values;
    if (chosen === undefined || !CHAT_PHRASES.has(chosen)) throw new Refusal('expired');
    bot.desk.setLocale(origin, chosen);
    await updateMessage(interaction, [sayBlock('languageSet', chosen)], { components: [] });
  },
};
