import type { Command } from 'commander';
import { retrievalToJson } from '../render/json.ts';
import type { Candidate } from '../types.ts';
import { describeDocument, printable } from './describe.ts';
import { EXIT } from './exit-codes.ts';
import {
  addDataOption,
  addFilterOptions,
  type DataOptions,
  type FilterOptions,
  parseCount,
  readCommandConfig,
  readFilters,
} from './options.ts';
import { printData, printJson, printTalk, style } from './output.ts';

interface SearchOptions extends DataOptions, FilterOptions {
  readonly k: number;
  readonly json?: true;
}

const DEFAULT_COUNT = 5;
const HIGHEST_COUNT = 100;

const EXAMPLES = `
Examples:
  footnote search "talks in Cairo"
  footnote search -k 20 --json "Haniyya" | jq '.candidates[].trace'`;

export function addSearchCommand(program: Command): void {
  const command = program
    .command('search')
    .description('show the passages that a question retrieves, and why')
    .argument('<query...>', 'words or a question')
    .option('-k <count>', 'passages to show', parseCount(HIGHEST_COUNT), DEFAULT_COUNT)
    .option('--json', 'print the candidates as JSON, with every score')
    .addHelpText('after', EXAMPLES);
  addFilterOptions(addDataOption(command)).action(runSearch);
}

async function runSearch(words: readonly string[], options: SearchOptions): Promise<void> {
  const { openLibrary } = await import('../compose.ts');
  const { resolveFilters } = await import('../look-up.ts');
  await using library = await openLibrary(readCommandConfig(options), { note: printTalk });
  const filters = await resolveFilters(library.index, readFilters(options));
  const found = await library.retriever.retrieve({ text: words.join(' '), ...(filters && { filters }) });
  const retrieval = { ...found, candidates: found.candidates.slice(0, options.k) };
  if (options.json) printJson(retrievalToJson(retrieval));
  else
    for (const [at, candidate] of retrieval.candidates.entries())
      printData(describeCandidate(candidate, at + 1));
  printTalk(
    retrieval.candidates.length > 0
      ? `confidence ${retrieval.confidence.toFixed(2)}; answers are given from ${retrieval.threshold.toFixed(2)}`
      : 'nothing found: other words, or fewer filters, may find something',
  );
  process.exitCode = retrieval.candidates.length > 0 ? EXIT.answered : EXIT.abstained;
}

function describeCandidate(candidate: Candidate, rank: number): string {
  const { passage, document, sentences } = candidate;
  const best = sentences[0]?.text ?? passage.text;
  const place = `${document.id}:${passage.span.start}-${passage.span.end}`;
  return [
    `${style('bold', `${rank}. ${describeDocument(document)}`)} ${style('dim', place)}`,
    `   ${printable(best)}`,
    style('dim', `   ${describeTrace(candidate)}`),
    '',
  ].join('\n');
}

function describeTrace({ score, trace }: Candidate): string {
  const lists = Object.entries(trace.lists).map(
    ([name, hit]) => `${name} #${hit.rank} (${hit.score.toFixed(3)})`,
  );
  return [`score ${score.toFixed(3)}`, ...lists, ...trace.variants.map(printable)].join(' · ');
}
