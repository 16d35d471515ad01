import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import * as z from 'zod';
import type { Assistant } from '../assistant.ts';
import { openParts } from '../compose.ts';
import type { Config } from '../config.ts';
import { FootnoteError, UsageError } from '../errors.ts';
import { resolveFilters } from '../look-up.ts';
import { answerToJson } from '../render/json.ts';
import type { Question } from '../types.ts';
import { mapInOrder } from './map-in-order.ts';
import { isDay } from './options.ts';
import { printTalk } from './output.ts';

/** Questions in the works at once. Embedded parts share one thread; this hides the waiting of those that do not. */
const CONCURRENCY = 4;

export interface BatchOptions {
  readonly config: Config;
  /** File for the answers; standard output unless given. */
  readonly output?: string;
  /** What holds for every question that does not say otherwise. */
  readonly defaults: Pick<Question, 'filters' | 'today'>;
}

const id = z.union([z.string(), z.number()]);
const line = z.object({
  id,
  question: z.string(),
  date: z.string().refine(isDay, 'no day such as 2011-11-24').nullish(),
  lang: z.string().nullish(),
  history: z.array(z.string()).nullish(),
});

/** Answers a JSONL file of questions, in order. Resolves to the number of lines that could not be answered. */
export async function answerFile(input: string, options: BatchOptions): Promise<number> {
  const source = await openInput(input);
  await using parts = await openParts(options.config, { note: printTalk });
  const filters = await resolveFilters(parts.index, options.defaults.filters);
  const defaults = { ...options.defaults, ...(filters && { filters }) };
  await using output = await openOutput(options.output);
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  const counts = { answered: 0, bad: 0 };
  const results = mapInOrder(numbered(lines), CONCURRENCY, ([text, number]) =>
    answerLine(text, { number, assistant: parts.assistant, defaults }),
  );
  for await (const result of results) {
    if ('error' in result) {
      counts.bad += 1;
      printTalk(`footnote: ${input}:${result.line}: ${result.error}`);
      await output.write({ ...(result.id !== undefined && { id: result.id }), error: result.error });
    } else {
      counts.answered += 1;
      await output.write(result.answer);
    }
  }
  printTalk(`${counts.answered} answered or abstained, ${counts.bad} could not be read or answered`);
  return counts.bad;
}

type LineResult =
  | { readonly answer: object }
  | { readonly line: number; readonly id?: string | number; readonly error: string };

interface LineContext {
  readonly number: number;
  readonly assistant: Assistant;
  readonly defaults: BatchOptions['defaults'];
}

async function answerLine(text: string, context: LineContext): Promise<LineResult> {
  const parsed = line.safeParse(parseJson(text));
  if (!parsed.success) {
    const known = z.object({ id }).safeParse(parseJson(text));
    return {
      line: context.number,
      ...(known.success && { id: known.data.id }),
      error: describeBadLine(parsed.error.issues[0]),
    };
  }
  try {
    const answer = await context.assistant.ask(toQuestion(parsed.data, context.defaults));
    const retrieved = answer.retrieved.map(({ documentId, score }) => ({ documentId, score }));
    return { answer: { id: parsed.data.id, ...answerToJson(answer), retrieved } };
  } catch (error) {
    if (!(error instanceof FootnoteError)) throw error;
    return { line: context.number, id: parsed.data.id, error: error.message };
  }
}

function toQuestion(
  { question, date, lang, history }: z.infer<typeof line>,
  defaults: BatchOptions['defaults'],
): Question {
  return {
    ...defaults,
    text: question,
    ...(typeof date === 'string' && { today: date }),
    ...(typeof lang === 'string' && { language: lang }),
    ...(history && { history: history.map((earlier) => ({ question: earlier })) }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describeBadLine(issue: z.core.$ZodIssue | undefined): string {
  const field = issue?.path.join('.');
  if (!field) return 'not a JSON object: write {"id": "1", "question": "..."} on a line of its own';
  return `field "${field}": ${issue?.message}`;
}

async function* numbered(lines: AsyncIterable<string>): AsyncGenerator<readonly [string, number]> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() !== '') yield [number === 1 ? text.replace(/^\uFEFF/, '') : text, number];
  }
}

async function openInput(path: string): Promise<Readable> {
  if (path === '-') return process.stdin;
  try {
    const file = await open(path);
    if (!(await file.stat()).isDirectory()) return file.createReadStream();
    await file.close();
  } catch (error) {
    throw new UsageError(`--input ${path} cannot be read (${codeOf(error)}): name a JSONL file`, {
      cause: error,
    });
  }
  throw new UsageError(`--input ${path} is a folder: name a JSONL file`);
}

interface Output extends AsyncDisposable {
  write(value: object): Promise<void>;
}

async function openOutput(path: string | undefined): Promise<Output> {
  if (path === undefined || path === '-')
    return { write: writeToStdout, [Symbol.asyncDispose]: async () => {} };
  try {
    const file = await open(path, 'w');
    return {
      write: (value) => file.appendFile(`${JSON.stringify(value)}\n`),
      [Symbol.asyncDispose]: () => file.close(),
    };
  } catch (error) {
    throw new UsageError(
      `--output ${path} cannot be written (${codeOf(error)}): name a file in a folder that exists`,
      {
        cause: error,
      },
    );
  }
}

async function writeToStdout(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
