import { indexTerms } from '../text/words.ts';
import type { AnalysedSentence } from './analyse-sentence.ts';
import { EXPECTED_RUNS } from './answer-runs.ts';
import weights from './confidence.weights.json' with { type: 'json' };
import { DOCUMENT_FEATURES } from './document-features.ts';
import { findFalsePremises } from './false-premise.ts';
import type { RankedDocument } from './rank-pool.ts';
import { SENTENCE_FEATURES, type SentenceFeature } from './sentence-features.ts';
import { coverTerms, type QuestionSignals, SAME_WORD, share, unionOf } from './signals.ts';

/**
 * Confidence at or above which an answer is given. Confidence is fitted to sets of which half is unanswerable; people ask
 * more of what they expect to be there, and .4 is as likely as not where six in ten questions can be answered.
 */
export const THRESHOLD = 0.4;

/** Signals that an answer is there, each near [0, 1], from the question and what was ranked best for it. */
export const CONFIDENCE_FEATURES = [
  'sentence-coverage',
  'window-coverage',
  'document-coverage',
  'pool-coverage',
  'clauses-covered',
  'window-names',
  'document-names',
  'window-numbers',
  'focus-coverage',
  'rarest-in-window',
  'rarest-in-document',
  'missing-in-window',
  'missing-in-document',
  'missing-name',
  'rest-in-window',
  'names-only',
  'adjacency',
  'similarity',
  'best-similarity',
  'expects-run',
  'holds-run',
  'run-nearness',
  'no-run-in-document',
  'no-quantity',
  'asked-noun',
  'asked-unknown',
  'measure-unknown',
  'after-corpus',
  'document-logit',
  'document-lead',
  'document-margin',
  'document-share',
  'sentence-share',
  'title-coverage',
  'title-share',
  'beyond-title',
  'sentence-bm25',
  'unknown-terms',
  'unknown-names',
  'unknown-squared',
  'question-length',
  'time-missed',
  'negated',
  'false-premise',
  'unanchored',
  'small',
  'small-logit',
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];

/**
 * What counts by reason and not by fit alone, in log odds, since few of the questions that weights are fitted to are of the
 * kind: a corpus cannot tell what came after it, a sentence that says otherwise than the question supposes is no answer,
 * what "Who started it?" asks about nobody can tell, and a measure that the corpus has no word for ("the population of ...") is
 * not told by another number.
 */
const REASONED_LOG_ODDS: Readonly<Partial<Record<ConfidenceFeature, number>>> = {
  'after-corpus': -2,
  'false-premise': -2,
  unanchored: -6,
  'measure-unknown': -2,
};

