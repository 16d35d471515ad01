import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { Command } from 'commander';
import { addAskCommand } from './ask.ts';
import { addCalibrateCommand } from './calibrate.ts';
import { addCheckCommand } from './check.ts';
import { addDiscordCommand } from './discord.ts';
import { addDoctorCommand } from './doctor.ts';
import { addEvaluateCommand } from './evaluate.ts';
import { addIngestCommand } from './ingest.ts';
import { addLedgerCommand } from './ledger.ts';
import { addQuoteCommand } from './quote.ts';
import { addSearchCommand } from './search.ts';
import { addSourcesCommand } from './sources.ts';
import { addChatCommand, addStartCommand } from './start.ts';
import { addStatsCommand } from './stats.ts';

/** Every command of `footnote`, in the order of its help. A command is a file here that adds itself. */
const COMMANDS: readonly ((program: Command) => void)[] = [
  addStartCommand,
  addChatCommand,
  addAskCommand,
  addSearchCommand,
  addSourcesCommand,
  addQuoteCommand,
  addCheckCommand,
  addIngestCommand,
  addStatsCommand,
  addLedgerCommand,
  addEvaluateCommand,
  addCalibrateCommand,
  addDiscordCommand,
  addDoctorCommand,
];

const EXAMPLES = `
Examples:
  footnote start
  footnote ask "Who met in Cairo?"
  footnote ingest articles/ --data ./news
  footnote ask "What was said of the elections?" --data ./news --json

Exit codes: 0 answered or done, 3 no answer found, 2 wrong usage, 1 failure.
Settings: see .env.example. Options win over the environment, and the environment over .env.`;

/** The command line, ready to parse. Throws `CommanderError` instead of leaving the process. */
export function createProgram(): Command {
  const program = new Command('footnote')
    .description(
      'Answers questions from a corpus of articles and footnotes every sentence with a verbatim quote.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain the command')
    .helpCommand('help [command]', 'explain a command')
    .showHelpAfterError('Try it with --help.')
    .addHelpText('after', EXAMPLES)
    .configureHelp({ styleTitle: (title) => styleText('bold', title, { validateStream: false }) })
    .exitOverride();
  for (const add of COMMANDS) add(program);
  return program;
}

function readVersion(): string {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String(JSON.parse(file).version);
}
