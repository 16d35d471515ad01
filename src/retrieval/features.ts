import type { AnalysedQuestion } from './analyse-question.ts';
import type { AnalysedSentence, Run, RunKind } from './analyse-sentence.ts';
import type { AnswerType } from './answer-type.ts';

/**
 * What the ranker is told about a sentence. Every feature is a plain number near [0, 1], 0 where it does not apply, so
 * that one set of weights serves every corpus and language.
 */
export const FEATURES = [
  'sentence-coverage',
  'window-coverage',
  'passage-coverage',
  'document-coverage',
  'title-coverage',
  'sentence-bm25',
  'passage-bm25',
  'document-bm25',
  'passage-rank',
  'document-rank',
  'sentence-similarity',
  'window-similarity',
  'similarity-to-best',
  'alignment',
  'name-coverage',
  'window-name-coverage',
  'document-name-coverage',
  'number-coverage',
  'window-number-coverage',
  'rarest-term',
  'window-rarest-term',
  'adjacency',
  'clause-coverage',
  'document-clause-coverage',
  'quoted-wording',
  'asked-noun',
  'expects-run',
  'holds-run',
  'run-nearness',
  'run-count',
  'type-cue',
  'wants-reason',
  'wants-statement',
  'wants-place',
  'wants-name',
  'yes-no',
  'defines',
  'position',
  'length',
  'opens-with-pronoun',
  'is-question',
  'days-old',
  'future',
  'dated',
  'publisher-match',
  'time-match',
  'time-asked',
  'question-length',
] as const;

export type FeatureName = (typeof FEATURES)[number];

/** What is known of a question against one corpus. Arrays run along `terms`. */
export interface QuestionSignals {
  readonly analysed: AnalysedQuestion;
  /** Inverse document frequency of each term, in nats, over passages. */
  readonly idf: readonly number[];
  /** Corpus terms that stand for a query term: the term itself at 1, other spellings below. */
  readonly matches: ReadonlyMap<string, readonly { readonly index: number; readonly weight: number }[]>;
  /** Publishers that the question names, folded. */
  readonly publishers: readonly string[];
  /** Indexes of terms that are part of a publisher's name: they say where, not what. */
  readonly publisherTerms: ReadonlySet<number>;
  /** Spans of days that the question names, `YYYY-MM-DD` each. */
  readonly times: readonly { readonly from: string; readonly to: string }[];
  /** Words of the question as they are indexed or folded, to tell new information from repeated. */
  readonly known: ReadonlySet<string>;
}

/** A document as far as the candidates show it. */
export interface DocumentSignals {
  readonly published?: string;
  /** Folded. */
  readonly publisher?: string;
  /** Best match of each query term in any candidate passage, title or field of the document. */
  readonly coverage: Float32Array;
  /** Best match of each query term in the title. */
  readonly titleCoverage: Float32Array;
  /** bm25 of the document over the best document's. */
  readonly bm25: number;
  /** 1 / rank in the document list, 0 when absent. */
  readonly rank: number;
}

export interface PassageSignals {
  readonly sentences: readonly AnalysedSentence[];
  /** Match of each query term, sentence by sentence. */
  readonly coverages: readonly Float32Array[];
  /** Cosine of question and sentence, sentence by sentence. */
  readonly similarities: readonly number[];
  /** Cosine of question and each sentence with its neighbours. */
  readonly windowSimilarities: readonly number[];
  /** Mean, by idf, of each query word's likeness to its nearest word of the sentence. */
  readonly alignments: readonly number[];
  readonly bm25: number;
  readonly rank: number;
  readonly document: DocumentSignals;
  /** Position of the passage's first sentence in the document. */
  readonly firstSentence: number;
}

/** Shares of the candidates as a whole. */
export interface PoolSignals {
  readonly bestSimilarity: number;
}

const AVERAGE_SENTENCE_TERMS = 14;
const BM25_K1 = 1.2;
const BM25_B = 0.5;

/** Best match of each query term among some terms. */
export function coverTerms(question: QuestionSignals, terms: readonly string[]): Float32Array {
  const coverage = new Float32Array(question.idf.length);
  for (const term of terms) {
    if (term === '') continue;
    const matches = question.matches.get(term);
    if (!matches) continue;
    for (const { index, weight } of matches) if (weight > (coverage[index] ?? 0)) coverage[index] = weight;
  }
  return coverage;
}

