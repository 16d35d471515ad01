import { readBytes, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { MemoryBook } from './types.ts';

/** `MemoryBook` of one platform on SQLite: keys hashed, values sealed. */
export function createMemoryBook(file: LedgerFile, platform: string): MemoryBook {
  const nameKey = (key: string): string => file.keys.hash('memory', platform, key);
  return {
    get: (key) => {
      const row = file.get(
        'SELECT value_sealed FROM memory WHERE platform = ? AND name_key = ?',
        platform,
        nameKey(key),
      );
      return row && file.keys.unseal(readBytes(row, 'value_sealed'));
    },
    set: (key, value, until) =>
      void file.run(
        'INSERT OR REPLACE INTO memory (platform, name_key, value_sealed, until) VALUES (?, ?, ?, ?)',
        platform,
        nameKey(key),
        file.keys.seal(value),
        until ?? null,
      ),
    receive: (updateId, { payload, at }) =>
      file.run(
        `INSERT INTO updates (platform, id, received_at, payload_sealed) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        platform,
        updateId,
        at,
        file.keys.seal(payload),
      ) === 1,
    // The id stays, so that it is not answered twice; what it said is gone.
    settle: (updateId) =>
      void file.run(
        'UPDATE updates SET payload_sealed = NULL WHERE platform = ? AND id = ?',
        platform,
        updateId,
      ),
    unsettled: () =>
      file
        .all(
          `SELECT id, payload_sealed FROM updates WHERE platform = ? AND payload_sealed IS NOT NULL ORDER BY arrival`,
          platform,
        )
        .map((row) => ({
          id: readText(row, 'id'),
          payload: file.keys.unseal(readBytes(row, 'payload_sealed')),
        })),
  };
}
