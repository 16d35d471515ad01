import type { MessageEntity } from 'grammy/types';

/** At most so many entities of a bot are kept by the server; further ones are dropped without a word (tdlib). */
export const KEPT_ENTITIES = 100;

const STYLES: ReadonlySet<string> = new Set(['bold', 'italic', 'underline', 'strikethrough', 'spoiler']);
const QUOTES: ReadonlySet<string> = new Set(['blockquote', 'expandable_blockquote']);
const CODES: ReadonlySet<string> = new Set(['code', 'pre']);
const OTHERS: ReadonlySet<string> = new Set(['text_link', 'text_mention', 'custom_emoji', 'date_time']);
/** Found by the server; sent by a bot they are ignored. */
const FOUND: ReadonlySet<string> = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

/**
 * What is wrong with the entities of a text, in words; empty where the server takes them as they are. The rules are
 * those of https://core.telegram.org/bots/api#formatting-options: entities are disjoint or nested; bold, italic,
 * underline, strikethrough and spoiler may contain and be part of any but code and pre; block quotations are not nested;
 * code and pre contain nothing and are part of nothing but a block quotation; the others do not contain each other.
 */
export function checkEntities(text: string, entities: readonly MessageEntity[]): readonly string[] {
  const wrong = entities.flatMap((entity) => checkEntity(text, entity));
  if (entities.length > KEPT_ENTITIES)
    wrong.push(`${entities.length} entities, of which the server keeps ${KEPT_ENTITIES}`);
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  sorted.forEach((outer, index) => {
    for (const inner of sorted.slice(index + 1)) {
      if (inner.offset >= endOf(outer)) break;
      if (endOf(inner) > endOf(outer)) wrong.push(`${nameOf(inner)} overlaps ${nameOf(outer)}`);
      else if (!mayContain(outer, inner)) wrong.push(`${nameOf(inner)} is inside ${nameOf(outer)}`);
    }
  });
  return wrong;
}

function checkEntity(text: string, entity: MessageEntity): string[] {
  const { type, offset, length } = entity;
  const name = nameOf(entity);
  if (FOUND.has(type)) return [`${name} is of a type that only the server sets`];
  if (![STYLES, QUOTES, CODES, OTHERS].some((types) => types.has(type)))
    return [`${name} is of no known type`];
  const wrong: string[] = [];
  if (!Number.isInteger(offset) || offset < 0) wrong.push(`${name} begins before the text`);
  if (!Number.isInteger(length) || length <= 0) wrong.push(`${name} is empty`);
  if (offset + length > text.length) wrong.push(`${name} ends after the text, which has ${text.length}`);
  if (splitsCharacter(text, offset)) wrong.push(`${name} begins inside a character`);
  if (splitsCharacter(text, offset + length)) wrong.push(`${name} ends inside a character`);
  if (type === 'text_link' && !isLink(entity.url)) wrong.push(`${name} leads to no address: ${entity.url}`);
  if (type === 'text_mention' && entity.user === undefined) wrong.push(`${name} names no user`);
  if (STYLES.has(type) && offset >= 0 && length > 0 && text.slice(offset, offset + length).trim() === '')
    wrong.push(`${name} marks no words`);
  return wrong;
}

function mayContain(outer: MessageEntity, inner: MessageEntity): boolean {
  if (outer.type === inner.type || CODES.has(outer.type)) return false;
  if (CODES.has(inner.type)) return QUOTES.has(outer.type);
  if (QUOTES.has(inner.type)) return STYLES.has(outer.type);
  return STYLES.has(outer.type) || STYLES.has(inner.type) || QUOTES.has(outer.type);
}

function splitsCharacter(text: string, offset: number): boolean {
  return (
    isBetween(text.charCodeAt(offset - 1), 0xd800, 0xdbff) &&
    isBetween(text.charCodeAt(offset), 0xdc00, 0xdfff)
  );
}

function isBetween(code: number, first: number, last: number): boolean {
  return code >= first && code <= last;
}

/** http, https or tg, with a host that has a dot: to others the server gives no link, without saying so. */
function isLink(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'tg:') return true;
  return (protocol === 'http:' || protocol === 'https:') && /\.|^\[/u.test(hostname);
}

function endOf({ offset, length }: MessageEntity): number {
  return offset + length;
}

function nameOf({ type, offset, length }: MessageEntity): string {
  return `${type} ${offset}+${length}`;
}
