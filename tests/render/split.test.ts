import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockText, joinRuns } from '../../src/render/block.ts';
import { type Dialect, toMessages } from '../../src/render/dialect.ts';
import { runsOf } from '../../src/render/runs.ts';
import { splitBlocks } from '../../src/render/split.ts';
import { arbitraryBlocks, cutsOf, rejoinParts } from '../support/arbitrary-blocks.ts';
import {
  DISCORD_CONTENT_LIMIT,
  entityDialect,
  markdownDialect,
  TELEGRAM_ENTITY_LIMIT,
  TELEGRAM_TEXT_LIMIT,
} from '../support/chat-dialects.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const withoutLinks = (blocks: readonly Block[]) =>
  blocks.map((block) => ({ ...block, runs: joinRuns(block.runs.map(({ link: _link, ...run }) => run)) }));

describe.each([
  ['2,000 characters of Markdown', markdownDialect as Dialect<unknown>],
  ['4,096 UTF-16 units and 100 entities', entityDialect as Dialect<unknown>],
])('splitting for %s', (_limits, dialect) => {
  const split = (blocks: readonly Block[]) =>
    splitBlocks(blocks, (part) => dialect.fits(dialect.encode(part)));
  const check = (property: (blocks: readonly Block[], parts: readonly (readonly Block[])[]) => void) =>
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => property(blocks, split(blocks))),
      { numRuns: 12 },
    );

  it('keeps every message within the limits', () => {
    check((_blocks, parts) => {
      for (const part of parts) expect(dialect.fits(dialect.encode(part))).toBe(true);
    });
  });

  it('says the same words with the same marks in all parts as in the whole', () => {
    check((blocks, parts) => {
      expect(withoutLinks(rejoinParts(parts))).toEqual(withoutLinks(blocks));
    });
  });

  it('never cuts a grapheme', () => {
    check((_blocks, parts) => {
      for (const { before, after } of cutsOf(parts)) {
        const start = blockText(before);
        const segment = graphemes.segment(start + blockText(after)).containing(start.length);
        expect(segment?.index).toBe(start.length);
      }
    });
  });

  it('never parts a footnote mark from what it marks', () => {
    check((_blocks, parts) => {
      for (const { after } of cutsOf(parts)) {
        const firstVisible = after.runs.find((run) => run.text.trim() !== '');
        expect(firstVisible?.reference).toBeUndefined();
      }
    });
  });

  it('cuts an id or a link only where it alone exceeds a message', () => {
    check((_blocks, parts) => {
      for (const { before, after } of cutsOf(parts)) {
        const [last, first] = [before.runs.at(-1), after.runs[0]];
        if (last?.code) expect(first?.code).toBeUndefined();
        if (last?.link === undefined || last.link !== first?.link) continue;
        const whole: Block = { kind: 'source', runs: [{ ...last, text: last.text + first.text }] };
        expect(dialect.fits(dialect.encode([whole]))).toBe(false);
      }
    });
  });

  it('drops an address only where it cannot be sent at all', () => {
    check((blocks, parts) => {
      const sent = new Set(parts.flat().flatMap((block) => block.runs.map((run) => run.link)));
      for (const { link } of blocks.flatMap((block) => block.runs)) {
        if (link !== undefined && link.length < DISCORD_CONTENT_LIMIT - 100) expect(sent).toContain(link);
      }
    });
  });
});

describe('entities', () => {
  it('mark the words they were made for, also in later messages', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        for (const { text, entities } of toMessages(blocks, entityDialect)) {
          expect(text.length).toBeLessThanOrEqual(TELEGRAM_TEXT_LIMIT);
          expect(entities.length).toBeLessThanOrEqual(TELEGRAM_ENTITY_LIMIT);
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0);
            expect(text.slice(offset, offset + length).isWellFormed()).toBe(true);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('go on in a new message when there are more than the platform takes', () => {
    const sources = Array.from(
      { length: 70 },
      (_, index): Block => ({
        kind: 'source',
        number: index + 1,
        runs: [
          { text: `[${index + 1}] ` },
          { text: 'Title', link: 'https://example.org/' },
          { text: ' id', code: true },
        ],
      }),
    );
    const messages = toMessages(sources, entityDialect);
    expect(messages.map(({ entities }) => entities.length)).toEqual([100, 40]);
  });
});

describe('where messages end', () => {
  const filler = (length: number): Block => ({ kind: 'statement', runs: [{ text: 'x'.repeat(length) }] });

  it('is between groups: a heading goes with what it heads, a source with its quote', () => {
    const group: Block[] = [
      { kind: 'heading', runs: [{ text: 'Sources' }] },
      { kind: 'source', number: 1, runs: [{ text: '[1] Title' }] },
      { kind: 'verbatim', runs: [{ text: 'The quote.' }] },
    ];
    const parts = splitBlocks([filler(1980), ...group], (part) =>
      markdownDialect.fits(markdownDialect.encode(part)),
    );
    expect(parts).toEqual([[filler(1980)], group]);
  });

  it('is behind a word rather than inside one', () => {
    const long: Block = { kind: 'statement', runs: runsOf('Some words of a long sentence. '.repeat(200)) };
    for (const message of toMessages([long], markdownDialect).slice(0, -1)) expect(message).toMatch(/ $/u);
  });

  it('closes and reopens bold', () => {
    const bold: Block = { kind: 'statement', runs: [{ text: 'bold '.repeat(600).trim(), strong: true }] };
    const messages = toMessages([bold], markdownDialect);
    expect(messages.length).toBe(2);
    for (const message of messages) expect(message).toMatch(/^\*\*[^*]+\*\*$/u);
  });

  it('sends one message where everything fits, and none for nothing', () => {
    expect(toMessages([filler(10)], markdownDialect)).toEqual(['x'.repeat(10)]);
    expect(toMessages([], markdownDialect)).toEqual([]);
  });
});
