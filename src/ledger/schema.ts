/** Marks a SQLite file as a ledger of ours: `Ledg` in ASCII, kept in `PRAGMA application_id`. */
export const APPLICATION_ID = 0x4c656467;

/**
 * Each entry takes a ledger from the version that is its index to the next one. Entries are never changed once released:
 * a new shape is a new entry. The version is kept in `PRAGMA user_version`.
 *
 * - `person`: keyed hash, see `keys.ts`; NULL where it was forgotten
 * - `chat`: as it is in a space; a keyed hash in a private chat, whose id may be a person's
 * - `*_key`: keyed hash to look up by; `*_sealed`: encrypted, to be used again
 * - `*_at`, `not_before`: milliseconds since 1970
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    asked_at INTEGER NOT NULL,
    platform TEXT NOT NULL,
    space TEXT,
    chat TEXT NOT NULL,
    person TEXT,
    locale TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    kind TEXT NOT NULL,
    answer TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'standing',
    correction TEXT,
    generation INTEGER NOT NULL,
    fingerprint TEXT NOT NULL
  ) STRICT;
  CREATE INDEX answers_by_person ON answers (platform, person);
  CREATE INDEX answers_by_age ON answers (asked_at);

  CREATE TABLE cited_spans (
    answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    digest TEXT NOT NULL,
    checked_digest TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    quote_hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX cited_spans_by_answer ON cited_spans (answer);
  CREATE INDEX cited_spans_by_document ON cited_spans (document, checked_digest);

  CREATE TABLE turns (
    answer TEXT PRIMARY KEY REFERENCES answers (id) ON DELETE CASCADE,
    parent TEXT,
    root TEXT NOT NULL,
    platform TEXT NOT NULL,
    chat_key TEXT NOT NULL,
    thread TEXT NOT NULL,
    person TEXT NOT NULL,
    is_private INTEGER NOT NULL,
    asked_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX turns_by_person ON turns (platform, chat_key, thread, person, asked_at);
  CREATE INDEX turns_by_parent ON turns (parent);

  CREATE TABLE posts (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    platform TEXT NOT NULL,
    space TEXT,
    chat_key TEXT NOT NULL,
    chat_sealed BLOB NOT NULL,
    thread TEXT,
    locale TEXT NOT NULL,
    extra_sealed BLOB,
    shown TEXT NOT NULL
  ) STRICT;
  CREATE INDEX posts_by_answer ON posts (answer);
  CREATE TABLE messages (
    platform TEXT NOT NULL,
    chat_key TEXT NOT NULL,
    message TEXT NOT NULL,
    post INTEGER NOT NULL REFERENCES posts (row) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (platform, chat_key, message)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX messages_by_post ON messages (post, position);

  CREATE TABLE edits (
    post INTEGER PRIMARY KEY REFERENCES posts (row) ON DELETE CASCADE,
    version INTEGER NOT NULL DEFAULT 1,
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE feedback (
    answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    verdict TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (answer, person)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX feedback_by_person ON feedback (person);

  CREATE TABLE audit (
    row INTEGER PRIMARY KEY,
    done_at INTEGER NOT NULL,
    platform TEXT NOT NULL,
    space TEXT,
    chat TEXT NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT
  ) STRICT;
  CREATE INDEX audit_by_person ON audit (person);

  CREATE TABLE settings (
    platform TEXT NOT NULL, space TEXT NOT NULL, settings TEXT NOT NULL, PRIMARY KEY (platform, space)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE question_counts (
    day TEXT NOT NULL, person TEXT NOT NULL, space TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (day, person, space)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE token_counts (
    day TEXT NOT NULL, person TEXT NOT NULL, input INTEGER NOT NULL, output INTEGER NOT NULL,
    PRIMARY KEY (day, person)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE memory (
    platform TEXT NOT NULL, name_key TEXT NOT NULL, value_sealed BLOB NOT NULL, until INTEGER,
    PRIMARY KEY (platform, name_key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE updates (
    arrival INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    payload_sealed BLOB,
    UNIQUE (platform, id)
  ) STRICT;
  CREATE INDEX updates_by_age ON updates (received_at);
  CREATE INDEX updates_unsettled ON updates (platform, arrival) WHERE payload_sealed IS NOT NULL;

  CREATE TABLE changes (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    begun_at INTEGER NOT NULL,
    action TEXT NOT NULL,
    document TEXT NOT NULL,
    facts TEXT NOT NULL,
    digest TEXT,
    previous TEXT,
    hold TEXT,
    hold_before TEXT,
    is_done INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE holds (document TEXT PRIMARY KEY, hold TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE locales (person TEXT PRIMARY KEY, locale TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
];
