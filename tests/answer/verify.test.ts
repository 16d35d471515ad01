import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerifier, quoteClosest, type Verified, verifyDraft } from '../../src/answer/verify.ts';
import type { Document, DraftClaim, Span } from '../../src/types.ts';
import { documentOf } from '../support/answers.ts';
import { makeCandidate, shelfOf } from './corpus.ts';

const HARBOUR = documentOf(
  'harbour',
  'The Reform Alliance won 48 of the 90 seats in the regional assembly. ' +
    '“We are ready to govern,” its leader Lena Markovic said on Thursday.  The\u00a0counter\u00adsigned  result is final. ' +
    'Its rival, the Labour List, lost 12 seats. Related offer: subscribe for one euro.',
  { publisher: 'The Tarn Courier', published: '2019-03-14', url: 'https://tarn.example/harbour' },
);
const BRIDGE = documentOf(
  'bridge',
  'The bridge over the Tarn opened in May 2018. It cost $3.2 billion and is 14 kilometres long.',
  { publisher: 'The Daily Ledger', published: '2018-05-20' },
);

interface Setting {
  readonly documents?: readonly Document[];
  readonly given?: readonly Document[];
}

/** Claims whose text is their quote, unless a text is given. */
async function verifyQuotes(
  quotes: readonly { id: string; text: string }[],
  { documents = [HARBOUR, BRIDGE], given = documents, claim }: Setting & { claim?: string } = {},
): Promise<Verified> {
  const drafted: DraftClaim = {
    text: claim ?? quotes[0]?.text ?? '',
    quotes: quotes.map(({ id, text }) => ({ passageId: `${id}#0`, text })),
  };
  return verifyDraft(
    { drafter: 'test', claims: [drafted], declined: false },
    {
      candidates: given.map((document) => makeCandidate(document)),
      document: shelfOf(...documents),
      readerUrl: 'http://localhost:8080',
    },
  );
}

const quoted = ({ citations }: Verified): readonly string[] => citations.map(({ quote }) => quote.text);

describe('verify finds a quote', () => {
  it.each([
    ['exactly', 'The Reform Alliance won 48 of the 90 seats', 'The Reform Alliance won 48 of the 90 seats'],
    [
      'up to spacing',
      'on Thursday. The countersigned result',
      'on Thursday.  The\u00a0counter\u00adsigned  result',
    ],
    ['up to case', 'THE REFORM ALLIANCE WON 48', 'The Reform Alliance won 48'],
    ['up to quotation marks', '"We are ready to govern," its leader', '“We are ready to govern,” its leader'],
    ['up to soft hyphens', 'countersigned result', 'counter\u00adsigned  result'],
    ['up to a stop put behind it', 'The Reform Alliance won 48.', 'The Reform Alliance won 48'],
    ['in quotation marks of the drafter', '"lost 12 seats"', 'lost 12 seats'],
    [
      'nearly',
      'The Reform Alliance won 48 of the 90 seats in a regional assembly',
      'The Reform Alliance won 48 of the 90 seats in the regional assembly',
    ],
  ])('%s', async (_, wanted, expected) => {
    const verified = await verifyQuotes([{ id: 'harbour', text: wanted }]);
    expect(quoted(verified)).toEqual([expected]);
    expect(verified.drops).toEqual({});
  });

  it.each([
    [
      'Arabic',
      'فازت الحركة بستة وستين مقعدا. وقال المتحدث إن النتيجة نهائية.',
      'وقال المتحدث إن النتيجة نهائية',
    ],
    ['Chinese', '阿巴斯在开罗会见了马沙尔。双方同意下个月再次会面。', '双方同意下个月再次会面'],
    [
      'Russian',
      'Партия получила 48 мест. Её лидер назвал итог окончательным.',
      'Её лидер назвал итог окончательным',
    ],
    ['Thai', 'นายกรัฐมนตรีเดินทางถึงกรุงเทพ และกล่าวขอบคุณ', 'เดินทางถึงกรุงเทพ'],
    ['emoji', 'She wrote: well done 👩‍👩‍👧 to all of them.', 'well done 👩‍👩‍👧 to all'],
  ])('in %s', async (_, text, wanted) => {
    const document = documentOf('other', text);
    const verified = await verifyQuotes([{ id: 'other', text: wanted }], { documents: [document] });
    expect(quoted(verified)).toEqual([wanted]);
  });

  it('that reaches a little beyond its passage', async () => {
    const [first] = makeCandidate(HARBOUR).passage.sentences;
    const verifier = createVerifier({
      candidates: [makeCandidate(HARBOUR, first)],
      document: shelfOf(HARBOUR),
      readerUrl: '',
    });
    const text = 'The Reform Alliance won 48 of the 90 seats in the regional assembly. “We are ready';
    const { citations } = await verifier.verify({ text, quotes: [{ passageId: 'harbour#0', text }] });
    expect(citations.map(({ quote }) => quote.text)).toEqual([text]);
  });
});

