import { closeSync, openSync } from 'node:fs';

/** Only the owner may read it: an index may hold what others must not see. */
const OWNER_ONLY = 0o600;

/** Creates an empty file unless there is one. SQLite gives its -wal and -shm files the same permissions. */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'a', OWNER_ONLY));
}
