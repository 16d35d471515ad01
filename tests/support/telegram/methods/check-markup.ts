import type { InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { isObject, type Parameters, readObject } from '../parameters.ts';

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const CALLBACK_DATA_BYTES = 64;
/** More buttons than this are refused (REPLY_MARKUP_TOO_LONG). */
const BUTTONS = 100;
const ROW_BUTTONS = 8;

const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** The inline keyboard of a call, held against the server's rules; undefined for none, or for a keyboard of other kind. */
export function readInlineKeyboard(
  parameters: Parameters,
  report: (violation: string) => void,
): InlineKeyboardMarkup | undefined {
  const markup = readObject(parameters, 'reply_markup');
  return markup && checkInlineKeyboard(markup, report);
}

export function checkInlineKeyboard(
  markup: Readonly<Record<string, unknown>>,
  report: (violation: string) => void,
): InlineKeyboardMarkup | undefined {
  const rows = markup.inline_keyboard;
  if (rows === undefined) return undefined;
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw badRequest('field "inline_keyboard" must be an Array of Arrays');
  const buttons: unknown[] = rows.flat();
  if (buttons.length > BUTTONS) throw badRequest('reply markup is too long');
  for (const row of rows)
    if (row.length > ROW_BUTTONS) report(`a row of ${row.length} buttons is broken by clients`);
  for (const button of buttons) checkButton(button);
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

function checkButton(button: unknown): void {
  if (!isObject(button)) throw badRequest("can't parse inline keyboard button: button must be an object");
  const { text, url, callback_data: data } = button;
  if (typeof text !== 'string' || text.trim() === '')
    throw badRequest("can't parse inline keyboard button: text must be non-empty");
  if (ACTIONS.filter((action) => button[action] !== undefined).length !== 1)
    throw badRequest("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard");
  if (data !== undefined) {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
    if (bytes < 1 || bytes > CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (url !== undefined && !isButtonUrl(url))
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

function isButtonUrl(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'tg:') return true;
  return (protocol === 'http:' || protocol === 'https:') && /\.|^\[/u.test(hostname);
}
