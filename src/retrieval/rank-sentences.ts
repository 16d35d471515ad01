import { FEATURES, type FeatureName } from './features.ts';

/** Weights of the features, fitted by `scripts/train-ranker.ts`; what is not named weighs nothing. */
const WEIGHTS: Readonly<Partial<Record<FeatureName, number>>> = {
  'sentence-coverage': 1,
  'window-coverage': 0.7,
  'passage-bm25': 0.7,
  'document-bm25': 0.7,
  'run-nearness': 0.3,
  'publisher-match': 0.3,
};

const BY_PLACE = FEATURES.map((name) => WEIGHTS[name] ?? 0);

/** How well a sentence answers; comparable between the sentences of one retrieval. */
export function scoreSentence(features: Float32Array): number {
  let score = 0;
  for (let at = 0; at < BY_PLACE.length; at++) score += (BY_PLACE[at] ?? 0) * (features[at] ?? 0);
  return score;
}
