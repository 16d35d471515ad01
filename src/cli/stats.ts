import type { Command } from 'commander';
import type { IndexStats } from '../types.ts';
import { EXIT } from './exit-codes.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printData, printJson, style } from './output.ts';

interface StatsOptions extends DataOptions {
  readonly json?: true;
}

const NAME_WIDTH = 10;
const BYTES_PER_MEGABYTE = 1_000_000;

export function addStatsCommand(program: Command): void {
  const command = program
    .command('stats')
    .description('tell how much the index holds')
    .option('--json', 'print it as JSON');
  addDataOption(command).action(runStats);
}

async function runStats(options: StatsOptions): Promise<void> {
  const config = readCommandConfig(options);
  const { openCorpus } = await import('../compose.ts');
  await using corpus = await openCorpus(config);
  const stats = await corpus.index.stats();
  if (options.json) printJson(stats);
  else
    for (const [name, value] of describeStats(stats))
      printData(`${style('dim', name.padEnd(NAME_WIDTH))} ${value}`);
  process.exitCode = EXIT.answered;
}

function describeStats(stats: IndexStats): readonly (readonly [string, string])[] {
  const count = new Intl.NumberFormat('en');
  return [
    ['documents', count.format(stats.documents)],
    ['passages', count.format(stats.passages)],
    [
      'vectors',
      `${count.format(stats.vectors)} of ${stats.dimensions} dimensions, searched by ${stats.search}`,
    ],
    ['embedder', stats.embedder],
    ['changes', count.format(stats.generation)],
    ['on disk', `${(stats.bytes / BYTES_PER_MEGABYTE).toFixed(1)} MB`],
  ];
}
