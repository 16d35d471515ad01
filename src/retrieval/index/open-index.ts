import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { IndexError } from '../../errors.ts';
import type { PassageIndex } from '../../types.ts';
import { readInteger, readText } from './columns.ts';
import { FollowedIndex } from './followed-index.ts';
import { GRAPH_FILE } from './graph-file.ts';
import { folderInUse, putInUse, rebuiltFolder, removeUnused } from './index-in-use.ts';
import { BUSY_TIMEOUT_MS, DATABASE_FILE, openDatabaseToRead } from './open-database.ts';
import { createPrivateFile } from './private-file.ts';
import { APPLICATION_ID, FORMAT_VERSION, SCHEMA } from './schema.ts';
import { damaged, translateError } from './sqlite-errors.ts';
import { SqliteIndex } from './sqlite-index.ts';
import { acquireWriterLock } from './writer-lock.ts';

const FOLDER_MODE = 0o700;

/** About 3 ms of exact search, and 32 MB: 125,000 vectors of 128 dimensions. Building their graph would take minutes. */
const SCANNED_NUMBERS = 16_000_000;

export interface OpenOptions {
  /** What the vectors are made by. An index of another one refuses to open. */
  readonly embedder: { readonly id: string; readonly dimensions: number };
  /** One process at a time may write; any number may read meanwhile and see every finished document. */
  readonly mode: 'read' | 'write';
  /** Takes lines for an operator, e.g. that the HNSW file is damaged and is being built again. */
  readonly note?: (line: string) => void;
  /** From how many vectors on they are searched by HNSW; by default, as many as an exact scan takes 3 ms for. */
  readonly hnswFrom?: number;
}

/**
 * Opens the index of a folder, which `write` creates. With `read`, the index follows a rebuild by whichever process.
 *
 * Throws `IndexError`: `missing` (no folder) and `empty` (no documents) when reading, `locked` (another writer) when
 * writing, `damaged`, `version` or `embedder` in both.
 */
export async function openIndex(dataFolder: string, options: OpenOptions): Promise<PassageIndex> {
  try {
    if (options.mode === 'write') return openToWrite(dataFolder, options);
    return new FollowedIndex({
      dataFolder,
      open: () => openToRead(dataFolder, options),
      note: options.note ?? (() => {}),
    });
  } catch (error) {
    throw translateError(error, dataFolder);
  }
}

/** An index that is being built beside the one in use, which stays in use, and whole, whatever becomes of this one. */
export interface Rebuild extends PassageIndex {
  /** Closes it and puts it in use, at once for every process. Closing it without is giving it up. */
  takePlace(): Promise<void>;
}

/**
 * Begins an index anew, whatever state the one in use is in, and by whichever embedder that was built.
 *
 * Throws `IndexError('locked')` where another process writes.
 */
export async function openRebuild(dataFolder: string, options: Omit<OpenOptions, 'mode'>): Promise<Rebuild> {
  try {
    return asWriter(dataFolder, (release) =>
      startRebuild(dataFolder, { ...options, mode: 'write' }, release),
    );
  } catch (error) {
    throw translateError(error, dataFolder);
  }
}

function startRebuild(dataFolder: string, options: OpenOptions, release: () => void): Rebuild {
  removeUnused(dataFolder);
  const name = rebuiltFolder(randomUUID());
  const folder = join(dataFolder, name);
  mkdirSync(folder, { mode: FOLDER_MODE });
  let isDone = false;
  const index = assemble(
    {
      database: openDatabaseToWrite(join(folder, DATABASE_FILE), folder, options),
      dataFolder,
      folder,
      release: () => {
        try {
          if (isDone) putInUse(dataFolder, name);
          removeUnused(dataFolder);
        } finally {
          release();
        }
      },
    },
    options,
  );
  return Object.assign(index, {
    takePlace: async () => {
      isDone = true;
      await index.close().catch((error: unknown) => {
        throw translateError(error, dataFolder);
      });
    },
  });
}

function openToRead(dataFolder: string, options: OpenOptions): { index: SqliteIndex; folder: string } {
  if (!existsSync(dataFolder)) {
    throw new IndexError(
      'missing',
      `There is no folder ${dataFolder}, so there is nothing to search. ` +
        `Fill it with \`footnote ingest PATH... --data ${dataFolder}\`.`,
    );
  }
  const folder = folderInUse(dataFolder);
  const path = join(folder, DATABASE_FILE);
  if (!existsSync(path)) throw empty(dataFolder);
  const database = openDatabaseToRead(path);
  try {
    checkFormat(database, dataFolder);
    if (countDocuments(database) === 0) throw empty(dataFolder);
    checkEmbedder(database, dataFolder, options.embedder);
  } catch (error) {
    database.close();
    throw error;
  }
  return { index: assemble({ database, dataFolder, folder, release: () => {} }, options), folder };
}

