import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config.ts';
import type { HeldOut, Objective } from '../evaluate/fit-calibration.ts';
import type { GoldQuestion } from '../evaluate/types.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printData, printTalk } from './output.ts';
import { listenForStop } from './stop-signal.ts';

interface CalibrateOptions extends DataOptions {
  readonly lang?: string;
  readonly maxFalseAnswers?: number;
  readonly dryRun?: true;
}

const HELP = `
The questions are asked of the index in the data folder, which must hold the documents that they are about. A line is
{"id": "1", "question": "...", "answerable": true} and, where they matter, date, lang and history; the other fields of
footnote evaluate are not needed. Label questions that your users ask, and among the unanswerable ones those that look
as if they had an answer.

Without --max-false-answers the threshold makes right decisions most frequent, answerable and unanswerable questions
counting alike. "Held out" is what to expect on further questions: each is judged by a fit to the others.
The fit is stored as calibration.json in the data folder; delete the file to return to the shipped one. THRESHOLD in the
settings wins over its threshold.`;

export function addCalibrateCommand(program: Command): void {
  const command = program
    .command('calibrate')
    .description("fit confidence and threshold to an operator's own labelled questions")
    .argument('<questions>', 'a JSONL file of labelled questions, or a folder with queries.jsonl')
    .option('--lang <language>', 'only questions of this language')
    .option(
      '--max-false-answers <share>',
      'answer as much as possible while at most this share of unanswerable questions is answered, e.g. 0.05',
      parseShare,
    )
    .option('--dry-run', 'show what would change and store nothing')
    .addHelpText('after', HELP);
  addDataOption(command).action(runCalibrate);
}

async function runCalibrate(path: string, options: CalibrateOptions): Promise<void> {
  const [{ readQuestions, QUESTIONS_FILE }, { fitCalibration, crossValidate }, calibration] =
    await Promise.all([
      import('../evaluate/read-evaluation-set.ts'),
      import('../evaluate/fit-calibration.ts'),
      import('../retrieval/calibration.ts'),
    ]);
  const file = (await isFolder(path)) ? join(path, QUESTIONS_FILE) : path;
  const questions = await readQuestions(file, options.lang === undefined ? {} : { language: options.lang });
  const objective = objectiveOf(options);
  const config = readCommandConfig(options);
  const shipped = await askAll(questions, config);
  const logits = shipped.map((one) => ({ ...one, confidence: calibration.logit(one.confidence) }));
  const fit = fitCalibration(logits, objective);
  const fitted = shipped.map(({ confidence: raw, positive }) => {
    const confidence = calibration.applyCalibration(fit, raw);
    return { confidence, positive, answers: confidence >= fit.threshold };
  });
  await printComparison([
    { name: 'shipped', threshold: shipped[0]?.threshold, decisions: shipped },
    { name: 'calibrated', threshold: fit.threshold, decisions: fitted },
    { name: 'held out', decisions: crossValidate(logits, objective) },
  ]);
  if (options.dryRun) return printTalk('Nothing is stored: this was a dry run.');
  const stored = await calibration.writeCalibration(config.dataFolder, {
    version: 1,
    ...fit,
    objective: describeObjective(objective),
    answerable: questions.filter((gold) => gold.answerable).length,
    unanswerable: questions.filter((gold) => !gold.answerable).length,
    fittedAt: new Date().toISOString(),
  });
  printTalk(`Stored in ${stored}; it holds from the next start on.`);
}

interface Asked extends HeldOut {
  readonly threshold: number;
}

/** Confidence and decision for each question as shipped, whatever calibration is stored. */
async function askAll(questions: readonly GoldQuestion[], config: Config): Promise<Asked[]> {
  const [{ openCorpus }, { createRetriever }, { showQuestions }] = await Promise.all([
    import('../compose.ts'),
    import('../retrieval/retrieve.ts'),
    import('./show-questions.ts'),
  ]);
  using stop = listenForStop(printTalk, 'stopping: nothing is stored');
  await using corpus = await openCorpus(config, { note: printTalk });
  const retriever = createRetriever(corpus);
  using progress = showQuestions('the index');
  const asked: Asked[] = [];
  for (const { question, answerable } of questions) {
    const { confidence, threshold } = await retriever.retrieve(question, stop.signal);
    asked.push({ confidence, threshold, positive: answerable, answers: confidence >= threshold });
    progress.update(asked.length, questions.length);
  }
  return asked;
}

interface Column {
  readonly name: string;
  readonly threshold?: number | undefined;
  readonly decisions: readonly HeldOut[];
}

async function printComparison(columns: readonly Column[]): Promise<void> {
  const [{ auroc, calibrationError }, { decisionRates }] = await Promise.all([
    import('../evaluate/abstention-measures.ts'),
    import('../evaluate/fit-calibration.ts'),
  ]);
  const row = (label: string, cell: (column: Column) => number | undefined) =>
    [label.padEnd(30), ...columns.map((column) => (cell(column)?.toFixed(3) ?? '-').padStart(12))].join('');
  const rates = columns.map((column) => decisionRates(column.decisions));
  const rateOf = (column: Column) => rates[columns.indexOf(column)];
  printData(
    [
      ''.padEnd(30) + columns.map((column) => column.name.padStart(12)).join(''),
      row('threshold', (column) => column.threshold),
      row('answerable, answered', (column) => rateOf(column)?.rightAnswers),
      row('unanswerable, yet answered', (column) => rateOf(column)?.falseAnswers),
      row('balanced accuracy', (column) => {
        const rate = rateOf(column);
        return rate && (rate.rightAnswers + 1 - rate.falseAnswers) / 2;
      }),
      row('expected calibration error', (column) => calibrationError(column.decisions)),
      row('AUROC', (column) => auroc(column.decisions)),
    ].join('\n'),
  );
}

function objectiveOf({ maxFalseAnswers }: CalibrateOptions): Objective {
  return maxFalseAnswers === undefined
    ? { kind: 'balanced-accuracy' }
    : { kind: 'max-false-answers', share: maxFalseAnswers };
}

function describeObjective(objective: Objective): string {
  return objective.kind === 'balanced-accuracy' ? objective.kind : `max-false-answers ${objective.share}`;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function parseShare(value: string): number {
  const share = Number(value);
  if (value.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('Give a share from 0 to 1, e.g. 0.05.');
}
