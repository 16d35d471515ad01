import { UsageError } from '../errors.ts';
import type { Judged } from './abstention-measures.ts';
import { seededRandom } from './bootstrap.ts';

/** What a threshold is chosen for. */
export type Objective =
  | { readonly kind: 'balanced-accuracy' }
  /** Answer as much as possible while at most this share of unanswerable questions is answered. */
  | { readonly kind: 'max-false-answers'; readonly share: number };

/** `sigmoid(slope * logit + intercept)`. */
export interface PlattScale {
  readonly slope: number;
  readonly intercept: number;
}

export interface FittedCalibration extends PlattScale {
  readonly threshold: number;
}

/** Fewer of either kind say nothing about where to draw a line. */
export const LEAST_QUESTIONS_OF_A_KIND = 10;
const NEWTON_STEPS = 100;
const CONVERGED = 1e-9;
/** Keeps the slope finite when the two kinds do not overlap. */
const RIDGE = 1e-3;
const FOLDS = 5;
const FOLD_SEED = 11;

/**
 * Fits a Platt scale over log odds to labelled questions, with Platt's smoothed targets (1999) and Newton's method, and
 * a threshold on the result. `confidence` of each item is a logit here. Throws `UsageError` when there are too few
 * questions of a kind, or when confidence falls where questions are answerable: then no line can be drawn.
 */
export function fitCalibration(logits: readonly Judged[], objective: Objective): FittedCalibration {
  const positives = logits.filter((one) => one.positive).length;
  const negatives = logits.length - positives;
  if (Math.min(positives, negatives) < LEAST_QUESTIONS_OF_A_KIND) {
    throw new UsageError(
      `There are ${positives} answerable and ${negatives} unanswerable questions, too few to calibrate: label at least ${LEAST_QUESTIONS_OF_A_KIND} of each.`,
    );
  }
  const fit = fitScaleAndThreshold(logits, objective);
  if (fit.slope <= 0) {
    throw new UsageError(
      'Confidence does not rise with answerability on these questions, so nothing is stored: check their labels, and that the index holds the documents that they are about.',
    );
  }
  return fit;
}

/** A labelled question as it comes out when the fit has not seen it. */
export interface HeldOut extends Judged {
  readonly answers: boolean;
}

/**
 * Confidence and decision for each item by a fit to the others: five folds with the same proportion of both kinds. What a
 * fit promises on its own questions is too good; this is what to expect of it.
 */
export function crossValidate(logits: readonly Judged[], objective: Objective): HeldOut[] {
  const folds = assignFolds(logits);
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fitScaleAndThreshold(
      logits.filter((_, index) => folds[index] !== fold),
      objective,
    ),
  );
  return logits.flatMap((one, index) => {
    const fit = fits[folds[index] ?? 0];
    if (!fit) return [];
    const confidence = applyScale(fit, one.confidence);
    return { confidence, positive: one.positive, answers: confidence >= fit.threshold };
  });
}

function fitScaleAndThreshold(logits: readonly Judged[], objective: Objective): FittedCalibration {
  const scale = fitScale(logits);
  const scaled = logits.map((one) => ({ ...one, confidence: applyScale(scale, one.confidence) }));
  return { ...scale, threshold: chooseThreshold(scaled, objective) };
}

function applyScale(scale: PlattScale, logit: number): number {
  return 1 / (1 + Math.exp(-(scale.slope * logit + scale.intercept)));
}

/** Maximum likelihood of a logistic curve with a slight pull towards slope 1 and intercept 0: no change. */
function fitScale(logits: readonly Judged[]): PlattScale {
  const positives = logits.filter((one) => one.positive).length;
  const targets = {
    positive: (positives + 1) / (positives + 2),
    negative: 1 / (logits.length - positives + 2),
  };
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    let [gradientSlope, gradientIntercept] = [RIDGE * (slope - 1), RIDGE * intercept];
    let [curveSlope, curveBoth, curveIntercept] = [RIDGE, 0, RIDGE];
    for (const { confidence: logit, positive } of logits) {
      const share = applyScale({ slope, intercept }, logit);
      const error = share - (positive ? targets.positive : targets.negative);
      const weight = share * (1 - share);
      gradientSlope += error * logit;
      gradientIntercept += error;
      curveSlope += weight * logit * logit;
      curveBoth += weight * logit;
      curveIntercept += weight;
    }
    const determinant = curveSlope * curveIntercept - curveBoth * curveBoth;
    const slopeStep = (curveIntercept * gradientSlope - curveBoth * gradientIntercept) / determinant;
    const interceptStep = (curveSlope * gradientIntercept - curveBoth * gradientSlope) / determinant;
    const damping = 1 / Math.max(1, Math.abs(slopeStep), Math.abs(interceptStep));
    slope -= damping * slopeStep;
    intercept -= damping * interceptStep;
    if (Math.abs(slopeStep) + Math.abs(interceptStep) < CONVERGED) break;
  }
  return { slope, intercept };
}

/** The threshold that serves the objective best, half-way between two confidences; the widest gap where several do. */
function chooseThreshold(judged: readonly Judged[], objective: Objective): number {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  const positives = sorted.filter((one) => one.positive).length;
  const negatives = sorted.length - positives;
  const silent = { positives: 0, negatives: 0 };
  let best = { worth: Number.NEGATIVE_INFINITY, gap: 0, threshold: 1 };
  for (let index = 0; index <= sorted.length; index += 1) {
    const below = sorted[index - 1]?.confidence ?? 0;
    const above = sorted[index]?.confidence ?? 1;
    if (above > below) {
      const worth = worthOf(
        { rightAnswers: 1 - silent.positives / positives, falseAnswers: 1 - silent.negatives / negatives },
        objective,
      );
      const candidate = { worth, gap: above - below, threshold: (below + above) / 2 };
      if (worth > best.worth || (worth === best.worth && candidate.gap > best.gap)) best = candidate;
    }
    const next = sorted[index];
    if (next) silent[next.positive ? 'positives' : 'negatives'] += 1;
  }
  return best.threshold;
}

function worthOf({ rightAnswers, falseAnswers }: DecisionRates, objective: Objective): number {
  if (objective.kind === 'balanced-accuracy') return (rightAnswers + 1 - falseAnswers) / 2;
  return falseAnswers <= objective.share ? rightAnswers : -falseAnswers;
}

export interface DecisionRates {
  /** Share of answerable questions that are answered. */
  readonly rightAnswers: number;
  /** Share of unanswerable questions that are answered. */
  readonly falseAnswers: number;
}

/** How decisions fall out on both kinds of questions; a share over no questions is 0. */
export function decisionRates(
  decisions: readonly { readonly positive: boolean; readonly answers: boolean }[],
): DecisionRates {
  const answeredShare = (positive: boolean) => {
    const kind = decisions.filter((one) => one.positive === positive);
    return kind.length === 0 ? 0 : kind.filter((one) => one.answers).length / kind.length;
  };
  return { rightAnswers: answeredShare(true), falseAnswers: answeredShare(false) };
}

/** A fold per item, shuffled by a fixed seed within each kind. */
function assignFolds(logits: readonly Judged[]): number[] {
  const random = seededRandom(FOLD_SEED);
  const folds = logits.map(() => 0);
  for (const kind of [true, false]) {
    logits
      .flatMap((one, index) => (one.positive === kind ? [{ index, key: random() }] : []))
      .sort((a, b) => a.key - b.key)
      .forEach(({ index }, place) => {
        folds[index] = place % FOLDS;
      });
  }
  return folds;
}