interface Opened {
  readonly database: DatabaseSync;
  readonly dataFolder: string;
  readonly folder: string;
  release(): void;
}

function assemble(parts: Opened, { embedder, mode, note = () => {}, hnswFrom }: OpenOptions): SqliteIndex {
  return new SqliteIndex({
    ...parts,
    embedder,
    mode,
    note,
    hnswFrom: hnswFrom ?? Math.ceil(SCANNED_NUMBERS / embedder.dimensions),
    bytesOnDisk: () => bytesOnDisk(parts.folder),
  });
}

function openToWrite(dataFolder: string, options: OpenOptions): PassageIndex {
  return asWriter(dataFolder, (release) => {
    const folder = folderInUse(dataFolder);
    removeUnused(dataFolder);
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    const database = openDatabaseToWrite(join(folder, DATABASE_FILE), dataFolder, options);
    return assemble({ database, dataFolder, folder, release }, options);
  });
}

/** Opens as the only writer of a data folder, which is made if missing, until released. */
function asWriter<Index>(dataFolder: string, open: (release: () => void) => Index): Index {
  mkdirSync(dataFolder, { recursive: true, mode: FOLDER_MODE });
  const lock = acquireWriterLock(dataFolder);
  try {
    return open(() => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openDatabaseToWrite(path: string, folder: string, { embedder }: OpenOptions): DatabaseSync {
  createPrivateFile(path);
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    // With a write-ahead log, `normal` survives a killed process whole; a power cut may undo the last documents.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    if (isBlank(database)) createTables(database, embedder);
    checkFormat(database, folder);
    if (countDocuments(database) === 0) adoptEmbedder(database, embedder);
    checkEmbedder(database, folder, embedder);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isBlank(database: DatabaseSync): boolean {
  return readPragma(database, 'application_id') === 0 && readPragma(database, 'schema_version') === 0;
}

function createTables(database: DatabaseSync, embedder: OpenOptions['embedder']): void {
  database.exec(`BEGIN IMMEDIATE; ${SCHEMA}`);
  database
    .prepare('INSERT INTO state (only_row, identity, embedder, dimensions) VALUES (1, ?, ?, ?)')
    .run(randomUUID(), embedder.id, embedder.dimensions);
  database.exec('COMMIT');
}

function adoptEmbedder(database: DatabaseSync, { id, dimensions }: OpenOptions['embedder']): void {
  database.prepare('UPDATE state SET embedder = ?, dimensions = ?').run(id, dimensions);
}

function checkFormat(database: DatabaseSync, folder: string): void {
  if (isBlank(database)) throw empty(folder);
  if (readPragma(database, 'application_id') !== APPLICATION_ID) throw damaged(folder);
  const version = readPragma(database, 'user_version');
  if (version === FORMAT_VERSION) return;
  throw new IndexError(
    'version',
    `The index in ${folder} has format ${version}, but this version of Footnote reads format ${FORMAT_VERSION}. ` +
      `Build it again with \`footnote ingest PATH... --data ${folder} --rebuild\`.`,
  );
}

function checkEmbedder(database: DatabaseSync, folder: string, embedder: OpenOptions['embedder']): void {
  const state = database.prepare('SELECT embedder, dimensions FROM state').get() ?? {};
  const [id, dimensions] = [readText(state, 'embedder'), readInteger(state, 'dimensions')];
  if (id === embedder.id && dimensions === embedder.dimensions) return;
  throw new IndexError(
    'embedder',
    `The index in ${folder} was built with the embedder ${id} (${dimensions} dimensions), which cannot be compared ` +
      `with ${embedder.id} (${embedder.dimensions}). Choose that embedder again, ` +
      `or build the index again with \`footnote ingest PATH... --data ${folder} --rebuild\`.`,
  );
}

function empty(folder: string): IndexError {
  return new IndexError(
    'empty',
    `The index in ${folder} holds no documents, so there is nothing to search. ` +
      `Fill it with \`footnote ingest PATH... --data ${folder}\`.`,
  );
}

function countDocuments(database: DatabaseSync): number {
  return readInteger(
    database.prepare('SELECT count(*) AS documents FROM documents').get() ?? {},
    'documents',
  );
}

function readPragma(database: DatabaseSync, name: string): number {
  return readInteger(database.prepare(`PRAGMA ${name}`).get() ?? {}, name);
}

function bytesOnDisk(folder: string): number {
  const files = [DATABASE_FILE, `${DATABASE_FILE}-wal`, GRAPH_FILE].map((name) => join(folder, name));
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}
