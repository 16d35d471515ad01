/**
 * Fits the ranker's weights to labelled sets and writes src/retrieval/ranker.weights.json:
 *
 *     node scripts/train-ranker.ts BENCH_DIR [--sets 'clapnq en,xquad en'] [--quick] [--write]
 *
 * BENCH_DIR holds folders of corpus.jsonl and queries.jsonl; the project's own sets are learnt from as well. Prints figures by five-fold cross-validation over all sets,
 * and with each set left out, beside those on what was learnt from. Seeds are fixed: the same sets give the same weights.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { DOCUMENT_FEATURES } from '../src/retrieval/document-features.ts';
import { openEmbedder } from '../src/retrieval/embedders/open-embedder.ts';
import type { Weights } from '../src/retrieval/rank-pool.ts';
import shipped from '../src/retrieval/ranker.weights.json' with { type: 'json' };
import { SENTENCE_FEATURES } from '../src/retrieval/sentence-features.ts';
import type { Example } from './train/collect-examples.ts';
import { fitRanker } from './train/fit-ranker.ts';
import { type Figures, measureRanking } from './train/measure-ranking.ts';
import { collectSet, trainingSets } from './train/training-sets.ts';

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
for (const set of trainingSets(bench)) {
  if (values.sets !== undefined && !values.sets.split(',').includes(set.name)) continue;
  const examples = await collectSet(set, embedder);
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

/** Learns from sets of one kind, prints how it does on them, and returns the weights by name. */
function learn(group: readonly Example[][]) {
  if (!values.quick) {
    for (const left of group) {
      const others = fitRanker(group.filter((set) => set !== left).flat());
      print(
        'left out',
        left,
        measureRanking(left, () => others),
      );
    }
  }
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitRanker(group.flatMap((set) => set.filter((_example, at) => at % FOLDS !== fold))),
  );
  for (const set of group) {
    const foldOf = new Map(set.map((example, at) => [example, folds[at % FOLDS]]));
    const unknown = { document: [], sentence: [] };
    print(
      'folds',
      set,
      measureRanking(set, (example) => foldOf.get(example) ?? unknown),
    );
  }
  const weights = fitRanker(group.flat());
  for (const set of group)
    print(
      'learnt',
      set,
      measureRanking(set, () => weights),
    );
  return nameWeights(weights);
}

const isEnglish = (set: readonly Example[]) => set[0]?.set.endsWith(' en') === true;
const english = sets.filter(isEnglish);
const other = sets.filter((set) => !isEnglish(set));
const learnt = {
  ...shipped,
  ...(english.length > 0 && { english: learn(english) }),
  ...(other.length > 0 && { other: learn(other) }),
};
if (values.write) await writeFile(WEIGHTS_FILE, `${JSON.stringify(learnt, null, 2)}\n`);

function nameWeights({ document, sentence }: Weights) {
  const name = (features: readonly string[], list: readonly number[]) =>
    Object.fromEntries(features.map((feature, at) => [feature, Math.round((list[at] ?? 0) * 1000) / 1000]));
  return { document: name(DOCUMENT_FEATURES, document), sentence: name(SENTENCE_FEATURES, sentence) };
}
