import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { FootnoteError } from '../errors.ts';
import { DamagedRow, type Row, readInteger } from './columns.ts';
import { type Keys, openKeys } from './keys.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

/**
 * A file of its own and no tables beside the index: `ingest --rebuild` deletes footnote.db, and what was answered, where
 * it was posted and what moderators decided must outlive that.
 */
export const LEDGER_FILE = 'ledger.db';
const FOLDER_MODE = 0o700;
const OWNER_ONLY = 0o600;
/** How long a write of another process is waited for. */
const BUSY_TIMEOUT_MS = 5_000;
/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const CODES = { busy: [5, 6], full: [13], unreadable: [8, 10, 14], damaged: [11, 26] };

/** The open database, with statements prepared once, and the keys that hide who and where. */
export interface LedgerFile {
  readonly keys: Keys;
  run(sql: string, ...values: readonly SQLInputValue[]): number;
  get(sql: string, ...values: readonly SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[];
  iterate(sql: string, ...values: readonly SQLInputValue[]): Iterable<Row>;
  /** All of it or nothing; nobody else writes meanwhile. */
  write<Result>(work: () => Result): Result;
  /** Makes deleted words disappear from the log as well. */
  wipeLog(): void;
  close(): void;
}

/** Opens the ledger of a data folder, and makes it if it is missing. Throws `FootnoteError`. */
export function openLedgerFile(folder: string): LedgerFile {
  const path = join(folder, LEDGER_FILE);
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw translateError(error, path);
    }
  };
  const { database, keys } = guard(() => {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    // SQLite gives its -wal and -shm files the same permissions.
    closeSync(openSync(path, 'a', OWNER_ONLY));
    return { keys: openKeys(folder), database: openDatabase(path) };
  });
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    keys,
    run: (sql, ...values) => guard(() => Number(prepare(sql).run(...values).changes)),
    get: (sql, ...values) => guard(() => prepare(sql).get(...values)),
    all: (sql, ...values) => guard(() => prepare(sql).all(...values)),
    // Prepared anew: an iterator would be reset by the next use of its statement.
    iterate: (sql, ...values) => guard(() => database.prepare(sql).iterate(...values)),
    write: (work) => guard(() => inTransaction(database, work)),
    wipeLog: () => guard(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    // With a write-ahead log, `normal` survives a killed process whole. Deleted words are overwritten, not just unlinked.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
    );
    migrate(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Takes the file to the newest version, as one transaction. */
function migrate(database: DatabaseSync, path: string): void {
  if (readPragma(database, 'user_version') === MIGRATIONS.length) {
    checkOwner(database, path);
    return;
  }
  inTransaction(database, () => {
    const version = readPragma(database, 'user_version');
    if (version > MIGRATIONS.length) {
      throw new FootnoteError(
        `${path} has format ${version}, but this version of Footnote knows ${MIGRATIONS.length} at most: ` +
          'use a newer version of Footnote, or delete the file to begin a new ledger.',
      );
    }
    if (version > 0 || readPragma(database, 'schema_version') > 0) checkOwner(database, path);
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length};`);
  });
}

function checkOwner(database: DatabaseSync, path: string): void {
  if (readPragma(database, 'application_id') !== APPLICATION_ID) throw damaged(path);
}

function readPragma(database: DatabaseSync, name: string): number {
  return readInteger(database.prepare(`PRAGMA ${name}`).get() ?? {}, name);
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  // Within another one this is a part of it.
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function damaged(path: string, options?: ErrorOptions): FootnoteError {
  return new FootnoteError(
    `${path} is damaged or no ledger of Footnote, so nothing can be remembered. Restore it, or delete it to begin a new one.`,
    options,
  );
}

/** The primary result code of an error of node:sqlite. */
function sqliteCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

/** What an operator can act on becomes an error of ours; anything else stays as it is. */
function translateError(error: unknown, path: string): unknown {
  const options = { cause: error };
  const code = sqliteCode(error);
  const isFileError = error instanceof Error && 'syscall' in error;
  if (error instanceof DamagedRow || CODES.damaged.includes(code)) return damaged(path, options);
  if (CODES.busy.includes(code)) {
    return new FootnoteError(
      `Another process has been writing to ${path} for too long, so this was not kept. Wait until it ends, or stop it.`,
      options,
    );
  }
  if (CODES.full.includes(code)) {
    return new FootnoteError(
      `The disk that holds ${path} is full, so this was not kept. Free some space.`,
      options,
    );
  }
  if (isFileError || CODES.unreadable.includes(code)) {
    return new FootnoteError(
      `${path} cannot be read or written, so nothing can be remembered. Check its permissions and those of its folder.`,
      options,
    );
  }
  return error;
}
