/** Measures of knowing when not to answer, over confidences. */

/** A question's confidence, and whether it should have been high. */
export interface Judged {
  readonly confidence: number;
  readonly positive: boolean;
}

/**
 * Area under the ROC curve: the chance that a positive has a higher confidence than a negative, ties counting half
 * (Mann-Whitney). Undefined when either side is empty.
 */
export function auroc(judged: readonly Judged[]): number | undefined {
  const positives = judged.filter((one) => one.positive).length;
  const negatives = judged.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.confidence === sorted[start]?.confidence) end += 1;
    const meanRank = (start + 1 + end) / 2;
    rankSum += meanRank * sorted.slice(start, end).filter((one) => one.positive).length;
    start = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** With `coverage` of all questions answered, those of highest confidence, `risk` of the answers are wrong. */
export interface RiskPoint {
  readonly coverage: number;
  readonly risk: number;
  readonly threshold: number;
}

/**
 * The risk-coverage curve (El-Yaniv and Wiener 2010), one point per distinct confidence, coverage rising. `positive`
 * means: an answer to this question would be right.
 */
export function riskCoverage(judged: readonly Judged[]): RiskPoint[] {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  const points: RiskPoint[] = [];
  let wrong = 0;
  sorted.forEach((one, index) => {
    if (!one.positive) wrong += 1;
    if (sorted[index + 1]?.confidence === one.confidence) return;
    const answered = index + 1;
    points.push({ coverage: answered / sorted.length, risk: wrong / answered, threshold: one.confidence });
  });
  return points;
}

/** Mean risk over the coverages 1/n to 1, each confidence tie at its common risk: lower is better. */
export function areaUnderRisk(points: readonly RiskPoint[]): number | undefined {
  if (points.length === 0) return undefined;
  let area = 0;
  let reached = 0;
  for (const point of points) {
    area += (point.coverage - reached) * point.risk;
    reached = point.coverage;
  }
  return area;
}

/** A bin of the reliability diagram: mean confidence against the share of positives in it. */
export interface ReliabilityBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly confidence: number;
  readonly share: number;
}

/** Bins of equal width over 0 to 1; the last one includes 1. Empty bins are left out. */
export function reliabilityBins(judged: readonly Judged[], bins = 10): ReliabilityBin[] {
  const groups = Array.from({ length: bins }, (): Judged[] => []);
  for (const one of judged) {
    const index = Math.min(bins - 1, Math.max(0, Math.floor(one.confidence * bins)));
    groups[index]?.push(one);
  }
  return groups.flatMap((group, index) => {
    if (group.length === 0) return [];
    return {
      low: index / bins,
      high: (index + 1) / bins,
      count: group.length,
      confidence: group.reduce((sum, one) => sum + one.confidence, 0) / group.length,
      share: group.filter((one) => one.positive).length / group.length,
    };
  });
}

/** Expected calibration error (Naeini et al. 2015): mean gap of the bins, weighted by how full they are. */
export function calibrationError(judged: readonly Judged[], bins = 10): number | undefined {
  if (judged.length === 0) return undefined;
  return reliabilityBins(judged, bins).reduce(
    (sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.confidence - bin.share),
    0,
  );
}
