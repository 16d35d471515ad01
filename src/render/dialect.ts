import type { Block } from './block.ts';
import { splitBlocks } from './split.ts';

/**
 * How one platform writes blocks. A new platform is one of these: it decides nothing about what is said, only how marks
 * look and how much one message holds.
 *
 * `Message` is whatever the platform sends: a string of Markdown, or text with entities. `encode` must write all visible
 * text of its blocks in order; it may add markup, line breaks, indents and addresses.
 */
export interface Dialect<Message> {
  readonly name: string;
  /** Writes whole blocks, or the parts of blocks that one message holds, as a message that is closed in itself. */
  encode(blocks: readonly Block[]): Message;
  /** Whether the platform takes the message. Asked of the encoded form, so that markup and escapes are counted. */
  fits(message: Message): boolean;
}

/** Blocks as messages: one, or as many as the platform's limits ask for. Empty for no blocks. */
export function toMessages<Message>(blocks: readonly Block[], dialect: Dialect<Message>): readonly Message[] {
  return splitBlocks(blocks, (part) => dialect.fits(dialect.encode(part))).map((part) =>
    dialect.encode(part),
  );
}
