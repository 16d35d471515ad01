import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk } from '../support/open-desk.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { ROOT } from '../support/source-files.ts';

const asker = { platform: 'telegram', chat: '4242', person: '4242' };
const moderator = { ...asker, space: '-7', chat: '-7', person: '1' };

/** A data folder in which a chat platform was served. */
async function serveOnce(): Promise<string> {
  await using opened = await openTestDesk();
  const { desk, folder, ledger } = opened;
  const reply = await desk.ask({ origin: asker, text: 'Who met in Cairo?', locale: 'en' });
  if (reply.kind === 'answered') desk.feedback(reply.answer.id, asker, 'helpful');
  await desk.ask({
    origin: { ...asker, person: '5', chat: '5' },
    text: 'Who won the regatta?',
    locale: 'en',
  });
  desk.settings.change(moderator, { paused: true });
  ledger.tokens.spend(new Date().toISOString().slice(0, 10), undefined, { input: 1_200, output: 34 });
  return folder;
}

describe('footnote ledger', () => {
  let data = '';
  beforeAll(async () => {
    data = await serveOnce();
  });

  it('exports a line for everything that is kept, as text and as JSON Lines', async () => {
    const { code, stdout } = await runCli(['ledger', 'export', '--json', '--data', data]);
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ table }) => table)).toEqual(['answer', 'answer', 'feedback', 'audit', 'tokens']);
    expect(lines[0]).toMatchObject({ question: 'Who met in Cairo?', kind: 'grounded', platform: 'telegram' });
    expect(stdout).not.toContain('4242');
    const plain = await runCli(['ledger', 'export', '--data', data]);
    expect(plain.stdout.trim().split('\n')).toHaveLength(5);
    expect(plain.stdout).toMatch(/^\S+Z answer .*question=Who met in Cairo\? kind=grounded/);
  });

  it('counts in stats', async () => {
    const plain = await runCli(['stats', '--data', data]);
    expect(plain.stdout).toMatch(/answers +2 to 2 people, 1 of them abstentions/);
    expect(plain.stdout).toMatch(/tokens +\d{4}-\d\d-\d\d: 1,200 read, 34 written/);
    const json = JSON.parse((await runCli(['stats', '--json', '--data', data])).stdout);
    expect(json).toMatchObject({
      documents: 3,
      ledger: { answers: 2, helpful: 1 },
      tokens: [{ tokens: { input: 1_200, output: 34 } }],
    });
  });

  it('purges one person, what is old, or all', async () => {
    const purge = async (...args: string[]) =>
      (await runCli(['ledger', 'purge', ...args, '--data', data])).stderr;
    expect(await purge('--person', 'telegram:4242')).toMatch(
      /deleted: 1 questions of 1 conversations, 1 ratings/,
    );
    expect(await purge('--before', '2020-01-01')).toMatch(/deleted: 0 answers/);
    expect(await purge('--all')).toMatch(/deleted: 1 answers/);
    const { stdout, stderr, code } = await runCli(['ledger', 'export', '--data', data]);
    expect([stdout, stderr, code]).toEqual(['', 'nothing is kept\n', 0]);
  });

  it.each([
    [[], /one of --person PLATFORM:ID, --before DAY or --all/],
    [['--all', '--before', '2020-01-01'], /one of --person/],
    [['--person', '4242'], /"4242" is no person/],
    [['--before', 'yesterday'], /Write it as 2011-11-24/],
  ])('refuses purge %j', async (args, message) => {
    const { code, stderr } = await runCli(['ledger', 'purge', ...args, '--data', data]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it('says so where nothing is kept, and makes nothing', async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await runCli(['ledger', 'export', '--data', join(folder, 'data')]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/nothing is kept in .*: no chat platform/)]);
  });
});

describe('footnote start', () => {
  it('leaves documents as moderators decided, until an operator indexes them', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder();
    const [seeds, data] = [join(folder, 'seeds'), join(folder, 'data')];
    cpSync(join(ROOT, 'seeds'), seeds, { recursive: true });
    const start = () => runCli(['start', '--data', data], { input: '', environment: { SEEDS: seeds } });
    await runCli(['ingest', seeds, '--data', data]);
    await using opened = await openTestDesk({ folder: data });
    const { desk } = opened;
    await desk.corpus.remove('002', moderator);
    writeFileSync(join(seeds, 'new.txt'), 'A new article about the regatta of Velmora.');
    const first = await start();
    expect(first.stderr).toMatch(/left as moderators decided: 002_a501227d1568e9ca \(`footnote ingest FILE`/);
    expect(first.stderr).toMatch(/1 added/);
    expect(await opened.index.document('002_a501227d1568e9ca')).toBeUndefined();
    await runCli(['ingest', seeds, '--data', data]);
    expect(await opened.index.document('002_a501227d1568e9ca')).toBeDefined();
    expect((await start()).stderr).toBe('');
    expect(opened.ledger.changes.holds()).toEqual([]);
  });

  it('brings back what moderators added when the index is made anew', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const [seeds, data] = [join(folder, 'seeds'), join(folder, 'data')];
    cpSync(join(ROOT, 'seeds'), seeds, { recursive: true });
    await runCli(['ingest', seeds, '--data', data]);
    {
      await using opened = await openTestDesk({ folder: data });
      const { corpus } = opened.desk;
      const bytes = new TextEncoder().encode('The ferry of Velmora sails again.');
      const { ticket } = await corpus.read({ fileName: 'ferry.txt', bytes });
      await corpus.add(ticket, moderator);
      await corpus.remove('001', moderator);
    }
    const rebuilt = await runCli(['ingest', seeds, '--rebuild', '--data', data]);
    expect(rebuilt.stderr).toMatch(/brought back what moderators had added: ferry/);
    for (const name of readdirSync(data).filter((name) => name.startsWith('index'))) {
      rmSync(join(data, name), { recursive: true });
    }
    const started = await runCli(['start', '--data', data], { input: '', environment: { SEEDS: seeds } });
    expect(started.stderr).toMatch(/left as moderators decided: 001_39eabfb24ca25d24/);
    expect(started.stderr).toMatch(/brought back what moderators had added: ferry/);
    const { stdout } = await runCli(['sources', '--json', '--data', data]);
    const ids = JSON.parse(stdout).map(({ id }: { id: string }) => id);
    expect(ids.sort()).toEqual(['000_e8686d85092d98a3', '002_a501227d1568e9ca', 'ferry']);
  });
});
