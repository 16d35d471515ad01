import type { CallbackQuery } from 'grammy/types';
import { cleanText, IndexError, LookupError, renderCorpusChange, UsageError } from '../../src/index.ts';
import { type Adapter, localeOf, say } from './adapter.ts';
import { answerKeyboard } from './answer-keyboard.ts';
import { troubleOf } from './api-errors.ts';
import { ABOUT_KEPT_MS, aboutKey } from './ask-command.ts';
import type { ButtonAction } from './buttons.ts';
import { undoKeyboard } from './confirm-keyboard.ts';
import { listDocuments } from './info-commands.ts';
import { type Asker, askerOf, originOf, placeOf } from './origin.ts';
import { editBlocks, textsOf } from './send-blocks.ts';
import { maySee, SOURCES_PARAMETER, sendSources, turnToSource } from './source-view.ts';

/** A pressed button that was made for the person who pressed it. */
interface Press {
  readonly adapter: Adapter;
  readonly asker: Asker;
  readonly locale: string;
  /** The message with the button. */
  readonly message: number;
  readonly subject: string;
}

/** What the person is told; nothing ends the waiting without a word. */
interface Notification {
  readonly text?: string;
  /** In a box that must be closed. */
  readonly isAlert?: boolean;
  /** Opens the private chat. */
  readonly url?: string;
}

const PRESSES: Readonly<Record<ButtonAction, (press: Press) => Promise<Notification>>> = {
  sources: openSources,
  source: turn,
  askSource: promptForQuestion,
  helpful: (press) => rate(press, 'helpful'),
  notHelpful: (press) => rate(press, 'not-helpful'),
  documents: turnDocuments,
  language: chooseLanguage,
  forget: forget,
  retract: retract,
  add: addDocument,
  remove: removeDocument,
  undo: undo,
  cancel: (press) => conclude(press, say('corpusCancelled', press.locale)),
};
/** ForceReply: characters of the placeholder. */
const PLACEHOLDER_LENGTH = 64;
/** Whoever was a moderator when the button was made may not be one any more. */
const FOR_MODERATORS: ReadonlySet<ButtonAction> = new Set(['retract', 'add', 'remove', 'undo']);

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
  if (FOR_MODERATORS.has(action) && !(await adapter.moderators.isModerator(asker)))
    return notify(adapter, query.id, { text: say('notAllowed', locale), isAlert: true });
  const press: Press = { adapter, asker, locale, message: message.message_id, subject };
  await notify(adapter, query.id, await PRESSES[action](press));
}

async function notify(adapter: Adapter, id: string, { text, isAlert, url }: Notification): Promise<void> {
  try {
    await adapter.api.answerCallbackQuery(id, {
      ...(text !== undefined && { text }),
      ...(isAlert && { show_alert: true }),
      ...(url !== undefined && { url }),
    });
  } catch (error) {
    // The press waited too long, or the network did not hold: what it did is done.
    if (troubleOf(error) === undefined) throw error;
  }
}

/** In a private chat in a message of their own; a group is spared them: they open in the private chat. */
async function openSources({ adapter, asker, locale, message, subject }: Press): Promise<Notification> {
  const answer = await adapter.desk.answer(subject);
  if (!answer) return { text: say('answerGone', locale), isAlert: true };
  if (!maySee(adapter, answer, originOf(asker))) return { text: say('notYours', locale), isAlert: true };
  if (!asker.isPrivate)
    return { url: `https://t.me/${adapter.me.username}?start=${SOURCES_PARAMETER}${subject}` };
  await sendSources(adapter, asker, { answerId: subject, replyTo: message });
  return {};
}

async function turn({ adapter, asker, locale, message, subject }: Press): Promise<Notification> {
  const [answerId, number] = readPlace(subject);
  const isThere = await turnToSource(adapter, asker, { answerId, number, message });
  return isThere ? {} : { text: say('answerGone', locale), isAlert: true };
}

/** `answer:number` */
function readPlace(subject: string): readonly [answerId: string, number: number] {
  const [answerId = '', number = ''] = subject.split(':');
  return [answerId, Number(number)];
}