describe('verify drops a quote', () => {
  it.each([
    ['that is made up', 'harbour', 'The Reform Alliance promised to lower taxes', 'not-found'],
    [
      'with another number',
      'harbour',
      'The Reform Alliance won 84 of the 90 seats in the regional assembly',
      'not-found',
    ],
    [
      'with another name',
      'harbour',
      'The Reform Union won 48 of the 90 seats in the regional assembly',
      'not-found',
    ],
    [
      'with a negation put in',
      'harbour',
      'The Reform Alliance has not won 48 of the 90 seats in the regional assembly',
      'not-found',
    ],
    ['of another document', 'harbour', 'The bridge over the Tarn opened in May 2018', 'misattributed'],
    ['of a passage not given', 'unknown', 'The bridge over the Tarn opened', 'misattributed'],
    ['stitched with an ellipsis', 'harbour', 'The Reform Alliance won 48 ... lost 12 seats', 'stitched'],
    ['stitched with brackets', 'harbour', 'The Reform Alliance won 48 […] the regional assembly', 'stitched'],
    [
      'stitched without a seam',
      'harbour',
      'The Reform Alliance won 48 seats in the regional assembly lost 12 seats',
      'stitched',
    ],
    ['that is empty', 'harbour', '', 'empty'],
    ['that is punctuation', 'harbour', ' “…” ', 'empty'],
    ['of one word', 'harbour', 'seats', 'empty'],
    ['that cuts a word', 'harbour', 'form Alliance won', 'not-found'],
  ])('%s', async (_, id, wanted, kind) => {
    const verified = await verifyQuotes([{ id, text: wanted }], {
      claim: 'The Reform Alliance won 48 seats.',
    });
    expect(verified.drops).toEqual({ [kind]: 1 });
    expect(verified.statements).toEqual([]);
    expect(verified.citations).toEqual([]);
  });

  it('that touches boilerplate', async () => {
    const start = HARBOUR.text.indexOf('Related offer');
    const document = { ...HARBOUR, boilerplate: [{ start, end: HARBOUR.text.length }] };
    const verified = await verifyQuotes([{ id: 'harbour', text: 'lost 12 seats. Related offer' }], {
      documents: [document],
    });
    expect(verified.drops).toEqual({ boilerplate: 1 });
  });

  it('of a document that is gone', async () => {
    const verified = await verifyQuotes([{ id: 'harbour', text: 'won 48 of the 90' }], {
      documents: [BRIDGE],
      given: [HARBOUR],
    });
    expect(verified.drops).toEqual({ 'not-found': 1 });
  });

  it('and keeps the claim on its other quotes', async () => {
    const verified = await verifyQuotes(
      [
        { id: 'harbour', text: 'The Reform Alliance won 48 of the 90 seats' },
        { id: 'harbour', text: 'The Reform Alliance promised to lower taxes' },
      ],
      { claim: 'The Reform Alliance won 48 of the 90 seats.' },
    );
    expect(verified.statements.map(({ citations }) => citations)).toEqual([[1]]);
    expect(verified.drops).toEqual({ 'not-found': 1 });
  });
});

describe('verify drops a claim', () => {
  const quotes = [
    { id: 'harbour', text: 'The Reform Alliance won 48 of the 90 seats in the regional assembly.' },
  ];

  it.each([
    ['with another number', 'The Reform Alliance won 60 seats.'],
    ['with a name that no quote holds', 'The Reform Alliance of Lena Varga won 48 seats.'],
    ['that negates its quote', 'The Reform Alliance did not win 48 of the 90 seats.'],
    [
      'of another publisher',
      'The Daily Ledger, 14 March 2019: The Reform Alliance won 48 of the 90 seats in the regional assembly.',
    ],
    [
      'of another day',
      'The Tarn Courier, 15 March 2019: The Reform Alliance won 48 of the 90 seats in the regional assembly.',
    ],
    ['with a link', 'The Reform Alliance won 48 of the 90 seats: https://evil.example/win'],
    ['with a Markdown link', 'The [Reform Alliance](https://evil.example) won 48 of the 90 seats.'],
    ['with a mention of everyone', 'The Reform Alliance won 48 of the 90 seats @everyone.'],
    ['with a mention of a role', 'The Reform Alliance won 48 of the 90 seats <@&123456>.'],
    ['without end', `The Reform Alliance won 48 seats. ${'The Reform Alliance won 48 seats. '.repeat(200)}`],
  ])('%s', async (_, claim) => {
    const verified = await verifyQuotes(quotes, { claim });
    expect(verified.drops).toEqual({ unsupported: 1 });
    expect(verified.statements).toEqual([]);
  });

  it('without quotes', async () => {
    const verified = await verifyQuotes([], { claim: 'The Reform Alliance won 48 seats.' });
    expect(verified.drops).toEqual({ empty: 1 });
  });
});

