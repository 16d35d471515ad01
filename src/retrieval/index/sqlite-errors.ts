import { FootnoteError, IndexError } from '../../errors.ts';
import { DamagedRow } from './columns.ts';

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** The primary result code of an error of node:sqlite, or undefined for any other. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

/** Whether the file could not be opened for want of write access, which reading can do without. */
export function wantsWriteAccess(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === CANNOT_OPEN || code === READONLY;
}

export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === BUSY || code === LOCKED;
}

export function damaged(folder: string, options?: ErrorOptions): IndexError {
  return new IndexError(
    'damaged',
    `The index in ${folder} is damaged or not an index of Footnote, so it cannot be used. ` +
      `Build it again with \`footnote ingest PATH... --data ${folder} --rebuild\`.`,
    options,
  );
}

export function locked(folder: string, options?: ErrorOptions): IndexError {
  return new IndexError(
    'locked',
    `Another process is writing to the index in ${folder}, so this one cannot. Wait until it ends, or stop it.`,
    options,
  );
}

function inaccessible(folder: string, options: ErrorOptions): FootnoteError {
  return new FootnoteError(
    `The index in ${folder} cannot be read or written. Check that it is a folder, and its permissions.`,
    options,
  );
}

/** Whether an error of node:fs says that a file or folder is not to be had. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** What an operator can act on becomes an error of ours; anything else stays as it is. */
export function translateError(error: unknown, folder: string): unknown {
  const options = { cause: error };
  if (error instanceof DamagedRow) return damaged(folder, options);
  switch (sqliteCode(error)) {
    case CORRUPT:
    case NOT_A_DATABASE:
      return damaged(folder, options);
    case BUSY:
    case LOCKED:
      return locked(folder, options);
    case FULL:
      return new FootnoteError(
        `The disk that holds ${folder} is full, so this change was not made. Free some space and run it again.`,
        options,
      );
    case READONLY:
    case CANNOT_OPEN:
    case IO_ERROR:
      return inaccessible(folder, options);
    default:
      return isFileError(error) ? inaccessible(folder, options) : error;
  }
}
