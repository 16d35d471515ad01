import type { MessageEntity } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { checkEntities } from './check-entities.ts';
import { detectEntities } from './detect-entities.ts';
import { isObject } from './parameters.ts';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/**
 * A text as the server keeps it (tdlib, fix_formatted_text): control characters become spaces, carriage returns,
 * directional overrides and combining lines disappear, spaces at both ends are trimmed, and what it makes clickable by
 * itself is found wherever no link or code of the sender's stands.
 */
export function formatText(text: string, sent: readonly MessageEntity[]): FormattedText {
  const offsets = [0];
  let kept = '';
  for (const unit of text.split('')) {
    if (!REMOVED.test(unit)) kept += CONTROL.test(unit) ? ' ' : unit;
    offsets.push(kept.length);
  }
  const start = kept.length - kept.replace(/^[ \n]+/u, '').length;
  const trimmed = kept.slice(start).replace(/[ \n]+$/u, '');
  const at = (offset: number) =>
    Math.min(Math.max((offsets[offset] ?? kept.length) - start, 0), trimmed.length);
  const moved = sent
    .map((entity) => ({
      ...entity,
      offset: at(entity.offset),
      length: at(entity.offset + entity.length) - at(entity.offset),
    }))
    .filter(({ length }) => length > 0);
  return { text: trimmed, entities: sortEntities([...moved, ...findFurther(trimmed, moved)]) };
}

const REMOVED = /\r|[\u2028-\u202e]|\u0333|\u033f|\u030a/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the server replaces
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/u;
/** What is found may stand in these, and cuts through no edge of a block quotation. */
const OPEN_TO_FOUND = /^(bold|italic|underline|strikethrough|spoiler|blockquote|expandable_blockquote)$/u;

function findFurther(text: string, sent: readonly MessageEntity[]): readonly MessageEntity[] {
  const closed = sent.filter(({ type }) => !OPEN_TO_FOUND.test(type));
  const quotes = sent.filter(({ type }) => type.endsWith('blockquote'));
  return detectEntities(text).filter(
    (found) =>
      !closed.some((entity) => shareCharacters(entity, found)) &&
      !quotes.some((quote) => shareCharacters(quote, found) && !contains(quote, found)),
  );
}

function shareCharacters(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

function contains(outer: MessageEntity, inner: MessageEntity): boolean {
  return outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

/** The server's order: by offset, the longer first, block quotations around the rest. */
export function sortEntities(entities: readonly MessageEntity[]): readonly MessageEntity[] {
  const depth = ({ type }: MessageEntity) => (type.endsWith('blockquote') ? 0 : 1);
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length || depth(a) - depth(b));
}

/** Entities of a call: 400 where the server refuses them, a line for `report` where it would mend them silently. */
export function readEntities(
  text: string,
  list: readonly unknown[] | undefined,
  report: (violation: string) => void,
): readonly MessageEntity[] {
  const entities = (list ?? []).filter(isEntity);
  if (entities.length < (list?.length ?? 0))
    throw badRequest("can't parse entities: expected a MessageEntity");
  for (const { offset, length } of entities) {
    if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
    if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
    if (offset + length > text.length)
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
      );
  }
  for (const wrong of checkEntities(text, entities)) {
    if (wrong.includes('inside a character')) throw badRequest(wrong);
    report(`${wrong} in "${text.slice(0, 60)}"`);
  }
  return entities;
}

function isEntity(value: unknown): value is MessageEntity {
  return (
    isObject(value) &&
    typeof value.type === 'string' &&
    typeof value.offset === 'number' &&
    typeof value.length === 'number'
  );
}
