import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../../src/types.ts';
import { collectExamples, type Example } from './collect-examples.ts';

/** Examples that are learnt from, and judged, as one. */
export interface TrainingSet {
  readonly name: string;
  /** Folders of corpus.jsonl and queries.jsonl; each is a corpus of its own. */
  readonly folders: readonly string[];
  /** BCP 47 */
  readonly language: string;
  /** What the set weighs against others: small sets count for less. */
  readonly weight: number;
}

const FIXTURES = new URL('../../tests/fixtures/', import.meta.url).pathname;
const BENCH_SETS: readonly (readonly [folder: string, language: string])[] = [
  ['rtqa-2022', 'en'],
  ['clapnq', 'en'],
  ['multihop-news', 'en'],
  ['xquad', 'en'],
  ['xquad', 'es'],
  ['xquad', 'ru'],
  ['xquad', 'zh'],
  ['xquad', 'ar'],
];

/** The project's own sets and those of the bench folder. */
export function trainingSets(bench: string): TrainingSet[] {
  const desks = join(FIXTURES, 'small-desks');
  return [
    ...BENCH_SETS.map(([folder, language]) => ({
      name: `${folder} ${language}`,
      folders: [join(bench, folder)],
      language,
      weight: 1,
    })),
    { name: 'mini-news en', folders: [join(FIXTURES, 'mini-news')], language: 'en', weight: 0.4 },
    {
      name: 'small-desks en',
      folders: readdirSync(desks).map((desk) => join(desks, desk)),
      language: 'en',
      weight: 0.8,
    },
  ];
}

/** Examples of all folders of a set, named after the set. */
export async function collectSet(set: TrainingSet, embedder: Embedder): Promise<Example[]> {
  const examples: Example[] = [];
  for (const folder of set.folders) examples.push(...(await collectExamples(folder, set.language, embedder)));
  return examples.map((example) => ({ ...example, set: set.name, weight: set.weight }));
}
