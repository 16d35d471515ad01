import { IndexError, LookupError, renderCorpusChange, UsageError } from '../../../src/index.ts';
import { type Adapter, say } from '../adapter.ts';
import { undoKeyboard } from '../confirm-keyboard.ts';
import { originOf } from '../origin.ts';
import { editBlocks } from '../send-blocks.ts';
import { conclude, type Notification, type Press } from './press.ts';

export async function addDocument(press: Press): Promise<Notification> {
  const { adapter, asker, subject } = press;
  return changeCorpus(press, () => adapter.desk.corpus.add(subject, originOf(asker)));
}

export async function removeDocument(press: Press): Promise<Notification> {
  const { adapter, asker, locale, subject } = press;
  const documentId = adapter.notes.take(subject);
  if (documentId === undefined) return conclude(press, say('expired', locale));
  return changeCorpus(press, () => adapter.desk.corpus.remove(documentId, originOf(asker)));
}

/** Undoes the change of the button, not one that came after it. */
export async function undoChange(press: Press): Promise<Notification> {
  const { adapter, asker, locale, subject } = press;
  const [last] = await adapter.desk.corpus.history(1);
  if (last?.id !== subject || !last.canUndo) return { text: say('expired', locale), isAlert: true };
  return changeCorpus(press, () => adapter.desk.corpus.undo(originOf(asker)));
}

async function changeCorpus(
  press: Press,
  change: () => ReturnType<Adapter['desk']['corpus']['undo']>,
): Promise<Notification> {
  const { adapter, asker, locale, message } = press;
  try {
    const done = await change();
    await editBlocks(adapter, asker, {
      blocks: [renderCorpusChange(done, locale)],
      replaces: [message],
      ...(done.canUndo && { keyboard: undoKeyboard(press, done.id) }),
    });
    return {};
  } catch (error) {
    if (error instanceof UsageError) return conclude(press, say('expired', locale));
    if (error instanceof LookupError) return conclude(press, say('corpusCancelled', locale));
    // The buttons stay: in a moment it can be tried again.
    if (error instanceof IndexError && error.code === 'locked')
      return { text: say('corpusLocked', locale), isAlert: true };
    throw error;
  }
}
