import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndexError } from '../../../src/errors.ts';
import { type OpenOptions, openIndex, openRebuild } from '../../../src/retrieval/index/open-index.ts';
import type { PassageIndex } from '../../../src/types.ts';
import { makeEntry } from '../../contracts/make-entry.ts';
import { temporaryFolder } from './temporary-folder.ts';

const embedder = { id: 'hashed', dimensions: 8 };
const FOR_OTHERS = 0o077;

let root: string;
let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder: root, remove } = temporaryFolder());
  folder = join(root, 'data');
});
afterEach(() => remove());

const open = (mode: OpenOptions['mode'], options: Partial<OpenOptions> = {}): Promise<PassageIndex> =>
  openIndex(folder, { embedder, mode, ...options });

async function fill(documents = 3): Promise<void> {
  const index = await open('write');
  for (let number = 0; number < documents; number++) {
    await index.put(makeEntry({ id: `d${number}`, passages: [[`word${number} common`]] }));
  }
  await index.close();
}

/** Opens and searches, since damage may lie where only a search comes by. */
async function use(options: Partial<OpenOptions> = {}): Promise<readonly string[]> {
  const index = await open('read', options);
  try {
    await index.passagesOf('d0');
    const hits = await index.matchingPassages([{ term: 'common', weight: 1 }], { limit: 1000 });
    return hits.map((hit) => hit.id);
  } finally {
    await index.close();
  }
}

/** One line, with the code and the folder; what `says` names is in it. */
async function expectIndexError(
  work: Promise<unknown>,
  code: IndexError['code'],
  says: RegExp,
): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toMatchObject({ name: 'IndexError', code, message: expect.stringMatching(says) });
  expect(error.message).not.toContain('\n');
  expect(error.message).toContain(folder);
}

describe('opening an index', () => {
  it('says that the folder is missing, and creates nothing', async () => {
    await expectIndexError(open('read'), 'missing', /footnote ingest PATH\.\.\. --data/);
    expect(existsSync(folder)).toBe(false);
  });

  it('says that nothing is indexed, in a folder without an index and in an index without documents', async () => {
    mkdirSync(folder);
    await expectIndexError(open('read'), 'empty', /holds no documents.*footnote ingest/);
    await fill(0);
    await expectIndexError(open('read'), 'empty', /holds no documents.*footnote ingest/);
  });

  it('says that a file in place of the folder cannot be used', async () => {
    writeFileSync(folder, 'a file');
    await expect(open('write')).rejects.toMatchObject({
      name: 'FootnoteError',
      message: expect.stringMatching(/cannot be read or written\. Check that it is a folder/),
    });
  });

  it('takes a file that a killed writer left without tables for an empty index', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'footnote.db'), '');
    await expectIndexError(open('read'), 'empty', /footnote ingest/);
    await fill();
    expect(await use()).toHaveLength(3);
  });

  it('lets one writer in at a time, and readers meanwhile', async () => {
    await fill();
    const writer = await open('write');
    await expectIndexError(open('write'), 'locked', /[Aa]nother process.*[Ww]ait/);
    expect(await use()).toHaveLength(3);
    await writer.close();
    await (await open('write')).close();
  });

  it('is not kept out by a lock file that is left behind', async () => {
    await fill();
    expect(existsSync(join(folder, 'writer.lock'))).toBe(true);
    await (await open('write')).close();
  });

  it.each([
    [
      'text',
      (path: string) =>
        writeFileSync(path, 'this is no database, though it is long enough to be one'.repeat(200)),
    ],
    ['the database of another program', otherDatabase],
    [
      'a file cut in half',
      (path: string) => writeFileSync(path, readFileSync(path).subarray(0, statSync(path).size / 2)),
    ],
    ['zeros in the middle', overwriteMiddle],
  ])('says that the index is damaged when it holds %s', async (_, damage) => {
    await fill(200);
    damage(join(folder, 'footnote.db'));
    await expectIndexError(use(), 'damaged', /--rebuild/);
    const rebuild = await openRebuild(folder, { embedder });
    for (const id of ['d0', 'd1']) await rebuild.put(makeEntry({ id, passages: [['common']] }));
    await rebuild.takePlace();
    expect(await use()).toHaveLength(2);
  });

  it('says that another version wrote it', async () => {
    await fill();
    const database = new DatabaseSync(join(folder, 'footnote.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expectIndexError(open('read'), 'version', /format 99.*--rebuild/);
    await expectIndexError(open('write'), 'version', /format 99.*--rebuild/);
  });

  it('names both embedders when they differ, and how to rebuild', async () => {
    await fill();
    const other = { id: 'other-model', dimensions: 16 };
    for (const mode of ['read', 'write'] as const) {
      await expectIndexError(open(mode, { embedder: other }), 'embedder', /hashed.*other-model.*--rebuild/);
    }
    await expectIndexError(open('read', { embedder: { id: 'hashed', dimensions: 16 } }), 'embedder', /8.*16/);
    expect(await use()).toHaveLength(3);
  });

  it('takes up any embedder while there is nothing to lose', async () => {
    await fill(0);
    const index = await open('write', { embedder: { id: 'other-model', dimensions: 16 } });
    expect(await index.stats()).toMatchObject({ embedder: 'other-model', dimensions: 16 });
    await index.close();
  });

  it('keeps folder and files to their owner', async () => {
    await fill();
    const index = await open('write');
    for (const name of ['', 'footnote.db', 'footnote.db-wal', 'writer.lock']) {
      expect(statSync(join(folder, name)).mode & FOR_OTHERS).toBe(0);
    }
    await index.close();
  });

  it('reads where it may not write', async () => {
    await fill();
    const script = join(import.meta.dirname, 'read-only-child.ts');
    chmodSync(join(folder, 'footnote.db'), 0o444);
    chmodSync(folder, 0o555);
    chmodSync(root, 0o755);
    const child = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
    chmodSync(folder, 0o755);
    expect(child.stderr).toBe('');
    expect(child.stdout.trim()).toBe('3');
  });
});

function otherDatabase(path: string): void {
  writeFileSync(path, '');
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE bookmarks (url TEXT)');
  database.close();
}

function overwriteMiddle(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0, 8192, bytes.length - 4096);
  writeFileSync(path, bytes);
}
