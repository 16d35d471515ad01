import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/answer/find-quotes.ts';
import { resolveDocumentId } from '../../src/answer/resolve-document-id.ts';
import { LookupError } from '../../src/errors.ts';
import { documentOf } from '../support/answers.ts';

const TEXT =
  'The mine closed in 2009. Two miners had died when a tunnel collapsed. The owners of the mine paid a fine. Subscribe now.';
const DOCUMENT = documentOf('mine', TEXT, {
  boilerplate: [{ start: TEXT.indexOf('Subscribe'), end: TEXT.length }],
});
const texts = (query?: string): string[] =>
  findQuotes(DOCUMENT, query === undefined ? {} : { query }).map(({ quote }) => quote.text);

describe('findQuotes', () => {
  it('gives all sentences in order, without boilerplate, at their places', () => {
    const quotes = findQuotes(DOCUMENT);
    expect(quotes.map(({ quote }) => quote.text)).toEqual([
      'The mine closed in 2009.',
      'Two miners had died when a tunnel collapsed.',
      'The owners of the mine paid a fine.',
    ]);
    for (const { quote } of quotes) expect(TEXT.slice(quote.span.start, quote.span.end)).toBe(quote.text);
  });

  it('puts the sentence with the rarest shared words first, and leaves out those that share none', () => {
    expect(texts('Who paid a fine for the mine?')).toEqual([
      'The owners of the mine paid a fine.', // three shared words
      'The mine closed in 2009.', // one
    ]);
    expect(texts('tunnels')).toEqual(['Two miners had died when a tunnel collapsed.']);
    expect(texts('elephants')).toEqual([]);
  });

  it('takes the sentences that it is given, each once', () => {
    const sentences = [
      { start: 25, end: 69 },
      { start: 0, end: 24 },
      { start: 0, end: 24 },
    ];
    expect(findQuotes(DOCUMENT, { sentences, limit: 5 }).map(({ quote }) => quote.span)).toEqual([
      { start: 0, end: 24 },
      { start: 25, end: 69 },
    ]);
  });
});

describe('resolveDocumentId', () => {
  const ids = ['000_e868', '001_39ea', '002_a501', '002_b777', '00'];

  it.each([
    ['001', '001_39ea'],
    ['002_A', '002_a501'],
    ['00', '00'],
    ['000_e868', '000_e868'],
  ])('takes %j for %j', (prefix, id) => {
    expect(resolveDocumentId(prefix, ids)).toBe(id);
  });

  it('names the documents that a beginning fits', () => {
    expect(() => resolveDocumentId('002', ids)).toThrow(LookupError);
    expect(() => resolveDocumentId('002', ids)).toThrow('"002" fits 2 documents (002_a501, 002_b777)');
  });

  it.each(['', '9', '001_39ea0'])('refuses %j, which fits none', (prefix) => {
    expect(() => resolveDocumentId(prefix, ids)).toThrow(LookupError);
  });
});
