/**
 * A sum of small regression trees over named features. Nodes of a tree stand in one array; node 0 is the root. A row
 * goes left where its feature is at most the threshold.
 */
export interface TreeModel {
  /** Names, in the order in which a row holds the values. */
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
}

export interface Tree {
  /** Index into `features`, or -1 for a leaf. */
  readonly feature: readonly number[];
  /** Threshold of an inner node, value of a leaf. */
  readonly value: readonly number[];
  /** Index of the left child; the right one follows it. 0 for a leaf. */
  readonly left: readonly number[];
}

/** Sum of the leaves that a row falls into. */
export function scoreTrees(model: TreeModel, row: Float32Array): number {
  let score = 0;
  for (const tree of model.trees) score += leafValue(tree, row);
  return score;
}

function leafValue(tree: Tree, row: Float32Array): number {
  let node = 0;
  for (;;) {
    const feature = tree.feature[node] ?? -1;
    const value = tree.value[node] ?? 0;
    if (feature < 0) return value;
    const left = tree.left[node] ?? 0;
    node = (row[feature] ?? 0) <= value ? left : left + 1;
  }
}
