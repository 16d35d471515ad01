import { cleanText, LookupError } from '../../../src/index.ts';
import { say } from '../adapter.ts';
import { answerKeyboard } from '../answer-keyboard.ts';
import { troubleOf } from '../api-errors.ts';
import { ABOUT_KEPT_MS, aboutKey } from '../commands/ask.ts';
import { originOf } from '../origin.ts';
import { textsOf } from '../send-blocks.ts';
import { maySee, SOURCES_PARAMETER, sendSources, turnToSource } from '../source-view.ts';
import { conclude, type Notification, type Press } from './press.ts';

/** ForceReply: characters of the placeholder. */
const PLACEHOLDER_LENGTH = 64;

/** In a private chat in a message of their own; a group is spared them: they open in the private chat. */
export async function openSources({
  adapter,
  asker,
  locale,
  message,
  subject,
}: Press): Promise<Notification> {
  const answer = await adapter.desk.answer(subject);
  if (!answer) return { text: say('answerGone', locale), isAlert: true };
  if (!maySee(adapter, answer, originOf(asker))) return { text: say('notYours', locale), isAlert: true };
  if (!asker.isPrivate)
    return { url: `https://t.me/${adapter.me.username}?start=${SOURCES_PARAMETER}${subject}` };
  await sendSources(adapter, asker, { answerId: subject, replyTo: message });
  return {};
}

export async function turnSource({ adapter, asker, locale, message, subject }: Press): Promise<Notification> {
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
export async function promptForQuestion({
  adapter,
  asker,
  locale,
  subject,
  message,
}: Press): Promise<Notification> {
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

export async function rateAnswer(
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

export async function retractAnswer(press: Press): Promise<Notification> {
  const { adapter, asker, locale, subject } = press;
  try {
    await adapter.desk.retract(subject, originOf(asker));
    return await conclude(press, say('retractDone', locale));
  } catch (error) {
    if (!(error instanceof LookupError)) throw error;
    return conclude(press, say('notAnAnswer', locale));
  }
}

function ignoreApiTrouble(error: unknown): void {
  if (troubleOf(error) === undefined) throw error;
}
