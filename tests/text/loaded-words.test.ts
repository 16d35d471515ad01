import { describe, expect, it } from 'vitest';
import { findLoadedWords, quoteLoadedWords } from '../../src/text/loaded-words.ts';

describe('loaded words', () => {
  it.each([
    ['The regime fell.', ['regime']],
    ['The Terrorists and the martyr.', ['Terrorists', 'martyr']],
    ['He called it a "massacre".', []],
    ['He called it a “massacre of heroes”, not a slaughter.', ['slaughter']],
    ['The heroin was seized by the regimental band.', []],
  ])('are found outside of quotation marks only: %s', (text, words) => {
    expect(findLoadedWords(text).map(({ word }) => word)).toEqual(words);
  });

  it('are marked as the words of the source that uses them', () => {
    const quotes = ['The regime shot two heroes, the paper wrote.'];
    expect(quoteLoadedWords('The regime shot two heroes.', quotes)).toBe('The “regime” shot two “heroes”.');
    expect(quoteLoadedWords('The tyrant shot two people.', quotes)).toBe('The tyrant shot two people.');
  });

  it('are marked once, however often that is done', () => {
    const once = quoteLoadedWords('The regime fell.', ['the regime']);
    expect(quoteLoadedWords(once, ['the regime'])).toBe(once);
  });
});