describe('a verified statement', () => {
  it('keeps the attribution and verbatim sentence of an extractive claim', async () => {
    const text = 'The Reform Alliance won 48 of the 90 seats in the regional assembly.';
    const verified = await verifyQuotes([{ id: 'harbour', text }], {
      claim: `The Tarn Courier, 14 March 2019: ${text}`,
    });
    expect(verified.statements).toEqual([
      { text: `The Tarn Courier, 14 March 2019: ${text}`, citations: [1], emphasis: [] },
    ]);
    expect(verified.citations[0]?.document).toEqual({
      id: 'harbour',
      title: 'Title of harbour',
      language: 'en',
      kind: 'article',
      publisher: 'The Tarn Courier',
      published: '2019-03-14',
      url: 'https://tarn.example/harbour',
    });
  });

  it('loses control and bidi characters, and its emphasis moves along', async () => {
    const verifier = createVerifier({
      candidates: [makeCandidate(BRIDGE)],
      document: shelfOf(BRIDGE),
      readerUrl: '',
    });
    const text = '\u202eThe\u0007 bridge  over\u200b the Tarn opened in May 2018';
    const { statement } = await verifier.verify({
      text,
      quotes: [{ passageId: 'bridge#0', text: 'The bridge over the Tarn opened in May 2018' }],
      emphasis: [
        { start: text.indexOf('May'), end: text.length + 50 },
        { start: 9, end: 3 },
        { start: Number.NaN, end: -4 },
      ],
    });
    expect(statement?.text).toBe('The bridge over the Tarn opened in May 2018');
    expect(statement?.emphasis.map(({ start, end }) => statement.text.slice(start, end))).toEqual([
      'May 2018',
    ]);
  });

  it('numbers citations in order of appearance, one number for one place', async () => {
    const verifier = createVerifier({
      candidates: [makeCandidate(HARBOUR), makeCandidate(BRIDGE)],
      document: shelfOf(HARBOUR, BRIDGE),
      readerUrl: '',
    });
    const claim = (id: string, ...texts: string[]): DraftClaim => ({
      text: texts.join(' '),
      quotes: texts.map((text) => ({ passageId: `${id}#0`, text })),
    });
    await verifier.verify(claim('bridge', 'The bridge over the Tarn opened in May 2018.'));
    await verifier.verify(claim('harbour', 'The Reform Alliance won 48 of the 90 seats'));
    await verifier.verify(claim('bridge', 'The bridge over the Tarn opened in May 2018.'));
    await verifier.verify(claim('bridge', 'opened in May 2018. It cost $3.2 billion'));
    await verifier.verify(claim('harbour', 'won 48 of the 90 seats'));
    const { statements, citations } = verifier.finish();
    expect(statements.map((statement) => statement.citations)).toEqual([[1], [2], [1], [3], [2]]);
    expect(citations.map(({ number, quote }) => [number, quote.documentId])).toEqual([
      [1, 'bridge'],
      [2, 'harbour'],
      [3, 'bridge'],
    ]);
  });

  it('comes one by one, with the drops of its own claim', async () => {
    const verifier = createVerifier({
      candidates: [makeCandidate(BRIDGE)],
      document: shelfOf(BRIDGE),
      readerUrl: '',
    });
    const good = verifier.verify({
      text: 'The bridge over the Tarn opened in May 2018.',
      quotes: [{ passageId: 'bridge#0', text: 'The bridge over the Tarn opened in May 2018.' }],
    });
    const bad = verifier.verify({
      text: 'It fell down.',
      quotes: [{ passageId: 'bridge#0', text: 'It fell down.' }],
    });
    expect((await bad).drops).toEqual({ 'not-found': 1 });
    expect((await good).statement?.citations).toEqual([1]);
    expect(verifier.finish().drops).toEqual({ 'not-found': 1 });
  });

  it('stands beside one that differs from it', async () => {
    const other = documentOf('other', 'The Reform Alliance won 52 of the 90 seats in the regional assembly.');
    const verified = await verifyDraft(
      {
        drafter: 'test',
        declined: false,
        claims: [HARBOUR, other].map((document) => {
          const text = document.text.slice(0, document.text.indexOf('.') + 1);
          return { text, quotes: [{ passageId: `${document.id}#0`, text }] };
        }),
      },
      {
        candidates: [makeCandidate(HARBOUR), makeCandidate(other)],
        document: shelfOf(HARBOUR, other),
        readerUrl: '',
        question: 'How many seats did the Reform Alliance win?',
      },
    );
    expect(verified.disagreements).toEqual([{ about: 'number', citations: [1, 2] }]);
  });
});

