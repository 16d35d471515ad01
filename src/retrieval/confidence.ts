import type { RankedDocument } from './rank-pool.ts';
import { SENTENCE_FEATURES, type SentenceFeature } from './sentence-features.ts';
import { type QuestionSignals, share } from './signals.ts';

/** Confidence at or above which an answer is given. */
export const THRESHOLD = 0.5;

/** Calibrated probability, 0 to 1, that the ranked documents hold an answer. */
export function estimateConfidence(signals: QuestionSignals, ranked: readonly RankedDocument[]): number {
  const best = ranked[0];
  const row = best?.ranked
    .flatMap((passage) => passage.rows.map((features, at) => ({ features, score: passage.scores[at] ?? 0 })))
    .sort((a, b) => b.score - a.score)[0]?.features;
  if (!best || !row) return 0;
  const value = (name: SentenceFeature) => row[SENTENCE_FEATURES.indexOf(name)] ?? 0;
  const logOdds =
    -4 +
    4 * value('window-coverage') +
    3 * share(signals, best.signals.coverage, 'content') +
    value('window-rarest-term');
  return 1 / (1 + Math.exp(-logOdds));
}
