import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/evaluate/bootstrap.ts';
import { findWordBounds } from '../../src/text/word-bounds.ts';
import { tokenise } from '../../src/text/words.ts';

/** A character that `findWordBounds` leaves to others: with it, a text is split by pattern. */
const BEYOND = ' 😀';

/** Signs, letters, marks and digits between which words are hard to tell apart. */
const PIECES = [
  ...'aBé12.,\'’ʼ -_жم١½…Ußª\n"',
  '\u0301',
  '\u00ad',
  '\u200b',
  '\u064b',
  '\u066b',
  '.',
  '.',
  'U.S',
  "o'n",
];

describe('word bounds', () => {
  it('are the same as those by pattern, in any mixture of signs', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 20_000; round++) {
      const length = 1 + Math.floor(random() * 12);
      const text = Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)] ?? '').join('');
      expect(tokenise(text, 'en'), JSON.stringify(text)).toEqual(tokenise(text + BEYOND, 'en'));
    }
  });

  it('are left to others where a script has no spaces', () => {
    expect(findWordBounds('Gaza 加沙')).toBeUndefined();
    expect(tokenise('Gaza 加沙', 'zh').map(({ text }) => text)).toEqual(['Gaza', '加沙']);
  });

  it('are none in a text without words', () => {
    expect(findWordBounds('')).toEqual([]);
    expect(findWordBounds(' … — ?')).toEqual([]);
  });
});
