import { spaceName } from './counts.ts';
import type { LedgerFile } from './ledger-file.ts';
import { chatKey } from './places.ts';

/** Moves everything of one chat, and of the space that is the chat itself, to another id. */
export function moveChat(file: LedgerFile, platform: string, [from, to]: readonly [string, string]): void {
  const old = chatKey(file.keys, { platform, chat: from });
  const next = chatKey(file.keys, { platform, chat: to });
  file.write(() => {
    file.run(
      'UPDATE posts SET chat_key = ?, chat_sealed = ? WHERE platform = ? AND chat_key = ?',
      next,
      file.keys.seal(to),
      platform,
      old,
    );
    file.run(
      'UPDATE OR REPLACE messages SET chat_key = ? WHERE platform = ? AND chat_key = ?',
      next,
      platform,
      old,
    );
    file.run('UPDATE turns SET chat_key = ? WHERE platform = ? AND chat_key = ?', next, platform, old);
    for (const table of ['answers', 'audit']) {
      const move = `UPDATE ${table} SET chat = ? WHERE platform = ? AND chat = ?`;
      file.run(move, to, platform, from);
      file.run(move, next, platform, old);
    }
    for (const table of ['answers', 'audit', 'posts', 'settings']) {
      file.run(
        `UPDATE OR REPLACE ${table} SET space = ? WHERE platform = ? AND space = ?`,
        to,
        platform,
        from,
      );
    }
    file.run(
      'UPDATE OR REPLACE question_counts SET space = ? WHERE space = ?',
      spaceName({ platform, space: to }),
      spaceName({ platform, space: from }),
    );
  });
}
