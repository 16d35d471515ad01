import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { readInteger } from './columns.ts';
import { POSTINGS_TABLES } from './schema.ts';

/** FTS5 looks a term up in each of its segments; every transaction leaves one, and it merges them but partly by itself. */
const MOST_SEGMENTS = 4;

/** What is merged before other work gets its turn: some 10 ms. */
const PAGES_A_STEP = 32;

function count(database: DatabaseSync, sql: string): number {
  return readInteger(database.prepare(sql).get() ?? {}, 'count');
}

/**
 * Makes one segment of many, which makes looking up a rare term five times as fast. Done in steps, each a transaction
 * of its own: https://www.sqlite.org/fts5.html#the_merge_command
 */
export async function mergeSegments(database: DatabaseSync): Promise<void> {
  for (const table of POSTINGS_TABLES) {
    if (count(database, `SELECT count(DISTINCT segid) AS count FROM ${table}_idx`) <= MOST_SEGMENTS) continue;
    const merge = database.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`);
    // A negative number starts a merge of all segments; positive ones go on with it until nothing is left to do.
    for (let pages = -PAGES_A_STEP; ; pages = PAGES_A_STEP) {
      const before = count(database, 'SELECT total_changes() AS count');
      merge.run(pages);
      if (count(database, 'SELECT total_changes() AS count') - before < 2) break;
      await setImmediate();
      if (!database.isOpen) return;
    }
  }
}
