import { indexTerms } from '../text/words.ts';
import type { DocumentFacts, Passage } from '../types.ts';
import { foldedWords } from './analyse-question.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import type { CorpusFacts } from './corpus-facts.ts';
import { describeDocument } from './document-features.ts';
import { dot } from './dot.ts';
import type { Pool } from './gather-candidates.ts';
import { fieldTerms } from './prepare-documents.ts';
import { describeSentences, SENTENCE_FEATURES } from './sentence-features.ts';
import {
  coverHits,
  coverTerms,
  type DocumentSignals,
  findHits,
  type QuestionSignals,
  type TermHit,
  widenCoverage,
} from './signals.ts';

/** A passage of the pool with what the ranker sees of each of its sentences. */
export interface DescribedPassage {
  readonly passage: Passage;
  readonly sentences: readonly AnalysedSentence[];
  /** One row per sentence, laid out as `SENTENCE_FEATURES`. */
  readonly rows: readonly Float32Array[];
  readonly lists: Pool['passages'][number]['lists'];
}

/** A document of the pool with its candidate passages. */
export interface DescribedDocument {
  readonly document: DocumentFacts;
  readonly signals: DocumentSignals;
  /** Laid out as `DOCUMENT_FEATURES`. */
  readonly row: Float32Array;
  readonly passages: readonly DescribedPassage[];
}

export interface DescribeInput {
  readonly signals: QuestionSignals;
  readonly pool: Pool;
  readonly passages: readonly Passage[];
  /** Sentence vectors, passage by passage. */
  readonly vectors: readonly (readonly Float32Array[])[];
  readonly queryVector: Float32Array | undefined;
  readonly corpus: CorpusFacts;
  /** By passage id. */
  readonly sentences: ReadonlyMap<string, readonly AnalysedSentence[]>;
}

/** Describes every document of the pool and every sentence of its passages. */
export function describePool(input: DescribeInput): DescribedDocument[] {
  const covered = coverPassages(input);
  const byDocument = Map.groupBy(covered, ({ document }) => document);
  const described = [...byDocument].map(([document, own]) => {
    const signals = signalDocument(document, own, input);
    const passages = own.map((passage) => describePassage(passage, signals, input));
    return { document, signals, passages };
  });
  const similarity = SENTENCE_FEATURES.indexOf('sentence-similarity');
  const rowsOf = (passages: readonly DescribedPassage[]) => passages.flatMap(({ rows }) => rows);
  const bestSimilarity = described
    .flatMap(({ passages }) => rowsOf(passages))
    .reduce((best, row) => Math.max(best, row[similarity] ?? 0), 0);
  return described.map(({ document, signals, passages }) => ({
    document,
    signals,
    passages,
    row: describeDocument(input.signals, signals, rowsOf(passages), bestSimilarity),
  }));
}

/** What a date in a question counts for in a document that tells none: it may be the day, or not. */
const UNDATED = 0.5;

interface CoveredPassage {
  readonly document: DocumentFacts;
  readonly passage: Passage;
  readonly place: Pool['passages'][number];
  readonly sentences: readonly AnalysedSentence[];
  readonly hits: readonly (readonly TermHit[])[];
  readonly coverages: readonly Float32Array[];
  readonly vectors: readonly Float32Array[];
}

function coverPassages(input: DescribeInput): CoveredPassage[] {
  const places = new Map(input.pool.passages.map((place) => [place.passageId, place]));
  return input.passages.flatMap((passage, at) => {
    const document = input.corpus.documents.get(passage.documentId);
    const place = places.get(passage.id);
    if (!document || !place) return [];
    const sentences = input.sentences.get(passage.id) ?? [];
    const fields = coverTerms(input.signals, analyseFields(document).all);
    const hits = sentences.map(({ terms }) => findHits(input.signals, terms));
    const coverages = hits.map((own) => {
      const coverage = coverHits(input.signals, own);
      // A sentence is as old as its document: it need not repeat the date, and may be of any where that is not told.
      for (const index of input.signals.dateTerms) {
        const told = document.published === undefined ? UNDATED : (fields[index] ?? 0);
        coverage[index] = Math.max(coverage[index] ?? 0, told);
      }
      return coverage;
    });
    return [{ document, passage, place, sentences, hits, coverages, vectors: input.vectors[at] ?? [] }];
  });
}

/** UTF-16 units of an ordinary sentence: tells a passage's position in sentences from its offset. */
const SENTENCE_UNITS = 150;

function describePassage(
  covered: CoveredPassage,
  document: DocumentSignals,
  input: DescribeInput,
): DescribedPassage {
  const { passage, place, sentences, hits, coverages } = covered;
  const rows = describeSentences(input.signals, {
    sentences,
    hits,
    coverages,
    ...similarities(covered.vectors, input.queryVector),
    bm25: place.bm25,
    rank: place.rank,
    document,
    firstSentence: passage.span.start / SENTENCE_UNITS,
  });
  return { passage, sentences, rows, lists: place.lists };
}

/** Squared length below which vectors that are added up have cancelled out. */
const CANCELLED = 1e-9;

/** Cosine of the question with each sentence, and with the sum of each sentence and its neighbours. */
function similarities(vectors: readonly Float32Array[], query: Float32Array | undefined) {
  if (!query) return { similarities: [], windowSimilarities: [] };
  const products = vectors.map((vector) => dot(vector, query));
  const [own, next, second] = [0, 1, 2].map((apart) =>
    vectors.map((vector, at) => {
      const other = vectors[at + apart];
      return other ? dot(vector, other) : 0;
    }),
  );
  const windowSimilarities = products.map((product, at) => {
    const sum = product + (products[at - 1] ?? 0) + (products[at + 1] ?? 0);
    const squares = (own?.[at] ?? 0) + (own?.[at - 1] ?? 0) + (own?.[at + 1] ?? 0);
    const inside = at > 0 ? second?.[at - 1] : 0;
    const squared = squares + 2 * ((next?.[at - 1] ?? 0) + (next?.[at] ?? 0) + (inside ?? 0));
    return squared < CANCELLED ? 0 : sum / Math.sqrt(squared);
  });
  return { similarities: products, windowSimilarities };
}

function signalDocument(
  document: DocumentFacts,
  passages: readonly CoveredPassage[],
  input: DescribeInput,
): DocumentSignals {
  const place = input.pool.documents.get(document.id);
  const fields = analyseFields(document);
  const coverage = coverTerms(input.signals, fields.all);
  for (const passage of passages) for (const own of passage.coverages) widenCoverage(coverage, own);
  return {
    ...(document.published !== undefined && { published: document.published }),
    ...(fields.publisher !== undefined && { publisher: fields.publisher }),
    coverage,
    titleCoverage: coverTerms(input.signals, fields.title),
    titleShare:
      fields.title.filter((term) => input.signals.matches.has(term)).length /
      Math.max(1, fields.title.length),
    bm25: place?.bm25 ?? 0,
    rank: place?.rank ?? 0,
  };
}

interface AnalysedFields {
  readonly all: readonly string[];
  readonly title: readonly string[];
  /** Folded. */
  readonly publisher: string | undefined;
}

const fieldsOf = new WeakMap<DocumentFacts, AnalysedFields>();

function analyseFields(document: DocumentFacts): AnalysedFields {
  let fields = fieldsOf.get(document);
  if (!fields) {
    fields = {
      all: fieldTerms(document),
      title: indexTerms(document.title, document.language),
      publisher: document.publisher === undefined ? undefined : foldedWords(document.publisher, 'en'),
    };
    fieldsOf.set(document, fields);
  }
  return fields;
}
