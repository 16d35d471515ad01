import { type Row, readBytes, readInteger, readOptionalText, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import { chatKey } from './places.ts';
import type { KeptPost, Post, PostBook } from './types.ts';

/** `PostBook` on SQLite: chats and what adapters keep beside them are sealed. */
export function createPostBook(file: LedgerFile): PostBook {
  return {
    add: (answerId, post) => file.write(() => addPost(file, answerId, post)),
    of: (answerId) =>
      file
        .all('SELECT * FROM posts WHERE answer = ? ORDER BY row', answerId)
        .map((row) => readPost(file, row)),
    remove: (row) => void file.run('DELETE FROM posts WHERE row = ?', row),
  };
}

/** A row of `posts` with its messages. Its columns may stand beside others. */
export function readPost(file: LedgerFile, row: Row): KeptPost {
  const key = readInteger(row, 'row');
  const [space, thread] = [readOptionalText(row, 'space'), readOptionalText(row, 'thread')];
  const messages = file.all('SELECT message FROM messages WHERE post = ? ORDER BY position', key);
  return {
    row: key,
    answerId: readText(row, 'answer'),
    shown: readText(row, 'shown'),
    post: {
      platform: readText(row, 'platform'),
      ...(space !== undefined && { space }),
      chat: file.keys.unseal(readBytes(row, 'chat_sealed')),
      ...(thread !== undefined && { thread }),
      messages: messages.map((message) => readText(message, 'message')),
      locale: readText(row, 'locale'),
      ...(row.extra_sealed !== null && { extra: file.keys.unseal(readBytes(row, 'extra_sealed')) }),
    },
  };
}

function addPost(file: LedgerFile, answerId: string, post: Post): boolean {
  const answer = file.get('SELECT fingerprint FROM answers WHERE id = ?', answerId);
  if (answer === undefined) return false;
  const key = chatKey(file.keys, post);
  const sharers = findSharers(file, key, post);
  const same = sharers.find((sharer) => sharer.answerId === answerId)?.row;
  const values = [
    post.space ?? null,
    file.keys.seal(post.chat),
    post.thread ?? null,
    post.locale,
    post.extra === undefined ? null : file.keys.seal(post.extra),
  ] as const;
  // A post that is being edited stays the same post, or the edit could not be finished.
  if (same !== undefined) {
    file.run(
      'UPDATE posts SET space = ?, chat_sealed = ?, thread = ?, locale = ?, extra_sealed = ? WHERE row = ?',
      ...values,
      same,
    );
  } else {
    file.run(
      `INSERT INTO posts (space, chat_sealed, thread, locale, extra_sealed, answer, platform, chat_key, shown)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...values,
      answerId,
      post.platform,
      key,
      readText(answer, 'fingerprint'),
    );
  }
  const row = same ?? readInteger(file.get('SELECT last_insert_rowid() AS row') ?? {}, 'row');
  file.run('DELETE FROM messages WHERE post = ?', row);
  post.messages.forEach((message, position) => {
    file.run(
      'INSERT OR REPLACE INTO messages (platform, chat_key, message, post, position) VALUES (?, ?, ?, ?, ?)',
      post.platform,
      key,
      message,
      row,
      position,
    );
  });
  removeEmptyPosts(
    file,
    sharers.map((sharer) => sharer.row),
  );
  return true;
}

/** Posts that share a message with this one, and whose answer they show. */
function findSharers(
  file: LedgerFile,
  key: string,
  post: Post,
): readonly { readonly row: number; readonly answerId: string }[] {
  return post.messages.flatMap((message) => {
    const row = file.get(
      `SELECT posts.row, posts.answer FROM messages JOIN posts ON posts.row = messages.post
       WHERE messages.platform = ? AND messages.chat_key = ? AND messages.message = ?`,
      post.platform,
      key,
      message,
    );
    return row ? [{ row: readInteger(row, 'row'), answerId: readText(row, 'answer') }] : [];
  });
}

/** Posts all of whose messages show another answer now. */
function removeEmptyPosts(file: LedgerFile, rows: readonly number[]): void {
  for (const row of rows) {
    file.run(
      'DELETE FROM posts WHERE row = ? AND NOT EXISTS (SELECT 1 FROM messages WHERE post = posts.row)',
      row,
    );
  }
}
