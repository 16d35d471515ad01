import { readInteger, readOptionalText, readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import { chatKey, personKey } from './places.ts';
import type { ConversationBook, TurnLink } from './types.ts';

/**
 * Conversations are no lists: each answer knows the one before it, so that a reply to an older answer goes on from there,
 * whoever writes it.
 */
export function createConversationBook(file: LedgerFile): ConversationBook {
  const parent = (answerId: string): string | undefined => {
    const row = file.get('SELECT parent FROM turns WHERE answer = ?', answerId);
    return row && readOptionalText(row, 'parent');
  };
  return {
    latest: (origin, { since, withPrivate }) => {
      const row = file.get(
        `SELECT answer FROM turns
         WHERE platform = ? AND chat_key = ? AND thread = ? AND person = ? AND asked_at >= ? AND is_private <= ?
         ORDER BY asked_at DESC, rowid DESC LIMIT 1`,
        origin.platform,
        chatKey(file.keys, origin),
        origin.thread ?? '',
        personKey(file.keys, origin),
        since,
        Number(withPrivate),
      );
      return row && readText(row, 'answer');
    },
    thread: (answerId, { since, limit }) => {
      const turns: TurnLink[] = [];
      let next: string | undefined = answerId;
      while (next !== undefined && turns.length < limit) {
        const row = file.get('SELECT parent, is_private, asked_at FROM turns WHERE answer = ?', next);
        if (row === undefined || readInteger(row, 'asked_at') < since) break;
        turns.unshift({ answerId: next, isPrivate: readInteger(row, 'is_private') === 1 });
        next = readOptionalText(row, 'parent');
      }
      return turns;
    },
    root: (answerId) => {
      const row = file.get('SELECT root FROM turns WHERE answer = ?', answerId);
      return row ? readText(row, 'root') : answerId;
    },
    parent,
  };
}
