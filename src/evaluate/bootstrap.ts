import type { Figure } from './types.ts';

/** Resamples per interval, and the seed that makes two runs over the same results print the same intervals. */
export const BOOTSTRAP_RESAMPLES = 1000;
export const BOOTSTRAP_SEED = 20_240_601;

/** Mulberry32: uniform numbers in [0, 1) from a 32-bit seed, the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The value below which `share` of the values lie, interpolated between neighbours; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * A statistic with its 95 % percentile bootstrap interval (Efron 1979). Each stratum is resampled with replacement by
 * itself, so that a comparison of two groups keeps their sizes. Undefined where the statistic is.
 */
export function bootstrap<Item>(
  strata: readonly (readonly Item[])[],
  statistic: (items: readonly Item[]) => number | undefined,
  resamples = BOOTSTRAP_RESAMPLES,
): Figure | undefined {
  const all = strata.flat();
  const value = statistic(all);
  if (value === undefined) return undefined;
  const random = seededRandom(BOOTSTRAP_SEED);
  const values: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const drawn = strata.flatMap((items) => drawWithReplacement(items, random));
    const again = statistic(drawn);
    if (again !== undefined) values.push(again);
  }
  return { value, low: quantile(values, 0.025), high: quantile(values, 0.975), count: all.length };
}

/** The mean with its interval; undefined over no values. */
export function bootstrapMean(values: readonly number[]): Figure | undefined {
  if (values.length === 0) return undefined;
  return bootstrap([values], mean);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function drawWithReplacement<Item>(items: readonly Item[], random: () => number): Item[] {
  const drawn: Item[] = [];
  for (let count = 0; count < items.length; count += 1) {
    const item = items[Math.floor(random() * items.length)];
    if (item !== undefined) drawn.push(item);
  }
  return drawn;
}
