/**
 * Prints how long an answer takes on the seed articles: from question to answer inside a running process, and as a whole
 * `footnote ask`. Beside each stands the limit that the project set itself, and the ratio to it.
 *
 *   npm run bench:speed
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ingestPaths, openParts } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { quantile } from '../src/evaluate/bootstrap.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const ASK_P50_LIMIT_MS = 15;
const PROCESS_LIMIT_MS = 1_000;
const ROUNDS = 20;
const PROCESS_ROUNDS = 10;

const QUESTIONS = [
  'How many seats does the Palestinian parliament have?',
  'Where did Abbas and Meshaal meet in November 2011?',
  'Who said that there are no more differences?',
  'When did Hamas seize Gaza?',
  'Why is Fayyad stepping aside?',
  'What is the population of Ramallah?',
  'Who won the 2020 United States presidential election?',
];

const folder = await mkdtemp(join(tmpdir(), 'footnote-speed-'));
try {
  const config = readConfig({ overrides: { DATA: join(folder, 'data') } });
  await ingestPaths([join(PROJECT, 'seeds')], config);
  report('question to answer, p50', quantile(await timeAnswers(config), 0.5), ASK_P50_LIMIT_MS);
  report('question to answer, p95', quantile(await timeAnswers(config), 0.95));
  const processes = timeProcesses(config.dataFolder);
  report('footnote ask, whole process, p50', quantile(processes, 0.5), PROCESS_LIMIT_MS);
  report('footnote ask, whole process, slowest', quantile(processes, 1), PROCESS_LIMIT_MS);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Milliseconds of each answer in one process; the first round, which warms up, is left out. */
async function timeAnswers(config: ReturnType<typeof readConfig>): Promise<number[]> {
  await using parts = await openParts(config);
  const took: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const text of QUESTIONS) {
      const started = performance.now();
      await parts.assistant.ask({ text });
      if (round > 0) took.push(performance.now() - started);
    }
  }
  return took;
}

/** Milliseconds of `footnote ask` from start to exit; the first, which fills the disk's cache, is left out. */
function timeProcesses(dataFolder: string): number[] {
  const took: number[] = [];
  for (let round = 0; round <= PROCESS_ROUNDS; round += 1) {
    const question = QUESTIONS[round % QUESTIONS.length] ?? '';
    const started = performance.now();
    const run = spawnSync(process.execPath, ['src/footnote.js', 'ask', question, '--data', dataFolder], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    if (run.status !== 0 && run.status !== 3) throw new Error(`footnote ask failed: ${run.stderr}`);
    if (round > 0) took.push(performance.now() - started);
  }
  return took;
}

function report(what: string, milliseconds: number, limit?: number): void {
  const ratio = limit === undefined ? '' : `  limit ${limit} ms, ratio ${(milliseconds / limit).toFixed(2)}`;
  console.log(`${what.padEnd(38)} ${milliseconds.toFixed(1).padStart(8)} ms${ratio}`);
}
