import { QUESTION_LIMIT } from '../../../src/index.ts';
import { askFromInteraction } from '../ask-from-interaction.ts';
import { flagOption, type MenuCommand, type SlashCommand, textOption } from './command.ts';
import { findDocument, suggestDocuments } from './suggest.ts';

export const ask: SlashCommand = {
  kind: 'slash',
  key: 'ask',
  options: [
    { key: 'question', kind: 'text', isRequired: true, maxLength: QUESTION_LIMIT },
    { key: 'document', kind: 'text', suggest: suggestDocuments },
    { key: 'private', kind: 'flag' },
  ],
  reply: (use) => (flagOption(use, 'private') ? 'private' : 'public'),
  outlivesInteraction: true,
  async run(use) {
    const typed = textOption(use, 'document');
    const document = typed === undefined ? undefined : await findDocument(typed, use.bot.desk);
    const question = {
      text: textOption(use, 'question') ?? '',
      locale: use.locale,
      ...(document && { filters: { documents: [document.id] } }),
    };
    await askFromInteraction({ ...use, question }, use.bot);
  },
};

/** What the corpus says about somebody's message. Private at first: whoever asks may share it. */
export const sourcesSay: MenuCommand = {
  kind: 'menu',
  key: 'menuSourcesSay',
  reply: 'private',
  async run(use) {
    const text = use.interaction.targetMessage.content;
    await askFromInteraction({ ...use, question: { text, locale: use.locale } }, use.bot);
  },
};
