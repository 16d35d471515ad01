/** A draft on its way out of a model: claims are handed on as each is complete. */

/** As the model wrote it; nothing is known of it but its shape. */
export interface WrittenClaim {
  readonly text: string;
  readonly quotes: readonly { readonly passage: string; readonly text: string }[];
}

export interface DraftReader {
  /** Takes the next piece of the reply. Returns whether enough has been read. */
  push(piece: string): boolean;
  /** Ends the reply. Throws `UnreadableDraft` where it is none. Returns whether the model declined. */
  end(): { readonly declined: boolean };
}

export type OnWrittenClaim = (claim: WrittenClaim) => void;

/** A form in which a model is asked to write. */
export interface DraftForm {
  /** Told to the model, in the place of `{{form}}`. */
  readonly instructions: string;
  createReader(onClaim: OnWrittenClaim): DraftReader;
}

/** The reply is no draft, or ends before one. Claims that were complete keep their worth. */
export class UnreadableDraft extends Error {
  override readonly name = 'UnreadableDraft';
  /** Nothing of it has the form that was asked for. */
  readonly isOtherForm: boolean;

  constructor(message: string, { isOtherForm = false } = {}) {
    super(message);
    this.isOtherForm = isOtherForm;
  }
}

/** Claims of one draft; what comes after is not read. An answer is a few sentences. */
export const MAX_CLAIMS = 12;
/** UTF-16 units of one reply; a longer one is no draft. */
export const MAX_REPLY_LENGTH = 64_000;

/** A model that thinks aloud first does so between these. */
const THINKING = /^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i;
const STILL_THINKING = /^\s*(?:<(?:t(?:h(?:i(?:n(?:k(?:i(?:n(?:g)?)?)?)?)?)?)?)?$|<think(?:ing)?>)/i;

/** The reply without what a model thought before it; empty while it still thinks. */
export function withoutThinking(reply: string): string {
  const rest = reply.replace(THINKING, '');
  return STILL_THINKING.test(rest) ? '' : rest;
}