/** Elementwise maximum, into the first. */
export function widenCoverage(into: Float32Array, other: Float32Array): void {
  for (let index = 0; index < into.length; index++) {
    const value = other[index] ?? 0;
    if (value > (into[index] ?? 0)) into[index] = value;
  }
}

/** Feature vectors of a passage's sentences, in order, each laid out as `FEATURES`. */
export function describeSentences(
  question: QuestionSignals,
  passage: PassageSignals,
  pool: PoolSignals,
): Float32Array[] {
  const whole = unionOf(passage.coverages, question.idf.length);
  return passage.sentences.map((_, at) => {
    const features = {
      ...lexicalFeatures(question, passage, at, whole),
      ...similarityFeatures(passage, at, pool),
      ...typeFeatures(question, passage, at),
      ...placeFeatures(question, passage, at),
    };
    return Float32Array.from(FEATURES, (name) => features[name]);
  });
}

function unionOf(coverages: readonly Float32Array[], length: number): Float32Array {
  const union = new Float32Array(length);
  for (const coverage of coverages) widenCoverage(union, coverage);
  return union;
}

function lexicalFeatures(
  question: QuestionSignals,
  passage: PassageSignals,
  at: number,
  whole: Float32Array,
) {
  const own = passage.coverages[at] ?? whole;
  const window = unionOf(passage.coverages.slice(Math.max(0, at - 1), at + 2), question.idf.length);
  const { terms } = question.analysed;
  const isName = (index: number) => terms[index]?.name === true && !question.publisherTerms.has(index);
  const isNumber = (index: number) => terms[index]?.number === true;
  const content = (index: number) => !question.publisherTerms.has(index);
  const sentence = passage.sentences[at];
  const rarest = rarestTerm(question);
  return {
    'sentence-coverage': share(question, own, content),
    'window-coverage': share(question, window, content),
    'passage-coverage': share(question, whole, content),
    'document-coverage': share(question, passage.document.coverage, content),
    'title-coverage': share(question, passage.document.titleCoverage, content),
    'sentence-bm25': sentence ? sentenceBm25(question, sentence) : 0,
    'passage-bm25': passage.bm25,
    'document-bm25': passage.document.bm25,
    'passage-rank': passage.rank,
    'document-rank': passage.document.rank,
    'name-coverage': share(question, own, isName),
    'window-name-coverage': share(question, window, isName),
    'document-name-coverage': share(question, passage.document.coverage, isName),
    'number-coverage': share(question, own, isNumber),
    'window-number-coverage': share(question, window, isNumber),
    'rarest-term': own[rarest] ?? 0,
    'window-rarest-term': window[rarest] ?? 0,
    adjacency: sentence ? adjacency(question, sentence) : 0,
    'clause-coverage': clauseCoverage(question, own),
    'document-clause-coverage': clauseCoverage(question, passage.document.coverage),
    'quoted-wording': sentence ? quotedWording(question, sentence) : 0,
    'asked-noun': sentence && question.analysed.asked.some((term) => sentence.terms.includes(term)) ? 1 : 0,
  };
}

function share(
  question: QuestionSignals,
  coverage: Float32Array,
  wanted: (index: number) => boolean,
): number {
  let covered = 0;
  let total = 0;
  for (const [index, idf] of question.idf.entries()) {
    if (!wanted(index)) continue;
    total += idf;
    covered += idf * (coverage[index] ?? 0);
  }
  return total === 0 ? 0 : covered / total;
}

function rarestTerm(question: QuestionSignals): number {
  let rarest = -1;
  for (const [index, idf] of question.idf.entries()) {
    if (!question.publisherTerms.has(index) && idf > (question.idf[rarest] ?? -1)) rarest = index;
  }
  return rarest;
}

