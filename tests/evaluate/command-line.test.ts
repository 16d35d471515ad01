import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCalibration } from '../../src/retrieval/calibration.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const MINI_NEWS = fileURLToPath(new URL('../fixtures/mini-news', import.meta.url));
const TIMEOUT_MS = 120_000;

describe('footnote evaluate and calibrate', () => {
  let folder: string;
  const footnote = (...args: readonly string[]) =>
    spawnSync(process.execPath, [CLI, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CACHE_DIR: join(folder, 'cache'), DATA: join(folder, 'data') },
      timeout: TIMEOUT_MS,
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-evaluate-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(
    'prints figures of product and baselines as JSON, writes a page, and leaves the data folder alone',
    async () => {
      const run = footnote('evaluate', MINI_NEWS, '--limit', '12', '--json', '--html', 'report.html');
      expect(run.status, run.stderr).toBe(0);
      const report = JSON.parse(run.stdout);
      expect(report.evaluations.map((one: { system: string }) => one.system)).toEqual([
        'footnote',
        'bm25 over documents',
        'tutorial pipeline',
      ]);
      expect(report.evaluations[0].results).toHaveLength(12);
      expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('</html>');
      await expect(stat(join(folder, 'data'))).rejects.toThrow('ENOENT');
    },
    TIMEOUT_MS,
  );

  it(
    'measures one baseline or none, and lists what went wrong',
    () => {
      const run = footnote('evaluate', MINI_NEWS, '--limit', '20', '--no-baselines');
      expect(run.status, run.stderr).toBe(0);
      expect(run.stdout).toMatch(/^mini-news: 20 questions/);
      expect(run.stdout).toMatch(/\d+ of 20 right as shipped/);
      expect(run.stdout).not.toContain('tutorial');
    },
    TIMEOUT_MS,
  );

  it(
    'fits a calibration that the index then answers by, and --dry-run stores none',
    async () => {
      expect(footnote('ingest', join(MINI_NEWS, 'corpus.jsonl')).status).toBe(0);
      const dry = footnote('calibrate', MINI_NEWS, '--dry-run');
      expect(dry.status, dry.stderr).toBe(0);
      expect(await readCalibration(join(folder, 'data'))).toBeUndefined();
      const run = footnote('calibrate', MINI_NEWS, '--max-false-answers', '0');
      expect(run.status, run.stderr).toBe(0);
      expect(run.stdout).toMatch(/unanswerable, yet answered +[\d.]+ +0\.000/);
      const calibration = await readCalibration(join(folder, 'data'));
      expect(calibration?.unanswerable).toBe(25);
      const asked = JSON.parse(footnote('ask', '--json', 'What is the best way to cook lentils?').stdout);
      expect(asked.kind).toBe('abstention');
      expect(asked.confidence).toBeLessThan(calibration?.threshold ?? 0);
    },
    TIMEOUT_MS,
  );

  it.each([
    ['a folder that is none', ['evaluate', 'nowhere'], /queries\.jsonl cannot be read/],
    ['a baseline that it does not know', ['evaluate', MINI_NEWS, '--baselines', 'bm52'], /bm25,tutorial/],
    ['a share beyond 1', ['calibrate', MINI_NEWS, '--max-false-answers', '5'], /from 0 to 1/],
  ])('exits with 2 at %s', (_, args, message) => {
    const run = footnote(...args);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stdout).toBe('');
  });
});