describe('quoteClosest', () => {
  it('quotes the best sentence of the best candidates', async () => {
    const closest = await quoteClosest(
      { candidates: [makeCandidate(BRIDGE), makeCandidate(HARBOUR)] },
      { document: shelfOf(HARBOUR, BRIDGE), readerUrl: '' },
    );
    expect(closest.map(({ quote }) => quote.text)).toEqual([
      'The bridge over the Tarn opened in May 2018.',
      'The Reform Alliance won 48 of the 90 seats in the regional assembly.',
    ]);
  });
});

/** Words of several scripts, marks, emoji and spaces, as documents hold them. */
const documentText = fc
  .array(
    fc.constantFrom(
      'seats',
      'Haniyya',
      '48',
      'won’t',
      '“so”',
      'e\u0301t\u00e9',
      '👩‍👩‍👧',
      '开罗',
      'مقعدا',
      'в',
      'co\u00adop',
      '\n',
      ' ',
      '—',
      'A.',
      '𝔘𝔫',
      '\u200b',
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(' '));

describe('for any document', () => {
  it('verifies any slice between words and quotes exactly what stands there', async () => {
    await fc.assert(
      fc.asyncProperty(documentText, fc.nat(), fc.nat(), async (text, first, second) => {
        const document = documentOf('any', text);
        const cuts = [...text.matchAll(/(?<=^|\s)(?=\S)/gu)].map(({ index }) => index);
        const [a, b] = [
          cuts[first % Math.max(cuts.length, 1)] ?? 0,
          cuts[second % Math.max(cuts.length, 1)] ?? 0,
        ];
        const span: Span = { start: Math.min(a, b), end: Math.max(a, b) };
        const wanted = text.slice(span.start, span.end).trim();
        const { citations } = await verifyQuotes([{ id: 'any', text: wanted }], { documents: [document] });
        for (const { quote } of citations) {
          expect(quote.text).toBe(text.slice(quote.span.start, quote.span.end));
          expect(quote.text.replace(/\s/g, '').length).toBeGreaterThanOrEqual(
            wanted.replace(/[\s.—\u200b]/g, '').length,
          );
        }
        const words = wanted.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
        if (words.length >= 4) expect(citations).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });

  it('never makes a quote that is not in the document, whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        documentText,
        documentText,
        fc.string({ unit: 'binary', maxLength: 40 }),
        async (text, other, noise) => {
          const document = documentOf('any', text);
          const halves = `${text.slice(0, text.length / 2)}${noise}${other}`;
          for (const wanted of [other, noise, halves, text.split(' ').reverse().join(' ')]) {
            const { citations } = await verifyQuotes([{ id: 'any', text: wanted }], {
              documents: [document],
            });
            for (const { quote } of citations)
              expect(text.slice(quote.span.start, quote.span.end)).toBe(quote.text);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a full name for a surname', () => {
  const text =
    'Jim Carver, the former president, was in Brenna. President Carver hoped that the vote would be free. Bill Smythe came too.';
  const verify = (claim: string, document = documentOf('visit', text)) =>
    verifyDraft(
      {
        drafter: 'test',
        declined: false,
        claims: [
          {
            text: claim,
            quotes: [{ passageId: 'visit#0', text: 'Carver hoped that the vote would be free.' }],
          },
        ],
      },
      { candidates: [makeCandidate(document)], document: shelfOf(document), readerUrl: '' },
    );

  it('is taken where the document gives it, and no other', async () => {
    expect((await verify('Jim Carver hoped that the vote would be free.')).statements).toHaveLength(1);
    expect((await verify('Bill Carver hoped that the vote would be free.')).statements).toHaveLength(0);
    const family = documentOf('visit', `${text} His son, Ted Carver, stayed at home.`);
    expect((await verify('Jim Carver hoped that the vote would be free.', family)).statements).toHaveLength(
      0,
    );
  });
});