function sentenceBm25(question: QuestionSignals, sentence: AnalysedSentence): number {
  const counts = new Float32Array(question.idf.length);
  let length = 0;
  for (const term of sentence.terms) {
    if (term === '') continue;
    length += 1;
    for (const { index, weight } of question.matches.get(term) ?? [])
      counts[index] = (counts[index] ?? 0) + weight;
  }
  const norm = BM25_K1 * (1 - BM25_B + (BM25_B * length) / AVERAGE_SENTENCE_TERMS);
  let score = 0;
  let total = 0;
  for (const [index, idf] of question.idf.entries()) {
    const count = counts[index] ?? 0;
    total += idf;
    score += (idf * count) / (count + norm);
  }
  return total === 0 ? 0 : score / total;
}

/** Share of the question's neighbouring content words that stand near each other in the sentence too. */
function adjacency(question: QuestionSignals, sentence: AnalysedSentence): number {
  const { sequence } = question.analysed;
  if (sequence.length < 2) return 0;
  const places = new Map<string, number[]>();
  for (const [place, term] of sentence.terms.entries()) {
    if (term === '') continue;
    const known = places.get(term);
    if (known) known.push(place);
    else places.set(term, [place]);
  }
  let met = 0;
  let total = 0;
  for (let index = 1; index < sequence.length; index++) {
    const left = sequence[index - 1];
    const right = sequence[index];
    if (!left || !right || right.position - left.position > 3) continue;
    total += 1;
    const near = places
      .get(left.term)
      ?.some((a) => places.get(right.term)?.some((b) => Math.abs(b - a) <= 3));
    if (near) met += 1;
  }
  return total === 0 ? 0 : met / total;
}

function clauseCoverage(question: QuestionSignals, coverage: Float32Array): number {
  const places = new Map(question.analysed.terms.map((term, index) => [term.term, index]));
  let best = 0;
  for (const clause of question.analysed.clauses) {
    let covered = 0;
    let total = 0;
    for (const term of clause) {
      const index = places.get(term);
      if (index === undefined || question.publisherTerms.has(index)) continue;
      total += question.idf[index] ?? 0;
      covered += (question.idf[index] ?? 0) * (coverage[index] ?? 0);
    }
    if (total > 0) best = Math.max(best, covered / total);
  }
  return best;
}

function quotedWording(question: QuestionSignals, sentence: AnalysedSentence): number {
  if (question.analysed.quoted.length === 0) return 0;
  const folded = ` ${sentence.tokens.map((token) => token.text.toLowerCase()).join(' ')} `;
  return question.analysed.quoted.some((wording) => folded.includes(` ${wording} `)) ? 1 : 0;
}

function similarityFeatures(passage: PassageSignals, at: number, pool: PoolSignals) {
  const similarity = passage.similarities[at] ?? 0;
  return {
    'sentence-similarity': similarity,
    'window-similarity': passage.windowSimilarities[at] ?? 0,
    'similarity-to-best': pool.bestSimilarity > 0 ? similarity / pool.bestSimilarity : 0,
    alignment: passage.alignments[at] ?? 0,
  };
}

/** Runs that can answer a question of a type. */
const EXPECTED_RUNS: Readonly<Partial<Record<AnswerType, readonly RunKind[]>>> = {
  person: ['name'],
  place: ['name'],
  name: ['name', 'quote'],
  time: ['date', 'duration'],
  number: ['number', 'percent', 'money', 'duration'],
  money: ['money', 'number'],
  percent: ['percent', 'number'],
  duration: ['duration', 'number', 'date'],
};

/** Runs of a sentence that could be the answer: of the right kind, and not said in the question already. */
export function answerRuns(question: QuestionSignals, sentence: AnalysedSentence): Run[] {
  const kinds = EXPECTED_RUNS[question.analysed.type];
  if (!kinds) return [];
  return sentence.runs.filter((run) => kinds.includes(run.kind) && isNews(question, sentence, run));
}

function isNews(question: QuestionSignals, sentence: AnalysedSentence, run: Run): boolean {
  for (let at = run.from; at < run.to; at++) {
    const term = sentence.terms[at] ?? '';
    if (term !== '' && !question.known.has(term)) return true;
  }
  return false;
}

