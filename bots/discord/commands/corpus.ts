import { ButtonStyle } from 'discord.js';
import {
  renderCorpusHistory,
  renderCorpusStatus,
  renderDocuments,
  renderUpload,
  sayBlock,
  type Upload,
} from '../../../src/index.ts';
import { buttonRow } from '../buttons.ts';
import { writeCustomId } from '../custom-id.ts';
import type { Row } from '../outlet.ts';
import { mayChangeCorpus } from '../permissions.ts';
import { Refusal } from '../refusal.ts';
import { replyWith } from '../reply.ts';
import { optionName, type SlashAction, type SlashGroup, type SlashUse, textOption } from './command.ts';
import { openTextForm } from './corpus-form.ts';
import { readAttachment, textUpload } from './corpus-upload.ts';
import { findDocument, suggestDocuments } from './suggest.ts';

const HISTORY_LIMIT = 10;

const status: SlashAction = {
  key: 'corpusStatus',
  reply: 'private',
  async run({ interaction, bot, locale }) {
    await replyWith(interaction, renderCorpusStatus(await bot.desk.corpus.status(), locale));
  },
};

/** A file, or text that is typed; without either, a form that takes text with its paragraphs. */
const add: SlashAction = {
  key: 'corpusAdd',
  options: [
    { key: 'file', kind: 'file' },
    { key: 'text', kind: 'text' },
    { key: 'title', kind: 'text', maxLength: 256 },
  ],
  reply: 'form',
  async run(use) {
    const { interaction, bot, locale } = use;
    const file = interaction.options.getAttachment(optionName('file'));
    const text = textOption(use, 'text');
    if (!file && text === undefined) return openTextForm(use);
    await interaction.deferReply({ flags: 'Ephemeral' });
    if (!mayChangeCorpus(interaction, bot)) throw new Refusal('notAllowed');
    if (!file) return offerUpload(use, textUpload(text ?? '', textOption(use, 'title')));
    await replyWith(interaction, [sayBlock('corpusReading', locale, { name: file.name })]);
    await offerUpload(use, await readAttachment(file));
  },
};

/** Shows an upload as it was understood, for the moderator to confirm. */
export async function offerUpload(
  {
    interaction,
    bot,
    locale,
  }: Pick<SlashUse, 'bot' | 'locale'> & {
    readonly interaction: Parameters<typeof replyWith>[0];
  },
  upload: Upload,
): Promise<void> {
  const read = await bot.desk.corpus.read(upload);
  const components = confirmRow(writeCustomId('add', read.ticket), locale);
  await replyWith(interaction, renderUpload(read, locale), { components });
}

const remove: SlashAction = {
  key: 'corpusRemove',
  options: [{ key: 'document', kind: 'text', isRequired: true, suggest: suggestDocuments }],
  reply: 'private',
  async run(use) {
    const { interaction, bot, locale } = use;
    if (!mayChangeCorpus(interaction, bot)) throw new Refusal('notAllowed');
    const document = await findDocument(textOption(use, 'document') ?? '', bot.desk);
    const token = bot.shelf.put({ kind: 'document', id: document.id });
    const blocks = [sayBlock('corpusConfirmRemove', locale), ...renderDocuments([document], { locale })];
    const components = confirmRow(writeCustomId('remove', token), locale, ButtonStyle.Danger);
    await replyWith(interaction, blocks, { components });
  },
};

const history: SlashAction = {
  key: 'corpusHistory',
  reply: 'private',
  async run({ interaction, bot, locale }) {
    const changes = await bot.desk.corpus.history(HISTORY_LIMIT);
    const last = changes.find(({ canUndo }) => canUndo);
    await replyWith(interaction, renderCorpusHistory(changes, locale), {
      components: last ? undoRow(last.id, locale) : [],
    });
  },
};

export const corpus: SlashGroup = {
  kind: 'group',
  key: 'corpus',
  isForModerators: true,
  actions: [status, add, remove, history],
};

export function undoRow(changeId: string, locale: string): readonly Row[] {
  return buttonRow([{ label: 'buttonUndo', id: writeCustomId('undo', changeId) }], locale);
}

function confirmRow(
  id: string,
  locale: string,
  style: ButtonStyle.Primary | ButtonStyle.Danger = ButtonStyle.Primary,
): readonly Row[] {
  return buttonRow(
    [
      { label: 'buttonConfirm', id, style },
      { label: 'buttonCancel', id: writeCustomId('cancel') },
    ],
    locale,
  );
}
