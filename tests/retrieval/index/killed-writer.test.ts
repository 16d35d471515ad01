import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openIndex } from '../../../src/retrieval/index/open-index.ts';
import type { PassageIndex } from '../../../src/types.ts';
import { vectorOf } from '../../contracts/make-entry.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { makeVersion, PASSAGES } from './versions.ts';

const KILLS = 20;
const LONGEST_LIFE_MS = 100;
const TIMEOUT_MS = 90_000;

async function writeUntilKilled(folder: string, seed: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'put-child.ts'), folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  await setTimeout(Math.random() * LONGEST_LIFE_MS);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Every document is there in one version, wholly, and nothing is found of any other. */
async function expectWhole(index: PassageIndex): Promise<number> {
  const stats = await index.stats();
  const listed = await index.documents();
  for (const { id, title } of listed) {
    const version = Number(title.slice(id.length + 1));
    const expected = makeVersion(id, version);
    expect(await index.document(id)).toEqual(expected.document);
    expect(await index.passagesOf(id)).toEqual(expected.passages.map(({ passage }) => passage));
    expect(await index.namesByKey([id])).toEqual([title]);
    const term = [{ term: title, weight: 1 }];
    expect(await index.matchingPassages(term, { limit: 100 })).toHaveLength(PASSAGES);
    expect((await index.matchingDocuments(term, { limit: 100 })).map((hit) => hit.id)).toEqual([id]);
    expect(await index.frequencies([title, `field-${title}`])).toEqual([PASSAGES, PASSAGES]);
    const [nearest] = await index.nearest(vectorOf(`${title} p3 second`, 8), { limit: 1 });
    expect(nearest).toMatchObject({ id: `${id}#3`, sentence: 1 });
  }
  const all = await index.matchingPassages([{ term: 'first', weight: 1 }], { limit: 10_000 });
  const vectors = await index.nearest(vectorOf('any', 8), { limit: 10_000 });
  expect(all).toHaveLength(listed.length * PASSAGES);
  expect(vectors).toHaveLength(listed.length * PASSAGES * 2);
  expect(stats).toMatchObject({ documents: listed.length, passages: all.length, vectors: vectors.length });
  return stats.generation;
}

/** SQLite's own opinion, and that no row is left of a document that is gone. */
function expectSound(path: string): void {
  const database = new DatabaseSync(path);
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  for (const table of ['passage_terms', 'field_terms']) {
    database.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`);
  }
  for (const [table, column] of [
    ['texts', 'document'],
    ['vectors', 'document'],
    ['names', 'document'],
  ] as const) {
    const orphans = database.prepare(
      `SELECT count(*) AS n FROM ${table} WHERE ${column} NOT IN (SELECT row FROM documents)`,
    );
    expect(orphans.get()).toEqual({ n: 0 });
  }
  database.close();
}

it(
  'leaves every document whole or absent when its writer is killed at any moment',
  async () => {
    const { folder, remove } = temporaryFolder();
    let generation = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      await writeUntilKilled(folder, generation);
      const index = await openIndex(folder, { embedder: { id: 'hashed', dimensions: 8 }, mode: 'write' });
      const next = await expectWhole(index);
      expect(next).toBeGreaterThanOrEqual(generation);
      generation = next;
      await index.close();
    }
    expectSound(join(folder, 'footnote.db'));
    expect(generation).toBeGreaterThan(KILLS);
    remove();
  },
  TIMEOUT_MS,
);
