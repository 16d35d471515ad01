import type { MessageEntity } from 'grammy/types';
import type { ChatRecord, MessageRecord, World } from './world.ts';

/** Marks that stand for entities in a snapshot. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  bold: ['**', '**'],
  italic: ['_', '_'],
  underline: ['__', '__'],
  strikethrough: ['~~', '~~'],
  spoiler: ['||', '||'],
  code: ['`', '`'],
  pre: ['```', '```'],
  blockquote: ['❝', '❞'],
  expandable_blockquote: ['❝…', '…❞'],
};

/** A chat as text: speaker, words with marks, edits and buttons. */
export function snapshotOf(world: World, chat: ChatRecord): string {
  const title = chat.type === 'private' ? `chat with ${chat.title}` : `${chat.type} ${chat.title}`;
  const lines = chat.messages
    .filter(({ deleted }) => !deleted)
    .map((record) => snapshotMessage(world, record));
  return [`— ${title} —`, ...lines].join('\n');
}

function snapshotMessage(world: World, { message, earlierTexts }: MessageRecord): string {
  const { text = message.caption ?? '', entities = message.caption_entities ?? [] } = message;
  const reply = message.reply_to_message;
  const speaker = message.from?.id === world.bot.id ? 'bot' : (message.from?.first_name ?? 'channel');
  const notes = [
    ...(reply && reply.forum_topic_created === undefined ? [`re #${reply.message_id}`] : []),
    ...(message.quote ? [`“${message.quote.text}”`] : []),
    ...(message.document ? [`file ${message.document.file_name}`] : []),
    ...(earlierTexts.length > 0 ? [`edited ${earlierTexts.length}×`] : []),
  ];
  const head = `#${message.message_id} ${speaker}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}: `;
  const rows = (message.reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map((button) => `[${button.text}]`).join(' '),
  );
  return [head + markEntities(text, entities), ...rows.map((row) => `    ${row}`)].join('\n');
}

/** A text with its entities as marks; links as `<words|address>`, what the server found as `‹words›`. */
export function markEntities(text: string, entities: readonly MessageEntity[]): string {
  const opening = new Map<number, string>();
  const closing = new Map<number, string>();
  for (const entity of entities) {
    const [before, after] =
      entity.type === 'text_link' ? ['<', `|${entity.url}>`] : (MARKS[entity.type] ?? ['‹', '›']);
    const end = entity.offset + entity.length;
    opening.set(entity.offset, (opening.get(entity.offset) ?? '') + before);
    closing.set(end, after + (closing.get(end) ?? ''));
  }
  const units = text
    .split('')
    .map((unit, offset) => (closing.get(offset) ?? '') + (opening.get(offset) ?? '') + unit);
  return units.join('') + (closing.get(text.length) ?? '');
}
