import { type Block, lineBreaksBetween, type Run } from '../../src/render/block.ts';
import type { Dialect } from '../../src/render/dialect.ts';

/**
 * The two shapes that limits take on chat platforms, as small as they come: Markdown whose escapes and addresses count
 * (Discord), and text with entities whose marks cost nothing but are limited in number (Telegram).
 */

/** https://discord.com/developers/docs/resources/message#create-message */
export const DISCORD_CONTENT_LIMIT = 2000;

export const markdownDialect: Dialect<string> = {
  name: 'markdown',
  encode: (blocks) => joinBlocks(blocks, (block) => prefixOf(block) + block.runs.map(toMarkdown).join('')),
  fits: (message) => message.length <= DISCORD_CONTENT_LIMIT,
};

function prefixOf(block: Block): string {
  return block.kind === 'verbatim' ? '> ' : '';
}

function toMarkdown({ text, strong, link, code }: Run): string {
  const escaped = code
    ? `\`${text.replaceAll('`', 'ˋ')}\``
    : text.replace(/[\\*_~`|>#[\]()\-.!@<:+]/gu, '\\$&');
  const marked = strong ? `**${escaped}**` : escaped;
  return link === undefined ? marked : `[${marked}](<${link}>)`;
}

/** https://core.telegram.org/bots/api#sendmessage */
export const TELEGRAM_TEXT_LIMIT = 4096;
export const TELEGRAM_ENTITY_LIMIT = 100;

export interface Entity {
  readonly type: 'bold' | 'code' | 'text_link' | 'blockquote';
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface EntityMessage {
  readonly text: string;
  readonly entities: readonly Entity[];
}

export const entityDialect: Dialect<EntityMessage> = {
  name: 'entities',
  encode: (blocks) => {
    const entities: Entity[] = [];
    let text = '';
    blocks.forEach((block, index) => {
      const before = blocks[index - 1];
      if (before) text += '\n'.repeat(lineBreaksBetween(before, block));
      const start = text.length;
      for (const run of block.runs) {
        const place = { offset: text.length, length: run.text.length };
        if (run.strong) entities.push({ type: 'bold', ...place });
        if (run.code) entities.push({ type: 'code', ...place });
        if (run.link !== undefined) entities.push({ type: 'text_link', ...place, url: run.link });
        text += run.text;
      }
      if (block.kind === 'verbatim')
        entities.push({ type: 'blockquote', offset: start, length: text.length - start });
    });
    return { text, entities };
  },
  fits: ({ text, entities }) =>
    text.length <= TELEGRAM_TEXT_LIMIT && entities.length <= TELEGRAM_ENTITY_LIMIT,
};

function joinBlocks(blocks: readonly Block[], encode: (block: Block) => string): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      return (before ? '\n'.repeat(lineBreaksBetween(before, block)) : '') + encode(block);
    })
    .join('');
}
