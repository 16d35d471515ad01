import type {
  Abstention,
  AbstentionReason,
  Citation,
  ClosestPassage,
  Document,
  GroundedAnswer,
  Quote,
  Span,
  Statement,
} from '../../src/types.ts';

/** Answers made by hand from documents of the tests' own, for what shows answers. Quotes are sliced, never typed. */

export function documentOf(id: string, text: string, facts: Partial<Document> = {}): Document {
  return {
    id,
    title: `Title of ${id}`,
    language: 'en',
    kind: 'article',
    text,
    digest: 'd'.repeat(64),
    source: `${id}.txt`,
    boilerplate: [],
    warnings: [],
    ...facts,
  };
}

/** The words' first place in the document. The only cast to a verified quote in the tests. */
export function quoteFrom(document: Document, words: string): Quote {
  const start = document.text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in ${document.id}`);
  return {
    documentId: document.id,
    span: { start, end: start + words.length },
    text: document.text.slice(start, start + words.length),
  } as Quote;
}

export function citationOf(
  number: number,
  document: Document,
  words: string,
  link = document.url ?? '',
): Citation {
  return { number, document, quote: quoteFrom(document, words), link };
}

/** Words of a text as a span of it. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

export function statementOf(
  text: string,
  citations: readonly [number, ...number[]],
  strong?: string,
): Statement {
  return { text, citations, emphasis: strong === undefined ? [] : [spanOf(text, strong)] };
}

const answered = {
  question: { text: 'Who won?' },
  confidence: 0.9,
  drafter: 'extractive',
  drops: {},
  timings: { retrieve: 1, draft: 1, verify: 1 },
  retrieved: [],
};

export function groundedAnswer(
  statements: GroundedAnswer['statements'],
  citations: GroundedAnswer['citations'],
  rest: Partial<Omit<GroundedAnswer, 'kind'>> = {},
): GroundedAnswer {
  return { ...answered, kind: 'grounded', statements, citations, disagreements: [], ...rest };
}

export function abstention(reason: AbstentionReason, closest: readonly ClosestPassage[] = []): Abstention {
  return { ...answered, kind: 'abstention', confidence: 0.1, reason, closest };
}

export function closestOf(document: Document, words: string, link = document.url ?? ''): ClosestPassage {
  return { document, quote: quoteFrom(document, words), score: 0.4, link };
}

/** Two invented reports of one match, which disagree on the crowd, and a digest. */
const harbourText = `Harbour United won the cup on Saturday.
The final drew 41,000 people, the club said. “We waited ten years for this,” captain Lea Moran told reporters.

Related offer: buy the scarf.`;

export const harbour = documentOf('harbour-cup-1a2b', harbourText, {
  title: 'Harbour United take the cup',
  publisher: 'The Coast Courier',
  author: 'R. Okafor',
  published: '2011-11-24',
  url: 'https://courier.example/sport/harbour?id=7&x=1',
  boilerplate: [spanOf(harbourText, 'Related offer: buy the scarf.')],
});

export const rival = documentOf(
  'rival-report-3c4d',
  'A crowd of 38,500 saw the final, according to the stadium. It was the largest of the season.',
  { title: 'Final seen by 38,500', publisher: 'Evening Ledger', published: '2011-11' },
);

export const digestDocument = documentOf(
  'digest-5e6f',
  'The Ledger article reports that the stadium was rebuilt in 2009 for 12 million.',
  {
    title: 'How the stadium was rebuilt',
    publisher: 'Evening Ledger',
    published: '2009',
    kind: 'digest',
    digestOf: 'an Evening Ledger article on the rebuilding of the stadium',
  },
);

/** An extractive answer: two sources that differ on a number, and a digest. */
export const crowdAnswer = groundedAnswer(
  [
    statementOf(
      'The Coast Courier, 24 November 2011: “The final drew 41,000 people, the club said.”',
      [1],
      '41,000',
    ),
    statementOf(
      'Evening Ledger, November 2011: “A crowd of 38,500 saw the final, according to the stadium.”',
      [2],
      '38,500',
    ),
    statementOf(`Digest of Evening Ledger, 2009: “${digestDocument.text}”`, [3], 'in 2009'),
  ],
  [
    citationOf(1, harbour, 'The final drew 41,000 people, the club said.'),
    citationOf(
      2,
      rival,
      'A crowd of 38,500 saw the final, according to the stadium.',
      '/documents/rival-report-3c4d?start=0&end=58#quote',
    ),
    citationOf(3, digestDocument, digestDocument.text),
  ],
  {
    question: { text: 'How many people saw the final?' },
    disagreements: [{ about: 'number', citations: [1, 2] }],
  },
);

/** An answer in a model's words, whose quotes therefore stand under their sources. */
export const writtenAnswer = groundedAnswer(
  [statementOf('Harbour United won the cup before a crowd of about 40,000.', [1, 2], 'Harbour United')],
  [
    citationOf(1, harbour, 'Harbour United won the cup on Saturday.'),
    citationOf(2, rival, 'A crowd of 38,500 saw the final, according to the stadium.'),
  ],
  { drafter: 'openai:gpt-4.1', question: { text: 'Who won the cup?' } },
);
