import type { Message } from 'grammy/types';
import { type Adapter, localeOf } from './adapter.ts';
import type { CommandCall } from './command-call.ts';
import { answerMessage } from './commands/ask.ts';
import { helpCommand } from './commands/info.ts';
import { findCommand, runCommand } from './commands.ts';
import { askerOf, PLATFORM, placeOf } from './origin.ts';
import { readMessage } from './read-message.ts';

/** Does what a message asks for, if it asks the bot. Of edited messages only questions count again. */
export async function handleMessage(adapter: Adapter, message: Message, update: number): Promise<void> {
  if (message.migrate_to_chat_id !== undefined) {
    adapter.desk.moveChat(PLATFORM, String(message.chat.id), String(message.migrate_to_chat_id));
    return;
  }
  const request = readMessage(message, adapter.me);
  if (!request || !message.from) return;
  const asker = askerOf(placeOf(message), message.from, message);
  const call: CommandCall = {
    adapter,
    asker,
    locale: localeOf(asker, adapter),
    message,
    update,
    words: request.words,
  };
  if (request.kind === 'question') return answerMessage(call);
  const command = findCommand(request.name, asker);
  if (message.edit_date !== undefined && command?.key !== 'ask') return;
  if (command) return runCommand(command, call);
  // In a group an unknown command is for another bot.
  if (asker.isPrivate) await helpCommand(call);
}
