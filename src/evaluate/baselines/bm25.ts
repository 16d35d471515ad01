import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { fold, isStopWord } from '../../text/words.ts';
import type { Question } from '../../types.ts';
import type { Outcome, SetDocument, System } from '../types.ts';

const RESULTS = 10;
const UNSPACED_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * What a user gets from a database's full-text search: FTS5 bm25 over whole documents, title and text as one field,
 * Porter stems, the question's stop words dropped, its other words joined by OR. Scripts without spaces are indexed as
 * pairs of characters, since the tokenizer would take a whole sentence for a word. Its confidence is the best score. It
 * finds documents only and says nothing.
 */
export function openBm25Baseline(documents: readonly SetDocument[], language = 'en'): System {
  const started = performance.now();
  const database = new DatabaseSync(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, words, tokenize = 'porter unicode61')",
  );
  const insert = database.prepare('INSERT INTO documents (id, words) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const document of documents)
    insert.run(document.id, pairUnspaced(`${document.title}\n${document.text}`));
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT id, -bm25(documents) AS score FROM documents WHERE documents MATCH ? ORDER BY rank LIMIT ?',
  );
  const texts = new Map(documents.map((document) => [document.id, document.text]));

  const ask = (question: Question): Outcome => {
    const query = matchExpression(question.text, question.language ?? language);
    const asked = performance.now();
    const rows = query === '' ? [] : select.all(query, RESULTS);
    const retrieved = rows.map((row) => ({ documentId: String(row.id), score: Number(row.score) }));
    return { retrieved, confidence: retrieved[0]?.score ?? 0, retrieveMs: performance.now() - asked };
  };
  return {
    name: 'bm25 over documents',
    ingest: {
      documents: documents.length,
      characters: documents.reduce((sum, document) => sum + document.text.length, 0),
      seconds: (performance.now() - started) / 1000,
    },
    ask: async (question) => ask(question),
    textOf: async (documentId) => texts.get(documentId),
    close: async () => database.close(),
  };
}

function matchExpression(question: string, language: string): string {
  const words = pairUnspaced(question).match(WORD) ?? [];
  const kept = words.filter((word) => !isStopWord(fold(word), language)).map((word) => word.toLowerCase());
  return [...new Set(kept)].map((word) => `"${word}"`).join(' OR ');
}

/** Writes each run of an unspaced script as its overlapping pairs of characters, with spaces between. */
function pairUnspaced(text: string): string {
  return text.replace(UNSPACED_RUN, (run) => {
    const characters = [...run];
    if (characters.length < 2) return ` ${run} `;
    return ` ${characters
      .slice(1)
      .map((character, index) => `${characters[index]}${character}`)
      .join(' ')} `;
  });
}
