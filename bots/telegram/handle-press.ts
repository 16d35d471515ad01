import type { CallbackQuery } from 'grammy/types';
import { type Adapter, localeOf, say } from './adapter.ts';
import { troubleOf } from './api-errors.ts';
import type { ButtonAction } from './buttons.ts';
import { NOTIFICATION_LIMIT } from './limits.ts';
import { type Asker, askerOf, placeOf } from './origin.ts';
import { openSources, promptForQuestion, rateAnswer, retractAnswer, turnSource } from './presses/answers.ts';
import { addDocument, removeDocument, undoChange } from './presses/corpus.ts';
import { chooseLanguage, forgetPerson, turnDocuments } from './presses/person.ts';
import { conclude, type Notification, type Press } from './presses/press.ts';
import { pause } from './transformers.ts';

const PRESSES: Readonly<Record<ButtonAction, (press: Press) => Promise<Notification>>> = {
  sources: openSources,
  source: turnSource,
  askSource: promptForQuestion,
  helpful: (press) => rateAnswer(press, 'helpful'),
  notHelpful: (press) => rateAnswer(press, 'not-helpful'),
  documents: turnDocuments,
  language: chooseLanguage,
  forget: forgetPerson,
  retract: retractAnswer,
  add: addDocument,
  remove: removeDocument,
  undo: undoChange,
  cancel: (press) => conclude(press, say('corpusCancelled', press.locale)),
};
/** Telegram gives a press up after some 15 seconds. */
const PATIENCE_MS = 5_000;
const CORPUS_CHANGES: ReadonlySet<ButtonAction> = new Set(['add', 'remove', 'undo']);

/** Does what a button says, and always answers the press: until then the button spins. */
export async function handlePress(adapter: Adapter, query: CallbackQuery): Promise<void> {
  const { message, data = '', from } = query;
  if (!message) return notify(adapter, query.id, {});
  const asker = askerOf(placeOf(message), from);
  const locale = localeOf(asker, adapter);
  const pressed = adapter.buttons.read(data, from.id);
  if (pressed.kind !== 'good') {
    const text = say(pressed.kind === 'foreign' ? 'notYours' : 'expired', locale);
    return notify(adapter, query.id, { text, isAlert: true });
  }
  const { action, subject } = pressed;
  if (!(await mayDo(action, asker, adapter)))
    return notify(adapter, query.id, { text: say('notAllowed', locale), isAlert: true });
  const press: Press = { adapter, asker, locale, message: message.message_id, subject };
  const outcome = PRESSES[action](press);
  // A call may have to wait for minutes; the button must not.
  const early = await Promise.race([outcome, pause(PATIENCE_MS, adapter.signal)]);
  await notify(adapter, query.id, early ?? {});
  await outcome;
}

/** Whoever was a moderator when the button was made may not be one any more. */
async function mayDo(action: ButtonAction, asker: Asker, { moderators }: Adapter): Promise<boolean> {
  if (CORPUS_CHANGES.has(action)) return moderators.mayChangeCorpus(asker);
  return action !== 'retract' || moderators.isModerator(asker);
}

async function notify(adapter: Adapter, id: string, { text, isAlert, url }: Notification): Promise<void> {
  try {
    await adapter.api.answerCallbackQuery(id, {
      ...(text !== undefined && { text: text.slice(0, NOTIFICATION_LIMIT) }),
      ...(isAlert && { show_alert: true }),
      ...(url !== undefined && { url }),
    });
  } catch (error) {
    // The press waited too long, or the network did not hold: what it did is done.
    if (troubleOf(error) === undefined) throw error;
  }
}