/** Asks for a question; the reply to it is answered from this document only. */
async function promptForQuestion({ adapter, asker, locale, subject, message }: Press): Promise<Notification> {
  const [answerId, number] = readPlace(subject);
  const quotes = await adapter.desk.quotesInContext(answerId);
  const document = quotes[number - 1]?.citation.document;
  if (!document) return { text: say('answerGone', locale), isAlert: true };
  const words = `${say('buttonAskSource', locale)}: ${cleanText(document.title)}`;
  const [text] = textsOf([{ kind: 'notice', runs: [{ text: words }] }]);
  const prompt = await adapter.api.sendMessage(asker.chat, text?.text ?? words, {
    entities: [...(text?.entities ?? [])],
    ...(asker.topic !== undefined && { message_thread_id: asker.topic }),
    reply_parameters: { message_id: message, allow_sending_without_reply: true },
    reply_markup: {
      force_reply: true,
      input_field_placeholder: say('askFollowUpLabel', locale).slice(0, PLACEHOLDER_LENGTH),
    },
  });
  adapter.memory.set(aboutKey(asker.chat, prompt), document.id, { lifetimeMs: ABOUT_KEPT_MS });
  return {};
}

async function rate(
  { adapter, asker, locale, message, subject }: Press,
  verdict: 'helpful' | 'not-helpful',
): Promise<Notification> {
  const answer = await adapter.desk.answer(subject);
  if (!answer) return { text: say('answerGone', locale), isAlert: true };
  adapter.desk.feedback(subject, originOf(asker), verdict);
  // A group's buttons are everybody's: they show nobody's choice.
  if (asker.isPrivate) {
    const keyboard = answerKeyboard(adapter, answer, { locale, verdict });
    await adapter.api
      .editMessageReplyMarkup(asker.chat, message, { ...(keyboard && { reply_markup: keyboard }) })
      .catch(ignoreApiTrouble);
  }
  return { text: say('thanks', locale) };
}

async function turnDocuments({ adapter, asker, locale, message, subject }: Press): Promise<Notification> {
  const view = await listDocuments(adapter, { offset: Number(subject), locale });
  await editBlocks(adapter, asker, { ...view, replaces: [message] });
  return {};
}

async function chooseLanguage(press: Press): Promise<Notification> {
  const { adapter, asker, subject } = press;
  adapter.desk.setLocale(originOf(asker), subject);
  return conclude(press, say('languageSet', subject));
}

async function forget(press: Press): Promise<Notification> {
  const { adapter, asker, locale } = press;
  const counts = adapter.desk.forget(originOf(asker));
  const isNothing = Object.values(counts).every((count) => count === 0);
  return conclude(press, isNothing ? say('nothingKept', locale) : say('forgotten', locale, { ...counts }));
}

async function retract(press: Press): Promise<Notification> {
  const { adapter, asker, locale, subject } = press;
  try {
    await adapter.desk.retract(subject, originOf(asker));
    return await conclude(press, say('retractDone', locale));
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    return conclude(press, say('notAnAnswer', locale));
  }
}

async function addDocument(press: Press): Promise<Notification> {
  const { adapter, asker, subject } = press;
  return changeCorpus(press, () => adapter.desk.corpus.add(subject, originOf(asker)));
}

async function removeDocument(press: Press): Promise<Notification> {
  const { adapter, asker, locale, subject } = press;
  const documentId = adapter.notes.take(subject);
  if (documentId === undefined) return conclude(press, say('expired', locale));
  return changeCorpus(press, () => adapter.desk.corpus.remove(documentId, originOf(asker)));
}

/** Undoes the change of the button, not one that came after it. */
async function undo(press: Press): Promise<Notification> {
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

/** Puts the outcome in the place of the question and its buttons. */
async function conclude({ adapter, asker, message }: Press, text: string): Promise<Notification> {
  await editBlocks(adapter, asker, { blocks: [{ kind: 'notice', runs: [{ text }] }], replaces: [message] });
  return {};
}

function ignoreApiTrouble(error: unknown): void {
  if (troubleOf(error) === undefined) throw error;
}
