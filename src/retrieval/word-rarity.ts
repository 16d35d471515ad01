import { fold } from '../text/words.ts';
import { loadWordProjection } from './embedders/word-projection.ts';

/** Words of running English that a word this common makes up: half the weight of a rare one. */
const HALF_WEIGHT_SHARE = 3e-4;
/** `weigh` is a / (a + share) with this a; see `WordProjection`. */
const PROJECTION_SMOOTHING = 1e-3;

/**
 * How much a word tells by being rare in English at large, above 0 and at most 1. A small corpus cannot tell "found" or
 * "started" from a word that matters; 1 for every word of other languages.
 */
export function wordRarity(word: string, language: string): number {
  if (!/^en\b/.test(language)) return 1;
  const weight = loadWordProjection().weigh(fold(word));
  const share = (PROJECTION_SMOOTHING * (1 - weight)) / weight;
  return HALF_WEIGHT_SHARE / (HALF_WEIGHT_SHARE + share);
}
