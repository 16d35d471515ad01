import type { DocumentFacts } from '../types.ts';
import { type Row, readInteger, readJson, readOptionalText, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { ChangeAction, ChangeBook, Hold, KeptChange } from './types.ts';

const ACTIONS: readonly ChangeAction[] = ['added', 'replaced', 'removed', 'undone'];

/** `ChangeBook` on SQLite. */
export function createChangeBook(file: LedgerFile): ChangeBook {
  return {
    begin: ({ id, at, action, document, digest, previous, hold }) =>
      void file.run(
        `INSERT INTO changes (id, begun_at, action, document, facts, digest, previous, hold, hold_before)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT hold FROM holds WHERE document = ?))`,
        id,
        at,
        action,
        document.id,
        JSON.stringify(document),
        digest ?? null,
        previous === undefined ? null : JSON.stringify(previous),
        hold === undefined ? null : JSON.stringify(hold),
        document.id,
      ),
    finish: (id) => file.write(() => finishChange(file, id)),
    abandon: (id) => void file.run('DELETE FROM changes WHERE id = ? AND is_done = 0', id),
    unfinished: () => file.all('SELECT * FROM changes WHERE is_done = 0 ORDER BY place').map(readChange),
    history: (limit) =>
      file.all('SELECT * FROM changes WHERE is_done = 1 ORDER BY place DESC LIMIT ?', limit).map(readChange),
    holds: () =>
      file.all('SELECT hold FROM holds ORDER BY document').map((row) => readJson<Hold>(row, 'hold')),
    release: (documentId) => void file.run('DELETE FROM holds WHERE document = ?', documentId),
  };
}

function finishChange(file: LedgerFile, id: string): void {
  const row = file.get('SELECT * FROM changes WHERE id = ?', id);
  if (row === undefined) return;
  file.run('UPDATE changes SET is_done = 1 WHERE id = ?', id);
  // Only the last change can be undone, so older documents need not be kept.
  file.run(
    'UPDATE changes SET previous = NULL, hold = NULL, hold_before = NULL WHERE id <> ? AND is_done = 1',
    id,
  );
  const documentId = readText(row, 'document');
  const hold = readOptionalText(row, 'hold');
  if (hold === undefined) file.run('DELETE FROM holds WHERE document = ?', documentId);
  else file.run('INSERT OR REPLACE INTO holds (document, hold) VALUES (?, ?)', documentId, hold);
}

function readChange(row: Row): KeptChange {
  const action = readText(row, 'action');
  const digest = readOptionalText(row, 'digest');
  return {
    id: readText(row, 'id'),
    at: readInteger(row, 'begun_at'),
    action: ACTIONS.find((known) => known === action) ?? 'undone',
    document: readJson<DocumentFacts>(row, 'facts'),
    ...(digest !== undefined && { digest }),
    ...(row.previous !== null && { previous: readJson(row, 'previous') }),
    ...(row.hold !== null && { hold: readJson<Hold>(row, 'hold') }),
    ...(row.hold_before !== null && { holdBefore: readJson<Hold>(row, 'hold_before') }),
  };
}
