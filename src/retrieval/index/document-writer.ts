import type { DatabaseSync, SQLInputValue, StatementResultingChanges, StatementSync } from 'node:sqlite';
import type { IndexedDocument, IndexedPassage } from '../../types.ts';
import { bytesOf, readInteger, readUint32s } from './columns.ts';
import { encodeVectors } from './sentence-vectors.ts';

const TERM = /[^ ]+/g;
const countTerms = (terms: string): number => terms.match(TERM)?.length ?? 0;

function layOut(passages: readonly IndexedPassage[]): Uint32Array {
  return Uint32Array.from(
    passages.flatMap(({ passage, terms }) => [passage.sentences.length, countTerms(terms)]),
  );
}

/** Writes documents to all tables and takes them out again. Every call belongs inside a transaction of the caller. */
export class DocumentWriter {
  readonly #statements = new Map<string, StatementSync>();
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Adds a document, in place of the one of its id. */
  put(entry: IndexedDocument): void {
    this.#delete(entry.document.id);
    this.#insert(entry);
    this.#run('UPDATE state SET generation = generation + 1', []);
  }

  /** Returns whether the document was there. */
  remove(id: string): boolean {
    const wasThere = this.#delete(id);
    if (wasThere) this.#run('UPDATE state SET generation = generation + 1', []);
    return wasThere;
  }

  #insert(entry: IndexedDocument): void {
    const state = this.#prepare('SELECT next_passage, next_vector FROM state').get() ?? {};
    const firstPassage = readInteger(state, 'next_passage');
    const firstVector = readInteger(state, 'next_vector');
    const row = this.#insertDocument(entry, firstPassage, firstVector);
    for (const [index, { passage, terms, sentenceTerms }] of entry.passages.entries()) {
      const { span, sentences, text } = passage;
      const offsets = Uint32Array.from(sentences.flatMap(({ start, end }) => [start, end]));
      this.#run('INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)', [
        firstPassage + index,
        span.start,
        span.end,
        bytesOf(offsets),
        text,
        sentenceTerms.join('\n'),
      ]);
      this.#run('INSERT INTO passage_terms (rowid, terms) VALUES (?, ?)', [firstPassage + index, terms]);
    }
    const vectors = entry.passages.flatMap((passage) => passage.vectors);
    this.#run('INSERT INTO vectors VALUES (?, ?)', [row, encodeVectors(vectors)]);
    for (const { key, term } of entry.names)
      this.#run('INSERT OR IGNORE INTO names VALUES (?, ?, ?)', [key, term, row]);
    this.#run('UPDATE state SET next_passage = next_passage + ?, next_vector = next_vector + ?', [
      entry.passages.length,
      vectors.length,
    ]);
  }

  #delete(id: string): boolean {
    const found = this.#prepare('SELECT row, first_passage, layout FROM documents WHERE id = ?').get(id);
    if (found === undefined) return false;
    const row = readInteger(found, 'row');
    const first = readInteger(found, 'first_passage');
    const layout = readUint32s(found, 'layout');
    const range = [first, first + layout.length / 2 - 1];
    this.#run('DELETE FROM passages WHERE row BETWEEN ? AND ?', range);
    this.#run('DELETE FROM passage_terms WHERE rowid BETWEEN ? AND ?', range);
    this.#run('DELETE FROM field_terms WHERE rowid = ?', [row]);
    this.#run('DELETE FROM texts WHERE document = ?', [row]);
    this.#run('DELETE FROM vectors WHERE document = ?', [row]);
    this.#run('DELETE FROM names WHERE document = ?', [row]);
    this.#run('DELETE FROM documents WHERE row = ?', [row]);
    this.#run('UPDATE state SET removals = removals + 1', []);
    return true;
  }

  #insertDocument(entry: IndexedDocument, firstPassage: number, firstVector: number): number {
    const { text, boilerplate, warnings, ...facts } = entry.document;
    const { lastInsertRowid } = this.#run(
      `INSERT INTO documents (id, facts, layout, first_passage, first_vector, field_length)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [
        facts.id,
        JSON.stringify(facts),
        bytesOf(layOut(entry.passages)),
        firstPassage,
        firstVector,
        countTerms(entry.fieldTerms),
      ],
    );
    const row = Number(lastInsertRowid);
    this.#run('INSERT INTO texts VALUES (?, ?, ?, ?)', [
      row,
      text,
      JSON.stringify(boilerplate),
      JSON.stringify(warnings),
    ]);
    this.#run('INSERT INTO field_terms (rowid, terms) VALUES (?, ?)', [row, entry.fieldTerms]);
    return row;
  }

  #run(sql: string, values: readonly SQLInputValue[]): StatementResultingChanges {
    return this.#prepare(sql).run(...values);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
