import type { AnalysedSentence } from './analyse-sentence.ts';
import { answerRuns, runNearness } from './answer-runs.ts';
import {
  type PassageSignals,
  type QuestionSignals,
  rarestTerm,
  share,
  shareBeyond,
  unionOf,
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
type Features = Record<SentenceFeature, number>;

const AVERAGE_SENTENCE_TERMS = 14;
const BM25_K1 = 1.2;
const BM25_B = 0.5;

/** Feature vectors of a passage's sentences, in order, each laid out as `SENTENCE_FEATURES`. */
export function describeSentences(question: QuestionSignals, passage: PassageSignals): Float32Array[] {
  const whole = unionOf(passage.coverages, question.idf.length);
  return passage.sentences.map((sentence, at) => {
    const features: Features = {
      ...lexicalFeatures(question, passage, { sentence, at, whole }),
      ...(isTouched(passage, at) ? typeFeatures(question, sentence) : NO_TYPE),
      ...shapeFeatures(passage, sentence, at),
      'sentence-similarity': passage.similarities[at] ?? 0,
      'window-similarity': passage.windowSimilarities[at] ?? 0,
    };
    return Float32Array.from(SENTENCE_FEATURES, (name) => features[name]);
  });
}

/** Whether the sentence or a neighbour holds a word of the question: elsewhere, kinds of things tell nothing. */
function isTouched(passage: PassageSignals, at: number): boolean {
  return passage.coverages
    .slice(Math.max(0, at - 1), at + 2)
    .some((coverage) => coverage.some((match) => match > 0));
}

const NO_TYPE = {
  'holds-run': 0,
  'run-nearness': 0,
  'run-count': 0,
  'name-run': 0,
  'type-cue': 0,
  defines: 0,
};

interface Place {
  readonly sentence: AnalysedSentence;
  readonly at: number;
  readonly whole: Float32Array;
}

function lexicalFeatures(question: QuestionSignals, passage: PassageSignals, { sentence, at, whole }: Place) {
  const own = passage.coverages[at] ?? whole;
  const window = unionOf(passage.coverages.slice(Math.max(0, at - 1), at + 2), question.idf.length);
  const rarest = rarestTerm(question);
  return {
    'sentence-coverage': share(question, own, 'content'),
    'window-coverage': share(question, window, 'content'),
    'passage-coverage': share(question, whole, 'content'),
    'focus-coverage': share(question, own, 'focus'),
    'window-focus-coverage': share(question, window, 'focus'),
    'beyond-title': shareBeyond(question, own, passage.document.titleCoverage),
    'window-beyond-title': shareBeyond(question, window, passage.document.titleCoverage),
    'sentence-bm25': sentenceBm25(question, sentence),
    'passage-bm25': passage.bm25,
    'passage-rank': passage.rank,
    'name-coverage': share(question, own, 'names'),
    'window-name-coverage': share(question, window, 'names'),
    'number-coverage': share(question, own, 'numbers'),
    'window-number-coverage': share(question, window, 'numbers'),
    'rarest-term': own[rarest] ?? 0,
    'window-rarest-term': window[rarest] ?? 0,
    adjacency: adjacency(question, sentence),
    'clause-coverage': clauseCoverage(question, own),
    'quoted-wording': quotedWording(question, sentence),
    'asked-noun': question.analysed.asked.some((term) => sentence.terms.includes(term)) ? 1 : 0,
  };
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

/** Words between two neighbouring content words of the question, at most, and between the same in a sentence. */
const NEIGHBOUR_DISTANCE = 3;

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
  for (const [at, right] of sequence.entries()) {
    const left = sequence[at - 1];
    if (!left || right.position - left.position > NEIGHBOUR_DISTANCE) continue;
    total += 1;
    const rights = places.get(right.term) ?? [];
    if (places.get(left.term)?.some((a) => rights.some((b) => Math.abs(b - a) <= NEIGHBOUR_DISTANCE)))
      met += 1;
  }
  return total === 0 ? 0 : met / total;
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

function typeFeatures(question: QuestionSignals, sentence: AnalysedSentence) {
  const { type } = question.analysed;
  const runs = answerRuns(question, sentence);
  const holds = runs.length > 0 ? 1 : 0;
  const { cues } = sentence;
  const cue =
    (type === 'reason' && cues.reason) ||
    (type === 'place' && cues.place) ||
    (type === 'statement' && cues.speech);
  return {
    'holds-run': holds,
    'run-nearness': runs.reduce((best, run) => Math.max(best, runNearness(question, sentence, run)), 0),
    'run-count': Math.min(1, runs.length / MANY_RUNS),
    'name-run': type === 'person' || type === 'name' ? holds : 0,
    'type-cue': cue ? 1 : 0,
    defines: type === 'definition' ? defines(question, sentence) : 0,
  };
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

function shapeFeatures(passage: PassageSignals, sentence: AnalysedSentence, at: number) {
  return {
    position: 1 / (1 + (passage.firstSentence + at) / SENTENCES_TO_HALF),
    length: Math.min(1, sentence.tokens.length / LONG_SENTENCE_TOKENS),
    short: sentence.tokens.length < SHORT_SENTENCE_TOKENS ? 1 : 0,
    'opens-with-pronoun': PRONOUN.test(sentence.text) ? 1 : 0,
    'is-question': /\?["”']?$/.test(sentence.text) ? 1 : 0,
  };
}
