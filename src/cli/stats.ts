import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { FootnoteError } from '../errors.ts';
import type { LedgerStats } from '../ledger/types.ts';
import type { IndexStats, Tokens } from '../types.ts';
import { EXIT } from './exit-codes.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printData, printJson, printTalk, style } from './output.ts';

interface StatsOptions extends DataOptions {
  readonly json?: true;
}

const NAME_WIDTH = 10;
const BYTES_PER_MEGABYTE = 1_000_000;
/** Days whose token use is told. */
const TOKEN_DAYS = 7;
/** Made when it is needed: a formatter costs every command some 20 ms at start. */
const format = (value: number): string => value.toLocaleString('en');

export function addStatsCommand(program: Command): void {
  const command = program
    .command('stats')
    .description('tell how much the index holds, and what chat platforms asked')
    .option('--json', 'print it as JSON');
  addDataOption(command).action(runStats);
}

async function runStats(options: StatsOptions): Promise<void> {
  const config = readCommandConfig(options);
  const { openCorpus } = await import('../compose.ts');
  await using corpus = await openCorpus(config);
  const stats = await corpus.index.stats();
  const use = await readUse(config);
  if (options.json) printJson({ ...stats, ...use });
  else
    for (const [name, value] of [...describeStats(stats), ...(use ? describeUse(use) : [])])
      printData(`${style('dim', name.padEnd(NAME_WIDTH))} ${value}`);
  process.exitCode = EXIT.answered;
}

interface Use {
  readonly ledger: LedgerStats;
  /** The newest day first. */
  readonly tokens: readonly { readonly day: string; readonly tokens: Tokens }[];
}

/** Undefined where there is no ledger, or where it cannot be opened, as on a read-only disk: that is said. */
async function readUse(config: Config): Promise<Use | undefined> {
  const { openKeptLedger } = await import('../compose.ts');
  try {
    const ledger = await openKeptLedger(config);
    const use = ledger && { ledger: ledger.stats(), tokens: ledger.tokens.byDay(TOKEN_DAYS) };
    ledger?.close();
    return use;
  } catch (error) {
    if (!(error instanceof FootnoteError)) throw error;
    printTalk(error.message);
    return undefined;
  }
}

type Line = readonly [name: string, value: string];

/** What chat platforms asked and were answered. */
function describeUse({ ledger, tokens }: Use): readonly Line[] {
  return [
    [
      'answers',
      `${format(ledger.answers)} to ${format(ledger.people)} people, ${format(ledger.abstentions)} of them abstentions`,
    ],
    ['ratings', `${format(ledger.helpful)} helpful, ${format(ledger.notHelpful)} not`],
    ['moderated', `${format(ledger.retracted)} taken back, ${format(ledger.corrected)} corrected`],
    ['posts', `${format(ledger.posts)}, ${format(ledger.pendingEdits)} of them to be edited`],
    ...tokens.map(
      ({ day, tokens: { input, output } }): Line => [
        'tokens',
        `${day}: ${format(input)} read, ${format(output)} written`,
      ],
    ),
  ];
}

function describeStats(stats: IndexStats): readonly Line[] {
  return [
    ['documents', format(stats.documents)],
    ['passages', format(stats.passages)],
    ['vectors', `${format(stats.vectors)} of ${stats.dimensions} dimensions, searched by ${stats.search}`],
    ['embedder', stats.embedder],
    ['changes', format(stats.generation)],
    ['on disk', `${(stats.bytes / BYTES_PER_MEGABYTE).toFixed(1)} MB`],
  ];
}
