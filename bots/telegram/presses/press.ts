import type { Adapter } from '../adapter.ts';
import type { Asker } from '../origin.ts';
import { editBlocks } from '../send-blocks.ts';

/** A pressed button that was made for the person who pressed it. */
export interface Press {
  readonly adapter: Adapter;
  readonly asker: Asker;
  /** BCP 47 language of the bot's words to this person. */
  readonly locale: string;
  /** The message with the button. */
  readonly message: number;
  readonly subject: string;
}

/** What the person is told, if anything. */
export interface Notification {
  readonly text?: string;
  /** In a box that must be closed. */
  readonly isAlert?: boolean;
  /** Opens the private chat. */
  readonly url?: string;
}

/** Puts the outcome in the place of the question and its buttons. */
export async function conclude({ adapter, asker, message }: Press, text: string): Promise<Notification> {
  await editBlocks(adapter, asker, { blocks: [{ kind: 'notice', runs: [{ text }] }], replaces: [message] });
  return {};
}
