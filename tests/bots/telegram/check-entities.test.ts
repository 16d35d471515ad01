import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { checkEntities } from '../../support/telegram/check-entities.ts';
import { detectEntities } from '../../support/telegram/detect-entities.ts';
import { formatText } from '../../support/telegram/format-text.ts';
import { markEntities } from '../../support/telegram/snapshot.ts';

type Simple = Exclude<
  MessageEntity['type'],
  'text_link' | 'text_mention' | 'pre' | 'custom_emoji' | 'date_time'
>;

const entity = (type: Simple, offset: number, length: number): MessageEntity => ({ type, offset, length });
const link = (offset: number, length: number, url = 'https://example.org'): MessageEntity => ({
  type: 'text_link',
  offset,
  length,
  url,
});

describe('entities', () => {
  it.each<[string, readonly MessageEntity[]]>([
    ['beside each other', [entity('bold', 0, 2), entity('code', 2, 2)]],
    ['a link in bold', [entity('bold', 0, 6), link(1, 2)]],
    ['bold in a link', [link(0, 6), entity('bold', 1, 2)]],
    ['bold in italics', [entity('italic', 0, 6), entity('bold', 1, 2)]],
    ['code in a quotation', [entity('blockquote', 0, 6), entity('code', 1, 2)]],
    ['a link in a folded quotation', [entity('expandable_blockquote', 0, 6), link(0, 6)]],
  ])('may stand: %s', (_what, entities) => {
    expect(checkEntities('abcdef', entities)).toEqual([]);
  });

  it.each<[string, readonly MessageEntity[], string]>([
    ['of no length', [entity('bold', 1, 0)], 'bold 1+0 is empty'],
    ['before the text', [entity('bold', -1, 2)], 'bold -1+2 begins before the text'],
    ['beyond the text', [entity('bold', 4, 3)], 'bold 4+3 ends after the text, which has 6'],
    ['that overlap', [entity('bold', 0, 3), entity('italic', 2, 3)], 'italic 2+3 overlaps bold 0+3'],
    ['bold in code', [entity('code', 0, 4), entity('bold', 1, 2)], 'bold 1+2 is inside code 0+4'],
    ['code in bold', [entity('bold', 0, 4), entity('code', 1, 2)], 'code 1+2 is inside bold 0+4'],
    ['a link in a link', [link(0, 4), link(1, 2)], 'text_link 1+2 is inside text_link 0+4'],
    [
      'quotations in each other',
      [entity('blockquote', 0, 4), entity('expandable_blockquote', 1, 2)],
      'expandable_blockquote 1+2 is inside blockquote 0+4',
    ],
    [
      'that only the server sets',
      [entity('mention', 0, 4)],
      'mention 0+4 is of a type that only the server sets',
    ],
    ['that lead nowhere', [link(0, 4, '/documents')], 'text_link 0+4 leads to no address: /documents'],
    [
      'to this very host',
      [link(0, 4, 'http://localhost/')],
      'text_link 0+4 leads to no address: http://localhost/',
    ],
  ])('may not stand: %s', (_what, entities, wrong) => {
    expect(checkEntities('abcdef', entities)).toEqual([wrong]);
  });

  it('may not begin or end inside a character', () => {
    expect(checkEntities('a😀b', [entity('bold', 2, 1), entity('italic', 0, 2)])).toEqual([
      'bold 2+1 begins inside a character',
      'italic 0+2 ends inside a character',
    ]);
  });

  it('are kept up to a hundred', () => {
    const many = Array.from({ length: 101 }, (_, index) => entity('bold', index, 1));
    expect(checkEntities('x'.repeat(101), many)).toEqual(['101 entities, of which the server keeps 100']);
  });
});

describe('what the server finds in a text', () => {
  it.each([
    ['@bobby and me@example.org', '‹@bobby› and ‹me@example.org›'],
    ['a@bob, @ab, @gif', 'a@bob, @ab, ‹@gif›'],
    ['/ask@some_bot or/and /help/me </b>', '‹/ask@some_bot› or/and /help/me </b>'],
    ['#news #1 a#b ##c', '‹#news› #1 a#b #‹#c›'],
    ['$USD US$ $usd $5', '‹$USD› US$ $usd $5'],
    [
      'see example.org. http://a.bc/d(e) U.S. p.m. The.End',
      'see ‹example.org›. ‹http://a.bc/d(e)› U.S. p.m. The.End',
    ],
    ['127.0.0.1:80/x 1.2.3 3.5', '‹127.0.0.1:80/x› 1.2.3 3.5'],
    ['+1-212-555-0123 and 41,000', '‹+1-212-555-0123› and 41,000'],
  ])('%s', (text, marked) => {
    expect(markEntities(text, detectEntities(text))).toBe(marked);
  });

  it('is left alone in links and code only', () => {
    const text = '@anna @bert @carl @dora';
    const kept = formatText(text, [
      entity('bold', 0, 5),
      entity('code', 6, 5),
      link(12, 5),
      entity('blockquote', 18, 5),
    ]);
    expect(markEntities(kept.text, kept.entities)).toBe(
      '**‹@anna›** `@bert` <@carl|https://example.org> ❝‹@dora›❞',
    );
  });
});

describe('a text as the server keeps it', () => {
  it('has no space at its ends, no controls and no carriage returns, and its entities moved along', () => {
    const kept = formatText('  a\r\nb\tc\u202ed \n', [entity('bold', 5, 1), entity('italic', 9, 1)]);
    expect(kept.text).toBe('a\nb cd');
    expect(markEntities(kept.text, kept.entities)).toBe('a\n**b** c_d_');
  });
});
