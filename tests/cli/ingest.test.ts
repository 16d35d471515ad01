import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

function writeArticles(articles: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'articles');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(folder, name), text);
  return folder;
}

const BRIDGE = 'The harbour bridge reopened on Monday. Engineers had replaced 412 bolts, the port said.';
const FERRY = 'The night ferry will not sail this winter. Its owner named the price of fuel as the reason.';

describe('footnote ingest', () => {
  it('sums up what it did, skips what has not changed, and replaces what has', async () => {
    const articles = writeArticles({ 'bridge.txt': BRIDGE, 'ferry.txt': FERRY });
    const data = join(temporaryFolder(), 'data');
    const first = await runCli(['ingest', articles, '--data', data]);
    const again = await runCli(['ingest', articles, '--data', data]);
    writeFileSync(join(articles, 'ferry.txt'), `${FERRY} It will sail again in April.`);
    const changed = await runCli(['ingest', articles, '--data', data]);
    expect([first.code, again.code, changed.code]).toEqual([0, 0, 0]);
    expect(first.stdout).toBe('');
    expect(first.stderr).toMatch(/data: 2 added, 0 unchanged, 2 passages in [\d.]+ s\n$/);
    expect(again.stderr).toMatch(/0 added, 2 unchanged in [\d.]+ s\n$/);
    expect(changed.stderr).toMatch(/0 added, 1 replaced, 1 unchanged, 1 passages in [\d.]+ s\n$/);
  });

  it('removes with --prune what is gone', async () => {
    const articles = writeArticles({ 'bridge.txt': BRIDGE, 'ferry.txt': FERRY });
    const data = join(temporaryFolder(), 'data');
    await runCli(['ingest', articles, '--data', data]);
    rmSync(join(articles, 'ferry.txt'));
    const kept = await runCli(['ingest', articles, '--data', data]);
    expect(kept.stderr).not.toContain('removed');
    const pruned = await runCli(['ingest', articles, '--data', data, '--prune']);
    expect(pruned.stderr).toMatch(/1 unchanged, 1 removed/);
    const sources = await runCli(['sources', '--json', '--data', data]);
    expect(JSON.parse(sources.stdout).map(({ id }: { id: string }) => id)).toEqual(['bridge']);
  });

  it('says in a line what could not be read, indexes the rest, and exits with 1', async () => {
    const articles = writeArticles({ 'bridge.txt': BRIDGE, 'empty.txt': '', 'lines.jsonl': '{"id": "x"\n' });
    const data = join(temporaryFolder(), 'data');
    const { code, stderr } = await runCli([
      'ingest',
      articles,
      join(articles, 'nowhere.txt'),
      '--data',
      data,
    ]);
    expect(code).toBe(1);
    const problems = stderr.split('\n').filter((line) => line.startsWith('problem:'));
    expect(problems.map((line) => /empty\.txt|lines\.jsonl:1|nowhere\.txt/.exec(line)?.[0]).sort()).toEqual([
      'empty.txt',
      'lines.jsonl:1',
      'nowhere.txt',
    ]);
    expect(stderr).toMatch(/1 added, 0 unchanged, 3 not read/);
  });

  it('stops cleanly at Ctrl-C, and goes on from there', { timeout: 60_000 }, async () => {
    // Words that no cache knows, so that embedding takes a while.
    const word = (n: number) =>
      `zq${n.toString(26).replace(/\d/g, (digit) => String.fromCharCode(107 + Number(digit)))}`;
    const text = (n: number) =>
      Array.from(
        { length: 12 },
        (_, s) => `The ${Array.from({ length: 9 }, (_, w) => word(n * 200 + s * 9 + w)).join(' ')} met.`,
      ).join(' ');
    const articles = writeArticles(
      Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`n${n}.txt`, text(n)])),
    );
    const [data, cache] = [join(temporaryFolder(), 'data'), temporaryFolder()];
    const stopped = await runCli(['ingest', articles, '--data', data], {
      environment: { CACHE_DIR: cache },
      // One keystroke reaches the program twice when npm hands it on.
      onStart: (child) => {
        setTimeout(() => child.kill('SIGINT'), 2_500);
        setTimeout(() => child.kill('SIGINT'), 2_550);
      },
    });
    expect(stopped.stderr).toMatch(/stopping after the document in hand.*\nstopped: what was indexed stays/);
    expect(stopped.stderr).not.toMatch(/\n\s+at /);
    expect(stopped.code).toBe(130);
    const stats = await runCli(['stats', '--json', '--data', data]);
    expect(stats.code === 0 ? JSON.parse(stats.stdout).documents : stats.stderr).toSatisfy(
      (found: unknown) =>
        typeof found === 'number' ? found < 400 : /holds no documents/.test(String(found)),
    );
  });
});
