import type { Command } from 'commander';
import type { IngestRunOptions } from '../compose.ts';
import type { Config } from '../config.ts';
import type { IngestSummary } from '../ingest/ingest.ts';
import { printable } from './describe.ts';
import { EXIT } from './exit-codes.ts';
import { formatDuration } from './format-duration.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printTalk, styleTalk } from './output.ts';
import { INTERRUPTED, listenForStop } from './stop-signal.ts';

interface IngestOptions extends DataOptions {
  readonly prune?: true;
  readonly rebuild?: true;
}

const EXAMPLES = `
Examples:
  footnote ingest articles/
  footnote ingest 'archive/**/*.html' feed.jsonl --data ./news
  footnote ingest articles/ --prune

Reads .txt, .md (front matter), .html, .pdf, .docx and .jsonl ({id, title, source, date, author, url, text} a line).
What cannot be read gets a line that says why; the rest is indexed, and the exit code is 1. Ctrl-C stops after the
document in hand; what was indexed stays. An index that is damaged, of another version or of another embedder is replaced
with --rebuild, at once when the new one is complete; running processes go over to it.`;

export function addIngestCommand(program: Command): void {
  const command = program
    .command('ingest')
    .description('read files, folders and globs into the index; what has not changed is skipped')
    .argument('<path...>', 'files, folders or globs')
    .option('--prune', 'remove documents from the index that this run does not meet')
    .option(
      '--rebuild',
      'index everything anew, whatever state the index is in; the old one serves until then',
    )
    .addHelpText('after', EXAMPLES);
  addDataOption(command).action(runIngest);
}

async function runIngest(paths: readonly string[], options: IngestOptions): Promise<void> {
  const config = readCommandConfig(options);
  const summary = await ingestWithProgress(paths, config, options);
  if (summary === undefined) {
    process.exitCode = INTERRUPTED;
    return;
  }
  for (const line of describeSummary(summary, config)) printTalk(line);
  process.exitCode = summary.problems.length > 0 ? EXIT.failure : EXIT.answered;
}

/** Ingests with progress and problems on stderr. Resolves to undefined when Ctrl-C stopped it. */
export async function ingestWithProgress(
  paths: readonly string[],
  config: Config,
  options: Omit<IngestOptions, 'data'> & Pick<IngestRunOptions, 'isLeftAlone'> = {},
): Promise<IngestSummary | undefined> {
  const { ingestPaths } = await import('../compose.ts');
  const { showProgress } = await import('./show-progress.ts');
  using display = showProgress();
  using stop = listenForStop(display.say, 'stopping after the document in hand; again to stop at once');
  try {
    return await ingestPaths(paths, config, {
      ...options,
      signal: stop.signal,
      note: display.say,
      onProgress: display.update,
      onProblem: ({ message }) => display.say(`${styleTalk('yellow', 'problem:')} ${printable(message)}`),
    });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    display.say(
      options.rebuild
        ? 'stopped: the index stays as it was'
        : 'stopped: what was indexed stays, and the same command goes on from there',
    );
    return undefined;
  }
}

/** What an ingest did, a line each. */
export function describeSummary(summary: IngestSummary, { dataFolder }: Config): readonly string[] {
  const { added, replaced, unchanged, removed, skippedFiles, problems, warnings, passages, tookMs } = summary;
  const counts = [
    `${added} added`,
    ...(replaced > 0 ? [`${replaced} replaced`] : []),
    `${unchanged} unchanged`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(problems.length > 0 ? [`${problems.length} not read`] : []),
  ];
  const size = passages > 0 ? `, ${passages} passages` : '';
  return [
    ...warnings.map(
      ({ source, warning }) => `${styleTalk('dim', 'note:')} ${printable(`${source}: ${warning}`)}`,
    ),
    ...(skippedFiles > 0 ? [`${skippedFiles} files of other types passed over`] : []),
    `${dataFolder}: ${counts.join(', ')}${size} in ${formatDuration(tookMs)}`,
  ];
}
