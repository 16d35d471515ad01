import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import type { Block } from '../../src/index.ts';
import type { Adapter } from './adapter.ts';
import type { Asker } from './origin.ts';
import { sendBlocks } from './send-blocks.ts';

/** A command as it was given. */
export interface CommandCall {
  readonly adapter: Adapter;
  readonly asker: Asker;
  /** BCP 47 language of the bot's words to this person. */
  readonly locale: string;
  readonly message: Message;
  /** Id of the update that brought it. */
  readonly update: number;
  /** What stands behind the command. */
  readonly words: string;
}

/** Answers a command: in groups as a reply to it. */
export function reply(
  { adapter, asker, message }: Pick<CommandCall, 'adapter' | 'asker' | 'message'>,
  blocks: readonly Block[],
  keyboard?: InlineKeyboardMarkup,
): Promise<readonly number[]> {
  return sendBlocks(adapter, asker, {
    blocks,
    keyboard,
    ...(!asker.isPrivate && { replyTo: { message: message.message_id } }),
  });
}

/** The first word, in lower case, and what stands behind it. */
export function splitFirstWord(words: string): readonly [first: string, rest: string] {
  const [first = ''] = /^\S*/u.exec(words) ?? [];
  return [first.toLowerCase(), words.slice(first.length).trim()];
}
