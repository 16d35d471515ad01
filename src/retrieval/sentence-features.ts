import { NEIGHBOUR_DISTANCE } from './analyse-question.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import { answerRuns, runNearness } from './answer-runs.ts';
import {
  type PassageSignals,
  type QuestionSignals,
  share,
  shareBeyond,
  type TermHit,
  unionOf,
  widenCoverage,
} from './signals.ts';

/**
 * What the ranker is told about a sentence. Every feature is a plain number near [0, 1], 0 where it does not apply, so
 * that one set of weights serves every corpus and language.
 */
export const SENTENCE_FEATURES = [
  'sentence-coverage',
  'window-coverage',
  'passage-coverage',
  'focus-coverage',
  'window-focus-coverage',
  'beyond-title',
  'window-beyond-title',
  'sentence-bm25',
  'passage-bm25',
  'passage-rank',
  'sentence-similarity',
  'window-similarity',
  'small-similarity',
  'small-bm25',
  'name-coverage',
  'window-name-coverage',
  'number-coverage',
  'window-number-coverage',
  'rarest-term',
  'window-rarest-term',
  'adjacency',
  'clause-coverage',
  'quoted-wording',
  'asked-noun',
  'holds-run',
  'run-nearness',
  'run-count',
  'name-run',
  'type-cue',
  'defines',
  'position',
  'length',
  'short',
  'opens-with-pronoun',
  'is-question',
] as const;

export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

/** Place of each feature in a row. */
const AT = Object.fromEntries(SENTENCE_FEATURES.map((name, at) => [name, at])) as Record<
  SentenceFeature,
  number
>;

const AVERAGE_SENTENCE_TERMS = 14;
const BM25_K1 = 1.2;
const BM25_B = 0.5;

/** One row per sentence of a passage, in order, each laid out as `SENTENCE_FEATURES`. */
export function describeSentences(question: QuestionSignals, passage: PassageSignals): Float32Array[] {
  const passageCoverage = share(question, unionOf(passage.coverages, question.idf.length), 'content');
  const window = new Float32Array(question.idf.length);
  return passage.sentences.map((sentence, at) => {
    const row = new Float32Array(SENTENCE_FEATURES.length);
    row[AT['passage-coverage']] = passageCoverage;
    row[AT['passage-bm25']] = passage.bm25;
    row[AT['passage-rank']] = passage.rank;
    row[AT['sentence-similarity']] = passage.similarities[at] ?? 0;
    row[AT['window-similarity']] = passage.windowSimilarities[at] ?? 0;
    row[AT['small-similarity']] = question.smallness * (passage.similarities[at] ?? 0);
    row[AT['small-bm25']] = question.smallness * passage.bm25;
    describeShape(row, passage, at);
    window.fill(0);
    for (const place of [at - 1, at, at + 1]) {
      const coverage = passage.coverages[place];
      if (coverage) widenCoverage(window, coverage);
    }
    // Where neither the sentence nor a neighbour holds a word of the question, all that is left is 0.
    if (window.some((match) => match > 0)) {
      describeWindow(row, { question, passage, window });
      const hits = passage.hits[at] ?? [];
      describeWords(row, { question, passage, sentence, hits, own: passage.coverages[at] ?? window });
      describeType(row, { question, sentence, hits });
    }
    return row;
  });
}

interface Window {
  readonly question: QuestionSignals;
  readonly passage: PassageSignals;
  readonly window: Float32Array;
}

function describeWindow(row: Float32Array, { question, passage, window }: Window): void {
  row[AT['window-coverage']] = share(question, window, 'content');
  row[AT['window-focus-coverage']] = share(question, window, 'focus');
  row[AT['window-beyond-title']] = shareBeyond(question, window, passage.document.titleCoverage);
  row[AT['window-name-coverage']] = share(question, window, 'names');
  row[AT['window-number-coverage']] = share(question, window, 'numbers');
  row[AT['window-rarest-term']] = window[question.rarest] ?? 0;
}

interface Words {
  readonly question: QuestionSignals;
  readonly passage: PassageSignals;
  readonly sentence: AnalysedSentence;
  readonly hits: readonly TermHit[];
  readonly own: Float32Array;
}

function describeWords(row: Float32Array, { question, passage, sentence, hits, own }: Words): void {
  if (!own.some((match) => match > 0)) return;
  const { asked } = question.analysed;
  row[AT['sentence-coverage']] = share(question, own, 'content');
  row[AT['focus-coverage']] = share(question, own, 'focus');
  row[AT['beyond-title']] = shareBeyond(question, own, passage.document.titleCoverage);
  row[AT['sentence-bm25']] = sentenceBm25(question, hits, sentence.contentLength);
  row[AT['name-coverage']] = share(question, own, 'names');
  row[AT['number-coverage']] = share(question, own, 'numbers');
  row[AT['rarest-term']] = own[question.rarest] ?? 0;
  row[AT.adjacency] = adjacency(question, hits);
  row[AT['clause-coverage']] = clauseCoverage(question, own);
  row[AT['quoted-wording']] = quotedWording(question, sentence);
  row[AT['asked-noun']] = asked.some((term) => sentence.terms.includes(term)) ? 1 : 0;
}

