import { describe, expect, it } from 'vitest';
import { doubleSlipsOf, slipsOf } from '../../src/text/slips.ts';

const spellings = (word: string) => slipsOf(word).map(({ spelling }) => spelling);

describe('slipsOf', () => {
  it.each([
    ['a letter left out', 'goverment', 'government'],
    ['a letter too many', 'clowck', 'clock'],
    ['a single letter for two', 'fery', 'ferry'],
    ['two letters for one', 'ballott', 'ballot'],
    ['letters swapped', 'recieve', 'receive'],
    ['a neighbouring key', 'elextion', 'election'],
    ['a key of the row above', 'cpunt', 'count'],
    ['another vowel', 'seperate', 'separate'],
    ['the first letter left out', 'lection', 'election'],
    ['the last letter left out', 'vaccin', 'vaccine'],
    ['Cyrillic', 'выбры', 'выборы'],
    ['Arabic', 'انتخبات', 'انتخابات'],
    ['Greek', 'εκλγες', 'εκλογες'],
    ['Hebrew', 'בחירת', 'בחירות'],
  ])('makes good %s: %s', (_what, written, meant) => {
    expect(spellings(written)).toContain(meant);
  });

  it.each([
    ['a consonant for another that lies elsewhere', 'model', 'motel'],
    ['two slips', 'cricket', 'ticket'],
    ['itself', 'ferry', 'ferry'],
  ])('knows nothing of %s: %s', (_what, written, other) => {
    expect(spellings(written)).not.toContain(other);
  });

  it('goes both ways', () => {
    for (const word of ['ferry', 'мост', 'جسر'])
      for (const slip of spellings(word)) expect(spellings(slip)).toContain(word);
  });

  it('tells letters that were swapped', () => {
    expect(slipsOf('form').filter(({ swap }) => swap)).toEqual([
      { spelling: 'ofrm', swap: true },
      { spelling: 'from', swap: true },
      { spelling: 'fomr', swap: true },
    ]);
  });

  it('lists each spelling once', () => {
    expect(new Set(spellings('committee')).size).toBe(spellings('committee').length);
  });

  it.each(['2021', 'covid19', '选举', 'выбoры', 'x'.repeat(25), '', 'ferry boat', 'ไทย'])(
    'makes nothing of %j',
    (word) => {
      expect(slipsOf(word)).toEqual([]);
      expect(doubleSlipsOf(word)).toEqual([]);
    },
  );
});

describe('doubleSlipsOf', () => {
  it.each([
    ['tommorow', 'tomorrow'],
    ['neccesary', 'necessary'],
    ['beggining', 'beginning'],
    ['embarasment', 'embarrassment'],
    ['dissapear', 'disappear'],
  ])('makes two light slips good: %s', (written, meant) => {
    expect(doubleSlipsOf(written).map(({ spelling }) => spelling)).toContain(meant);
  });

  it('leaves the word itself out', () => {
    expect(doubleSlipsOf('committee').map(({ spelling }) => spelling)).not.toContain('committee');
  });
});
