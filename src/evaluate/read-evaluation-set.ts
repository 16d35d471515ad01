import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import * as z from 'zod';
import { UsageError } from '../errors.ts';
import { BOOTSTRAP_SEED, seededRandom } from './bootstrap.ts';
import { parseLine } from './parse-line.ts';
import { readGoldQuestion } from './read-gold-question.ts';
import type { EvaluationSet, GoldQuestion, SetDocument } from './types.ts';

export const CORPUS_FILE = 'corpus.jsonl';
export const QUESTIONS_FILE = 'queries.jsonl';

/** Kinds of article that a folder without a corpus.jsonl may hold; the same that ingest reads. */
const ARTICLE_FILE = /\.(?:txt|md|markdown|html?|pdf|docx|jsonl)$/i;

export interface ReadSetOptions {
  /** Keeps documents and questions of this language; those that name none stay. */
  readonly language?: string;
  /** Asks a fixed random sample of this many questions, in the set's order. */
  readonly limit?: number;
  /** The questions, when they are not the folder's queries.jsonl. */
  readonly questions?: string;
}

const corpusLine = z.object({
  id: z.string().min(1),
  title: z.string().default(''),
  text: z.string(),
  lang: z.string().optional(),
});

/**
 * Reads a folder as an evaluation set: documents from corpus.jsonl, else from the article files in it; questions from
 * queries.jsonl, else from the file that `options.questions` names. Throws `UsageError` when either is missing or
 * nothing is left of it, `SourceError` with file and line when a line cannot be read.
 */
export async function readEvaluationSet(
  folder: string,
  options: ReadSetOptions = {},
): Promise<EvaluationSet> {
  const questions = await readQuestions(options.questions ?? join(folder, QUESTIONS_FILE), options);
  const names = await listFolder(folder);
  const name = basename(resolve(folder)) + (options.language ? ` ${options.language}` : '');
  if (names.includes(CORPUS_FILE)) {
    return { name, questions, ...(await readCorpus(join(folder, CORPUS_FILE), options.language)) };
  }
  const asked = resolve(options.questions ?? join(folder, QUESTIONS_FILE));
  const paths = names
    .filter((file) => ARTICLE_FILE.test(file))
    .map((file) => join(folder, file))
    .filter((path) => resolve(path) !== asked)
    .sort();
  if (paths.length === 0) {
    throw new UsageError(
      `${folder} holds neither ${CORPUS_FILE} nor articles, so there is nothing to ask about: name a folder that does.`,
    );
  }
  return { name, questions, documents: [], corpus: { kind: 'files', paths } };
}

/** Reads questions alone, from a file or from a folder's queries.jsonl; errors as for a whole set. */
export async function readQuestions(path: string, options: ReadSetOptions = {}): Promise<GoldQuestion[]> {
  const lines = await readLines(path, 'questions');
  const read = lines.map(readGoldQuestion);
  const kept = read.filter((gold) => speaks(gold.question.language, options.language));
  if (kept.length === 0) {
    const which = options.language ? ` in "${options.language}"` : '';
    throw new UsageError(`${path} holds no question${which}, so nothing can be measured: check the file.`);
  }
  return sample(kept, options.limit);
}

async function readCorpus(
  path: string,
  language: string | undefined,
): Promise<Pick<EvaluationSet, 'documents' | 'corpus'>> {
  const documents: SetDocument[] = [];
  const lines: string[] = [];
  for (const line of await readLines(path, 'documents')) {
    const { id, title, text, lang } = parseLine(corpusLine, line);
    if (!speaks(lang, language)) continue;
    documents.push({ id, title, text });
    lines.push(line.text);
  }
  if (documents.length === 0) {
    throw new UsageError(`${path} holds no document to ask about: check the file and --lang.`);
  }
  return { documents, corpus: { kind: 'lines', lines } };
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch (cause) {
    throw new UsageError(`${folder} cannot be read as a folder, so nothing is measured: check the path.`, {
      cause,
    });
  }
}

async function readLines(path: string, what: string): Promise<{ text: string; source: string }[]> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (cause) {
    throw new UsageError(
      `The ${what} in ${path} cannot be read, so nothing is measured: check the path${
        what === 'questions' ? ', or name the file with --questions' : ''
      }.`,
      { cause },
    );
  }
  return content
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((text, index) => ({ text, source: `${path}:${index + 1}` }))
    .filter((line) => line.text.trim() !== '');
}

/** Whether something of language `own` is wanted; what names no language always is. */
function speaks(own: string | undefined, wanted: string | undefined): boolean {
  if (own === undefined || wanted === undefined) return true;
  return own.toLowerCase().split('-')[0] === wanted.toLowerCase().split('-')[0];
}

/** A seeded sample, so that `--limit` sees all parts of a file that is sorted by kind. */
function sample(questions: GoldQuestion[], limit = questions.length): GoldQuestion[] {
  if (limit >= questions.length) return questions;
  const random = seededRandom(BOOTSTRAP_SEED);
  const drawn = questions
    .map((_, index) => ({ index, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, limit);
  const chosen = new Set(drawn.map((one) => one.index));
  return questions.filter((_, index) => chosen.has(index));
}
