import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ConfigError } from '../errors.ts';
import type { Retrieval, Retriever } from '../types.ts';

/** File in the data folder; written by `footnote calibrate`. */
export const CALIBRATION_FILE = 'calibration.json';

const finite = z.number().refine(Number.isFinite, 'a finite number');

const calibrationFile = z.object({
  version: z.literal(1),
  /** Positive, so that the order of questions stays. */
  slope: finite.positive(),
  intercept: finite,
  /** Calibrated confidence at or above which an answer is given. */
  threshold: z.number().min(0).max(1),
  objective: z.string(),
  /** How many labelled questions it was fitted to. */
  answerable: z.number().int().nonnegative(),
  unanswerable: z.number().int().nonnegative(),
  /** ISO 8601. */
  fittedAt: z.string(),
});

/**
 * An operator's own fit of confidence and threshold: `sigmoid(slope * logit(confidence) + intercept)`, after Platt
 * (1999).
 */
export type Calibration = Readonly<z.infer<typeof calibrationFile>>;

/** Confidences of 0 and 1 have no logit; they count as this close to the end. */
const LEAST_CONFIDENCE = 1e-6;

/** Log odds of a confidence, kept finite. */
export function logit(confidence: number): number {
  const inside = Math.min(1 - LEAST_CONFIDENCE, Math.max(LEAST_CONFIDENCE, confidence));
  return Math.log(inside / (1 - inside));
}

/** The calibrated confidence, 0 to 1. Rises with the raw one. */
export function applyCalibration(
  calibration: Pick<Calibration, 'slope' | 'intercept'>,
  confidence: number,
): number {
  return 1 / (1 + Math.exp(-(calibration.slope * logit(confidence) + calibration.intercept)));
}

/**
 * The calibration stored in a data folder, or undefined where there is none. Throws `ConfigError` when the file is damaged.
 */
export async function readCalibration(folder: string): Promise<Calibration | undefined> {
  const path = join(folder, CALIBRATION_FILE);
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw damaged(path, 'it cannot be read', cause);
  }
  try {
    return Object.freeze(calibrationFile.parse(JSON.parse(content)));
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    throw damaged(path, issue ? `"${issue.path.join('.')}": ${issue.message}` : 'it is not JSON', cause);
  }
}

/** Stores a calibration in a data folder: written beside and renamed, so that a reader sees the old or the new one. */
export async function writeCalibration(folder: string, calibration: Calibration): Promise<string> {
  const path = join(folder, CALIBRATION_FILE);
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, `${JSON.stringify(calibrationFile.parse(calibration), null, 2)}\n`);
  await rename(beside, path);
  return path;
}

/** A retriever whose confidence and threshold are the operator's. */
export function calibrateRetriever(retriever: Retriever, calibration: Calibration): Retriever {
  return {
    async retrieve(question, signal): Promise<Retrieval> {
      const retrieval = await retriever.retrieve(question, signal);
      return {
        ...retrieval,
        confidence: applyCalibration(calibration, retrieval.confidence),
        threshold: calibration.threshold,
      };
    },
  };
}

function damaged(path: string, what: string, cause: unknown): ConfigError {
  return new ConfigError(
    `${path} is damaged (${what}), so it is unknown when to answer: run footnote calibrate again, or delete the file to return to the shipped calibration.`,
    { cause },
  );
}
