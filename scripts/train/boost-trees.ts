import type { Tree, TreeModel } from '../../src/retrieval/score-trees.ts';

/**
 * Gradient boosting of small regression trees on histograms. The objective is the caller's: it fills in gradients and
 * second derivatives for the present scores.
 */
export interface BoostOptions {
  readonly features: readonly string[];
  readonly rows: readonly Float32Array[];
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly minLeafRows: number;
  readonly l2: number;
  /** Features that may only raise (+1) or only lower (-1) the score. */
  readonly monotone?: Readonly<Record<string, 1 | -1>>;
  /** Share of features that each tree may use; drawn from `random`. */
  readonly featureShare: number;
  readonly random: () => number;
  /** Writes d(loss)/d(score) and its derivative for every row. */
  readonly objective: (scores: Float64Array, gradient: Float64Array, hessian: Float64Array) => void;
}

const BINS = 48;

interface Binned {
  /** `bins[feature][row]` */
  readonly bins: readonly Uint8Array[];
  /** Upper edge of each bin, feature by feature. */
  readonly edges: readonly Float32Array[];
}

export function boostTrees(options: BoostOptions): TreeModel {
  const { rows } = options;
  const binned = binRows(rows, options.features.length);
  const scores = new Float64Array(rows.length);
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    options.objective(scores, gradient, hessian);
    const { tree, leafOf } = growTree(options, binned, gradient, hessian);
    trees.push(tree);
    for (let row = 0; row < rows.length; row++)
      scores[row] = (scores[row] ?? 0) + (tree.value[leafOf[row] ?? 0] ?? 0);
  }
  return { features: options.features, trees };
}

function binRows(rows: readonly Float32Array[], features: number): Binned {
  const bins: Uint8Array[] = [];
  const edges: Float32Array[] = [];
  for (let feature = 0; feature < features; feature++) {
    const values = Float32Array.from(rows, (row) => row[feature] ?? 0).sort();
    const own: number[] = [];
    for (let bin = 1; bin < BINS; bin++) {
      const edge = values[Math.floor((bin * values.length) / BINS)] ?? 0;
      if (own.length === 0 || edge > (own[own.length - 1] ?? 0)) own.push(edge);
    }
    const upper = Float32Array.from(own.filter((edge) => edge < (values[values.length - 1] ?? 0)));
    edges.push(upper);
    bins.push(Uint8Array.from(rows, (row) => binOf(upper, row[feature] ?? 0)));
  }
  return { bins, edges };
}

function binOf(edges: Float32Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  readonly gradient: number;
  readonly hessian: number;
  readonly low: number;
  readonly high: number;
  split?: Split | undefined;
}

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
  readonly leftGradient: number;
  readonly leftHessian: number;
}

