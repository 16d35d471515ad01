import { describe, expect, it } from 'vitest';
import { citationLink, LINK_LIMIT } from '../../src/answer/link.ts';
import type { Span } from '../../src/types.ts';

const URL_OF_ARTICLE = 'https://tarn.example/news/harbour';
const TEXT =
  'The Alliance won, 48-42 & more. The result is final. Nobody had expected it.\n\nThe result is final. ' +
  `${'A long sentence goes on and on with many a word in it, as reporters like them, '.repeat(3)}and then it ends.`;

const spanOf = (words: string, from = 0): Span => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

const fragmentOf = (span: Span, url = URL_OF_ARTICLE): string =>
  citationLink({ id: 'harbour', url, text: TEXT }, span, '').slice(url.length);

describe('citationLink', () => {
  it('gives a short sentence whole, with what has a meaning in a fragment escaped', () => {
    expect(fragmentOf(spanOf('The Alliance won, 48-42 & more.'))).toBe(
      '#:~:text=The%20Alliance%20won%2C%2048%2D42%20%26%20more.',
    );
  });

  it('tells one of two equal sentences by what stands around it', () => {
    const second = spanOf('The result is final.', 60);
    expect(fragmentOf(spanOf('The result is final.'))).toBe('#:~:text=The%20result%20is%20final.');
    expect(fragmentOf(second)).toMatch(
      /^#:~:text=is%20final\.%20Nobody%20had%20expected%20it\.-,The%20result%20is%20final\.,-A%20long/,
    );
  });

  it('gives a long quote by its first and last words', () => {
    const span = spanOf(TEXT.slice(TEXT.indexOf('A long'), TEXT.length));
    expect(fragmentOf(span)).toBe(
      '#:~:text=A%20long%20sentence%20goes%20on%20and%20on%20with,as%20reporters%20like%20them%2C%20and%20then%20it%20ends.',
    );
  });

  it('gives a quote that spans paragraphs by its ends', () => {
    expect(fragmentOf(spanOf('Nobody had expected it.\n\nThe result is final.'))).toContain(
      'Nobody%20had%20expected%20it.,The%20result%20is%20final.',
    );
  });

  it('keeps a fragment that the url has', () => {
    expect(fragmentOf(spanOf('Nobody had expected it.'), `${URL_OF_ARTICLE}#top`)).toBe(
      ':~:text=Nobody%20had%20expected%20it.',
    );
  });

  it('never exceeds the limit', () => {
    for (const length of [0, 300, 420, 480, 500]) {
      const url = `${URL_OF_ARTICLE}/${'a'.repeat(length)}`;
      expect(
        citationLink({ id: 'harbour', url, text: TEXT }, { start: 0, end: TEXT.length }, '').length,
      ).toBeLessThanOrEqual(LINK_LIMIT);
    }
  });

  it.each([
    undefined,
    'javascript:alert(1)',
    'file:///etc/passwd',
    'not a url',
    `https://x.example/${'a'.repeat(600)}`,
  ])('leads to the reader page for url %j', (url) => {
    const document = { id: 'a b/ü', text: TEXT, ...(url === undefined ? {} : { url }) };
    expect(citationLink(document, { start: 3, end: 9 }, 'https://bot.example/')).toBe(
      'https://bot.example/documents/a%20b%2F%C3%BC?start=3&end=9#quote',
    );
  });
});
