/** A row to learn from. */
export interface LabelledRow {
  readonly row: Float32Array;
  readonly positive: boolean;
  readonly weight: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

const ROUNDS = 60;
/** Penalty on weights against a total weight of rows of some two thousand. */
const L2 = 4;

/**
 * Logistic regression whose weights keep the signs that they must have (`signs`, by place; 0 for either): a weight that
 * comes out with the other sign fits noise, and its feature is left out.
 */
export function fitSignedLogistic(rows: readonly LabelledRow[], signs: readonly number[]): Logistic {
  const left = new Set<number>();
  for (;;) {
    const kept = rows.map((one) => ({ ...one, row: one.row.map((value, at) => (left.has(at) ? 0 : value)) }));
    const model = fitLogistic(kept);
    const wrong = model.weights.flatMap((weight, at) =>
      weight * (signs[at] ?? 0) < -1e-9 ? [{ at, weight }] : [],
    );
    if (wrong.length === 0)
      return { ...model, weights: model.weights.map((weight, at) => (left.has(at) ? 0 : weight)) };
    // The worst offender first: without it, others may come right.
    left.add(wrong.reduce((worst, one) => (Math.abs(one.weight) > Math.abs(worst.weight) ? one : worst)).at);
  }
}

/** Logistic regression by Newton's method with an L2 penalty on everything but the bias. */
export function fitLogistic(rows: readonly LabelledRow[]): Logistic {
  const size = (rows[0]?.row.length ?? 0) + 1;
  let solution = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const step = solve(...normalEquations(rows, solution));
    const damp = Math.min(1, 4 / Math.max(1e-9, Math.max(...step.map(Math.abs))));
    solution = solution.map((value, at) => value - damp * (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return { bias: solution[size - 1] ?? 0, weights: [...solution.slice(0, -1)] };
}

/** Log odds that a row is positive. */
export function logOddsOf({ bias, weights }: Logistic, row: Float32Array): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
}

function normalEquations(
  rows: readonly LabelledRow[],
  solution: Float64Array,
): [Float64Array[], Float64Array] {
  const size = solution.length;
  const hessian = Array.from({ length: size }, (_, at) => {
    const line = new Float64Array(size);
    line[at] = at < size - 1 ? L2 : 1e-6;
    return line;
  });
  const gradient = Float64Array.from(solution, (value, at) => (at < size - 1 ? L2 * value : 0));
  for (const { row, positive, weight } of rows) {
    const inputs = [...row, 1];
    const logOdds = inputs.reduce((sum, value, at) => sum + value * (solution[at] ?? 0), 0);
    const probability = 1 / (1 + Math.exp(-logOdds));
    const error = weight * (probability - (positive ? 1 : 0));
    const curvature = weight * probability * (1 - probability);
    for (const [at, value] of inputs.entries()) {
      if (value === 0) continue;
      gradient[at] = (gradient[at] ?? 0) + error * value;
      const line = hessian[at];
      if (line)
        for (const [other, second] of inputs.entries())
          line[other] = (line[other] ?? 0) + curvature * value * second;
    }
  }
  return [hessian, gradient];
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let line = column + 1; line < size; line++) {
      if (Math.abs(matrix[line]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = line;
    }
    const top = matrix[pivot];
    const swapped = matrix[column];
    if (!top || !swapped) continue;
    [matrix[column], matrix[pivot]] = [top, swapped];
    [right[column], right[pivot]] = [right[pivot] ?? 0, right[column] ?? 0];
    for (let line = column + 1; line < size; line++) {
      const own = matrix[line];
      if (!own) continue;
      const factor = (own[column] ?? 0) / (top[column] || 1e-12);
      for (let at = column; at < size; at++) own[at] = (own[at] ?? 0) - factor * (top[at] ?? 0);
      right[line] = (right[line] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  const solution = new Float64Array(size);
  for (let line = size - 1; line >= 0; line--) {
    let sum = right[line] ?? 0;
    for (let at = line + 1; at < size; at++) sum -= (matrix[line]?.[at] ?? 0) * (solution[at] ?? 0);
    solution[line] = sum / (matrix[line]?.[line] || 1e-12);
  }
  return solution;
}
