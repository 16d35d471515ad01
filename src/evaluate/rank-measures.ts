/** Ranking measures with binary relevance. Ranks count from 1; `ranked` is best first, without duplicates. */

/** Position of the first relevant id among the first `depth`, from 1; undefined when none is there. */
export function firstRelevantRank(
  ranked: readonly string[],
  relevant: readonly string[],
  depth: number,
): number | undefined {
  const index = ranked.slice(0, depth).findIndex((id) => relevant.includes(id));
  return index < 0 ? undefined : index + 1;
}

/** 1 when a relevant id is among the first `depth`, else 0. */
export function hitAt(ranked: readonly string[], relevant: readonly string[], depth: number): number {
  return firstRelevantRank(ranked, relevant, depth) === undefined ? 0 : 1;
}

/** 1 / rank of the first relevant id among the first `depth`, or 0. */
export function reciprocalRankAt(
  ranked: readonly string[],
  relevant: readonly string[],
  depth: number,
): number {
  const rank = firstRelevantRank(ranked, relevant, depth);
  return rank === undefined ? 0 : 1 / rank;
}

/** Share of the relevant ids that are among the first `depth`. 0 when nothing is relevant. */
export function recallAt(ranked: readonly string[], relevant: readonly string[], depth: number): number {
  const wanted = new Set(relevant);
  if (wanted.size === 0) return 0;
  return ranked.slice(0, depth).filter((id) => wanted.has(id)).length / wanted.size;
}

/**
 * Normalised discounted cumulative gain with gain 1 and discount log2(rank + 1) (Järvelin and Kekäläinen 2002); the
 * ideal list holds all relevant ids first. 0 when nothing is relevant.
 */
export function ndcgAt(ranked: readonly string[], relevant: readonly string[], depth: number): number {
  const wanted = new Set(relevant);
  if (wanted.size === 0) return 0;
  const gain = (rank: number) => 1 / Math.log2(rank + 1);
  let found = 0;
  ranked.slice(0, depth).forEach((id, index) => {
    if (wanted.has(id)) found += gain(index + 1);
  });
  let ideal = 0;
  for (let rank = 1; rank <= Math.min(depth, wanted.size); rank += 1) ideal += gain(rank);
  return found / ideal;
}
