import { clauseCoverage, SENTENCE_FEATURES, type SentenceFeature } from './sentence-features.ts';
import { type DocumentSignals, type QuestionSignals, share } from './signals.ts';

/** Features of which a document has its best sentence's. */
const BEST_OF: readonly SentenceFeature[] = [
  'sentence-coverage',
  'window-coverage',
  'passage-coverage',
  'focus-coverage',
  'window-focus-coverage',
  'beyond-title',
  'window-beyond-title',
  'passage-bm25',
  'passage-rank',
  'sentence-similarity',
  'window-similarity',
  'small-similarity',
  'small-bm25',
  'adjacency',
  'clause-coverage',
  'run-nearness',
  'sentence-bm25',
  'number-coverage',
  'window-number-coverage',
  'window-name-coverage',
  'window-rarest-term',
  'quoted-wording',
  'defines',
];
/** Features of which it has its second best passage's or sentence's too. */
const SECOND_OF: readonly SentenceFeature[] = ['sentence-coverage', 'window-coverage', 'passage-bm25'];

const OWN_FEATURES = [
  'document-coverage',
  'title-coverage',
  'title-share',
  'title-product',
  'document-bm25',
  'document-rank',
  'document-name-coverage',
  'document-clause-coverage',
  'similarity-to-best',
  'answer-sentence',
  'recent-week',
  'recent-month',
  'future',
  'publisher-match',
  'publisher-and-coverage',
  'time-match',
  'time-and-coverage',
] as const;

/** What the ranker is told about a document; laid out like this, each near [0, 1]. */
export const DOCUMENT_FEATURES: readonly string[] = [
  ...BEST_OF.map((name) => `best ${name}`),
  ...SECOND_OF.map((name) => `second ${name}`),
  ...OWN_FEATURES,
];

const BEST_PLACES = BEST_OF.map((name) => SENTENCE_FEATURES.indexOf(name));
const SECOND_PLACES = SECOND_OF.map((name) => SENTENCE_FEATURES.indexOf(name));
const at = (name: SentenceFeature) => SENTENCE_FEATURES.indexOf(name);
const SIMILARITY = at('sentence-similarity');
const COVERAGE = at('sentence-coverage');
const NEARNESS = at('run-nearness');
const ADJACENCY = at('adjacency');

/**
 * Features of a document from those of its candidate sentences.
 * @param bestSimilarity cosine of the question and its most similar sentence in the whole pool
 */
export function describeDocument(
  question: QuestionSignals,
  document: DocumentSignals,
  sentences: readonly Float32Array[],
  bestSimilarity: number,
): Float32Array {
  const coverage = share(question, document.coverage, 'content');
  const recency = describeRecency(question, document);
  const publisherMatch =
    document.publisher !== undefined && question.publishers.includes(document.publisher) ? 1 : 0;
  const timeMatch = isInTime(question, document) ? 1 : 0;
  const own: Record<(typeof OWN_FEATURES)[number], number> = {
    'document-coverage': coverage,
    'title-coverage': share(question, document.titleCoverage, 'content'),
    'title-share': document.titleShare,
    'title-product': document.titleShare * share(question, document.titleCoverage, 'content'),
    'document-bm25': document.bm25,
    'document-rank': document.rank,
    'document-name-coverage': share(question, document.coverage, 'names'),
    'document-clause-coverage': clauseCoverage(question, document.coverage),
    'similarity-to-best': bestSimilarity > 0 ? bestOf(sentences, SIMILARITY) / bestSimilarity : 0,
    'answer-sentence': sentences.reduce(
      (best, row) => Math.max(best, (row[COVERAGE] ?? 0) + (row[NEARNESS] ?? 0) + (row[ADJACENCY] ?? 0)),
      0,
    ),
    ...recency,
    'publisher-match': publisherMatch,
    'publisher-and-coverage': publisherMatch * coverage,
    'time-match': timeMatch,
    'time-and-coverage': timeMatch * coverage,
  };
  return Float32Array.from([
    ...BEST_PLACES.map((place) => bestOf(sentences, place)),
    ...SECOND_PLACES.map((place) => secondOf(sentences, place)),
    ...OWN_FEATURES.map((name) => own[name]),
  ]);
}

function bestOf(rows: readonly Float32Array[], place: number): number {
  let best = 0;
  for (const row of rows) best = Math.max(best, row[place] ?? 0);
  return best;
}

function secondOf(rows: readonly Float32Array[], place: number): number {
  let best = 0;
  let second = 0;
  for (const row of rows) {
    const value = row[place] ?? 0;
    if (value > best) {
      second = best;
      best = value;
    } else if (value > second) second = value;
  }
  return second;
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

/** How near a document's date lies before the day of the question; nothing where either is unknown. */
function describeRecency(question: QuestionSignals, { published }: DocumentSignals) {
  const { today } = question.analysed.question;
  const days =
    published === undefined || today === undefined
      ? Number.NaN
      : (Date.parse(today) - Date.parse(published)) / DAY_MS;
  if (!Number.isFinite(days)) return { 'recent-week': 0, 'recent-month': 0, future: 0 };
  const age = Math.max(0, days);
  return {
    'recent-week': 1 / (1 + age / WEEK_DAYS),
    'recent-month': Math.exp(-age / MONTH_DAYS),
    future: days < -1 ? 1 : 0,
  };
}

function isInTime(question: QuestionSignals, { published }: DocumentSignals): boolean {
  if (published === undefined) return false;
  return question.times.some(
    ({ from, to }) =>
      published >= from.slice(0, published.length) && published <= to.slice(0, published.length),
  );
}
