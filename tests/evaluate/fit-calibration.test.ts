import { describe, expect, it } from 'vitest';
import type { Judged } from '../../src/evaluate/abstention-measures.ts';
import { seededRandom } from '../../src/evaluate/bootstrap.ts';
import { crossValidate, decisionRates, fitCalibration } from '../../src/evaluate/fit-calibration.ts';

const BALANCED = { kind: 'balanced-accuracy' } as const;

/** Questions whose chance of being answerable is sigmoid(slope * logit + intercept). */
function drawQuestions(count: number, slope: number, intercept: number): Judged[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const confidence = 8 * random() - 4;
    return { confidence, positive: random() < 1 / (1 + Math.exp(-(slope * confidence + intercept))) };
  });
}

describe('fitCalibration', () => {
  it('recovers the scale that questions were drawn from', () => {
    const fit = fitCalibration(drawQuestions(6000, 1.6, -0.8), BALANCED);
    expect(fit.slope).toBeCloseTo(1.6, 0);
    expect(fit.intercept).toBeCloseTo(-0.8, 0);
    expect(Math.abs(fit.slope - 1.6)).toBeLessThan(0.12);
  });

  it('stays finite, and splits the gap, when both kinds are apart', () => {
    const apart = [
      ...Array.from({ length: 12 }, (_, index) => ({ confidence: 1 + index / 10, positive: true })),
      ...Array.from({ length: 12 }, (_, index) => ({ confidence: -1 - index / 10, positive: false })),
    ];
    const fit = fitCalibration(apart, BALANCED);
    expect(fit.slope).toBeGreaterThan(0);
    expect(Number.isFinite(fit.slope)).toBe(true);
    expect(fit.threshold).toBeCloseTo(0.5, 2);
  });

  it('keeps false answers under the share that was asked for, and answers what it can', () => {
    const questions = drawQuestions(2000, 1, 0);
    const strict = fitCalibration(questions, { kind: 'max-false-answers', share: 0.05 });
    const decisions = questions.map(({ confidence, positive }) => ({
      positive,
      answers: 1 / (1 + Math.exp(-(strict.slope * confidence + strict.intercept))) >= strict.threshold,
    }));
    const rates = decisionRates(decisions);
    expect(rates.falseAnswers).toBeLessThanOrEqual(0.05);
    expect(rates.falseAnswers).toBeGreaterThan(0.045);
    expect(rates.rightAnswers).toBeGreaterThan(0.3);
  });

  it('refuses too few questions and confidences that point the wrong way', () => {
    expect(() => fitCalibration(drawQuestions(12, 1, 0), BALANCED)).toThrow(/at least 10 of each/);
    expect(() => fitCalibration(drawQuestions(500, -1, 0), BALANCED)).toThrow(/does not rise/);
  });
});

describe('crossValidate', () => {
  it('gives every question a decision by a fit that has not seen it, the same in every run', () => {
    const questions = drawQuestions(400, 1.5, 0.5);
    const heldOut = crossValidate(questions, BALANCED);
    expect(heldOut).toEqual(crossValidate(questions, BALANCED));
    expect(heldOut.map((one) => one.positive)).toEqual(questions.map((one) => one.positive));
    const rates = decisionRates(heldOut);
    expect(rates.rightAnswers - rates.falseAnswers).toBeGreaterThan(0.5);
  });
});
