import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAnswerBook } from './answers.ts';
import { createChangeBook } from './changes.ts';
import { createConversationBook } from './conversations.ts';
import { createQuestionCounts, createTokenCounts } from './counts.ts';
import { countLedger, exportLedger } from './describe-ledger.ts';
import { createEditBook } from './edits.ts';
import { LEDGER_FILE, openLedgerFile } from './ledger-file.ts';
import { createMemoryBook } from './memory.ts';
import { createAuditBook, createFeedbackBook, createSettingsBook } from './moderation.ts';
import { moveChat } from './move-chat.ts';
import { createPeopleBook } from './people.ts';
import { personKey } from './places.ts';
import { createPostBook } from './posts.ts';
import { eraseLedger, purgeLedger, type Retention } from './retention.ts';
import type { Ledger } from './types.ts';

/** How long things are kept, and by which clock. */
export interface OpenLedgerOptions extends Retention {
  /** Milliseconds since 1970; the system's clock when absent. */
  readonly clock?: () => number;
}

/** Whether a data folder has a ledger. */
export function hasLedger(folder: string): boolean {
  return existsSync(join(folder, LEDGER_FILE));
}

/**
 * Opens the ledger of a data folder, `ledger.db` with `ledger.key` beside it, and makes it if it is missing. Any number
 * of processes may have it open. Throws `FootnoteError`.
 */
export function openLedger(folder: string, options: OpenLedgerOptions): Ledger {
  const { clock = Date.now, ...retention } = options;
  const file = openLedgerFile(folder);
  return {
    answers: createAnswerBook(file),
    conversations: createConversationBook(file),
    posts: createPostBook(file),
    edits: createEditBook(file),
    feedback: createFeedbackBook(file),
    audit: createAuditBook(file),
    settings: createSettingsBook(file),
    questions: createQuestionCounts(file),
    tokens: createTokenCounts(file),
    changes: createChangeBook(file),
    people: createPeopleBook(file, clock),
    memory: (platform) => createMemoryBook(file, platform),
    personKey: (origin) => personKey(file.keys, origin),
    moveChat: (platform, from, to) => moveChat(file, platform, [from, to]),
    purge: (now) => purgeLedger(file, retention, now),
    erase: (before) => eraseLedger(file, before),
    stats: () => countLedger(file),
    export: () => exportLedger(file),
    close: () => file.close(),
  };
}
