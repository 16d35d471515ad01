import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import type { ExportLine, Ledger } from '../ledger/types.ts';
import { printable } from './describe.ts';
import { EXIT } from './exit-codes.ts';
import { addDataOption, type DataOptions, parseDay, readCommandConfig } from './options.ts';
import { printData, printTalk } from './output.ts';

interface ExportOptions extends DataOptions {
  readonly json?: true;
}

interface PurgeOptions extends DataOptions {
  readonly person?: string;
  readonly before?: string;
  readonly all?: true;
}

const EXAMPLES = `
Examples:
  footnote ledger export --json > ledger.jsonl
  footnote ledger purge --person telegram:123456789
  footnote ledger purge --before 2026-01-01

Persons are kept as keyed hashes only: the same person has the same hash, and no way leads back.`;

export function addLedgerCommand(program: Command): void {
  const command = program
    .command('ledger')
    .description('what was asked, answered and decided on chat platforms: export it, or delete it')
    .addHelpText('after', EXAMPLES);
  addDataOption(
    command
      .command('export')
      .description('print everything that is kept, a line each')
      .option('--json', 'print JSON Lines'),
  ).action(runExport);
  addDataOption(
    command
      .command('purge')
      .description('delete what is kept: of one person, of before a day, or all')
      .option('--person <platform:id>', 'conversations, questions and feedback of one person')
      .option('--before <day>', 'everything of before this day (UTC)', parseDay)
      .option('--all', 'everything but settings of spaces and documents that moderators decided on'),
  ).action(runPurge);
}

async function runExport(options: ExportOptions): Promise<void> {
  using ledger = await openKept(options);
  if (!ledger) return;
  let lines = 0;
  for (const line of ledger.export()) {
    printData(options.json ? JSON.stringify(line) : describeLine(line));
    lines += 1;
  }
  if (lines === 0) printTalk('nothing is kept');
  process.exitCode = EXIT.answered;
}

async function runPurge(options: PurgeOptions): Promise<void> {
  const { person, before, all } = options;
  if ([person, before, all].filter((given) => given !== undefined).length !== 1) {
    throw new UsageError('say what to delete: one of --person PLATFORM:ID, --before DAY or --all');
  }
  const origin = person === undefined ? undefined : parsePerson(person);
  using ledger = await openKept(options);
  if (!ledger) return;
  if (origin) {
    const { conversations, answers, feedback } = ledger.people.forget(origin);
    printTalk(`deleted: ${answers} questions of ${conversations} conversations, ${feedback} ratings`);
  } else {
    const answers = ledger.erase(before === undefined ? undefined : Date.parse(`${before}T00:00:00Z`));
    printTalk(`deleted: ${answers} answers, and the feedback and audit lines of that time`);
  }
  process.exitCode = EXIT.answered;
}

/** The ledger of the data folder, or undefined, and a line that says so, where there is none. */
async function openKept(options: DataOptions): Promise<(Ledger & Disposable) | undefined> {
  const config = readCommandConfig(options);
  const { openKeptLedger } = await import('../compose.ts');
  const ledger = await openKeptLedger(config);
  if (ledger) return { ...ledger, [Symbol.dispose]: () => ledger.close() };
  printTalk(`nothing is kept in ${config.dataFolder}: no chat platform has been served from it`);
  process.exitCode = EXIT.answered;
  return undefined;
}

function parsePerson(value: string): { readonly platform: string; readonly person: string } {
  const [, platform, person] = /^([a-z]+):(\S+)$/.exec(value) ?? [];
  if (platform !== undefined && person !== undefined) return { platform, person };
  throw new UsageError(`"${value}" is no person: write the platform and its id, e.g. telegram:123456789`);
}

/** One line of text: when, what, and the facts that are single values. */
function describeLine({ table, ...record }: ExportLine): string {
  const { at, day, ...rest } = record;
  const facts = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'object' || value === false ? [] : [`${name}=${String(value)}`],
  );
  return printable([at ?? day, table, ...facts].join(' '));
}
