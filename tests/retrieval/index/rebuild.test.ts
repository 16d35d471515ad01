import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type OpenOptions,
  openIndex,
  openRebuild,
  type Rebuild,
} from '../../../src/retrieval/index/open-index.ts';
import type { PassageIndex } from '../../../src/types.ts';
import { vectorOf } from '../../contracts/make-entry.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { makeVersion, PASSAGES } from './versions.ts';

const embedder = { id: 'hashed', dimensions: 8 };
const KILLS = 12;
const LONGEST_LIFE_MS = 120;

let folder: string;
let remove: () => void;
let notes: string[];
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  notes = [];
});
afterEach(() => remove());

const options = { embedder, note: (line: string) => notes.push(line) };
const openReader = (): Promise<PassageIndex> => openIndex(folder, { ...options, mode: 'read' });

/** Every document in one version, by a rebuild. */
async function rebuildAs(
  version: number,
  ids: readonly string[],
  other: Partial<OpenOptions> = {},
): Promise<void> {
  const rebuild = await startRebuild(version, ids, other);
  await rebuild.takePlace();
}

async function startRebuild(
  version: number,
  ids: readonly string[],
  other: Partial<OpenOptions> = {},
): Promise<Rebuild> {
  const rebuild = await openRebuild(folder, { ...options, ...other });
  for (const id of ids) await rebuild.put(makeVersion(id, version));
  await rebuild.flush();
  return rebuild;
}

async function fill(version: number, ids: readonly string[]): Promise<void> {
  const index = await openIndex(folder, { ...options, mode: 'write' });
  for (const id of ids) await index.put(makeVersion(id, version));
  await index.close();
}

/** What a reader finds by words, by meaning and by id, as titles: `<id>v<version>`. */
async function findTitles(index: PassageIndex): Promise<readonly string[]> {
  return index.during(async () => {
    const hits = await index.matchingPassages([{ term: 'first', weight: 1 }], { limit: 1000 });
    const near = await index.nearest(vectorOf('any', 8), { limit: 1000 });
    const passages = await index.passages([...hits, ...near].map(({ id }) => id));
    expect(passages).toHaveLength(hits.length + near.length);
    const listed = await index.documents();
    const texts = await Promise.all(listed.map(({ id }) => index.document(id)));
    const named = [...passages, ...texts].map((found) => /^\S+/.exec(found?.text ?? '')?.[0] ?? 'gone');
    expect(new Set(listed.map(({ title }) => title))).toEqual(new Set(named));
    expect(hits).toHaveLength(listed.length * PASSAGES);
    return [...new Set(named)].sort();
  });
}

