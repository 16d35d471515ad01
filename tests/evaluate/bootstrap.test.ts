import { describe, expect, it } from 'vitest';
import { auroc, type Judged } from '../../src/evaluate/abstention-measures.ts';
import { bootstrap, bootstrapMean, quantile, seededRandom } from '../../src/evaluate/bootstrap.ts';

describe('bootstrap', () => {
  it('gives the same interval for the same values', () => {
    const values = Array.from({ length: 60 }, (_, index) => index % 3);
    expect(bootstrapMean(values)).toEqual(bootstrapMean(values));
  });

  it('holds the value between its bounds, and has no width where values do not differ', () => {
    const figure = bootstrapMean([0, 1, 1, 1, 0, 1, 1, 1, 0, 1]);
    expect(figure?.value).toBe(0.7);
    expect(figure?.low).toBeLessThan(0.7);
    expect(figure?.high).toBeGreaterThan(0.7);
    expect(bootstrapMean([1, 1, 1])).toEqual({ value: 1, low: 1, high: 1, count: 3 });
    expect(bootstrapMean([])).toBeUndefined();
  });

  it('comes near the normal interval of a large sample', () => {
    // Share .8 of 400: standard error .02, so about .76 to .84.
    const figure = bootstrapMean(Array.from({ length: 400 }, (_, index) => Number(index % 5 !== 0)));
    expect(figure?.low).toBeCloseTo(0.761, 2);
    expect(figure?.high).toBeCloseTo(0.839, 2);
  });

  it('resamples each stratum by itself, so that neither side of a comparison runs empty', () => {
    const positive: Judged[] = [{ confidence: 0.9, positive: true }];
    const negative: Judged[] = [{ confidence: 0.1, positive: false }];
    expect(bootstrap([positive, negative], auroc)).toEqual({ value: 1, low: 1, high: 1, count: 2 });
  });

  it('draws even numbers from a seed', () => {
    const random = seededRandom(7);
    const again = seededRandom(7);
    const drawn = Array.from({ length: 2000 }, () => random());
    expect(drawn.slice(0, 3)).toEqual([again(), again(), again()]);
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn.reduce((sum, value) => sum + value, 0) / 2000).toBeCloseTo(0.5, 1);
  });

  it('interpolates quantiles between neighbours', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([4, 1, 3, 2], 1)).toBe(4);
    expect(quantile([10], 0.95)).toBe(10);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
