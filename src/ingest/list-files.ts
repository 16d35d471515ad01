import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { SourceError } from '../errors.ts';
import { describeFailure } from './describe-failure.ts';

export type Format = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'jsonl';

const FORMATS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};
/** Formats of one document each, as messages name them. */
export const READABLE_DOCUMENTS = 'txt, md, html, pdf or docx';
const READABLE = 'txt, md, html, pdf, docx or jsonl';

export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  readonly format: Format;
}

export interface Listing {
  readonly files: readonly FoundFile[];
  /** One for every path, folder or link that could not be followed. */
  readonly problems: readonly SourceError[];
  /** Files in folders whose type is not read. */
  readonly skipped: number;
}

/** What one call of `listFiles` gathers. */
interface Walk {
  readonly files: FoundFile[];
  readonly problems: SourceError[];
  /** Real paths of files and folders that were visited: nothing is read twice, no loop is walked. */
  readonly visited: Set<string>;
  skipped: number;
}

/**
 * Files under these paths, folders (recursively, sorted, without hidden ones) and globs. A symbolic link is followed
 * where it was named itself, or where it leads to a place inside the folder that was given; patterns match no links.
 */
export async function listFiles(paths: readonly string[]): Promise<Listing> {
  const walk: Walk = { files: [], problems: [], visited: new Set(), skipped: 0 };
  for (const each of paths) await addPath(each, walk);
  return walk;
}

async function addPath(given: string, walk: Walk): Promise<void> {
  const found = await stat(given).catch((error: unknown) => error);
  if (isStats(found)) {
    if (found.isDirectory()) return addFolder(given, walk);
    if (!found.isFile())
      return report(walk, given, 'it is neither a file nor a folder', 'Name a file or folder.');
    if (formatOf(given) === undefined) {
      return report(
        walk,
        given,
        `its type ${path.extname(given) || '(none)'} is not read`,
        `Convert it to ${READABLE}.`,
      );
    }
    return addFile(given, found, walk);
  }
  if (isDynamicPattern(given) && isMissing(found)) return addGlob(given, walk);
  report(walk, given, describeFailure(found), 'Check the path and its permissions.');
}

/** Links are no part of what a pattern matches. */
async function addGlob(pattern: string, walk: Walk): Promise<void> {
  const matches = await glob(pattern, {
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (matches.length === 0)
    report(walk, pattern, 'the pattern matches no file', 'Quote it and check its folder.');
  for (const match of matches.sort(byCodeUnit)) {
    await addFile(match, await stat(match).catch(() => undefined), walk);
  }
}

/** Links wait until the folder itself is walked, so that a file is known by its own name. */
async function addFolder(folder: string, walk: Walk): Promise<void> {
  const root = await realpath(folder);
  const links: string[] = [];
  await walkFolder(folder, walk, links);
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const target = await realpath(link).catch((error: unknown) => error);
    if (typeof target !== 'string')
      report(walk, link, describeFailure(target), 'Remove the link or mend it.');
    else if (!isInside(root, target)) reportLink(walk, link);
    else {
      const found = await stat(target);
      if (found.isDirectory()) await walkFolder(link, walk, links);
      else await addFile(link, found, walk);
    }
  }
}

async function walkFolder(folder: string, walk: Walk, links: string[]): Promise<void> {
  let entries: Dirent[];
  try {
    const real = await realpath(folder);
    if (walk.visited.has(real)) return;
    walk.visited.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return report(walk, folder, describeFailure(error), 'Check the permissions of the folder.', error);
  }
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const here = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isSymbolicLink()) links.push(here);
    else if (entry.isDirectory()) await walkFolder(here, walk, links);
    else if (entry.isFile()) await addFile(here, await stat(here).catch(() => undefined), walk);
    else walk.skipped += 1;
  }
}

async function addFile(file: string, found: Stats | undefined, walk: Walk): Promise<void> {
  const format = formatOf(file);
  if (format === undefined || found?.isFile() === false) {
    walk.skipped += 1;
    return;
  }
  const real = await realpath(file).catch(() => path.resolve(file));
  if (walk.visited.has(real)) return;
  walk.visited.add(real);
  walk.files.push({ path: file, bytes: found?.size ?? 0, format });
}

function report(walk: Walk, at: string, cause: string, remedy: string, error?: unknown): void {
  walk.problems.push(new SourceError(at, `${at}: ${cause}; skipped. ${remedy}`, { cause: error }));
}

function reportLink(walk: Walk, link: string): void {
  report(
    walk,
    link,
    'the symbolic link leads out of the folder that was given',
    'Name its target itself to read it.',
  );
}

/** The format that a file's extension tells. */
export function formatOf(file: string): Format | undefined {
  return FORMATS[path.extname(file).toLowerCase()];
}

function isInside(root: string, target: string): boolean {
  const relative = path.relative(root, target);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function isStats(value: unknown): value is Stats {
  return typeof value === 'object' && value !== null && 'isDirectory' in value;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
