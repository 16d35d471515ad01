import { cpSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CliRun, runCli, temporaryFolder } from '../support/run-cli.ts';
import { ingestSeeds } from '../support/seed-index.ts';

/** One line of cause and remedy, no stack, nothing on stdout, exit code 1. */
function expectOneLine({ code, stdout, stderr }: CliRun, pattern: RegExp): void {
  expect(stderr).toMatch(pattern);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

const READING = [
  ['ask', 'Who was assassinated?'],
  ['search', 'assassinated'],
  ['sources'],
  ['quote', '000'],
  ['check', 'some words'],
  ['stats'],
];

describe('a data folder', () => {
  let good = '';
  beforeAll(async () => {
    good = await ingestSeeds();
  });

  /** A copy of the good one, to be spoilt. */
  function copy(): string {
    const folder = join(temporaryFolder(), 'data');
    cpSync(good, folder, { recursive: true });
    return folder;
  }

  it.each(READING)('that does not exist is named with what to run (%s)', async (...args) => {
    const folder = join(temporaryFolder(), 'nothing');
    expectOneLine(await runCli([...args, '--data', folder]), /no folder .*nothing.*footnote ingest/);
  });

  it.each(READING)('that is empty is named with what to run (%s)', async (...args) => {
    expectOneLine(
      await runCli([...args, '--data', temporaryFolder()]),
      /(no documents|empty).*footnote ingest/,
    );
  });

  it('that another process writes to can be read but not written', async () => {
    const folder = copy();
    const lock = new DatabaseSync(join(folder, 'writer.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    const [asked, ingested] = [
      await runCli(['ask', 'Who was assassinated?', '--data', folder]),
      await runCli(['ingest', 'seeds', '--data', folder]),
    ];
    lock.close();
    expect([0, 3]).toContain(asked.code);
    expectOneLine(ingested, /Another process is writing .*Wait/);
  });

  it('that is damaged is named with what rebuilds it', async () => {
    const folder = copy();
    truncateSync(join(folder, 'footnote.db'), 5_000);
    for (const name of readdirSync(folder)) if (/-(wal|shm)$/.test(name)) rmSync(join(folder, name));
    expectOneLine(await runCli(['ask', 'Who?', '--data', folder]), /damaged.*--rebuild/);
  });

  it('that holds something else under the name of the index is damaged', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'footnote.db'), 'these are not the pages of a database '.repeat(500));
    expectOneLine(await runCli(['ask', 'Who?', '--data', folder]), /damaged.*--rebuild/);
  });

  it('of another version is named with what rebuilds it', async () => {
    const folder = copy();
    const database = new DatabaseSync(join(folder, 'footnote.db'));
    database.exec('PRAGMA user_version = 9999');
    database.close();
    expectOneLine(await runCli(['ask', 'Who?', '--data', folder]), /version.*/);
  });

  it('that is a file says so', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'no folder');
    const { code, stderr } = await runCli(['ask', 'Who?', '--data', file]);
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(statSync(file).size).toBe(9);
  });

  it('is rebuilt by ingest --rebuild when damaged', async () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'footnote.db'), 'these are not the pages of a database '.repeat(500));
    const refused = await runCli(['ingest', 'seeds', '--data', folder]);
    expectOneLine(refused, /damaged.*--rebuild/);
    const rebuilt = await runCli(['ingest', 'seeds', '--data', folder, '--rebuild']);
    expect(rebuilt.code).toBe(0);
    expect((await runCli(['stats', '--json', '--data', folder])).stdout).toContain('"documents": 3');
  });
});
