import { GrammyError, HttpError } from 'grammy';

/** What an error of the Bot API means for who called. Descriptions are those of the real server. */
export type ApiTrouble =
  /** The token is not valid (any more). */
  | 'token'
  /** Another process polls, or a webhook is set. */
  | 'conflict'
  /** Blocked by the person, or removed from the group. */
  | 'unreachable'
  /** Already as it should be. */
  | 'unchanged'
  /** The message to edit or delete is not there, or may not be changed. */
  | 'gone'
  /** The words quoted in a reply are not in the message. */
  | 'quote'
  /** The query or press waited for too long. */
  | 'late'
  /** Too many requests. */
  | 'flood'
  /** Network or server: the same call may do later. */
  | 'transient'
  /** The server does not take the call. */
  | 'refused';

const BAD_REQUESTS: readonly (readonly [RegExp, ApiTrouble])[] = [
  [/message is not modified/iu, 'unchanged'],
  [/message to (edit|delete) not found|message can't be (edited|deleted)|MESSAGE_ID_INVALID/iu, 'gone'],
  [/message_id_invalid|there is no text in the message to edit/iu, 'gone'],
  [/QUOTE_TEXT_INVALID|message quote is too long/iu, 'quote'],
  [/query is too old|query ID is invalid/iu, 'late'],
  [
    /chat not found|user is deactivated|not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN|TOPIC_CLOSED|message thread not found/iu,
    'unreachable',
  ],
];

/** Undefined for what is no error of the Bot API. */
export function troubleOf(error: unknown): ApiTrouble | undefined {
  if (error instanceof HttpError) return 'transient';
  if (!(error instanceof GrammyError)) return undefined;
  const { error_code: code, description } = error;
  // 404 is how the server answers to a token that has no valid form.
  if (code === 401 || (code === 404 && description === 'Not Found')) return 'token';
  if (code === 409) return 'conflict';
  if (code === 403) return 'unreachable';
  if (code === 429) return 'flood';
  if (code >= 500) return 'transient';
  return BAD_REQUESTS.find(([words]) => words.test(description))?.[1] ?? 'refused';
}

/** How long the server asks to wait. */
export function retryAfterMs(error: unknown): number | undefined {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? undefined : seconds * 1000;
}

/** Cause and remedy in one line for the operator. */
export function describeTrouble(error: unknown): string {
  switch (troubleOf(error)) {
    case 'token':
      return 'the token is refused (401): set TELEGRAM_TOKEN to the one that @BotFather shows for this bot, and start again';
    case 'conflict':
      return 'somebody else gets this bot’s messages (409): stop the other process that uses the same token, or revoke the token with @BotFather';
    case 'unreachable':
      return `a chat cannot be written to (${wordsOf(error)}): nothing more is sent there until the bot is let in again`;
    case 'flood':
      return `Telegram asks to slow down (${wordsOf(error)}): the message was given up`;
    case 'transient':
      return `Telegram cannot be reached (${wordsOf(error)}): check the network and TELEGRAM_API_ROOT`;
    case undefined:
      return `an update could not be worked on (${wordsOf(error)}): the person was told so`;
    default:
      return `Telegram did not take a call (${wordsOf(error)}): the person was told so; please report it`;
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  const inner = error instanceof HttpError ? error.error : error;
  const words = inner instanceof Error ? inner.message : String(inner);
  return words.replace(/\s+/gu, ' ');
}
