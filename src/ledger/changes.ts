import type { DocumentFacts } from '../types.ts';
import { type Row, readInteger, readJson, readOptionalText, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { ChangeAction, ChangeBook, Hold, KeptChange } from './types.ts';

const ACTIONS: readonly ChangeAction[] = ['added', 'replaced', 'removed', 'undone'];

export function createChangeBook(file: LedgerFile): ChangeBook {
  return {
    begin: ({ id, at, action, document, digest, previous }) =>
      void file.run(
        `INSERT INTO changes (id, begun_at, action, document, facts, digest, previous, place)
         VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM changes))`,
        id,
        at,
        action,
        document.id,
        JSON.stringify(document),
        digest ?? null,
        previous === undefined ? null : JSON.stringify(previous),
      ),
    finish: (id) =>
      file.write(() => {
        file.run('UPDATE changes SET is_done = 1 WHERE id = ?', id);
        // Only the last change can be undone, so older documents need not be kept.
        file.run('UPDATE changes SET previous = NULL WHERE id <> ? AND is_done = 1', id);
      }),
    abandon: (id) => void file.run('DELETE FROM changes WHERE id = ? AND is_done = 0', id),
    unfinished: () => file.all('SELECT * FROM changes WHERE is_done = 0 ORDER BY place').map(readChange),
    history: (limit) =>
      file.all('SELECT * FROM changes WHERE is_done = 1 ORDER BY place DESC LIMIT ?', limit).map(readChange),
    hold: ({ documentId, kind, digest }) =>
      void file.run(
        'INSERT OR REPLACE INTO holds (document, kind, digest) VALUES (?, ?, ?)',
        documentId,
        kind,
        digest ?? null,
      ),
    release: (documentId) => void file.run('DELETE FROM holds WHERE document = ?', documentId),
    holds: () => file.all('SELECT * FROM holds ORDER BY document').map(readHold),
  };
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
    isDone: readInteger(row, 'is_done') === 1,
  };
}

function readHold(row: Row): Hold {
  const digest = readOptionalText(row, 'digest');
  return {
    documentId: readText(row, 'document'),
    kind: readText(row, 'kind') === 'removed' ? 'removed' : 'replaced',
    ...(digest !== undefined && { digest }),
  };
}
