/**
 * Fits the weights of the confidence to labelled sets and writes src/retrieval/confidence.weights.json:
 *
 *     node scripts/train-confidence.ts BENCH_DIR [--write]
 *
 * Run after `train-ranker.ts`: it looks at what the shipped ranker puts first. Answerable and unanswerable questions weigh
 * the same, and so does each kind within a set, so that a confidence of .5 means as likely as not on such a mixture.
 * Prints the area under the ROC curve per kind by five-fold cross-validation and with each set left out.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { auroc } from '../src/evaluate/abstention-measures.ts';
import {
  CONFIDENCE_FEATURES,
  type ConfidenceFeature,
  describeConfidence,
} from '../src/retrieval/confidence.ts';
import { openEmbedder } from '../src/retrieval/embedders/open-embedder.ts';
import { rankPool, shippedWeights } from '../src/retrieval/rank-pool.ts';
import type { Example } from './train/collect-examples.ts';
import { fitSignedLogistic, type LabelledRow, type Logistic, logOddsOf } from './train/fit-logistic.ts';
import { collectTinyCorpora } from './train/tiny-corpora.ts';
import { collectSet, trainingSets } from './train/training-sets.ts';

const FOLDS = 5;
/** Answerable questions of a set of weight 1 weigh as much as this many together, and so do the others. */
const QUESTIONS_PER_HALF = 250;
const WEIGHTS_FILE = new URL('../src/retrieval/confidence.weights.json', import.meta.url);

interface Described extends LabelledRow {
  readonly set: string;
  readonly kind: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const bench = positionals[0];
if (bench === undefined)
  throw new Error('Name the folder of the sets: node scripts/train-confidence.ts BENCH_DIR');

const embedder = await openEmbedder('builtin', { cacheFolder: readConfig().cacheFolder });
const collected: Example[][] = [];
for (const set of trainingSets(bench).filter(({ language }) => language === 'en'))
  collected.push(await collectSet(set, embedder));
collected.push(...(await collectTinyCorpora(bench, embedder, collected)));
const sets = collected.map((examples) =>
  weigh(
    examples.map(({ set, pool, gold, weight }) => ({
      set,
      kind: gold.unanswerableKind ?? 'answerable',
      row: describeConfidence(pool.signals, rankPool(pool.documents, shippedWeights('en'))),
      positive: gold.answerable,
      weight,
    })),
  ),
);
await embedder.close();

/** Which way a signal may point: what is missing lowers confidence, what is there raises it. */
function signOf(name: ConfidenceFeature): number {
  if (
    /^(?:missing|names-only|unknown|asked-unknown|after-corpus|no-run|no-quantity|time-missed|negated|false-premise|unanchored|measure-unknown)/.test(
      name,
    )
  )
    return -1;
  return /^(?:expects-run|question-length|small)/.test(name) ? 0 : 1;
}

function fitModel(rows: readonly Described[]): Logistic {
  return fitSignedLogistic(rows, CONFIDENCE_FEATURES.map(signOf));
}

/** Half of a set's weight to its answerable questions, the other half shared by the kinds of unanswerable ones. */
function weigh(described: readonly Described[]): Described[] {
  const counts = new Map<string, number>();
  for (const { kind } of described) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = counts.size - (counts.has('answerable') ? 1 : 0);
  const shareOf = (one: Described) =>
    (one.positive ? 1 : 1 / Math.max(1, kinds)) / (counts.get(one.kind) ?? 1);
  return described.map((one) => ({ ...one, weight: one.weight * QUESTIONS_PER_HALF * shareOf(one) }));
}

function report(title: string, rows: readonly Described[], score: (row: Described) => number): void {
  const judged = rows.map((row) => ({ row, confidence: score(row) }));
  const kinds = [...new Set(rows.filter((row) => !row.positive).map(({ kind }) => kind))];
  const figures = kinds.map((kind) => {
    const asked = judged.filter(({ row }) => row.positive || row.kind === kind);
    const area = auroc(asked.map(({ row, confidence }) => ({ confidence, positive: row.positive })));
    return `${kind} ${area?.toFixed(3)}`;
  });
  const decided = (positive: boolean) => {
    const own = judged.filter(({ row }) => row.positive === positive);
    return own.filter(({ confidence }) => confidence >= 0 === positive).length / Math.max(1, own.length);
  };
  console.log(
    `${title.padEnd(9)} ${(rows[0]?.set ?? '').padEnd(14)} ${figures.join('  ')}  answered ${decided(true).toFixed(3)}  declined ${decided(false).toFixed(3)}`,
  );
}

for (const left of sets) {
  const model = fitModel(sets.filter((set) => set !== left).flat());
  report('left out', left, (row) => logOddsOf(model, row.row));
}
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  fitModel(sets.flatMap((set) => set.filter((_row, at) => at % FOLDS !== fold))),
);
for (const set of sets) {
  const foldOf = new Map(set.map((row, at) => [row, folds[at % FOLDS]]));
  report('folds', set, (row) => logOddsOf(foldOf.get(row) ?? { bias: 0, weights: [] }, row.row));
}
const model = fitModel(sets.flat());
for (const set of sets) report('learnt', set, (row) => logOddsOf(model, row.row));
const named = nameWeights(model);
console.log(JSON.stringify(named));
if (values.write) await writeFile(WEIGHTS_FILE, `${JSON.stringify(named, null, 2)}\n`);

function nameWeights({ bias, weights }: Logistic) {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    bias: round(bias),
    weights: Object.fromEntries(CONFIDENCE_FEATURES.map((name, at) => [name, round(weights[at] ?? 0)])),
  };
}
