/**
 * Measures what making a follow-up stand alone buys: retrieval for the last turn as it is, resolved, rewritten by a
 * person, and with all turns before it, on the questions of `followups` whose relevant passages are all in its corpus.
 *
 *   node scripts/bench-followups.ts [BENCH_DIR] [--show]
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { bootstrapMean } from '../src/evaluate/bootstrap.ts';
import { hitAt, ndcgAt, recallAt } from '../src/evaluate/rank-measures.ts';
import { createFollowUpResolver, type ResolvedQuestion } from '../src/follow-up/resolve-follow-up.ts';
import { blendRetrievals } from '../src/retrieval/blend-retrievals.ts';
import type { Reading, Retrieval } from '../src/types.ts';
import { compareCarried } from './follow-ups/compare-carried.ts';
import { openPassages } from './follow-ups/open-passages.ts';
import { type RewrittenFollowUp, readConversations } from './follow-ups/read-conversations.ts';

const DEPTH = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } },
});
const benchFolder = positionals[0] ?? readConfig().benchFolder;
if (benchFolder === undefined) throw new Error('name the folder of the evaluation sets, or set BENCH_DIR');

const { test, train } = await readConversations(benchFolder);
await using library = await openPassages(benchFolder);
const resolver = createFollowUpResolver({ index: library.index });

const resolved = await resolveAll(test);
printCarried('learnt from', train, await resolveAll(train));
printCarried('held back', test, resolved);
if (values.show)
  for (const [at, { text }] of resolved.entries()) console.log(`${test[at]?.question} -> ${text}`);

console.log('\nwording      questions      recall@10 (95 %)     hit@1  hit@5  nDCG@10');
await printRetrieval('last turn', ({ question }) => [{ text: question, weight: 1 }]);
await printRetrieval('resolved', (_, at) => [{ text: resolved[at]?.text ?? '', weight: 1 }]);
await printRetrieval('readings', (_, at) => resolved[at]?.readings ?? []);
await printRetrieval('rewritten', ({ rewrite }) => [{ text: rewrite, weight: 1 }]);
await printRetrieval('all turns', ({ history, question }) => [
  { text: [...history, question].join(' '), weight: 1 },
]);

async function resolveAll(followUps: readonly RewrittenFollowUp[]): Promise<ResolvedQuestion[]> {
  const all: ResolvedQuestion[] = [];
  const started = performance.now();
  for (const { question, history } of followUps) {
    const earlier = history.map((each) => ({ question: each }));
    all.push(await resolver.rephrase({ text: question, history: earlier, language: 'en' }));
  }
  console.log(`${((performance.now() - started) / followUps.length).toFixed(2)} ms a question`);
  return all;
}

function printCarried(
  name: string,
  followUps: readonly RewrittenFollowUp[],
  all: readonly ResolvedQuestion[],
): void {
  const figures = compareCarried(
    followUps,
    all.map(({ carried }) => carried),
  );
  const changed = all.filter(({ carried }) => carried.length > 0).length;
  console.log(
    `${name}: ${changed} of ${followUps.length} changed; of the words carried ${figures.precision.toFixed(3)} a person carried too, ` +
      `of the person's ${figures.recall.toFixed(3)} found; changed where a person carried nothing: ${figures.falseCarries.toFixed(3)}`,
  );
}

async function printRetrieval(
  name: string,
  read: (followUp: RewrittenFollowUp, at: number) => readonly Reading[],
): Promise<void> {
  const rows: Row[] = [];
  for (const [at, followUp] of test.entries()) {
    const ranked = await rank(read(followUp, at));
    rows.push({ followUp, ranked });
  }
  printRow(name, 'all', rows);
  printRow(
    name,
    'changed',
    rows.filter(({ followUp }) => followUp.changed),
  );
  printRow(
    name,
    'unchanged',
    rows.filter(({ followUp }) => !followUp.changed),
  );
}

interface Row {
  readonly followUp: RewrittenFollowUp;
  readonly ranked: readonly string[];
}

async function rank(readings: readonly Reading[]): Promise<string[]> {
  const retrieved: { retrieval: Retrieval; weight: number }[] = [];
  for (const { text, weight } of readings) {
    retrieved.push({ retrieval: await library.retriever.retrieve({ text, language: 'en' }), weight });
  }
  const [first, ...others] = retrieved;
  return first ? blendRetrievals([first, ...others]).documents.map(({ documentId }) => documentId) : [];
}

function printRow(name: string, questions: string, rows: readonly Row[]): void {
  const mean = (measure: (row: Row) => number) => bootstrapMean(rows.map(measure));
  const recall = mean(({ ranked, followUp }) => recallAt(ranked, followUp.docs, DEPTH));
  const others = [
    mean(({ ranked, followUp }) => hitAt(ranked, followUp.docs, 1)),
    mean(({ ranked, followUp }) => hitAt(ranked, followUp.docs, 5)),
    mean(({ ranked, followUp }) => ndcgAt(ranked, followUp.docs, DEPTH)),
  ];
  const interval = `${recall?.value.toFixed(3)} (${recall?.low.toFixed(3)}-${recall?.high.toFixed(3)})`;
  console.log(
    [
      name.padEnd(12),
      `${questions} ${rows.length}`.padEnd(14),
      interval.padEnd(20),
      ...others.map((figure) => figure?.value.toFixed(3)),
    ].join(' '),
  );
}
