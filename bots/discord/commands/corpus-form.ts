import { chatPhrasesFor } from '../../../src/index.ts';
import { writeCustomId } from '../custom-id.ts';
import { textForm } from '../form.ts';
import { INPUT_VALUE_LIMIT } from '../limits.ts';
import { commandName, type SlashUse } from './command.ts';

const TITLE_LIMIT = 256;

/** Opens a form for a document's text: an option of a command would lose its paragraphs. */
export async function openTextForm({ interaction, locale }: SlashUse): Promise<void> {
  const { options } = chatPhrasesFor(locale);
  await interaction.showModal(
    textForm(writeCustomId('upload'), `/${commandName('corpus')} ${commandName('corpusAdd')}`, [
      {
        id: 'title',
        label: options.title.description,
        isShort: true,
        isOptional: true,
        maxLength: TITLE_LIMIT,
      },
      { id: 'text', label: options.text.description, maxLength: INPUT_VALUE_LIMIT },
    ]),
  );
}
