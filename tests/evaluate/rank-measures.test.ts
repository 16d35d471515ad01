import { describe, expect, it } from 'vitest';
import {
  firstRelevantRank,
  hitAt,
  ndcgAt,
  recallAt,
  reciprocalRankAt,
} from '../../src/evaluate/rank-measures.ts';

const ranked = ['a', 'b', 'c', 'd', 'e'];

describe('rank measures', () => {
  it('find the first relevant rank, from 1, within the depth', () => {
    expect(firstRelevantRank(ranked, ['c', 'e'], 10)).toBe(3);
    expect(firstRelevantRank(ranked, ['e'], 4)).toBeUndefined();
    expect(firstRelevantRank(ranked, [], 10)).toBeUndefined();
  });

  it('count a hit up to the depth and not beyond', () => {
    expect(hitAt(ranked, ['c'], 2)).toBe(0);
    expect(hitAt(ranked, ['c'], 3)).toBe(1);
  });

  it('take the reciprocal of the first relevant rank only', () => {
    expect(reciprocalRankAt(ranked, ['d', 'e'], 10)).toBe(0.25);
    expect(reciprocalRankAt(ranked, ['x'], 10)).toBe(0);
  });

  it('take recall over all relevant documents, each once', () => {
    expect(recallAt(ranked, ['a', 'e', 'x'], 10)).toBeCloseTo(2 / 3, 12);
    expect(recallAt(ranked, ['a', 'a', 'e'], 2)).toBe(0.5);
    expect(recallAt(ranked, [], 10)).toBe(0);
  });

  it('discount gains by log2(rank + 1) against the ideal order', () => {
    // Relevant at ranks 2 and 4 of three relevant: DCG = 1/log2(3) + 1/log2(5) = 0.63093 + 0.43068 = 1.06161;
    // ideal = 1 + 1/log2(3) + 1/log2(4) = 2.13093; 1.06161 / 2.13093 = 0.49819.
    expect(ndcgAt(ranked, ['b', 'd', 'x'], 10)).toBeCloseTo(0.49819, 5);
    expect(ndcgAt(ranked, ['b', 'a'], 10)).toBeCloseTo(1, 12);
    expect(ndcgAt(ranked, ['a'], 10)).toBe(1);
  });

  it('limit the ideal to the depth: more relevant documents than places can still be perfect', () => {
    expect(ndcgAt(ranked, ['a', 'b', 'c', 'd'], 2)).toBe(1);
  });
});
