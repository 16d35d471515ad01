import type { Command } from 'commander';
import { checkQuestion } from '../check-question.ts';
import { UsageError } from '../errors.ts';
import type { Question } from '../types.ts';
import { EXIT } from './exit-codes.ts';
import {
  addDataOption,
  addFilterOptions,
  type DataOptions,
  type FilterOptions,
  parseDay,
  readCommandConfig,
  readFilters,
} from './options.ts';
import { printTalk } from './output.ts';
import { readWords } from './read-words.ts';

interface AskOptions extends DataOptions, FilterOptions {
  readonly json?: true;
  readonly date?: string;
  readonly input?: string;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  footnote ask "Who met in Cairo?"
  footnote ask "How did Tantawi receive Abbas?" --publisher "Militant Islam Monitor" --after 2011
  footnote ask --json "How many seats?" | jq .citations
  echo "How many seats?" | footnote ask -
  footnote ask --input questions.jsonl --output answers.jsonl

A line of --input is {id, question, date?, lang?, history?: string[]}. A line of --output, in the same order, is the
answer as --json prints it with the id and the documents that were retrieved, or {id, error}.`;

export function addAskCommand(program: Command): void {
  const command = program
    .command('ask')
    .description('answer a question with footnotes, or say that the corpus holds no answer')
    .argument('[question...]', 'the question; - reads it from standard input')
    .option('--json', 'print the answer as JSON')
    .option(
      '--date <day>',
      'the day on which the question is asked: what "this week" is relative to',
      parseDay,
    )
    .option('--input <file>', 'answer every question of a JSONL file; - reads standard input')
    .option('--output <file>', 'where the answers to --input go (default: standard output)')
    .addHelpText('after', EXAMPLES);
  addFilterOptions(addDataOption(command)).action(runAsk);
}

async function runAsk(words: readonly string[], options: AskOptions): Promise<void> {
  if (options.input !== undefined) return runBatch(words, options.input, options);
  if (options.output !== undefined)
    throw new UsageError('--output goes with --input: name the file of questions');
  if (words.length === 0) {
    throw new UsageError('no question: footnote ask "Who ...?", or - to read it from standard input');
  }
  const question = buildQuestion(await readWords(words), options);
  checkQuestion(question);
  const config = readCommandConfig(options);
  const { openParts } = await import('../compose.ts');
  const { resolveFilters } = await import('../look-up.ts');
  await using parts = await openParts(config, { note: printTalk });
  const filters = await resolveFilters(parts.index, question.filters);
  const answer = await parts.assistant.ask({ ...question, ...(filters && { filters }) });
  const { printAnswer } = await import('./print-answer.ts');
  printAnswer(answer, { ...config, asJson: options.json === true });
  process.exitCode = answer.kind === 'grounded' ? EXIT.answered : EXIT.abstained;
}

function buildQuestion(text: string, options: AskOptions): Question {
  const filters = readFilters(options);
  return { text, ...(filters && { filters }), ...(options.date !== undefined && { today: options.date }) };
}

async function runBatch(words: readonly string[], input: string, options: AskOptions): Promise<void> {
  if (words.length > 0) throw new UsageError('a question and --input exclude each other: give one of them');
  if (options.output === input && input !== '-') {
    throw new UsageError(
      `--output is the file of --input (${input}): name another, or the questions are lost`,
    );
  }
  const { answerFile } = await import('./ask-batch.ts');
  const filters = readFilters(options);
  const bad = await answerFile(input, {
    config: readCommandConfig(options),
    ...(options.output !== undefined && { output: options.output }),
    defaults: { ...(filters && { filters }), ...(options.date !== undefined && { today: options.date }) },
  });
  process.exitCode = bad > 0 ? EXIT.failure : EXIT.answered;
}
