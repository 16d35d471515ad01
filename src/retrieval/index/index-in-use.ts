/** Which of the indexes in a data folder is in use: a rebuild makes another beside it, and takes its place at once. */
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { GRAPH_FILE, SIDECAR_FILE } from './graph-file.ts';
import { DATABASE_FILE } from './open-database.ts';
import { damaged } from './sqlite-errors.ts';

/** Holds the name of the folder of the index in use; without it, the index lies in the data folder itself. */
const POINTER_FILE = 'index.current';
const REBUILT_FOLDER = /^index-[0-9a-f]{8}$/;

const INDEX_FILES: readonly string[] = [
  DATABASE_FILE,
  `${DATABASE_FILE}-wal`,
  `${DATABASE_FILE}-shm`,
  GRAPH_FILE,
  SIDECAR_FILE,
];

/** The folder that holds the files of the index in use. Throws `IndexError('damaged')` where that cannot be told. */
export function folderInUse(dataFolder: string): string {
  const name = readPointer(dataFolder);
  if (name === undefined) return dataFolder;
  if (!REBUILT_FOLDER.test(name)) throw damaged(dataFolder);
  return join(dataFolder, name);
}

/** Changes whenever another index comes into use. Costs a `stat`, some microseconds. */
export function markOfPointer(dataFolder: string): string {
  const file = statSync(join(dataFolder, POINTER_FILE), { bigint: true, throwIfNoEntry: false });
  return file ? `${file.ino} ${file.mtimeNs}` : 'none';
}

/**
 * Changes when the database of a folder becomes another file: the data folder was deleted, say, and filled again.
 * Undefined where there is none.
 */
export function markOfDatabase(folder: string): bigint | undefined {
  return statSync(join(folder, DATABASE_FILE), { bigint: true, throwIfNoEntry: false })?.ino;
}

/** The name of a folder for an index that is being built. */
export function rebuiltFolder(randomHex: string): string {
  return `index-${randomHex.slice(0, 8)}`;
}

/**
 * Makes a finished and closed index the one in use, by one renaming: whoever opens the data folder, even after a crash or
 * a power cut at any moment, gets the old index or the new one, whole.
 */
export function putInUse(dataFolder: string, name: string): void {
  const pointer = join(dataFolder, POINTER_FILE);
  const beside = `${pointer}.tmp`;
  writeFileSync(beside, `${name}\n`, { mode: 0o600 });
  for (const path of [beside, join(dataFolder, name), dataFolder]) bringToDisk(path);
  renameSync(beside, pointer);
  bringToDisk(dataFolder);
}

/**
 * Removes indexes that are not in use: one that was replaced, or a rebuild that was stopped. For the only writer.
 * Processes that have one open go on reading it.
 */
export function removeUnused(dataFolder: string): void {
  const inUse = readPointer(dataFolder);
  const unused = readdirSync(dataFolder).filter(
    (name) =>
      name !== inUse && (REBUILT_FOLDER.test(name) || (inUse !== undefined && INDEX_FILES.includes(name))),
  );
  for (const name of unused) rmSync(join(dataFolder, name), { recursive: true, force: true });
}

function readPointer(dataFolder: string): string | undefined {
  try {
    return readFileSync(join(dataFolder, POINTER_FILE), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function bringToDisk(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
