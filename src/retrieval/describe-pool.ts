import { indexTerms } from '../text/words.ts';
import type { DocumentFacts, Passage } from '../types.ts';
import { foldedWords } from './analyse-question.ts';
import { type AnalysedSentence, analyseSentence } from './analyse-sentence.ts';
import type { CorpusFacts } from './corpus-facts.ts';
import {
  coverTerms,
  type DocumentSignals,
  describeSentences,
  type PassageSignals,
  type QuestionSignals,
  widenCoverage,
} from './features.ts';
import type { Pool } from './gather-candidates.ts';
import { fieldTerms } from './prepare-documents.ts';

/** A passage of the pool with what the ranker sees of each of its sentences. */
export interface DescribedPassage {
  readonly passage: Passage;
  readonly document: DocumentFacts;
  readonly sentences: readonly AnalysedSentence[];
  /** One vector per sentence, laid out as `FEATURES`. */
  readonly features: readonly Float32Array[];
  readonly lists: Pool['passages'][number]['lists'];
}

export interface DescribeInput {
  readonly signals: QuestionSignals;
  readonly pool: Pool;
  readonly passages: readonly Passage[];
  /** Sentence vectors, passage by passage. */
  readonly vectors: readonly (readonly Float32Array[])[];
  readonly queryVector: Float32Array | undefined;
  readonly corpus: CorpusFacts;
}

/** Analysed sentences of passages seen lately: texts do not change under an id and a text. */
const MEMO_LIMIT = 4000;
const memo = new Map<string, readonly AnalysedSentence[]>();

/** Describes every sentence of the pool. */
export function describePool(input: DescribeInput): DescribedPassage[] {
  const { signals, corpus } = input;
  const gathered = new Map(input.pool.passages.map((place) => [place.passageId, place]));
  const drafts = input.passages.flatMap((passage, at) => {
    const document = corpus.documents.get(passage.documentId);
    const place = gathered.get(passage.id);
    if (!document || !place) return [];
    const sentences = analysePassage(passage, document.language);
    const coverages = sentences.map((sentence) => coverTerms(signals, sentence.terms));
    return [
      {
        passage,
        document,
        place,
        sentences,
        coverages,
        ...similarities(input.vectors[at] ?? [], input.queryVector),
      },
    ];
  });
  const documents = describeDocuments(drafts, input);
  const bestSimilarity = drafts.reduce((best, draft) => Math.max(best, ...draft.similarities), 0);
  return drafts.flatMap((draft) => {
    const document = documents.get(draft.passage.documentId);
    if (!document) return [];
    const passageSignals: PassageSignals = {
      ...draft,
      alignments: [],
      bm25: draft.place.bm25,
      rank: draft.place.rank,
      document,
      firstSentence: draft.passage.ordinal * SENTENCES_PER_PASSAGE,
    };
    return [
      {
        passage: draft.passage,
        document: draft.document,
        sentences: draft.sentences,
        lists: draft.place.lists,
        features: describeSentences(signals, passageSignals, { bestSimilarity }),
      },
    ];
  });
}

/** Usual number of sentences in a passage, to tell a sentence's position in its document from its passage's. */
const SENTENCES_PER_PASSAGE = 4;

function analysePassage(passage: Passage, language: string): readonly AnalysedSentence[] {
  const key = `${passage.id} ${passage.text}`;
  const known = memo.get(key);
  if (known) return known;
  const sentences = passage.sentences.map(({ start, end }) =>
    analyseSentence(passage.text.slice(start - passage.span.start, end - passage.span.start), language),
  );
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(key, sentences);
  return sentences;
}

function similarities(vectors: readonly Float32Array[], query: Float32Array | undefined) {
  if (!query) return { similarities: [], windowSimilarities: [] };
  return {
    similarities: vectors.map((vector) => dot(vector, query)),
    windowSimilarities: vectors.map((_, at) =>
      cosineOfSum(vectors.slice(Math.max(0, at - 1), at + 2), query),
    ),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function cosineOfSum(vectors: readonly Float32Array[], query: Float32Array): number {
  const sum = new Float32Array(query.length);
  for (const vector of vectors)
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
  const length = Math.sqrt(dot(sum, sum));
  return length === 0 ? 0 : dot(sum, query) / length;
}

interface PassageDraft {
  readonly document: DocumentFacts;
  readonly coverages: readonly Float32Array[];
}

function describeDocuments(
  drafts: readonly PassageDraft[],
  input: DescribeInput,
): Map<string, DocumentSignals> {
  const documents = new Map<string, DocumentSignals>();
  for (const { document, coverages } of drafts) {
    let known = documents.get(document.id);
    if (!known) {
      const place = input.pool.documents.get(document.id);
      const coverage = coverTerms(input.signals, fieldTerms(document));
      known = {
        ...(document.published !== undefined && { published: document.published }),
        ...(document.publisher !== undefined && { publisher: foldedWords(document.publisher, 'en') }),
        coverage,
        titleCoverage: coverTerms(input.signals, indexTerms(document.title, document.language)),
        bm25: place?.bm25 ?? 0,
        rank: place?.rank ?? 0,
      };
      documents.set(document.id, known);
    }
    for (const coverage of coverages) widenCoverage(known.coverage, coverage);
  }
  return documents;
}
