import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip } from '../../../bots/discord/clip.ts';
import { readCustomId, writeCustomId } from '../../../bots/discord/custom-id.ts';
import { createLogOnce } from '../../../bots/discord/log-once.ts';
import { createOutlet } from '../../../bots/discord/outlet.ts';
import { createPacer } from '../../../bots/discord/pace.ts';
import { createShelf } from '../../../bots/discord/shelf.ts';

describe('custom ids', () => {
  it('are read as they were written', () => {
    expect(readCustomId(writeCustomId('source', 'AbC', 3, 'next'))).toEqual({
      action: 'source',
      args: ['AbC', '3', 'next'],
    });
  });

  it('of another version are not read', () => {
    for (const id of ['0:sources:a', '', 'sources', '1:', '2:sources:a'])
      expect(readCustomId(id)).toBeUndefined();
  });

  it('that Discord would refuse, or that could not be read back, are not written', () => {
    expect(() => writeCustomId('page', 'x'.repeat(95))).toThrow(RangeError);
    expect(() => writeCustomId('page', 'a:b')).toThrow(RangeError);
  });
});

describe('clip', () => {
  it('keeps to the limit and cuts no grapheme', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, limit) => {
          const clipped = clip(text, limit);
          expect(clipped.length).toBeLessThanOrEqual(limit);
          if (text.length <= limit) {
            expect(clipped).toBe(text);
            return;
          }
          expect(clipped.endsWith('…')).toBe(true);
          const graphemes = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
          const kept = clipped.slice(0, -1);
          expect(
            graphemes.some((_grapheme, end) => graphemes.slice(0, end).join('').trimEnd() === kept),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('the pacer', () => {
  it('shows one value at a time, the newest of those that come too fast, and none after it was stopped', async () => {
    const shown: number[] = [];
    const begun = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const pacer = createPacer<number>(1, async (value) => {
      const turn = shown.push(value) - 1;
      begun[turn]?.resolve();
      await gates[turn]?.promise;
    });
    for (const value of [1, 2, 3]) pacer.offer(value);
    await begun[0]?.promise;
    pacer.offer(4);
    expect(shown).toEqual([3]);
    gates[0]?.resolve();
    await begun[1]?.promise;
    pacer.offer(5);
    const stopped = pacer.stop();
    gates[1]?.resolve();
    await stopped;
    pacer.offer(6);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(shown).toEqual([3, 4]);
  });
});

describe('an outlet', () => {
  it('sends what is missing, edits what differs, and removes what is too much', async () => {
    const calls: string[] = [];
    const outlet = createOutlet({
      send: async ({ content }, index) => {
        calls.push(`send ${content}`);
        return `m${index}`;
      },
      edit: async (id, { content }) => void calls.push(`edit ${id} ${content}`),
      remove: async (id) => void calls.push(`remove ${id}`),
    });
    const show = (...contents: readonly string[]) => outlet.show(contents.map((content) => ({ content })));
    expect(await show('a')).toEqual(['m0']);
    expect(await show('a', 'b', 'c')).toEqual(['m0', 'm1', 'm2']);
    expect(await show('a', 'B')).toEqual(['m0', 'm1']);
    expect(calls).toEqual(['send a', 'send b', 'send c', 'edit m1 B', 'remove m2']);
  });
});

describe('what is kept for a while', () => {
  it('makes room for what is newer', () => {
    const shelf = createShelf();
    const first = shelf.put({ kind: 'document', id: 'first' });
    expect(shelf.take(first)).toEqual({ kind: 'document', id: 'first' });
    for (let count = 0; count < 1_000; count += 1) shelf.put({ kind: 'document', id: `${count}` });
    expect(shelf.take(first)).toBeUndefined();
    expect(shelf.take('no such token')).toBeUndefined();
  });

  it('is said to the operator once, however often it comes', () => {
    const lines: string[] = [];
    const log = createLogOnce((line) => lines.push(line));
    for (const line of ['a', 'b', 'a', 'a']) log(line);
    expect(lines).toEqual(['a', 'b']);
  });
});
