import * as z from 'zod';
import type { Evaluation } from './summarize.ts';

/** Figures of a run to hold later ones against. */
export const baselineFile = z.object({
  set: z.string(),
  questions: z.number().int().positive(),
  /** How far a figure may fall before it counts as a regression. */
  tolerance: z.number().positive(),
  figures: z.record(z.string(), z.number()),
});

export type Baseline = Readonly<z.infer<typeof baselineFile>>;

/** On 80 questions one of the 55 answerable ones is .018; a change of three is no accident of rounding. */
export const BASELINE_TOLERANCE = 0.05;
const DECIMALS = 4;

/** The figures of an evaluation for which higher is better, by name. */
export function higherIsBetter(evaluation: Evaluation): Record<string, number> {
  const { measures, abstention, quotes } = evaluation;
  const figures: Record<string, number> = {};
  const take = (name: string, value: number | undefined) => {
    if (value !== undefined) figures[name] = Number(value.toFixed(DECIMALS));
  };
  for (const [name, figure] of Object.entries(measures)) take(name, figure?.value);
  for (const [kind, figure] of Object.entries(abstention.auroc)) take(`auroc ${kind}`, figure.value);
  take('right decisions', abstention.shipped?.accuracy.value);
  take('right as shipped', abstention.shipped?.right.value);
  take('quotes verbatim', quotes && quotes.verbatim / quotes.count);
  return figures;
}

/** A line per figure that fell by more than the tolerance, or is gone; quotes must stay verbatim without tolerance. */
export function findRegressions(baseline: Baseline, evaluation: Evaluation): string[] {
  const now = higherIsBetter(evaluation);
  return Object.entries(baseline.figures).flatMap(([name, before]) => {
    const value = now[name];
    if (value === undefined) return [`${name} was ${before} and is not measured any more`];
    const tolerance = name === 'quotes verbatim' ? 0 : baseline.tolerance;
    return value < before - tolerance ? [`${name} fell from ${before} to ${value}`] : [];
  });
}