/** Calibrated probability, 0 to 1, that the ranked documents hold an answer. */
export function estimateConfidence(row: Float32Array): number {
  let logOdds = weights.bias;
  for (const [at, name] of CONFIDENCE_FEATURES.entries())
    logOdds += ((BY_NAME[name] ?? 0) + (REASONED_LOG_ODDS[name] ?? 0)) * (row[at] ?? 0);
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * In a corpus of some size, how well the best document fits says nearly everything, and other signals only blur it. In a
 * handful of articles on one story every document fits: there the others count, the more the smaller the corpus.
 */
const EVERYWHERE: ReadonlySet<ConfidenceFeature> = new Set([
  'document-logit',
  'document-margin',
  'false-premise',
  'unanchored',
  'measure-unknown',
  'question-length',
  'unknown-names',
  'unknown-terms',
  'small',
  'after-corpus',
]);

const BY_NAME: Readonly<Record<string, number>> = weights.weights;
const NEGATION = /\b(?:not|never|no longer|least|except|without|neither|nor|refus\w+|\w+n['’]t)\b/i;
const LONG_QUESTION_TERMS = 20;
const LOGIT_SCALE = 10;
const LEAD_SCALE = 4;
const MARGIN_SCALE = 10;
/** Places, from the best at 0, of the documents that tell what any document scores on a question: those behind the few that may answer. */
const RUN_OF_POOL = { from: 5, to: 15 };

/** Describes what was found for a question; all zeros where nothing was. */
export function describeConfidence(
  signals: QuestionSignals,
  ranked: readonly RankedDocument[],
): Float32Array {
  const best = ranked[0];
  const top = best && bestSentence(best);
  if (!best || !top) return new Float32Array(CONFIDENCE_FEATURES.length);
  const of = (name: SentenceFeature) => top.row[SENTENCE_FEATURES.indexOf(name)] ?? 0;
  const ofDocument = (name: string) => best.row[DOCUMENT_FEATURES.indexOf(name)] ?? 0;
  const windowCoverage = coverTerms(signals, top.windowTerms);
  const expects = EXPECTED_RUNS[signals.analysed.type] !== undefined;
  const features: Record<ConfidenceFeature, number> = {
    'sentence-coverage': of('sentence-coverage'),
    'window-coverage': of('window-coverage'),
    'document-coverage': ofDocument('document-coverage'),
    'pool-coverage': share(
      signals,
      unionOf(
        ranked.map((other) => other.signals.coverage),
        signals.idf.length,
      ),
      'content',
    ),
    'clauses-covered': clausesCovered(signals, ranked),
    'window-names': orOne(coveredNames(signals, windowCoverage), signals.indexes.names),
    'document-names': orOne(coveredNames(signals, best.signals.coverage), signals.indexes.names),
    'window-numbers': orOne(of('window-number-coverage'), signals.indexes.numbers),
    'focus-coverage': of('window-focus-coverage'),
    'rarest-in-window': of('window-rarest-term'),
    'rarest-in-document': ofDocument('best window-rarest-term'),
    'missing-in-window': mostMissing(signals, windowCoverage),
    'missing-in-document': mostMissing(signals, best.signals.coverage),
    'missing-name': signals.indexes.names.some((index) => (windowCoverage[index] ?? 0) === 0) ? 1 : 0,
    'rest-in-window': restCovered(signals, windowCoverage, SAME_WORD),
    'names-only': isNamesOnly(signals, windowCoverage) ? 1 : 0,
    adjacency: of('adjacency'),
    similarity: of('sentence-similarity'),
    'best-similarity': ofDocument('best sentence-similarity'),
    'expects-run': expects ? 1 : 0,
    'holds-run': of('holds-run'),
    'run-nearness': of('run-nearness'),
    'no-run-in-document': expects && ofDocument('best run-nearness') === 0 ? 1 : 0,
    'no-quantity': isQuantity(signals) && of('holds-run') === 0 ? 1 : 0,
    'asked-noun': signals.analysed.asked.some((term) => top.windowTerms.includes(term)) ? 1 : 0,
    'asked-unknown': isAskedUnknown(signals) ? 1 : 0,
    'measure-unknown': isQuantity(signals) && isAskedUnknown(signals) ? 1 : 0,
    'after-corpus': signals.afterCorpus ? 1 : 0,
    'document-logit': best.logit / LOGIT_SCALE,
    'document-lead': Math.min(1, (best.logit - (ranked[1]?.logit ?? 0)) / LEAD_SCALE),
    'document-margin': (1 - signals.smallness) * (marginOf(ranked) / MARGIN_SCALE),
    'document-share': best.share,
    'sentence-share': top.score / Math.max(best.share, 1e-9),
    'title-coverage': ofDocument('title-coverage'),
    'title-share': ofDocument('title-share'),
    'beyond-title': of('window-beyond-title'),
    'sentence-bm25': of('sentence-bm25'),
    'unknown-terms': unknownShare(signals, signals.indexes.content),
    'unknown-names': unknownShare(signals, signals.indexes.names),
    'unknown-squared': unknownShare(signals, signals.indexes.content) ** 2,
    'question-length': Math.min(1, signals.analysed.terms.length / LONG_QUESTION_TERMS),
    'time-missed': missesTime(signals, best) ? 1 : 0,
    negated: NEGATION.test(signals.analysed.question.text) ? 1 : 0,
    'false-premise':
      findFalsePremises(signals, {
        sentence: top.sentence,
        windowTerms: new Set(top.windowTerms),
        document: best.signals.coverage,
      }).size > 0
        ? 1
        : 0,
    unanchored: isUnanchored(signals) ? 1 : 0,
    small: signals.smallness,
    'small-logit': best.logit / LOGIT_SCALE,
  };
  const scale = (name: ConfidenceFeature) => (EVERYWHERE.has(name) ? 1 : signals.smallness);
  return Float32Array.from(CONFIDENCE_FEATURES, (name) => scale(name) * features[name]);
}

interface TopSentence {
  readonly sentence: AnalysedSentence;
  readonly row: Float32Array;
  readonly score: number;
  /** Index terms of the sentence and its neighbours. */
  readonly windowTerms: readonly string[];
}

function bestSentence(document: RankedDocument): TopSentence | undefined {
  let top: TopSentence | undefined;
  for (const passage of document.ranked) {
    for (const [at, row] of passage.rows.entries()) {
      const score = passage.scores[at] ?? 0;
      const sentence = passage.sentences[at];
      if (!sentence || (top && score <= top.score)) continue;
      const window = passage.sentences.slice(Math.max(0, at - 1), at + 2);
      top = { sentence, row, score, windowTerms: window.flatMap(({ terms }) => terms) };
    }
  }
  return top;
}

/** How far the best document's log odds stand out from those of the run of the pool. */
function marginOf(ranked: readonly RankedDocument[]): number {
  const run =
    ranked.length > RUN_OF_POOL.from ? ranked.slice(RUN_OF_POOL.from, RUN_OF_POOL.to) : ranked.slice(-1);
  const mean = run.reduce((sum, { logit }) => sum + logit, 0) / Math.max(1, run.length);
  return (ranked[0]?.logit ?? 0) - mean;
}

/** Whether the question names a time, and the document is of another and does not mention it either. */
function missesTime(signals: QuestionSignals, { signals: document, row }: RankedDocument): boolean {
  if (signals.times.length === 0 || document.published === undefined) return false;
  const mentioned = signals.dateTerms.some((index) => (document.coverage[index] ?? 0) > 0);
  return !mentioned && (row[DOCUMENT_FEATURES.indexOf('time-match')] ?? 0) === 0;
}

/** Whether the corpus does not know the word for what is asked: "population" in "what is the population of ...". */
function isAskedUnknown({ analysed, unknown }: QuestionSignals): boolean {
  return analysed.asked.some((asked) =>
    analysed.terms.some(({ term }, at) => term === asked && unknown.has(at)),
  );
}

const REFERS_BACK =
  /\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there|then|next|afterwards?)\b/i;
/** Words that say nothing of what a question is about. */
const EMPTY_TERMS: ReadonlySet<string> = new Set(
  indexTerms('happen next happening thing sources source say article', 'en'),
);

/** Whether a question holds nothing to look for: it refers to what was said before and is about no more, or is a sum. */
function isUnanchored({ analysed }: QuestionSignals): boolean {
  const { terms, question, language } = analysed;
  if (terms.length > 0 && terms.every(({ number }) => number)) return true;
  return (
    /^en\b/.test(language) &&
    REFERS_BACK.test(question.text) &&
    !terms.some(({ name, number }) => name || number) &&
    terms.filter(({ term }) => !EMPTY_TERMS.has(term)).length <= 1
  );
}

/** Whether a number or a time is asked for: a sentence without one is no answer. */
function isQuantity({ analysed }: QuestionSignals): boolean {
  return ['number', 'money', 'percent', 'duration', 'time'].includes(analysed.type);
}

/** Nothing of a kind was asked for: then nothing of it is missing. */
function orOne(value: number, asked: readonly number[]): number {
  return asked.length === 0 ? 1 : value;
}

/** Share of the names that are there, in whichever spelling. */
function coveredNames(signals: QuestionSignals, coverage: Float32Array): number {
  return (
    signals.indexes.names.filter((index) => (coverage[index] ?? 0) > 0).length /
    Math.max(1, signals.indexes.names.length)
  );
}

/** The worst covered clause of the question, by the document that covers it best. */
function clausesCovered(signals: QuestionSignals, ranked: readonly RankedDocument[]): number {
  let worst = 1;
  for (const clause of signals.clauses) {
    const total = clause.reduce((sum, index) => sum + (signals.idf[index] ?? 0), 0);
    if (total === 0) continue;
    const covered = ranked.map(({ signals: { coverage } }) =>
      clause.reduce((sum, index) => sum + (signals.idf[index] ?? 0) * (coverage[index] ?? 0), 0),
    );
    worst = Math.min(worst, Math.max(0, ...covered) / total);
  }
  return worst;
}

/** Indexes of content terms that are no names, numbers or parts of a date: what is asked about those. */
function restOf({ indexes, dateTerms }: QuestionSignals): number[] {
  const named = new Set([...indexes.names, ...indexes.numbers, ...dateTerms]);
  return indexes.content.filter((index) => !named.has(index));
}

/** Share of the idf of the rest that is covered by matches of a weight or more; 1 when there is no rest. */
function restCovered(signals: QuestionSignals, coverage: Float32Array, least = 0): number {
  let covered = 0;
  let total = 0;
  for (const index of restOf(signals)) {
    const idf = signals.idf[index] ?? 0;
    const match = coverage[index] ?? 0;
    total += idf;
    if (match >= least) covered += idf * match;
  }
  return total === 0 ? 1 : covered / total;
}

/** Whether the question has names and all that is met of it are names: the text is about them, and not about the question. */
function isNamesOnly(signals: QuestionSignals, coverage: Float32Array): boolean {
  const { indexes, dateTerms } = signals;
  const hasNames = indexes.names.length + indexes.numbers.length + dateTerms.length > 0;
  return hasNames && restCovered(signals, coverage) === 0;
}

/** Idf of the most telling content term that is not covered, over that of the most telling one. */
function mostMissing(signals: QuestionSignals, coverage: Float32Array): number {
  let missing = 0;
  let most = 0;
  for (const index of signals.indexes.content) {
    const idf = signals.idf[index] ?? 0;
    most = Math.max(most, idf);
    missing = Math.max(missing, idf * (1 - (coverage[index] ?? 0)));
  }
  return most === 0 ? 1 : missing / most;
}

function unknownShare(signals: QuestionSignals, indexes: readonly number[]): number {
  const unknown = indexes.filter((index) => signals.unknown.has(index)).length;
  return indexes.length === 0 ? 0 : unknown / indexes.length;
}
