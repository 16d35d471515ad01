import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countHidden, findHidden, stripHidden } from '../../src/text/hidden-characters.ts';
import { readVisible } from '../../src/text/visible-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'a',
          'ی',
          '葛',
          '❤',
          '👩',
          ' ',
          '\r',
          '\n',
          '\f',
          '\u0301',
          '\u200B',
          '\u200C',
          '\u200D',
          '\u200F',
        ],
        ...['\u061C', '\u180B', '\uFE0F', '\u{E0100}', '\u{E0041}', '\u0007', '\u00AD', '\u034F', '\u202E'],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('stripHidden', () => {
  it.each([
    ['zero-width characters', 'zero\u200Bwidth\u2060 \uFEFFmarks', 'zerowidth marks'],
    ['soft hyphens', 'soft\u00ADware', 'software'],
    ['direction overrides and isolates', '\u202Aa\u202Eb\u202C\u2066c\u2069', 'abc'],
    ['tags', 'plain\u{E0001}\u{E0069}\u{E0067}\u{E007F} \u{E0080}words', 'plain words'],
    ['controls but white space', 'a\u0000b\u0007\u009Fc\r\n\td', 'abc\r\n\td'],
    ['blank letters and annotation marks', 'a\u3164b\uFFF9c\u115F', 'abc'],
    ['bytes in variation selectors', '😀\uFE0F\uFE01\u{E0121}\u{E0155}!', '😀\uFE0F!'],
    ['ideographic variants of other letters', 'a\u{E0100}b', 'ab'],
    ['joiners between letters that do not join', 'in\u200Cvisi\u200Dble', 'invisible'],
    ['direction marks in a row', 'ab\u200F\u200E\u200F\u061Cc', 'ab\u200Fc'],
  ])('takes out %s', (_what, text, visible) => {
    expect(stripHidden(text)).toBe(visible);
  });

  it.each([
    'می\u200Cخواهم',
    'क\u094D\u200Dष',
    'مرحبا\u200F',
    '👩\u200D👩\u200D👧\u200D👦',
    '❤\uFE0F\u200D🔥',
    '1\uFE0F\u20E3',
    '葛\u{E0100}飾',
    'Việt Nam',
  ])('keeps what the writing of %s needs', (text) => {
    expect(stripHidden(text)).toBe(text);
    expect(countHidden(text).size).toBe(0);
  });

  it('leaves nothing to strip, as it is found and counted', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const visible = stripHidden(text);
        expect(stripHidden(visible)).toBe(visible);
        const found = [...findHidden(text)];
        expect(text.length - visible.length).toBe(found.reduce((sum, { units }) => sum + units, 0));
        const counted = [...countHidden(text).values()];
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(found.length);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('readVisible', () => {
  it('leads back to the same words where they were read', () => {
    const original = 'The \u200Bharbour\u{E0041}\r\nfroze.\fShips\u2028wait\u00ADed.';
    const { text, originOf } = readVisible(original);
    expect(text).toBe('The harbour\nfroze.\n\nShips\nwaited.');
    const origin = (words: string) => {
      const start = text.indexOf(words);
      const span = originOf({ start, end: start + words.length });
      return original.slice(span.start, span.end);
    };
    expect(origin('harbour')).toBe('harbour');
    expect(origin('harbour\nfroze.')).toBe('harbour\u{E0041}\r\nfroze.');
    expect(origin('waited')).toBe('wait\u00ADed');
  });

  it('keeps every span in order, and what is seen in it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (original, from, length) => {
        const { text, originOf } = readVisible(original);
        const span = { start: Math.min(from, text.length), end: Math.min(from + length, text.length) };
        const { start, end } = originOf(span);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(original.length);
        const unseen = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
        expect(original.slice(start, end).replace(unseen, '')).toBe(
          text.slice(span.start, span.end).replace(unseen, ''),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
