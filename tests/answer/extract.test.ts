import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExtractiveDrafter } from '../../src/answer/extract.ts';
import { verifyDraft } from '../../src/answer/verify.ts';
import type { Candidate, Draft, Retrieval } from '../../src/types.ts';
import { articlesNamed } from '../retrieval/support/articles.ts';
import { type Article, type OpenCorpus, openCorpus } from '../retrieval/support/open-corpus.ts';

const MOST_STATEMENTS = 3;

/** What an attribution is made of: a digest, no publisher, no date, a month or a year only; and words that tempt a parser. */
const ATTRIBUTED: readonly Article[] = [
  {
    id: 'digest',
    title: 'Owls return to the quarry',
    publisher: 'Vale Tribune',
    published: '2021-03-09',
    kind: 'digest',
    digestOf: 'the article of that name',
    text: 'Eagle owls have returned to the Grinsdale quarry for the first time since 1974.',
  },
  {
    id: 'untitled-publisher',
    title: 'Notes of a lock keeper',
    published: '2020-11',
    text: 'The lock keeper of Wenlow counted 412 barges in one autumn.',
  },
  {
    id: 'undated',
    title: 'Bakers and their bread',
    publisher: 'Coast Radio',
    text: 'The bakers of Pell bay bake their rye bread in seaweed.',
  },
  {
    id: 'year-only',
    title: 'Old maps',
    publisher: 'Harbour Echo',
    published: '1911',
    text: 'The surveyor Adolf Rehn drew the first map of the Skarn fens.',
  },
  {
    id: 'quoting',
    title: 'A “quiet” harbour: notes',
    publisher: 'The “Loud” Herald: Late Edition',
    published: '2022-02-02',
    text: 'The pilot Nils Ahlgren said: “We call it the ‘quiet’ harbour, and nobody laughs.” He then *whistled* [twice] <b>loudly</b> & left.',
  },
  {
    id: 'two-sentences',
    title: 'Ice in the harbour',
    publisher: 'Coast Radio',
    published: '2022-01-11',
    text: 'Pilot Runa Dahl said: “The ice bent two propellers. I never saw ice like that in this harbour.”',
  },
  {
    id: 'utterance',
    title: 'Fog on the fjord',
    publisher: 'Coast Radio',
    published: '2022-10-01',
    text: 'Keeper Ivo Krantz was on duty. “The fog hid the buoys from the trawler. The fog hid the pier from the trawler too,” he said.',
  },
];

const QUESTIONS = [
  'When did the Ostrand bridge open to traffic?',
  'What did Salim Meshal say about the prisoners?',
  'How many people attended the kite festival?',
  'Do both the mayor of Arden and the mayor of Lisk support the ferry subsidy?',
  'Who won the Corvane sailing regatta?',
  'What did Nils Ahlgren say about the quiet harbour?',
  'What did Nils Ahlgren whistle loudly?',
  'How many workers left the paper mill?',
  'What percentage of the coins came from abroad?',
  'What did the fog hide from the trawler?',
];

let corpus: OpenCorpus;
beforeAll(async () => {
  corpus = await openCorpus([
    ...articlesNamed('bridge', 'meshal', 'mashaal', 'kites', 'ferry', 'regatta', 'mill', 'dig'),
    ...ATTRIBUTED,
  ]);
});
afterAll(() => corpus[Symbol.asyncDispose]());

interface Drafted {
  readonly retrieval: Retrieval;
  readonly draft: Draft;
}

async function draftFor(question: string): Promise<Drafted> {
  const retrieval = await corpus.retrieve(question);
  return { retrieval, draft: await createExtractiveDrafter().draft(retrieval) };
}

const verify = ({ retrieval, draft }: Drafted) =>
  verifyDraft(draft, {
    candidates: retrieval.candidates,
    document: (id) => corpus.index.document(id),
    readerUrl: 'https://reader.example',
    question: retrieval.question.text,
  });

/** Documents that the claims quote, claim by claim. */
const quotedDocuments = ({ retrieval, draft }: Drafted) =>
  draft.claims.flatMap(({ quotes }) =>
    quotes.map(
      ({ passageId }) =>
        retrieval.candidates.find(({ passage }) => passage.id === passageId)?.document.id ?? 'unknown',
    ),
  );

