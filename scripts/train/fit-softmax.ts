/** One choice to learn from: rows of features, of which some are right. */
export interface Choice {
  readonly rows: readonly Float32Array[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

export interface FitOptions {
  readonly features: number;
  readonly random: () => number;
  readonly epochs?: number;
  readonly l2?: number;
}

const BATCH = 16;
const RATE = 0.1;
/** Adam's usual decay rates. */
const MOMENT = 0.9;
const SECOND_MOMENT = 0.999;
/** Of the probability that the right rows should have: the part shared out evenly, the rest goes to the likeliest. */
const EVEN_SHARE = 0.5;

/**
 * Weights of a linear score under which a softmax over a choice's rows puts its probability on the right ones. Adam on
 * the log-likelihood with an L2 penalty; the same seed gives the same weights.
 */
export function fitSoftmax(choices: readonly Choice[], options: FitOptions): number[] {
  const { features, random, epochs = 40, l2 = 0.0008 } = options;
  const weights = new Float64Array(features).fill(1);
  const first = new Float64Array(features);
  const second = new Float64Array(features);
  const order = choices.map((_, at) => at);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const rate = RATE * (1 - (0.95 * epoch) / epochs);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const gradient = new Float64Array(features);
      for (const at of batch) addGradient(choices[at], weights, gradient);
      step += 1;
      for (let k = 0; k < features; k++) {
        const slope = (gradient[k] ?? 0) / batch.length + l2 * (weights[k] ?? 0);
        first[k] = MOMENT * (first[k] ?? 0) + (1 - MOMENT) * slope;
        second[k] = SECOND_MOMENT * (second[k] ?? 0) + (1 - SECOND_MOMENT) * slope * slope;
        const moment = (first[k] ?? 0) / (1 - MOMENT ** step);
        const spread = Math.sqrt((second[k] ?? 0) / (1 - SECOND_MOMENT ** step));
        weights[k] = (weights[k] ?? 0) - (rate * moment) / (spread + 1e-8);
      }
    }
  }
  return [...weights];
}

function addGradient(choice: Choice | undefined, weights: Float64Array, gradient: Float64Array): void {
  if (!choice) return;
  const logits = choice.rows.map((row) => row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0));
  const most = Math.max(...logits);
  const raised = logits.map((logit) => Math.exp(logit - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  const rightTotal = raised.reduce((sum, value, at) => sum + (choice.right[at] ? value : 0), 0);
  const rightCount = choice.right.filter(Boolean).length;
  if (rightTotal === 0 || rightCount === 0) return;
  for (const [at, row] of choice.rows.entries()) {
    const likely = (raised[at] ?? 0) / total;
    const wanted = choice.right[at]
      ? (EVEN_SHARE * (raised[at] ?? 0)) / rightTotal + (1 - EVEN_SHARE) / rightCount
      : 0;
    const error = (likely - wanted) * choice.weight;
    for (let k = 0; k < row.length; k++) gradient[k] = (gradient[k] ?? 0) + error * (row[k] ?? 0);
  }
}

function shuffle(values: number[], random: () => number): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [values[at], values[other]] = [values[other] ?? 0, values[at] ?? 0];
  }
}
