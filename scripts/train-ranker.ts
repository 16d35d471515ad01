/**
 * Fits the ranker's weights to labelled sets and writes src/retrieval/ranker.weights.json:
 *
 *     node scripts/train-ranker.ts BENCH_DIR [--write]
 *
 * BENCH_DIR holds folders of corpus.jsonl and queries.jsonl. Prints figures by five-fold cross-validation over all sets,
 * and with each set left out, beside those on what was learnt from. Seeds are fixed: the same sets give the same weights.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { DOCUMENT_FEATURES } from '../src/retrieval/document-features.ts';
import { openEmbedder } from '../src/retrieval/embedders/open-embedder.ts';
import type { Weights } from '../src/retrieval/rank-pool.ts';
import { SENTENCE_FEATURES } from '../src/retrieval/sentence-features.ts';
import { collectExamples, type Example } from './train/collect-examples.ts';
import { fitRanker } from './train/fit-ranker.ts';
import { type Figures, measureRanking } from './train/measure-ranking.ts';

const SETS: readonly (readonly [folder: string, language: string])[] = [
  ['rtqa-2022', 'en'],
  ['clapnq', 'en'],
  ['multihop-news', 'en'],
  ['xquad', 'en'],
  ['xquad', 'es'],
  ['xquad', 'ru'],
  ['xquad', 'zh'],
  ['xquad', 'ar'],
];
const FOLDS = 5;
const WEIGHTS_FILE = new URL('../src/retrieval/ranker.weights.json', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    sets: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const bench = positionals[0];
if (bench === undefined)
  throw new Error('Name the folder that holds the sets: node scripts/train-ranker.ts BENCH_DIR');

const embedder = await openEmbedder('builtin', { cacheFolder: readConfig().cacheFolder });
const sets: Example[][] = [];
for (const [folder, language] of SETS) {
  if (values.sets !== undefined && !values.sets.split(',').includes(`${folder}:${language}`)) continue;
  const examples = await collectExamples(join(bench, folder), language, embedder);
  const took = examples.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  console.log(
    `${examples[0]?.set}: ${examples.length} questions, p50 ${(took[took.length >> 1] ?? 0).toFixed(1)} ms`,
  );
  sets.push(examples);
}
await embedder.close();

const print = (title: string, examples: readonly Example[], figures: Figures) =>
  console.log(
    `${title.padEnd(9)} ${(examples[0]?.set ?? '').padEnd(14)} ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(3)}`)
      .join('  ')}`,
  );

if (!values.quick) {
  for (const left of sets) {
    const others = fitRanker(sets.filter((set) => set !== left && set[0]?.set !== left[0]?.set).flat());
    print(
      'left out',
      left,
      measureRanking(left, () => others),
    );
  }
}
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  fitRanker(sets.flatMap((set) => set.filter((_, at) => at % FOLDS !== fold))),
);
for (const set of sets) {
  const foldOf = new Map(set.map((example, at) => [example, folds[at % FOLDS]]));
  print(
    'folds',
    set,
    measureRanking(set, (example) => foldOf.get(example) ?? folds[0] ?? { document: [], sentence: [] }),
  );
}
const weights = fitRanker(sets.flat());
for (const set of sets)
  print(
    'learnt',
    set,
    measureRanking(set, () => weights),
  );

const named = nameWeights(weights);
console.log(JSON.stringify(named));
if (values.write) await writeFile(WEIGHTS_FILE, `${JSON.stringify(named, null, 2)}\n`);

function nameWeights({ document, sentence }: Weights) {
  const name = (features: readonly string[], list: readonly number[]) =>
    Object.fromEntries(features.map((feature, at) => [feature, Math.round((list[at] ?? 0) * 1000) / 1000]));
  return { document: name(DOCUMENT_FEATURES, document), sentence: name(SENTENCE_FEATURES, sentence) };
}