/** A retrieval of one passage a document, each sentence with a score of its own. */
function retrievalOf(
  passages: Readonly<Record<string, readonly (readonly [text: string, score: number])[]>>,
  documents: Retrieval['documents'],
): Retrieval {
  const candidates = Object.entries(passages).map(([id, sentences]): Candidate => {
    const text = sentences.map(([sentence]) => sentence).join(' ');
    const scored = sentences.map(([sentence, score]) => {
      const start = text.indexOf(sentence);
      return { span: { start, end: start + sentence.length }, text: sentence, score, highlights: [] };
    });
    const span = { start: 0, end: text.length };
    return {
      passage: {
        id: `${id}#0`,
        documentId: id,
        ordinal: 0,
        span,
        sentences: scored.map((one) => one.span),
        text,
      },
      document: { id, title: id, language: 'en', kind: 'article' },
      score: Math.max(...scored.map(({ score }) => score)),
      sentences: scored,
      trace: { lists: {}, features: {}, variants: [] },
    };
  });
  return { question: { text: '?' }, candidates, documents, confidence: 1, threshold: 0.4, tookMs: 0 };
}

/** Whose sentences are said, in order, where the second document's best comes behind the first one's three. */
async function speakers({ share, documents }: { share: number; documents: number }): Promise<string[]> {
  const ranked = Array.from({ length: Math.min(10, documents) }, (_, at) => ({
    documentId: ['first', 'second'][at] ?? `other-${at}`,
    score: at === 0 ? share : (1 - share) / (documents - 1),
  }));
  const retrieval = retrievalOf(
    {
      first: [
        ['The quay was closed on Monday after the storm.', 0.3],
        ['Divers found two anchors below the pier.', 0.25],
        ['A crane from Lisk lifted both of them.', 0.2],
      ],
      second: [['Fishermen saw a barge drift past the lighthouse.', 0.12]],
    },
    ranked,
  );
  const draft = await createExtractiveDrafter().draft(retrieval);
  return quotedDocuments({ retrieval, draft });
}