/** Tokens between a run and the nearest word of the question, idf-weighted to the nearest rare word; 0 near to 1. */
export function runNearness(question: QuestionSignals, sentence: AnalysedSentence, run: Run): number {
  let nearness = 0;
  let total = 0;
  for (const idf of question.idf) total += idf;
  const best = new Float32Array(question.idf.length);
  for (const [place, term] of sentence.terms.entries()) {
    if (term === '' || (place >= run.from && place < run.to)) continue;
    const distance = place < run.from ? run.from - place : place - run.to + 1;
    for (const { index, weight } of question.matches.get(term) ?? []) {
      const value = weight / (1 + distance / 4);
      if (value > (best[index] ?? 0)) best[index] = value;
    }
  }
  for (const [index, idf] of question.idf.entries()) nearness += idf * (best[index] ?? 0);
  return total === 0 ? 0 : nearness / total;
}

function typeFeatures(question: QuestionSignals, passage: PassageSignals, at: number) {
  const { type } = question.analysed;
  const sentence = passage.sentences[at];
  const runs = sentence ? answerRuns(question, sentence) : [];
  const cues = sentence?.cues;
  const cue =
    (type === 'reason' && cues?.reason) ||
    (type === 'place' && cues?.place) ||
    (type === 'statement' && cues?.speech);
  return {
    'expects-run': EXPECTED_RUNS[type] ? 1 : 0,
    'holds-run': runs.length > 0 ? 1 : 0,
    'run-nearness': sentence
      ? runs.reduce((best, run) => Math.max(best, runNearness(question, sentence, run)), 0)
      : 0,
    'run-count': Math.min(1, runs.length / 4),
    'type-cue': cue ? 1 : 0,
    'wants-reason': type === 'reason' || type === 'manner' ? 1 : 0,
    'wants-statement': type === 'statement' ? 1 : 0,
    'wants-place': type === 'place' ? 1 : 0,
    'wants-name': type === 'person' || type === 'name' ? 1 : 0,
    'yes-no': type === 'yes-no' ? 1 : 0,
    defines: sentence && type === 'definition' ? defines(question, sentence) : 0,
  };
}

function defines(question: QuestionSignals, sentence: AnalysedSentence): number {
  const copula = sentence.tokens.findIndex((token) =>
    /^(?:is|are|was|were|refers?|means?)$/i.test(token.text),
  );
  if (copula < 1 || copula > 12) return 0;
  const subject = coverTerms(question, sentence.terms.slice(0, copula));
  return share(question, subject, () => true);
}

const PRONOUN = /^(?:he|she|it|they|this|that|these|those|his|her|their|its)\b/i;
const SENTENCES_TO_HALF = 8;
const LONG_SENTENCE_TOKENS = 60;
const LONG_QUESTION_TERMS = 30;
const DAY_MS = 86_400_000;
const DAYS_TO_FULL_SCALE = 8;

function placeFeatures(question: QuestionSignals, passage: PassageSignals, at: number) {
  const sentence = passage.sentences[at];
  const text = sentence?.text ?? '';
  const { published, publisher } = passage.document;
  const days = daysBetween(published, question.analysed.question.today);
  const inTime =
    published !== undefined &&
    question.times.some((time) => published >= time.from.slice(0, published.length) && published <= time.to);
  return {
    position: 1 / (1 + (passage.firstSentence + at) / SENTENCES_TO_HALF),
    length: Math.min(1, (sentence?.tokens.length ?? 0) / LONG_SENTENCE_TOKENS),
    'opens-with-pronoun': PRONOUN.test(text) ? 1 : 0,
    'is-question': /\?["”']?$/.test(text) ? 1 : 0,
    'days-old': days === undefined ? 0 : Math.min(1, Math.log1p(Math.max(0, days)) / DAYS_TO_FULL_SCALE),
    future: days !== undefined && days < -1 ? 1 : 0,
    dated: days === undefined ? 0 : 1,
    'publisher-match': publisher !== undefined && question.publishers.includes(publisher) ? 1 : 0,
    'time-match': inTime ? 1 : 0,
    'time-asked': question.times.length > 0 ? 1 : 0,
    'question-length': Math.min(1, question.analysed.terms.length / LONG_QUESTION_TERMS),
  };
}

function daysBetween(published: string | undefined, today: string | undefined): number | undefined {
  if (published === undefined || today === undefined) return undefined;
  const days = (Date.parse(today) - Date.parse(published)) / DAY_MS;
  return Number.isFinite(days) ? days : undefined;
}