function growTree(options: BoostOptions, binned: Binned, gradient: Float64Array, hessian: Float64Array) {
  const usable = options.features.map(() => options.random() < options.featureShare);
  const feature: number[] = [-1];
  const value: number[] = [0];
  const left: number[] = [0];
  const everyRow = Int32Array.from({ length: gradient.length }, (_, row) => row);
  const leaves = [makeLeaf(0, everyRow, { gradient, hessian, low: -Infinity, high: Infinity })];
  const find = (leaf: Leaf) => findSplit(leaf, { options, binned, gradient, hessian, usable });
  for (const leaf of leaves) leaf.split = find(leaf);
  while (leaves.length < options.leaves) {
    const at = bestLeaf(leaves);
    const leaf = leaves[at];
    const split = leaf?.split;
    if (!leaf || !split) break;
    const bins = binned.bins[split.feature] ?? new Uint8Array();
    const inLeft = leaf.rows.filter((row) => (bins[row] ?? 0) <= split.bin);
    const inRight = leaf.rows.filter((row) => (bins[row] ?? 0) > split.bin);
    feature[leaf.node] = split.feature;
    value[leaf.node] = binned.edges[split.feature]?.[split.bin] ?? 0;
    left[leaf.node] = feature.length;
    const bounds = childBounds(leaf, split, options);
    const children = [inLeft, inRight].map((rows, side) => {
      const node = feature.push(-1) - 1;
      value.push(0);
      left.push(0);
      return makeLeaf(node, rows, { gradient, hessian, ...(side === 0 ? bounds.left : bounds.right) });
    });
    for (const child of children) child.split = find(child);
    leaves.splice(at, 1, ...children);
  }
  const leafOf = new Int32Array(gradient.length);
  for (const leaf of leaves) {
    const weight = clamp(-leaf.gradient / (leaf.hessian + options.l2), leaf.low, leaf.high);
    value[leaf.node] = options.rate * weight;
    for (const row of leaf.rows) leafOf[row] = leaf.node;
  }
  return { tree: { feature, value, left }, leafOf };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function childBounds(leaf: Leaf, split: Split, options: BoostOptions) {
  const whole = { low: leaf.low, high: leaf.high };
  const direction = options.monotone?.[options.features[split.feature] ?? ''];
  if (!direction) return { left: whole, right: whole };
  const leftWeight = -split.leftGradient / (split.leftHessian + options.l2);
  const rightWeight = -(leaf.gradient - split.leftGradient) / (leaf.hessian - split.leftHessian + options.l2);
  const middle = clamp((leftWeight + rightWeight) / 2, leaf.low, leaf.high);
  const below = { low: leaf.low, high: middle };
  const above = { low: middle, high: leaf.high };
  return direction > 0 ? { left: below, right: above } : { left: above, right: below };
}

function makeLeaf(
  node: number,
  rows: Int32Array,
  sums: { gradient: Float64Array; hessian: Float64Array; low: number; high: number },
): Leaf {
  let gradient = 0;
  let hessian = 0;
  for (const row of rows) {
    gradient += sums.gradient[row] ?? 0;
    hessian += sums.hessian[row] ?? 0;
  }
  return { node, rows, gradient, hessian, low: sums.low, high: sums.high };
}

function bestLeaf(leaves: readonly Leaf[]): number {
  let best = -1;
  for (const [at, leaf] of leaves.entries()) {
    if (leaf.split && leaf.split.gain > (leaves[best]?.split?.gain ?? 0)) best = at;
  }
  return best;
}

interface SplitInput {
  readonly options: BoostOptions;
  readonly binned: Binned;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly usable: readonly boolean[];
}

function findSplit(leaf: Leaf, input: SplitInput): Split | undefined {
  const { options } = input;
  if (leaf.rows.length < 2 * options.minLeafRows) return undefined;
  let best: Split | undefined;
  const parent = (leaf.gradient * leaf.gradient) / (leaf.hessian + options.l2);
  for (let feature = 0; feature < options.features.length; feature++) {
    if (!input.usable[feature]) continue;
    const split = splitOn(feature, leaf, { ...input, parent });
    if (split && split.gain > (best?.gain ?? 1e-9)) best = split;
  }
  return best;
}

function splitOn(feature: number, leaf: Leaf, input: SplitInput & { parent: number }): Split | undefined {
  const { options, binned, gradient, hessian } = input;
  const bins = binned.bins[feature] ?? new Uint8Array();
  const sums = {
    gradient: new Float64Array(BINS),
    hessian: new Float64Array(BINS),
    count: new Int32Array(BINS),
  };
  for (const row of leaf.rows) {
    const bin = bins[row] ?? 0;
    sums.gradient[bin] = (sums.gradient[bin] ?? 0) + (gradient[row] ?? 0);
    sums.hessian[bin] = (sums.hessian[bin] ?? 0) + (hessian[row] ?? 0);
    sums.count[bin] = (sums.count[bin] ?? 0) + 1;
  }
  const direction = options.monotone?.[options.features[feature] ?? ''];
  let best: Split | undefined;
  let g = 0;
  let h = 0;
  let count = 0;
  for (let bin = 0; bin < (binned.edges[feature]?.length ?? 0); bin++) {
    g += sums.gradient[bin] ?? 0;
    h += sums.hessian[bin] ?? 0;
    count += sums.count[bin] ?? 0;
    if (count < options.minLeafRows || leaf.rows.length - count < options.minLeafRows) continue;
    const leftWeight = -g / (h + options.l2);
    const rightWeight = -(leaf.gradient - g) / (leaf.hessian - h + options.l2);
    if (direction && direction * (rightWeight - leftWeight) < 0) continue;
    const gain =
      (g * g) / (h + options.l2) + (leaf.gradient - g) ** 2 / (leaf.hessian - h + options.l2) - input.parent;
    if (gain > (best?.gain ?? 0)) best = { gain, feature, bin, leftGradient: g, leftHessian: h };
  }
  return best;
}
