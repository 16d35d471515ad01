/** What moderators and readers said about answers, and what was set for spaces. */
import { readText } from './columns.ts';
import type { LedgerFile } from './ledger-file.ts';
import { personKey, shownChat } from './places.ts';
import type { AuditBook, FeedbackBook, SettingsBook } from './types.ts';

/** `FeedbackBook` on SQLite. */
export function createFeedbackBook(file: LedgerFile): FeedbackBook {
  return {
    add: (answerId, origin, { verdict, at }) =>
      void file.run(
        `INSERT OR REPLACE INTO feedback (answer, person, verdict, given_at)
         SELECT id, ?, ?, ? FROM answers WHERE id = ?`,
        personKey(file.keys, origin),
        verdict,
        at,
        answerId,
      ),
  };
}

/** `AuditBook` on SQLite. */
export function createAuditBook(file: LedgerFile): AuditBook {
  return {
    add: (by, { action, detail, at }) =>
      void file.run(
        'INSERT INTO audit (done_at, platform, space, chat, person, action, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
        at,
        by.platform,
        by.space ?? null,
        shownChat(file.keys, by),
        personKey(file.keys, by),
        action,
        detail ?? null,
      ),
  };
}

/** `SettingsBook` on SQLite. */
export function createSettingsBook(file: LedgerFile): SettingsBook {
  return {
    get: (platform, space) => {
      const row = file.get('SELECT settings FROM settings WHERE platform = ? AND space = ?', platform, space);
      return row && readText(row, 'settings');
    },
    set: (platform, space, settings) =>
      void file.run(
        'INSERT OR REPLACE INTO settings (platform, space, settings) VALUES (?, ?, ?)',
        platform,
        space,
        settings,
      ),
  };
}
