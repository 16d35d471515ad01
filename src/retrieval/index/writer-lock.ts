import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createPrivateFile } from './private-file.ts';
import { isBusy, locked } from './sqlite-errors.ts';

/**
 * Makes this process the only writer of a folder until released. The lock is an open SQLite transaction on a file of
 * its own: it goes with the process however that ends, so none is ever left behind, and readers never meet it.
 *
 * Throws `IndexError('locked')` where another writer has it.
 */
export function acquireWriterLock(folder: string): { release(): void } {
  const path = join(folder, 'writer.lock');
  createPrivateFile(path);
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw isBusy(error) ? locked(folder, { cause: error }) : error;
  }
  return { release: () => database.close() };
}
