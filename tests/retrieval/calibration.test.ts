import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  applyCalibration,
  CALIBRATION_FILE,
  type Calibration,
  calibrateRetriever,
  logit,
  readCalibration,
  writeCalibration,
} from '../../src/retrieval/calibration.ts';

const calibration: Calibration = {
  version: 1,
  slope: 1.5,
  intercept: -0.25,
  threshold: 0.4,
  objective: 'balanced-accuracy',
  answerable: 55,
  unanswerable: 25,
  fittedAt: '2024-05-01T10:00:00.000Z',
};

describe('applyCalibration', () => {
  it('changes nothing at slope 1 and intercept 0', () => {
    expect(applyCalibration({ slope: 1, intercept: 0 }, 0.3)).toBeCloseTo(0.3, 12);
  });

  it('shifts log odds: .5 at slope 2 and intercept ln 3 is 3 to 1', () => {
    expect(applyCalibration({ slope: 2, intercept: Math.log(3) }, 0.5)).toBeCloseTo(0.75, 12);
  });

  it('keeps the order, and stays between 0 and 1 at both ends', () => {
    const applied = [0, 0.1, 0.5, 0.9, 1].map((confidence) => applyCalibration(calibration, confidence));
    expect(applied).toEqual([...applied].sort((a, b) => a - b));
    expect(applied.every((confidence) => confidence > 0 && confidence < 1)).toBe(true);
    expect(Number.isFinite(logit(0))).toBe(true);
  });
});

describe('stored calibration', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-calibration-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is read as it was written', async () => {
    await writeCalibration(folder, calibration);
    expect(await readCalibration(folder)).toEqual(calibration);
  });

  it('is undefined where none was stored', async () => {
    expect(await readCalibration(folder)).toBeUndefined();
    expect(await readCalibration(join(folder, 'nowhere'))).toBeUndefined();
  });

  it.each([
    ['cut off', '{"version": 1, "slo', /not JSON/],
    ['of another version', JSON.stringify({ ...calibration, version: 2 }), /"version"/],
    ['with a slope that turns the order round', JSON.stringify({ ...calibration, slope: -1 }), /"slope"/],
    ['with a threshold that is no share', JSON.stringify({ ...calibration, threshold: 40 }), /"threshold"/],
  ])('says cause and remedy when the file is %s', async (_, content, cause) => {
    await writeFile(join(folder, CALIBRATION_FILE), content);
    await expect(readCalibration(folder)).rejects.toThrow(cause);
    await expect(readCalibration(folder)).rejects.toThrow(/run footnote calibrate again, or delete the file/);
  });
});

describe('calibrateRetriever', () => {
  it('replaces confidence and threshold and nothing else', async () => {
    const question = { text: 'Who?' };
    const raw = { question, candidates: [], documents: [], confidence: 0.5, threshold: 0.9, tookMs: 3 };
    const retriever = calibrateRetriever({ retrieve: async () => raw }, calibration);
    expect(await retriever.retrieve(question)).toEqual({
      ...raw,
      confidence: applyCalibration(calibration, 0.5),
      threshold: 0.4,
    });
  });
});
