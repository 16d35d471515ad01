import { readInteger, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import { readPost } from './posts.ts';
import type { EditBook, PendingEdit } from './types.ts';

/** Kept in place of the digest of a document that is gone. */
const GONE = '';

/** `EditBook` on SQLite. */
export function createEditBook(file: LedgerFile): EditBook {
  const finish = ({ row, version }: PendingEdit): void =>
    void file.run('DELETE FROM edits WHERE post = ? AND version = ?', row, version);
  return {
    request: (answerId, now) =>
      file.run(
        `INSERT INTO edits (post, not_before) SELECT row, ? FROM posts WHERE answer = ?
         ON CONFLICT (post) DO UPDATE SET version = version + 1, attempts = 0, not_before = excluded.not_before`,
        now,
        answerId,
      ),
    due: (platform, { now, limit }) =>
      file
        .all(
          `SELECT posts.*, edits.version, edits.attempts FROM edits JOIN posts ON posts.row = edits.post
           WHERE posts.platform = ? AND edits.not_before <= ? ORDER BY edits.not_before, posts.row LIMIT ?`,
          platform,
          now,
          limit,
        )
        .map((row) => ({
          ...readPost(file, row),
          version: readInteger(row, 'version'),
          attempts: readInteger(row, 'attempts'),
        })),
    nextDue: (platform) => {
      const row = file.get(
        `SELECT edits.not_before FROM edits JOIN posts ON posts.row = edits.post WHERE posts.platform = ?
         ORDER BY edits.not_before LIMIT 1`,
        platform,
      );
      return row && readInteger(row, 'not_before');
    },
    done: (edit, shown) =>
      file.write(() => {
        file.run('UPDATE posts SET shown = ? WHERE row = ?', shown, edit.row);
        finish(edit);
      }),
    postpone: ({ row, version }, until) =>
      void file.run(
        'UPDATE edits SET attempts = attempts + 1, not_before = ? WHERE post = ? AND version = ?',
        until,
        row,
        version,
      ),
    giveUp: finish,
    stale: (digests) =>
      file
        .all('SELECT DISTINCT document, checked_digest FROM cited_spans')
        .map((row) => ({ documentId: readText(row, 'document'), checked: readText(row, 'checked_digest') }))
        .filter(({ documentId, checked }) => checked !== (digests.get(documentId) ?? GONE))
        .flatMap(({ documentId, checked }) =>
          file
            .all(
              'SELECT DISTINCT answer FROM cited_spans WHERE document = ? AND checked_digest = ?',
              documentId,
              checked,
            )
            .map((row) => ({ answerId: readText(row, 'answer'), documentId })),
        ),
    checked: (answerId, digests) =>
      file.write(() => {
        const rows = file.all('SELECT DISTINCT document FROM cited_spans WHERE answer = ?', answerId);
        for (const row of rows) {
          const documentId = readText(row, 'document');
          file.run(
            'UPDATE cited_spans SET checked_digest = ? WHERE answer = ? AND document = ?',
            digests.get(documentId) ?? GONE,
            answerId,
            documentId,
          );
        }
      }),
  };
}
