/**
 * Runs the evaluation sets under BENCH_DIR and prints one table; without BENCH_DIR, the project's own small set.
 *
 *   npm run bench -- [--sets rtqa-2022,xquad] [--limit N] [--json FILE] [--no-baselines] [--update-baseline]
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type BaselineName, runEvaluation } from '../src/cli/run-evaluation.ts';
import { readConfig } from '../src/config.ts';
import { BASELINE_TOLERANCE, type Baseline, higherIsBetter } from '../src/evaluate/compare-baseline.ts';
import { readEvaluationSet } from '../src/evaluate/read-evaluation-set.ts';
import { evaluationToJson } from '../src/evaluate/report-json.ts';
import { BENCH_COLUMNS, benchCells } from './bench/columns.ts';
import { findSets, MINI_NEWS, type SetPlace } from './bench/find-sets.ts';

const BASELINE_PATH = new URL('../tests/bench-baseline.json', import.meta.url);

const { values } = parseArgs({
  options: {
    sets: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'string' },
    'no-baselines': { type: 'boolean', default: false },
    'baseline-encoder': { type: 'string' },
    'update-baseline': { type: 'boolean', default: false },
  },
});

if (values['update-baseline']) await updateBaseline();
else await printBench();

async function printBench(): Promise<void> {
  const { benchFolder } = readConfig();
  if (!benchFolder)
    console.error('BENCH_DIR is not set, so only the small set of the project itself is run.');
  const places = await findSets(benchFolder, values.sets?.split(','));
  if (places.length === 0)
    throw new Error(`no evaluation set of ${values.sets ?? 'any name'} in ${benchFolder}`);
  const baselines: BaselineName[] = values['no-baselines'] ? [] : ['bm25', 'tutorial'];
  const report: object[] = [];
  printRow(BENCH_COLUMNS.map((column) => column.title));
  for (const place of places) {
    const set = await readSet(place);
    const evaluations = await runEvaluation(set, {
      config: readConfig(),
      baselines,
      ...(place.language !== undefined && { language: place.language }),
      ...(values['baseline-encoder'] !== undefined && { baselineEncoder: values['baseline-encoder'] }),
    });
    for (const evaluation of evaluations) printRow(benchCells(place.name, evaluation));
    report.push({ set: place.name, evaluations: evaluations.map(evaluationToJson) });
  }
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report)}\n`);
}

async function updateBaseline(): Promise<void> {
  const set = await readSet(MINI_NEWS);
  const [evaluation] = await runEvaluation(set, { config: readConfig(), baselines: [] });
  if (!evaluation) throw new Error('nothing was evaluated');
  const baseline: Baseline = {
    set: set.name,
    questions: evaluation.questions,
    tolerance: BASELINE_TOLERANCE,
    figures: higherIsBetter(evaluation),
  };
  await writeFile(BASELINE_PATH, `${JSON.stringify(baseline, null, 2)}\n`);
  console.log(baseline);
}

function readSet(place: SetPlace) {
  return readEvaluationSet(place.folder, {
    ...(place.questions !== undefined && { questions: place.questions }),
    ...(place.language !== undefined && { language: place.language }),
    ...(values.limit !== undefined && { limit: Number(values.limit) }),
  });
}

function printRow(cells: readonly string[]): void {
  console.log(
    BENCH_COLUMNS.map((column, index) => (cells[index] ?? '').padEnd(column.width))
      .join(' ')
      .trimEnd(),
  );
}
