import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/answer/find-quotes.ts';
import { locateQuote } from '../../src/answer/locate.ts';
import { verifyDraft } from '../../src/answer/verify.ts';
import { documentOf } from '../support/answers.ts';
import { makeCandidate, shelfOf } from './corpus.ts';

const TAGS = [...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
/** Hidden characters of every kind inside words, between them and at the ends of sentences, and Windows line ends. */
const TEXT =
  `\uFEFFThe har\u200Bbour of Port\u00ADsea fr\u2060oze on\u202E Mon\u0007day\u202C.${TAGS}\r\n\r\n` +
  `\u2066Twelve\u2069 ships${TAGS} waited\r\nout\u3164side until the i\uFEFFce broke.\u200B\u200D A tug came.`;
const FIRST = 'The har\u200Bbour of Port\u00ADsea fr\u2060oze on\u202E Mon\u0007day\u202C.';
const DOCUMENT = documentOf('ice', TEXT, { publisher: 'The Portsea Post' });

const slice = (wanted: string) => {
  const located = locateQuote(TEXT, wanted, { near: false });
  return located && TEXT.slice(located.span.start, located.span.end);
};

describe('a quote over hidden characters', () => {
  it.each([
    ['The harbour of Portsea froze', 'The har\u200Bbour of Port\u00ADsea fr\u2060oze'],
    ['harbour', 'har\u200Bbour'],
    ['froze on Monday', 'fr\u2060oze on\u202E Mon\u0007day'],
    ['ships waited outside until the ice', `ships${TAGS} waited\r\nout\u3164side until the i\uFEFFce`],
    ['A tug came.', 'A tug came.'],
  ])('is found: %s', (wanted, verbatim) => {
    expect(slice(wanted)).toBe(verbatim);
  });

  it('is found nearly, past them, too', () => {
    const text = TEXT.replaceAll('\u0007', '');
    const wanted = 'twelve ships waited outside until the ice broke and a tug came';
    expect(locateQuote(text, wanted)).toMatchObject({ how: 'near', similarity: 1 - 1 / 12 });
  });

  it('is verified from a drafter who never saw them, sliced verbatim, and cited in a clean statement', async () => {
    const said = 'The harbour of Portsea froze on Monday.';
    const { statements, citations } = await verifyDraft(
      {
        drafter: 'test',
        declined: false,
        claims: [{ text: said, quotes: [{ passageId: 'ice#0', text: said }] }],
      },
      { candidates: [makeCandidate(DOCUMENT)], document: shelfOf(DOCUMENT), readerUrl: '' },
    );
    expect(statements.map(({ text }) => text)).toEqual([said]);
    const [{ quote } = {}] = citations;
    expect(quote?.text).toBe(FIRST);
    expect(quote?.text).toBe(TEXT.slice(quote?.span.start, quote?.span.end));
  });

  it('is verified from a drafter who repeats them, and leaves the statement without them', async () => {
    const candidate = makeCandidate(DOCUMENT);
    for (const { text } of candidate.sentences) {
      const { statements, citations, drops } = await verifyDraft(
        {
          drafter: 'extractive',
          declined: false,
          claims: [{ text: `The Portsea Post: “${text}”`, quotes: [{ passageId: 'ice#0', text }] }],
        },
        { candidates: [candidate], document: shelfOf(DOCUMENT), readerUrl: '' },
      );
      expect(drops).toEqual({});
      expect(statements[0]?.text).not.toMatch(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u);
      expect(citations[0]?.quote.text).toBe(text);
    }
  });

  it('begins and ends with what is seen where sentences are listed', () => {
    expect(findQuotes(DOCUMENT).map(({ quote }) => quote.text)).toEqual([
      FIRST,
      `Twelve\u2069 ships${TAGS} waited\r\nout\u3164side until the i\uFEFFce broke.`,
      'A tug came.',
    ]);
  });
});
