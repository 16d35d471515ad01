import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASES, phrasesFor, spokenLocale } from '../../src/phrases/phrases.ts';
import { cleanText } from '../../src/render/clean.ts';
import { formatDate } from '../../src/render/date.ts';

describe('cleanText', () => {
  it.each([
    ['terminal colours', '\u001b[31mred\u001b[0m', 'red'],
    ['terminal links', '\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007', 'here'],
    ['controls', 'a\u0000b\u0008c\u009bd', 'abcd'],
    ['direction overrides and isolates', 'a\u202eb\u202c\u2066c\u2069', 'abc'],
    [
      'zero-width characters and soft hyphens',
      'zero\u200bwidth\ufeff soft\u00adhyphen',
      'zerowidth softhyphen',
    ],
    ['tags', 'plain\u{e0041}\u{e0042}', 'plain'],
    ['blank letters and rows of variation selectors', 'a\u3164b 😀\ufe0f\ufe01\u{e0121}', 'ab 😀\ufe0f'],
    ['line breaks and runs of space', 'one\r\n two\u00a0\u2028three', 'one two three'],
    ['lone surrogates', 'a\ud83db', 'a\ufffdb'],
    ['piled-up marks', `z${'\u0301'.repeat(40)}`, `z${'\u0301'.repeat(8)}`],
  ])('tames %s', (_what, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  it.each([
    'שלום עולם',
    'مرحبا\u200f',
    'می\u200cخواهم',
    '👩‍👩‍👧‍👦',
    'नमस्ते',
    'Việt Nam',
    'שָׁלוֹם',
    '“curly” — dash',
  ])('leaves %s alone', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('never leaves a control character, and changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanText(text);
        expect(cleaned).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
    );
  });
});

describe('formatDate', () => {
  it.each([
    ['2011-11-24', 'en', '24 November 2011'],
    ['2011-11', 'en', 'November 2011'],
    ['2011', 'en', '2011'],
    ['2011-11-24', 'en-US', 'November 24, 2011'],
    ['2011-11-24T17:27:00+02:00', 'en', '24 November 2011'],
    ['2011-11-24', 'fr', '24 novembre 2011'],
    ['2011-11-24', 'de', '24. November 2011'],
    ['2011-11-24', 'ar-SA', '٢٤ نوفمبر ٢٠١١'],
    ['2011-02-31', 'en', '2011-02-31'],
    ['2011-13', 'en', '2011-13'],
    ['last Tuesday', 'en', 'last Tuesday'],
  ])('writes %s for %s as %s', (date, locale, words) => {
    expect(formatDate(date, locale).replace('\u200f', '')).toBe(words);
  });
});

describe('phrases', () => {
  it.each([...PHRASES.keys()])('of %s are the same ones as in English, none of them empty', (locale) => {
    const phrases = phrasesFor(locale);
    expect(Object.keys(phrases).sort()).toEqual(Object.keys(phrasesFor('en')).sort());
    for (const phrase of Object.values(phrases)) expect(phrase.trim()).not.toBe('');
  });

  it('are chosen by the first language that is spoken', () => {
    expect(spokenLocale(['tlh', 'fr-CA', 'en'])).toBe('fr-CA');
    expect(spokenLocale([])).toBe('en');
    expect(phrasesFor('fr-CA').digest).toBe('résumé');
    expect(phrasesFor('constructor')).toBe(phrasesFor('en'));
  });
});