describe('the extractive drafter', () => {
  it.each(QUESTIONS)('says at most three things, all of which verify: %s', async (question) => {
    const drafted = await draftFor(question);
    expect(drafted.draft).toMatchObject({ drafter: 'extractive', declined: false });
    expect(drafted.draft.claims.length).toBeGreaterThan(0);
    expect(drafted.draft.claims.length).toBeLessThanOrEqual(MOST_STATEMENTS);
    const verified = await verify(drafted);
    expect(verified.drops).toEqual({});
    expect(verified.statements.map(({ text }) => text)).toEqual(drafted.draft.claims.map(({ text }) => text));
  });

  it.each(QUESTIONS)(
    'quotes whole sentences of one passage, and sets words of the quote in bold: %s',
    async (question) => {
      const { retrieval, draft } = await draftFor(question);
      for (const { text, quotes, emphasis = [] } of draft.claims) {
        expect(quotes).toHaveLength(1);
        const [quote] = quotes;
        const source = retrieval.candidates.find(({ passage }) => passage.id === quote?.passageId);
        const parts = source?.sentences.map((sentence) => sentence.text) ?? [];
        expect(parts.some((part) => quote?.text.startsWith(part))).toBe(true);
        expect(parts.some((part) => quote?.text.endsWith(part))).toBe(true);
        expect(source?.passage.text).toContain(quote?.text);
        const from = text.indexOf(quote?.text ?? '\u0000');
        expect(from).toBeGreaterThan(0);
        for (const { start, end } of emphasis) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeLessThanOrEqual(from + (quote?.text.length ?? 0));
          expect(text.slice(start, end).trim()).not.toBe('');
        }
      }
    },
  );

  it('sets the likely answer in bold', async () => {
    const { draft } = await draftFor('How many workers left the paper mill?');
    const [claim] = draft.claims;
    expect(claim?.emphasis?.map(({ start, end }) => claim.text.slice(start, end))).toEqual(['62']);
  });

  it.each([
    ['publisher and day', 'Who cut the ribbon in front of a brass band?', 'Vale Tribune, 15 May 2022: “'],
    ['a digest as one', 'Where have eagle owls returned to?', 'Digest of Vale Tribune, 9 March 2021: “'],
    [
      'the title where there is no publisher, and a month',
      'How many barges did the lock keeper of Wenlow count?',
      'Notes of a lock keeper, November 2020: “',
    ],
    ['no date where there is none', 'What do the bakers of Pell bay bake in seaweed?', 'Coast Radio: “'],
    ['a year only', 'Who drew the first map of the Skarn fens?', 'Harbour Echo, 1911: “'],
  ])('attributes by %s', async (_what, question, opening) => {
    const { draft } = await draftFor(question);
    expect(draft.claims[0]?.text.slice(0, opening.length)).toBe(opening);
    expect(draft.claims[0]?.text.endsWith('”')).toBe(true);
  });

  it.each([
    ['two counts', 'How many people attended the kite festival?', ['kites-echo', 'kites-tribune']],
    [
      'two mayors',
      'Do both the mayor of Arden and the mayor of Lisk support the ferry subsidy?',
      ['ferry-arden', 'ferry-lisk'],
    ],
    ['two spellings of a name', 'What did Salim Meshal say about the prisoners?', ['meshal', 'mashaal']],
  ])('lets several sources speak: %s', async (_what, question, documents) => {
    expect(quotedDocuments(await draftFor(question))).toEqual(expect.arrayContaining(documents));
  });

  it('says once what two papers printed alike', async () => {
    const { draft } = await draftFor('Who won the Corvane sailing regatta?');
    expect(draft.claims.filter(({ text }) => text.includes('by eleven seconds'))).toHaveLength(1);
    const mast = await draftFor('What forced the favourite of the Corvane sailing regatta to give up?');
    expect(mast.draft.claims.filter(({ text }) => text.includes('broken mast'))).toHaveLength(1);
  });

  it('says no sentence twice', async () => {
    for (const question of QUESTIONS) {
      const { draft } = await draftFor(question);
      const quotes = draft.claims.flatMap((claim) => claim.quotes.map(({ text }) => text));
      expect(new Set(quotes).size).toBe(quotes.length);
    }
  });

  it('says no utterance twice', async () => {
    const { draft } = await draftFor('What did Runa Dahl say about the ice?');
    const quotes = draft.claims.flatMap((claim) => claim.quotes.map(({ text }) => text));
    expect(new Set(quotes).size).toBe(quotes.length);
  });

  it.each([
    ['She sails on Monday.', true],
    ['“Without these, no ferry will sail,” she said.', true],
    ['In that call she asked for three buoys.', true],
    ['The same keeper counted the buoys.', true],
    ['After the storm the keeper counted the buoys.', false],
    ['In Velmora the keeper counted the buoys.', false],
    ['The harbour counted nine ferries.', false],
  ])('quotes the sentence before as well where one leans on it: %s', async (sentence, leans) => {
    const before = 'The keeper telephoned the harbour.';
    const retrieval = retrievalOf(
      {
        only: [
          [before, 0.001],
          [sentence, 0.9],
        ],
      },
      [{ documentId: 'only', score: 1 }],
    );
    const { claims } = await createExtractiveDrafter().draft(retrieval);
    expect(claims.map(({ quotes }) => quotes.map(({ text }) => text))).toEqual([
      [leans ? `${before} ${sentence}` : sentence],
    ]);
  });

  it('lets other documents speak while the ranking is unsure of the first, and not when it is sure', async () => {
    expect(await speakers({ share: 0.4, documents: 12 })).toEqual(['first', 'second', 'first']);
    expect(await speakers({ share: 0.99, documents: 12 })).toEqual(['first', 'first', 'first']);
  });

  it('lets other documents speak where the whole corpus is a handful of them', async () => {
    expect(await speakers({ share: 0.99, documents: 3 })).toEqual(['first', 'second', 'first']);
  });

  it('declines where nothing was retrieved', async () => {
    const retrieval = await corpus.retrieve({ text: 'Who won?', filters: { publisher: 'Nobody Post' } });
    expect(await createExtractiveDrafter().draft(retrieval)).toEqual({
      drafter: 'extractive',
      claims: [],
      declined: true,
    });
  });
});
