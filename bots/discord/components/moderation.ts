import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { type CorpusChange, renderCorpusChange, sayBlock, UsageError } from '../../../src/index.ts';
import { checkOwnAnswer, correctAnswer } from '../commands/answer.ts';
import { offerUpload, undoRow } from '../commands/corpus.ts';
import { textUpload } from '../commands/corpus-upload.ts';
import { mayChangeCorpus } from '../permissions.ts';
import { Refusal } from '../refusal.ts';
import { replyWith, updateMessage } from '../reply.ts';
import { argument, type ButtonPress, type Component, type Press } from './component.ts';

type Button = Component<ButtonInteraction>;
type Form = Component<ModalSubmitInteraction>;

const add: Button = {
  action: 'add',
  reply: 'update',
  isForModerators: true,
  run: (press) => changeCorpus(press, ({ add }) => addConfirmed(add, press)),
};

const remove: Button = {
  action: 'remove',
  reply: 'update',
  isForModerators: true,
  async run(press) {
    const item = press.bot.shelf.take(argument(press, 0));
    if (item?.kind !== 'document') throw new Refusal('expired');
    await changeCorpus(press, ({ remove }) => remove(item.id, press.origin));
  },
};

/** Takes the last change back, if it is still the one that the button was shown for. */
const undo: Button = {
  action: 'undo',
  reply: 'update',
  isForModerators: true,
  run: (press) =>
    changeCorpus(press, async (corpus) => {
      const [last] = await corpus.history(1);
      if (last?.id !== argument(press, 0)) throw new Refusal('expired');
      return corpus.undo(press.origin);
    }),
};

const cancel: Button = {
  action: 'cancel',
  reply: 'update',
  run: ({ interaction, locale }) =>
    updateMessage(interaction, [sayBlock('corpusCancelled', locale)], NO_BUTTONS),
};

const retract: Button = {
  action: 'retract',
  reply: 'update',
  isForModerators: true,
  async run(press) {
    const answerId = argument(press, 0);
    await checkOwnAnswer(answerId, press);
    await press.bot.desk.retract(answerId, press.origin);
    await updateMessage(press.interaction, [sayBlock('retractDone', press.locale)], NO_BUTTONS);
  },
};

export const moderationButtons: readonly Button[] = [add, remove, undo, cancel, retract];

const correctForm: Form = {
  action: 'correct',
  reply: 'private',
  isForModerators: true,
  async run(press) {
    const answerId = argument(press, 0);
    await checkOwnAnswer(answerId, press);
    await correctAnswer(answerId, press.interaction.fields.getTextInputValue('words'), press);
    await replyWith(press.interaction, [sayBlock('correctDone', press.locale)]);
  },
};

const uploadForm: Form = {
  action: 'upload',
  reply: 'private',
  isForModerators: true,
  async run(press) {
    const { interaction } = press;
    checkMayChange(press);
    const title = interaction.fields.getTextInputValue('title').trim();
    const text = interaction.fields.getTextInputValue('text');
    await offerUpload(press, textUpload(text, title === '' ? undefined : title));
  },
};

export const moderationForms: readonly Form[] = [correctForm, uploadForm];

const NO_BUTTONS = { components: [] };

async function changeCorpus(
  press: ButtonPress,
  change: (corpus: ButtonPress['bot']['desk']['corpus']) => Promise<CorpusChange>,
): Promise<void> {
  checkMayChange(press);
  const { interaction, bot, locale } = press;
  // Encoding a long document takes its time: nobody shall press twice.
  await interaction.editReply({ components: [] });
  const done = await change(bot.desk.corpus);
  const components = done.canUndo ? undoRow(done.id, locale) : [];
  await updateMessage(interaction, [renderCorpusChange(done, locale)], { components });
}

function checkMayChange({ interaction, bot }: Press<ButtonInteraction | ModalSubmitInteraction>): void {
  if (!mayChangeCorpus(interaction, bot)) throw new Refusal('notAllowed');
}

async function addConfirmed(
  add: ButtonPress['bot']['desk']['corpus']['add'],
  press: ButtonPress,
): Promise<CorpusChange> {
  try {
    return await add(argument(press, 0), press.origin);
  } catch (error) {
    throw error instanceof UsageError ? new Refusal('expired') : error;
  }
}
