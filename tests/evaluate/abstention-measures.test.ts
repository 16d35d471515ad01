import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaUnderRisk,
  auroc,
  calibrationError,
  type Judged,
  reliabilityBins,
  riskCoverage,
} from '../../src/evaluate/abstention-measures.ts';

function judged(positives: readonly number[], negatives: readonly number[]): Judged[] {
  return [
    ...positives.map((confidence) => ({ confidence, positive: true })),
    ...negatives.map((confidence) => ({ confidence, positive: false })),
  ];
}

/** The definition, pair by pair. */
function aurocByPairs(positives: readonly number[], negatives: readonly number[]): number {
  let wins = 0;
  for (const positive of positives) {
    for (const negative of negatives) {
      if (positive > negative) wins += 1;
      else if (positive === negative) wins += 0.5;
    }
  }
  return wins / (positives.length * negatives.length);
}

describe('auroc', () => {
  it('is the share of pairs in order, ties counting half', () => {
    // Pairs: .9 beats both; .5 ties .5 and beats .2: (2 + 1.5) / 4.
    expect(auroc(judged([0.9, 0.5], [0.5, 0.2]))).toBe(0.875);
    expect(auroc(judged([1, 1], [1, 1]))).toBe(0.5);
    expect(auroc(judged([0.1], [0.9]))).toBe(0);
  });

  it('is undefined when one side is empty', () => {
    expect(auroc(judged([0.4], []))).toBeUndefined();
    expect(auroc([])).toBeUndefined();
  });

  it('agrees with counting pairs', () => {
    const levels = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(levels, levels, (positives, negatives) => {
        expect(auroc(judged(positives, negatives))).toBeCloseTo(aurocByPairs(positives, negatives), 9);
      }),
    );
  });
});

describe('riskCoverage', () => {
  it('answers the surest first and joins ties in one point', () => {
    expect(riskCoverage(judged([0.9, 0.5], [0.5, 0.2]))).toEqual([
      { coverage: 0.25, risk: 0, threshold: 0.9 },
      { coverage: 0.75, risk: 1 / 3, threshold: 0.5 },
      { coverage: 1, risk: 0.5, threshold: 0.2 },
    ]);
  });

  it('has the mean risk over coverage as its area', () => {
    // 0.25 x 0 + 0.5 x 1/3 + 0.25 x 0.5
    expect(areaUnderRisk(riskCoverage(judged([0.9, 0.5], [0.5, 0.2])))).toBeCloseTo(0.5 / 3 + 0.125, 12);
    expect(areaUnderRisk([])).toBeUndefined();
  });
});

describe('reliability', () => {
  it('bins by confidence, the last bin holding 1, empty bins left out', () => {
    const bins = reliabilityBins(judged([1, 0.95, 0.2], [0.25]), 10);
    expect(bins.map(({ low, count, share }) => ({ low, count, share }))).toEqual([
      { low: 0.2, count: 2, share: 0.5 },
      { low: 0.9, count: 2, share: 1 },
    ]);
  });

  it('weighs the gaps of the bins by how full they are', () => {
    // Bin .2: mean .225 against share .5, gap .275; bin .9: mean .975 against 1, gap .025; halves of each.
    expect(calibrationError(judged([1, 0.95, 0.2], [0.25]))).toBeCloseTo(0.15, 12);
    expect(calibrationError([])).toBeUndefined();
  });
});
