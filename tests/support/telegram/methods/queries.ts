import type { InlineQueryResult } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { formatText, readEntities } from '../format-text.ts';
import { isObject, readFlag, readInteger, readList, readObject, readText } from '../parameters.ts';
import type { Method, Server } from '../server.ts';
import { checkInlineKeyboard } from './check-markup.ts';
import { TEXT_LIMIT } from './send.ts';

/** https://core.telegram.org/bots/api#answercallbackquery */
const NOTIFICATION_CHARACTERS = 200;
/** https://core.telegram.org/bots/api#answerinlinequery */
const INLINE_RESULTS = 50;
const INLINE_ID_BYTES = 64;
const INLINE_OFFSET_BYTES = 64;
const DEFAULT_CACHE_SECONDS = 300;

export const answerCallbackQuery: Method = ({ callbacks }, { parameters }) => {
  const text = readText(parameters, 'text') ?? '';
  if (text.length > NOTIFICATION_CHARACTERS) throw badRequest('MESSAGE_TOO_LONG');
  const url = readText(parameters, 'url');
  callbacks.answer(readText(parameters, 'callback_query_id') ?? '', {
    text,
    alert: readFlag(parameters, 'show_alert'),
    ...(url !== undefined && { url }),
  });
  return true;
};

export const answerInlineQuery: Method = (server, { parameters }) => {
  const list = readList(parameters, 'results') ?? [];
  if (list.length > INLINE_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
  const results = list.map((result) => readResult(server, result));
  const ids = results.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE');
  const nextOffset = readText(parameters, 'next_offset') ?? '';
  if (Buffer.byteLength(nextOffset) > INLINE_OFFSET_BYTES) throw badRequest('NEXT_OFFSET_INVALID');
  const button = readButton(readObject(parameters, 'button'));
  server.inline.answer(readText(parameters, 'inline_query_id') ?? '', {
    results,
    nextOffset,
    cacheTime: readInteger(parameters, 'cache_time') ?? DEFAULT_CACHE_SECONDS,
    isPersonal: readFlag(parameters, 'is_personal'),
    ...(button && { button }),
  });
  return true;
};

/** Only articles are looked at closely. */
function readResult({ world }: Server, value: unknown): InlineQueryResult {
  if (!isResult(value)) throw badRequest('can\'t parse inline query result: field "type" must be a String');
  const bytes = Buffer.byteLength(value.id);
  if (bytes < 1 || bytes > INLINE_ID_BYTES) throw badRequest('RESULT_ID_INVALID');
  if (value.type !== 'article') return value;
  if (value.title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  const report = (violation: string) => world.violations.push(violation);
  const content = value.input_message_content;
  if (!('message_text' in content)) return value;
  if (content.parse_mode !== undefined)
    throw badRequest('this server takes text with entities only, and no parse_mode');
  const { text } = formatText(
    content.message_text,
    readEntities(content.message_text, content.entities, report),
  );
  if (text === '') throw badRequest('MESSAGE_EMPTY');
  if (text.length > TEXT_LIMIT) throw badRequest('MESSAGE_TOO_LONG');
  if (isObject(value.reply_markup)) checkInlineKeyboard({ ...value.reply_markup }, report);
  return value;
}

function isResult(value: unknown): value is InlineQueryResult {
  return isObject(value) && typeof value.type === 'string' && typeof value.id === 'string';
}

function readButton(button: Readonly<Record<string, unknown>> | undefined) {
  if (!button) return undefined;
  const { text, start_parameter: start } = button;
  if (typeof text !== 'string' || text === '') throw badRequest('button text must be non-empty');
  if (start === undefined) return { text };
  if (typeof start !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/u.test(start))
    throw badRequest('START_PARAM_INVALID');
  return { text, startParameter: start };
}
