import { ComponentType } from 'discord.js';
import { CHAT_PHRASES, renderHelp, sayBlock } from '../../../src/index.ts';
import { writeCustomId } from '../custom-id.ts';
import { documentsPage } from '../documents-page.ts';
import type { Row } from '../outlet.ts';
import { isModerator } from '../permissions.ts';
import { replyWith, textFile } from '../reply.ts';
import { commandName, type SlashCommand } from './command.ts';

export const sources: SlashCommand = {
  kind: 'slash',
  key: 'sources',
  reply: 'private',
  async run({ interaction, bot, locale }) {
    const { blocks, rows } = await documentsPage(0, { desk: bot.desk, locale });
    await replyWith(interaction, blocks, { components: rows });
  },
};

export const help: SlashCommand = {
  kind: 'slash',
  key: 'help',
  reply: 'private',
  async run({ interaction, bot, locale }) {
    const { documents } = await bot.desk.corpus.status();
    const facts = {
      documents,
      days: bot.options.ledgerDays,
      myData: `/${commandName('myData')}`,
      forgetMe: `/${commandName('forgetMe')}`,
      isModerator: isModerator(interaction),
    };
    await replyWith(interaction, renderHelp(facts, locale));
  },
};

export const language: SlashCommand = {
  kind: 'slash',
  key: 'language',
  reply: 'private',
  async run({ interaction, locale }) {
    await replyWith(interaction, [sayBlock('languageChoose', locale)], { components: languageMenu(locale) });
  },
};

export const forgetMe: SlashCommand = {
  kind: 'slash',
  key: 'forgetMe',
  reply: 'private',
  async run({ interaction, bot, origin, locale }) {
    const counts = bot.desk.forget(origin);
    const isNothing = Object.values(counts).every((count) => count === 0);
    await replyWith(interaction, [
      isNothing ? sayBlock('nothingKept', locale) : sayBlock('forgotten', locale, counts),
    ]);
  },
};

export const myData: SlashCommand = {
  kind: 'slash',
  key: 'myData',
  reply: 'private',
  async run({ interaction, bot, origin, locale }) {
    const files = [textFile('my-data.json', bot.desk.dataOf(origin))];
    await replyWith(interaction, [sayBlock('yourData', locale)], { files });
  },
};

/** Every language that the bot speaks, by its own name. */
function languageMenu(locale: string): readonly Row[] {
  const current = new Intl.Locale(locale).language;
  const options = [...CHAT_PHRASES.keys()].map((value) => ({
    label: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value,
    value,
    default: value === current,
  }));
  return [
    {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.StringSelect, custom_id: writeCustomId('language'), options }],
    },
  ];
}
