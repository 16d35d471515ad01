import { createHash } from 'node:crypto';
import type { PlatformMemory } from '../../src/index.ts';

/** What became of a message that asked something. */
export interface AskedMessage {
  /** Id of the update that brought these words: later wordings have higher ones, in whatever order they arrive. */
  readonly update: number;
  /** Of the words, to see whether an edit changed them. */
  readonly digest: string;
  /** The answer; absent while there is none, or where the question was not taken. */
  readonly answer?: string;
  /** Messages that the bot replied with, in order. */
  readonly replies: readonly number[];
  /** All of the reply is sent. */
  readonly isDone: boolean;
}

/**
 * Remembers which messages were answered by what: an edited question is answered in place, an older wording that
 * arrives late is not answered at all, and an answer that was half sent when the process ended is sent to its end.
 */
export interface QuestionLog {
  get(chat: number, message: number): AskedMessage | undefined;
  set(chat: number, message: number, asked: AskedMessage): void;
}

/** Telegram lets people edit their messages for so long. */
export const QUESTION_KEPT_MS = 48 * 60 * 60 * 1000;

export function createQuestionLog(memory: PlatformMemory): QuestionLog {
  return {
    get(chat, message) {
      const value = memory.get(keyOf(chat, message));
      return value === undefined ? undefined : JSON.parse(value);
    },
    set: (chat, message, asked) =>
      memory.set(keyOf(chat, message), JSON.stringify(asked), { lifetimeMs: QUESTION_KEPT_MS }),
  };
}

export function digestWords(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

function keyOf(chat: number, message: number): string {
  return `question ${chat} ${message}`;
}
