import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/evaluate/bootstrap.ts';
import { BestOf } from '../../../src/retrieval/index/best-of.ts';
import { PackedVectors } from '../../../src/retrieval/index/packed-vectors.ts';

const random = seededRandom(20_111_124);

function unitVector(dimensions: number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Groups of random vectors in memory, and the same as plain arrays. */
function fill(dimensions: number, counts: readonly number[]) {
  const packed = new PackedVectors(dimensions);
  const plain = counts.map((count) => Array.from({ length: count }, () => unitVector(dimensions)));
  for (const [group, vectors] of plain.entries())
    packed.add(
      group,
      vectors.flatMap((vector) => [...vector]),
    );
  return { packed, plain };
}

function scanAll(packed: PackedVectors, query: Float32Array, groups: readonly number[]) {
  const best = new BestOf(1_000_000);
  packed.aim(query);
  for (const group of groups) packed.scan(group, group * 100_000, best);
  return new Map(best.sorted().map(({ key, score }) => [key, score]));
}

describe('packed vectors', () => {
  it.each([1, 3, 8, 17, 128, 384])('multiply as plain numbers do, in %i dimensions', (dimensions) => {
    const counts = [1, 2, 3, 4, 5, 0, 8, 33];
    const { packed, plain } = fill(dimensions, counts);
    const query = unitVector(dimensions);
    const scores = scanAll(packed, query, [...counts.keys()]);
    expect(scores.size).toBe(56);
    for (const [group, vectors] of plain.entries()) {
      for (const [at, vector] of vectors.entries())
        expect(scores.get(group * 100_000 + at)).toBeCloseTo(cosine(vector, query), 3);
    }
  });

  it('multiply a group larger than one call takes', () => {
    const { packed, plain } = fill(4, [10_001]);
    const query = unitVector(4);
    const scores = scanAll(packed, query, [0]);
    expect(scores.size).toBe(10_001);
    for (const at of [0, 4095, 4096, 8191, 8192, 10_000])
      expect(scores.get(at)).toBeCloseTo(cosine(plain[0]?.[at] ?? query, query), 3);
  });

  it('give equal vectors equal scores, whatever stands beside them', () => {
    const vector = unitVector(130);
    const packed = new PackedVectors(130);
    for (let group = 0; group < 7; group++) packed.add(group, [...vector, ...unitVector(130)]);
    const scores = scanAll(packed, unitVector(130), [0, 1, 2, 3, 4, 5, 6]);
    expect(new Set([0, 1, 2, 3, 4, 5, 6].map((group) => scores.get(group * 100_000))).size).toBe(1);
  });

  it('come back as they were put in', () => {
    const { packed, plain } = fill(12, [3, 5]);
    const [first, second] = packed.read(1, 3, 2);
    for (const [at, value] of plain[1]?.[3]?.entries() ?? []) expect(first?.[at]).toBeCloseTo(value, 4);
    for (const [at, value] of plain[1]?.[4]?.entries() ?? []) expect(second?.[at]).toBeCloseTo(value, 4);
  });

  it('stay right while groups come and go and the gaps are closed', () => {
    const packed = new PackedVectors(16);
    const held = new Map<number, Float32Array[]>();
    for (let round = 0; round < 400; round++) {
      const vectors = Array.from({ length: 1 + (round % 13) }, () => unitVector(16));
      packed.add(
        round,
        vectors.flatMap((vector) => [...vector]),
      );
      held.set(round, vectors);
      const gone = [...held.keys()].filter((group) => group % 7 !== 0 && group < round - 5);
      for (const group of gone) {
        packed.delete(group);
        held.delete(group);
      }
    }
    const query = unitVector(16);
    const scores = scanAll(packed, query, [...held.keys()]);
    expect([...packed.groups]).toEqual([...held.keys()]);
    expect(scores.size).toBe(packed.size);
    for (const [group, vectors] of held)
      for (const [at, vector] of vectors.entries())
        expect(scores.get(group * 100_000 + at)).toBeCloseTo(cosine(vector, query), 3);
  });

  it('scan nothing for a group that is not there', () => {
    const { packed } = fill(8, [4]);
    packed.delete(0);
    expect(scanAll(packed, unitVector(8), [0, 1]).size).toBe(0);
    expect(packed.read(0, 0, 1)).toEqual([]);
  });
});
