/** A logistic model as it is stored: a weight for each named feature. */
export interface LogisticWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Log odds for a row of named features; features that the model does not know count nothing. */
export function logOdds({ bias, weights }: LogisticWeights, row: Readonly<Record<string, number>>): number {
  let sum = bias;
  for (const name in row) sum += (row[name] ?? 0) * (weights[name] ?? 0);
  return sum;
}