describe('a reader, when the index is rebuilt', () => {
  it('goes over to the new one, and finds nothing of what is gone', async () => {
    await fill(0, ['d0', 'd1']);
    await using reader = disposable(await openReader());
    expect(await findTitles(reader)).toEqual(['d0v0', 'd1v0']);
    await rebuildAs(1, ['d1', 'd2']);
    expect(await findTitles(reader)).toEqual(['d1v1', 'd2v1']);
    await rebuildAs(2, ['d2']);
    expect(await findTitles(reader)).toEqual(['d2v2']);
    expect(notes).toEqual([]);
  });

  it('sees nothing of it before it is complete, and nothing at all of one that is given up', async () => {
    await fill(0, ['d0']);
    await using reader = disposable(await openReader());
    const rebuild = await startRebuild(1, ['d0', 'd1']);
    expect(await findTitles(reader)).toEqual(['d0v0']);
    await using meanwhile = disposable(await openReader());
    expect(await findTitles(meanwhile)).toEqual(['d0v0']);
    await rebuild.close();
    expect(await findTitles(reader)).toEqual(['d0v0']);
    expect(readdirSync(folder).filter((name) => name.startsWith('index'))).toEqual([]);
  });

  it('ends on the old one what it began there, and then closes it', async () => {
    await fill(0, ['d0']);
    await using reader = disposable(await openReader());
    await reader.during(async () => {
      await rebuildAs(1, ['d0']);
      expect(await findTitles(reader)).toEqual(['d0v0']);
    });
    expect(await findTitles(reader)).toEqual(['d0v1']);
    expect(openDeletedFiles()).toEqual([]);
  });

  it('does not take what the new one holds for what the old one held, changed as often as it was', async () => {
    await fill(0, ['d0']);
    await using reader = disposable(await openReader());
    const before = await reader.stats();
    await rebuildAs(1, ['d0']);
    expect((await reader.stats()).generation).toBeGreaterThan(before.generation);
  });

  it('sees what is put into the new one afterwards', async () => {
    await fill(0, ['d0']);
    await using reader = disposable(await openReader());
    await rebuildAs(1, ['d0']);
    await fill(2, ['d1']);
    expect(await findTitles(reader)).toEqual(['d0v1', 'd1v2']);
    expect(readdirSync(folder)).not.toContain('footnote.db');
  });

  it('follows a folder that is deleted and filled again', async () => {
    await fill(0, ['d0']);
    await using reader = disposable(await openReader());
    await rebuildAs(1, ['d0']);
    expect(await findTitles(reader)).toEqual(['d0v1']);
    rmSync(folder, { recursive: true });
    await fill(2, ['d0']);
    expect(await findTitles(reader)).toEqual(['d0v2']);
  });

  it('answers no more where the new one is of another embedder, says so once, and goes on with the next', async () => {
    await fill(0, ['d0']);
    await using reader = disposable(await openReader());
    await rebuildAs(1, ['d1'], { embedder: { id: 'other-model', dimensions: 8 } });
    const refused = { name: 'IndexError', code: 'embedder', message: expect.stringContaining('other-model') };
    await expect(reader.documents()).rejects.toMatchObject(refused);
    await expect(reader.during(() => reader.document('d0'))).rejects.toMatchObject(refused);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/replaced.*answers nothing.*other-model.*start this process again/);
    await rebuildAs(2, ['d2']);
    await expect.poll(() => findTitles(reader), { timeout: 5_000 }).toEqual(['d2v2']);
    expect(notes).toHaveLength(1);
  });

  it('answers no more where the new one is of another format', async () => {
    await fill(0, ['d0']);
    await using reader = disposable(await openReader());
    await rebuildAs(1, ['d0']);
    const [rebuilt = ''] = readdirSync(folder).filter((name) => name.startsWith('index-'));
    const database = new DatabaseSync(join(folder, rebuilt, 'footnote.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(reader.documents()).rejects.toMatchObject({ code: 'version' });
    expect(notes.join()).toMatch(/format 99.*start this process again/);
  });

  it('says that it cannot tell which index is in use where that file is damaged', async () => {
    await fill(0, ['d0']);
    await rebuildAs(1, ['d0']);
    writeFileSync(join(folder, 'index.current'), '../elsewhere');
    await expect(openReader()).rejects.toMatchObject({ code: 'damaged' });
    await rebuildAs(2, ['d0']);
    await using reader = disposable(await openReader());
    expect(await findTitles(reader)).toEqual(['d0v2']);
  });
});

it('stays whole, in one version, when a rebuild is killed at any moment', { timeout: 60_000 }, async () => {
  await fill(0, ['d0', 'd1', 'd2']);
  await using reader = disposable(await openReader());
  let version = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await rebuildUntilKilled(version + 1);
    const titles = await findTitles(reader);
    await using fresh = disposable(await openReader());
    expect(await findTitles(fresh)).toEqual(titles);
    const seen = Number(/v(\d+)$/.exec(titles[0] ?? '')?.[1]);
    expect(titles).toEqual(['d0', 'd1', 'd2'].map((id) => `${id}v${seen}`));
    expect(seen).toBeGreaterThanOrEqual(version);
    version = seen;
  }
  expect(version).toBeGreaterThan(0);
  await fill(version, ['d0']);
  expect(readdirSync(folder).filter((name) => /^index-|footnote\.db/.test(name))).toHaveLength(1);
  expect(notes).toEqual([]);
});

/** Reads all the while, as a running process does. */
async function rebuildUntilKilled(from: number): Promise<void> {
  const script = join(import.meta.dirname, 'rebuild-child.ts');
  const child = spawn(process.execPath, [script, folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await using reader = disposable(await openReader());
  await once(child.stdout, 'data');
  const until = performance.now() + Math.random() * LONGEST_LIFE_MS;
  while (performance.now() < until) {
    const titles = await findTitles(reader);
    expect(new Set(titles.map((title) => title.replace(/^.*v/, ''))).size).toBe(1);
    await setTimeout(1);
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Files of the folder that this process has open though they are deleted; where the system tells. */
function openDeletedFiles(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const paths = readdirSync('/proc/self/fd').flatMap((descriptor) => {
    const path = readlinkIfOpen(join('/proc/self/fd', descriptor));
    return path?.startsWith(folder) && path.endsWith('(deleted)') ? [path] : [];
  });
  return paths;
}

function readlinkIfOpen(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

function disposable(index: PassageIndex): PassageIndex & AsyncDisposable {
  return Object.assign(index, { [Symbol.asyncDispose]: () => index.close() });
}
