import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateAll, locateQuote } from '../../src/answer/locate.ts';

const TEXT =
  'Mashal said that “the brothers in Fateh move\u00adment, and all Palestinian factions” agree — to arrange  the\n house. ' +
  'He won’t recognise the 66 seats, he said. A café opened. A cafe\u0301 closed. Party art.';

const slice = (wanted: string): string | undefined => {
  const located = locateQuote(TEXT, wanted);
  return located && TEXT.slice(located.span.start, located.span.end);
};

describe('locateQuote', () => {
  it.each([
    ['exact', 'recognise the 66 seats', 'recognise the 66 seats'],
    ['folded', 'THE BROTHERS in Fateh movement', 'the brothers in Fateh move\u00adment'],
    ['folded', '«the brothers in Fateh movement, and all', '“the brothers in Fateh move\u00adment, and all'],
    ['folded', 'agree--to arrange the house', 'agree — to arrange  the\n house'],
    ['folded', "won't recognise", 'won’t recognise'],
    ['folded', '…recognise the 66 seats…', 'recognise the 66 seats'],
    ['exact', 'art', 'art'],
    ['folded', 'A café closed', 'A cafe\u0301 closed'],
  ])('finds %s wording %j', (how, wanted, expected) => {
    expect(slice(wanted)).toBe(expected);
    expect(locateQuote(TEXT, wanted)?.how).toBe(how);
  });

  it('finds nearly the same wording, with how near it is', () => {
    const wanted =
      'Mashal said that the brothers in Fateh movement and all the Palestinian factions agree to arrange the house';
    expect(locateQuote(TEXT, wanted)).toMatchObject({ how: 'near', span: { start: 0 } });
    expect(locateQuote(TEXT, wanted)?.similarity).toBeCloseTo(1 - 1 / 18);
    expect(locateQuote(TEXT, wanted, { near: false })).toBeUndefined();
  });

  it.each([
    ['part of a word', 'recogn'],
    ['part of a grapheme', 'cafe'],
    ['nothing', ''],
    ['marks alone', '“…”'],
    ['another number', 'He won’t recognise the 67 seats, he said. A café opened. A café closed'],
    ['a negation less', 'He will recognise the 66 seats, he said. A café opened. A café closed'],
    [
      'another name',
      'Haniyya said that the brothers in Fateh movement, and all Palestinian factions agree to arrange',
    ],
    ['a longer wording than may be asked', 'Mashal said '.repeat(1_000)],
  ])('does not find %s', (_, wanted) => {
    expect(slice(wanted)?.startsWith('cafe') ?? false).toBe(false);
    expect(locateQuote(TEXT, wanted === 'cafe' ? 'A cafe closed now' : wanted)).toBeUndefined();
  });

  it('finds every place, overlapping ones too', () => {
    const text = 'so it is so it is so';
    expect(locateAll(text, 'so it is so').map(({ span }) => span.start)).toEqual([0, 9]);
  });

  it('prefers the part of the text that it is told', () => {
    const text = 'He said no. She said no.';
    expect(locateQuote(text, 'said no', { within: { start: 12, end: 24 } })?.span.start).toBe(16);
    expect(locateQuote(text, 'He said no', { within: { start: 12, end: 24 } })).toBeUndefined();
  });

  it('is quick on long texts and on hostile ones', () => {
    const long = 'The quick brown fox jumps over the lazy dog near the river bank. '.repeat(800);
    const started = performance.now();
    locateQuote(long, 'The quick brown fox jumps over a lazy cat by the river bank. '.repeat(5));
    locateQuote('a '.repeat(25_000), `${'a '.repeat(4_000)}b`);
    locateQuote("'".repeat(50_000), "'".repeat(9_000));
    locateQuote('e\u0301'.repeat(25_000), 'e\u0301 '.repeat(300));
    locateQuote('\u0301'.repeat(50_000), 'x y z');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('never splits a surrogate pair or a grapheme', () => {
    const part = fc.constantFrom('👩‍👩‍👧', '🇩🇪', 'e\u0301', '𝔘', 'x', ' ', '\r\n', 'ﬁ', 'ß', '한국');
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat(40), fc.nat(12), (parts, from, length) => {
        const text = parts.join('');
        const located = locateQuote(text, text.slice(from, from + length));
        if (located === undefined) return;
        const boundaries = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
        expect(boundaries.has(located.span.start) && boundaries.has(located.span.end)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
