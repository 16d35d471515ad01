import type { Message } from 'grammy/types';
import { type SayKey, sayBlock } from '../../../src/index.ts';
import { answerQuestion } from '../answer-question.ts';
import { type CommandCall, reply } from '../command-call.ts';
import { PLATFORM } from '../origin.ts';
import { isReplyTo, repliedText, repliedTo } from '../read-message.ts';

/** For so long it is remembered which document a message asks to be asked about. */
export const ABOUT_KEPT_MS = 60 * 60 * 1000;

export async function askCommand(call: CommandCall): Promise<void> {
  await answerWords(call, 'writeQuestion');
}

/** A message to the bot that is no command. */
export async function answerMessage(call: CommandCall): Promise<void> {
  await answerWords(call, 'empty');
}

/** Answers words, or else the words of somebody else's message that they reply to, or says what is missing. */
async function answerWords(call: CommandCall, missing: SayKey): Promise<void> {
  const { adapter, asker, message } = call;
  const isFollowUp = isReplyTo(message, adapter.me);
  const words = call.words === '' && !isFollowUp ? repliedText(message) : call.words;
  if (words === '') {
    await reply(call, [sayBlock(missing, call.locale)]);
    return;
  }
  const text = message.text ?? message.caption ?? '';
  const follows = isFollowUp ? await findAnswer(call) : undefined;
  const about = isFollowUp ? findAbout(call) : undefined;
  await answerQuestion(adapter, {
    asker,
    message: message.message_id,
    update: call.update,
    words,
    // Words around a mention stand in the message in another way than they are asked.
    ...(text.includes(words) && { quote: words }),
    ...(follows !== undefined && { follows }),
    ...(about !== undefined && { filters: { documents: [about] } }),
  });
}

/** The answer that the message replied to shows. */
export async function findAnswer({ adapter, asker, message }: CommandCall): Promise<string | undefined> {
  const replied = repliedTo(message);
  if (!replied) return undefined;
  const answer = await adapter.desk.answerAt({
    platform: PLATFORM,
    chat: String(asker.chat),
    message: String(replied.message_id),
  });
  return answer?.id;
}

function findAbout({ adapter, asker, message }: CommandCall): string | undefined {
  const replied = repliedTo(message);
  return replied && adapter.memory.get(aboutKey(asker.chat, replied));
}

export function aboutKey(chat: number, { message_id: id }: Pick<Message, 'message_id'>): string {
  return `about ${chat} ${id}`;
}
