import { describe, expect, it } from 'vitest';
import { checkWording, type WordingCheck } from '../../src/answer/check-wording.ts';
import { documentOf } from '../support/answers.ts';
import { shelfOf } from './corpus.ts';

const DOCUMENTS = [
  documentOf(
    'harbour',
    'The Reform Alliance won 48 of the 90 seats. “We are ready to govern,” its leader Lena Markovic said on Thursday. The result is final.',
    { publisher: 'The Tarn Courier', author: 'Mirela Oduya' },
  ),
  documentOf('strike', 'Paul Renner said: "We will not return to work." He spoke in Braga.', {
    publisher: 'The Daily Ledger',
  }),
  documentOf('echo', 'Many papers wrote that the result is final. Others did not.'),
];

const check = (
  text: string,
  found: readonly string[] = [],
  ids = DOCUMENTS.map(({ id }) => id),
): Promise<WordingCheck> =>
  checkWording(text, {
    search: async () => found,
    document: shelfOf(...DOCUMENTS),
    documentIds: async () => ids,
    readerUrl: '',
  });

const summary = ({ verdict, hits }: WordingCheck): unknown[] => [
  verdict,
  ...hits.map(({ quote }) => [quote.documentId, quote.text]),
];

describe('checkWording', () => {
  it('finds a wording that spans sentences, though search returns nothing', async () => {
    expect(summary(await check('48 of the 90 seats. "We are ready to govern,"'))).toEqual([
      'exact',
      ['harbour', '48 of the 90 seats. “We are ready to govern,”'],
    ]);
  });

  it('lists every document that holds it', async () => {
    expect(summary(await check('the result is final'))).toEqual([
      'exact',
      ['harbour', 'The result is final'],
      ['echo', 'the result is final'],
    ]);
  });

  it('looks into what search returns where the list of documents is not given', async () => {
    const { verdict } = await checkWording('we will not return to work', {
      search: async () => ['strike#0'],
      document: shelfOf(...DOCUMENTS),
      readerUrl: '',
    });
    expect(verdict).toBe('exact');
  });

  it('shows how a wording differs', async () => {
    const { verdict, hits } = await check('The Reform Alliance won 60 of the 90 seats', ['harbour#0']);
    expect(verdict).toBe('nearly');
    expect(hits[0]?.difference).toEqual([
      { kind: 'kept', text: 'The Reform Alliance won' },
      { kind: 'deleted', text: '48' },
      { kind: 'inserted', text: '60' },
      { kind: 'kept', text: 'of the 90 seats' },
    ]);
  });

  it.each([
    ['Lena Markovic said: "We are ready to govern"', 'exact', true],
    ['"We are ready to govern" — Lena Markovic', 'exact', true],
    ['The Tarn Courier: We are ready to govern', 'exact', true],
    ['Paul Renner said: "We are ready to govern"', 'other-source', false],
    ['“We are ready to govern” (The Daily Ledger)', 'other-source', false],
  ])('holds %j against whom it names', async (text, verdict, isClaimedSource) => {
    const result = await check(text);
    expect(result.verdict).toBe(verdict);
    expect(result.wording).toBe('We are ready to govern');
    expect(result.hits[0]?.isClaimedSource).toBe(isClaimedSource);
  });

  it.each(['Taxes will be cut in half by the summer', '', 'seats', '“…”', 'x'.repeat(20_000)])(
    'finds nothing for %j',
    async (text) => {
      expect(summary(await check(text, ['harbour#0', 'strike#0', 'gone#4']))).toEqual(['not-found']);
    },
  );

  it('never quotes boilerplate', async () => {
    const document = documentOf('offer', 'Buy one, get one free today.', {
      boilerplate: [{ start: 0, end: 28 }],
    });
    const result = await checkWording('get one free today', {
      search: async () => ['offer#0'],
      document: shelfOf(document),
      readerUrl: '',
    });
    expect(result.verdict).toBe('not-found');
  });
});
