import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { EXIT } from './exit-codes.ts';
import { parseCount, readCommandConfig } from './options.ts';
import { printData, printJson, printTalk, styleTalk } from './output.ts';
import type { BaselineName } from './run-evaluation.ts';
import { listenForStop } from './stop-signal.ts';

interface EvaluateOptions {
  readonly questions?: string;
  readonly lang?: string;
  readonly limit?: number;
  readonly json?: true;
  readonly html?: string;
  readonly failures?: true;
  /** False with --no-baselines. */
  readonly baselines: readonly BaselineName[] | false;
  readonly baselineEncoder?: string;
}

const BASELINES: readonly BaselineName[] = ['bm25', 'tutorial'];
const MOST_QUESTIONS = 1_000_000;
/** A set this small is read question by question. */
const FAILURES_SHOWN_UP_TO = 60;

const HELP = `
The folder holds corpus.jsonl, a line per document: {id, title, text, source?, date?, lang? ...}; or articles as ingest
reads them. Its queries.jsonl has a line per question: {id, question, answerable, docs, evidence, answers,
unanswerable_kind?, date?, lang?, history?}. In place of docs there may be docsAny and docsAll; then evidence are strings,
one of which must stand inside a quote. The system sees the question, its date, language and history only.

What the figures mean
  hit@k, mrr@10, ndcg@10, recall@10   is a document of docs among the first retrieved?
  evidence@k   a quote of the first k statements contains a gold sentence, or is a part of it of four words or more, or
               shares 60 % of the words of the shorter of the two
  answer@k     a gold answer stands word for word in one of the first k statements, without regard to case, accents and
               punctuation; five is 5. Left out where answers are yes and no, or long
  citation precision   share of citations whose document is one of docs
  AUROC        chance that an answerable question has more confidence than an unanswerable one
Evidence and answers are judged on what the bot would say if it did not abstain, and, as shipped, on what it says.
Beside each figure stands its 95 % bootstrap interval.

Baselines: bm25 (SQLite full-text search over whole documents), tutorial (1,000-character chunks in LangChain's HNSWLib).`;

export function addEvaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description(
      'measure answers on a folder of documents and labelled questions, beside what else could be used',
    )
    .argument('<folder>', 'corpus.jsonl, or articles, and queries.jsonl')
    .option('--questions <file>', "the questions, if they are not the folder's queries.jsonl")
    .option('--lang <language>', 'only documents and questions of this language, e.g. es')
    .option('--limit <count>', 'ask a fixed random sample of this many questions', parseCount(MOST_QUESTIONS))
    .option('--json', 'print all figures and every question as JSON')
    .option('--html <file>', 'write a page with plots and the failures, to be opened in a browser')
    .option('--failures', `list what went wrong (always for up to ${FAILURES_SHOWN_UP_TO} questions)`)
    .addOption(
      new Option('--baselines <names>', 'baselines to run in the same run')
        .argParser(parseBaselines)
        .default(BASELINES, BASELINES.join(',')),
    )
    .option('--no-baselines', 'run none of them')
    .option(
      '--baseline-encoder <name>',
      "encoder of the tutorial baseline (default: the product's; builtin-full is slow)",
    )
    .addHelpText('after', HELP)
    .action(runEvaluate);
}

async function runEvaluate(folder: string, options: EvaluateOptions): Promise<void> {
  const [{ readEvaluationSet }, { runEvaluation }] = await Promise.all([
    import('../evaluate/read-evaluation-set.ts'),
    import('./run-evaluation.ts'),
  ]);
  const set = await readEvaluationSet(folder, {
    ...(options.questions !== undefined && { questions: options.questions }),
    ...(options.lang !== undefined && { language: options.lang }),
    ...(options.limit !== undefined && { limit: options.limit }),
  });
  using stop = listenForStop(printTalk, 'stopping: nothing is reported');
  const evaluations = await runEvaluation(set, {
    config: readCommandConfig({}),
    baselines: options.baselines || [],
    signal: stop.signal,
    ...(options.lang !== undefined && { language: options.lang }),
    ...(options.baselineEncoder !== undefined && { baselineEncoder: options.baselineEncoder }),
  });
  await report(set.name, evaluations, options);
}

type Evaluations = Awaited<ReturnType<typeof import('./run-evaluation.ts').runEvaluation>>;

async function report(name: string, evaluations: Evaluations, options: EvaluateOptions): Promise<void> {
  if (options.json) {
    const { evaluationToJson } = await import('../evaluate/report-json.ts');
    printJson({ set: name, evaluations: evaluations.map(evaluationToJson) });
  } else {
    const { formatFailures, formatReport } = await import('../evaluate/format-report.ts');
    printData(formatReport(name, evaluations));
    const results = evaluations[0]?.results ?? [];
    const failures = formatFailures(results);
    const shown = options.failures ?? results.length <= FAILURES_SHOWN_UP_TO;
    if (shown && failures !== '') printData(`\n${failures}`);
  }
  if (options.html !== undefined) await writePage(options.html, name, evaluations);
  const quotes = evaluations[0]?.quotes;
  if (quotes && quotes.verbatim < quotes.count) {
    const bad = quotes.count - quotes.verbatim;
    printTalk(
      styleTalk('red', `${bad} of ${quotes.count} quotes do not stand word for word at their offsets.`),
    );
    process.exitCode = EXIT.failure;
  }
}

async function writePage(path: string, name: string, evaluations: Evaluations): Promise<void> {
  const { renderReport } = await import('../evaluate/html/report.ts');
  const today = new Date().toISOString().slice(0, 10);
  try {
    await writeFile(path, renderReport(name, evaluations, today));
  } catch (cause) {
    throw new UsageError(`--html ${path} cannot be written: name a file in a folder that exists`, { cause });
  }
  printTalk(`The report is in ${path}`);
}

function parseBaselines(value: string): BaselineName[] {
  const names = value.split(',').map((name) => name.trim());
  const known = BASELINES.filter((name) => names.includes(name));
  if (known.length === names.length) return known;
  throw new InvalidArgumentError(`Choose from ${BASELINES.join(',')}.`);
}
