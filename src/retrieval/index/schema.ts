/** Marks a SQLite file as an index of ours: `Foot` in ASCII, kept in `PRAGMA application_id`. */
export const APPLICATION_ID = 0x466f6f74;

/** Raised when tables or blobs change shape, or words become other terms; kept in `PRAGMA user_version`. */
export const FORMAT_VERSION = 3;

/**
 * Terms arrive analysed and joined by spaces, and must come out as they went in: the `ascii` tokenizer leaves all
 * beyond ASCII alone, and `tokenchars` adds every ASCII sign, so that only white space separates.
 */
const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const TOKENIZER = quote(`ascii tokenchars ${quote(SIGNS)}`);

/** Terms of passages, by passage row; of fields, by document row. */
export const POSTINGS_TABLES = ['passage_terms', 'field_terms'] as const;

/** A table of postings: FTS5 keeps the terms and not the text, which the other tables hold. */
const postingsTable = (name: string): string => `
  CREATE VIRTUAL TABLE ${name} USING fts5(terms, content='', contentless_delete=1, tokenize=${TOKENIZER});
  CREATE VIRTUAL TABLE ${name}_instances USING fts5vocab(${name}, instance);
  CREATE VIRTUAL TABLE ${name}_counts USING fts5vocab(${name}, row);`;

/**
 * Rows are never used twice. The passages of a document have consecutive rows from `first_passage`, its sentence
 * vectors consecutive numbers from `first_vector`, so that a place in either leads back to its document.
 *
 * - `documents.facts`: JSON of the facts with digest and source
 * - `documents.layout`: pairs of uint32 per passage: its sentences, its terms
 * - `passages.sentences`: pairs of uint32 per sentence: start, end
 * - `passages.terms`: a line per sentence: the index term of each word, '' for a stop word, joined by one space
 * - `vectors.data`: the document's sentence vectors one after the other, float16
 */
export const SCHEMA = `
  CREATE TABLE state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    identity TEXT NOT NULL,
    embedder TEXT NOT NULL,
    dimensions INTEGER NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    removals INTEGER NOT NULL DEFAULT 0,
    next_passage INTEGER NOT NULL DEFAULT 1,
    next_vector INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE documents (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    facts TEXT NOT NULL,
    layout BLOB NOT NULL,
    first_passage INTEGER NOT NULL,
    first_vector INTEGER NOT NULL,
    field_length INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE texts (
    document INTEGER PRIMARY KEY, text TEXT NOT NULL, boilerplate TEXT NOT NULL, warnings TEXT NOT NULL
  ) STRICT;
  CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    sentences BLOB NOT NULL,
    text TEXT NOT NULL,
    terms TEXT NOT NULL
  ) STRICT;
  CREATE TABLE vectors (document INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
  CREATE TABLE names (
    key TEXT NOT NULL, term TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, term, document)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX names_of_document ON names (document);
  ${POSTINGS_TABLES.map(postingsTable).join('')}
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FORMAT_VERSION};
`;
