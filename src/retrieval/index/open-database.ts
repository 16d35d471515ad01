import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { wantsWriteAccess } from './sqlite-errors.ts';

export const DATABASE_FILE = 'footnote.db';

/** How long a write of another process (the ledger's, say) is waited for. */
export const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens the database for reading. On a read-only file system its log cannot be opened: then the file is read as it is,
 * since nobody can change it.
 */
export function openDatabaseToRead(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    if (!wantsWriteAccess(error)) throw error;
    const url = pathToFileURL(path);
    url.searchParams.set('immutable', '1');
    return new DatabaseSync(url, { readOnly: true });
  }
}
