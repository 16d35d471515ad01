import type { DescribedPassage } from './describe-pool.ts';
import { FEATURES, type FeatureName, type QuestionSignals } from './features.ts';
import { scoreSentence } from './rank-sentences.ts';

/** Confidence at or above which an answer is given. */
export const THRESHOLD = 0.5;

/** Calibrated probability, 0 to 1, that the described passages hold an answer. */
export function estimateConfidence(signals: QuestionSignals, described: readonly DescribedPassage[]): number {
  let best: Float32Array | undefined;
  for (const { features } of described) {
    for (const row of features) if (!best || scoreSentence(row) > scoreSentence(best)) best = row;
  }
  if (!best || signals.idf.length === 0) return 0;
  const row = best;
  const value = (name: FeatureName) => row[FEATURES.indexOf(name)] ?? 0;
  const logOdds =
    -4 + 4 * value('window-coverage') + 3 * value('document-coverage') + value('window-rarest-term');
  return 1 / (1 + Math.exp(-logOdds));
}