function sentenceBm25(question: QuestionSignals, hits: readonly TermHit[], length: number): number {
  const counts = new Float32Array(question.idf.length);
  for (const { index, weight } of hits) counts[index] = (counts[index] ?? 0) + weight;
  const norm = BM25_K1 * (1 - BM25_B + (BM25_B * length) / AVERAGE_SENTENCE_TERMS);
  let score = 0;
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] ?? 0;
    if (count > 0) score += ((question.idf[index] ?? 0) * count) / (count + norm);
  }
  return question.idfTotal === 0 ? 0 : score / question.idfTotal;
}

/** Share of the question's neighbouring content words that stand near each other in the sentence too. */
function adjacency(question: QuestionSignals, hits: readonly TermHit[]): number {
  const { neighbours } = question.analysed;
  if (neighbours.length === 0) return 0;
  let met = 0;
  for (const [left, right] of neighbours) if (areNear(hits, left, right)) met += 1;
  return met / neighbours.length;
}

/** Whether two terms, as the question spells them, stand near each other. */
function areNear(hits: readonly TermHit[], left: number, right: number): boolean {
  for (const a of hits) {
    if (a.index !== left || a.weight < 1) continue;
    for (const b of hits) {
      if (b.index === right && b.weight === 1 && Math.abs(b.place - a.place) <= NEIGHBOUR_DISTANCE)
        return true;
    }
  }
  return false;
}

/** Best coverage of any one clause of the question: a long question has parts that different sentences answer. */
export function clauseCoverage(question: QuestionSignals, coverage: Float32Array): number {
  let best = 0;
  for (const clause of question.clauses) {
    let covered = 0;
    let total = 0;
    for (const index of clause) {
      const idf = question.idf[index] ?? 0;
      total += idf;
      covered += idf * (coverage[index] ?? 0);
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

const MANY_RUNS = 4;

function describeType(
  row: Float32Array,
  { question, sentence, hits }: Pick<Words, 'question' | 'sentence' | 'hits'>,
): void {
  const { type } = question.analysed;
  const runs = answerRuns(question, sentence);
  if (runs.length > 0) {
    row[AT['holds-run']] = 1;
    row[AT['name-run']] = type === 'person' || type === 'name' ? 1 : 0;
    row[AT['run-count']] = Math.min(1, runs.length / MANY_RUNS);
    row[AT['run-nearness']] = Math.max(...runs.map((run) => runNearness(question, hits, run)));
  }
  if (type === 'reason') row[AT['type-cue']] = sentence.givesReason ? 1 : 0;
  if (type === 'place') row[AT['type-cue']] = sentence.namesPlace ? 1 : 0;
  if (type === 'statement') row[AT['type-cue']] = sentence.tellsSpeech ? 1 : 0;
  if (type === 'definition') row[AT.defines] = defines(question, sentence);
}

const COPULA = /^(?:is|are|was|were|refers?|means?)$/i;
const LONGEST_SUBJECT_TOKENS = 12;

function defines(question: QuestionSignals, sentence: AnalysedSentence): number {
  const copula = sentence.tokens.findIndex((token) => COPULA.test(token.text));
  if (copula < 1 || copula > LONGEST_SUBJECT_TOKENS) return 0;
  const subject = new Set(sentence.terms.slice(0, copula));
  const named = question.analysed.terms.filter((term) => subject.has(term.term)).length;
  return named / Math.max(1, question.analysed.terms.length);
}

const PRONOUN = /^(?:he|she|it|they|this|that|these|those|his|her|their|its)\b/i;
const SENTENCES_TO_HALF = 8;
const LONG_SENTENCE_TOKENS = 60;
const SHORT_SENTENCE_TOKENS = 6;

function describeShape(row: Float32Array, passage: PassageSignals, at: number): void {
  const { text = '', terms = [] } = passage.sentences[at] ?? {};
  row[AT.position] = 1 / (1 + (passage.firstSentence + at) / SENTENCES_TO_HALF);
  row[AT.length] = Math.min(1, terms.length / LONG_SENTENCE_TOKENS);
  row[AT.short] = terms.length < SHORT_SENTENCE_TOKENS ? 1 : 0;
  row[AT['opens-with-pronoun']] = PRONOUN.test(text) ? 1 : 0;
  row[AT['is-question']] = /\?["”']?$/.test(text) ? 1 : 0;
}
