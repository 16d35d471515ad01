import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { ingestSeeds } from '../support/seed-index.ts';

let data = '';
beforeAll(async () => {
  data = await ingestSeeds();
});

const run = (...args: readonly string[]) => runCli([...args, '--data', data]);

describe('footnote search', () => {
  it('prints candidates with their trace, best first', async () => {
    const { code, stdout } = await run('search', 'Mashal telephoned Abbas', '-k', '3', '--json');
    const { candidates, confidence, threshold } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(candidates).toHaveLength(3);
    expect(candidates[0]).toMatchObject({ documentId: '000_e8686d85092d98a3' });
    expect(candidates[0].trace.lists).toBeTypeOf('object');
    expect(Object.keys(candidates[0].trace.lists).length).toBeGreaterThan(0);
    const scores = candidates.map(({ score }: { score: number }) => score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(confidence).toBeTypeOf('number');
    expect(threshold).toBeTypeOf('number');
  });

  it('prints a place, a sentence and its ranks for people', async () => {
    const { stdout } = await run('search', '-k', '1', 'Mashal telephoned Abbas');
    expect(stdout).toMatch(/^1\. .*\(digest\) 000_e8686d85092d98a3:\d+-\d+\n/);
    expect(stdout).toMatch(/score [\d.]+ · .*#\d+/);
  });
});

describe('footnote sources', () => {
  it('lists the documents', async () => {
    const [people, scripts] = [await run('sources'), await run('sources', '--json')];
    expect(people.stdout.trimEnd().split('\n')).toHaveLength(3);
    expect(people.stdout).toContain('Militant Islam Monitor, 2011-11-24 (digest)');
    const listed = JSON.parse(scripts.stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([
      '000_e8686d85092d98a3',
      '001_39eabfb24ca25d24',
      '002_a501227d1568e9ca',
    ]);
    expect(listed[0]).toMatchObject({ publisher: null, published: null, kind: 'digest' });
  });

  it('tells what is known of one, by a beginning of its id', async () => {
    const { stdout } = await run('sources', '002');
    expect(stdout).toMatch(/^id +002_a501227d1568e9ca\n/);
    expect(stdout).toMatch(/\nauthor +Gavriel Queenann\n/);
  });

  it.each([
    ['00', /begins several ids \(000_e8686d85092d98a3, .*write more/],
    ['nothing', /no document has the id "nothing".*footnote sources/],
    ['', /no document has the id ""/],
  ])('refuses the id "%s"', async (id, problem) => {
    const { code, stdout, stderr } = await run('sources', id);
    expect(stderr).toMatch(problem);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });
});

describe('footnote quote', () => {
  it('prints every sentence in order, verbatim at its offsets', async () => {
    const quotes = JSON.parse((await run('quote', '000', '--json')).stdout);
    const { text } = JSON.parse((await run('sources', '000', '--json')).stdout);
    expect(quotes.length).toBeGreaterThan(10);
    for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    const starts = quotes.map(({ start }: { start: number }) => start);
    expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b));
  });

  it('prints those that share words with a query, best first', async () => {
    const { code, stdout } = await run('quote', '002', 'Tantawi', 'welcomed');
    expect(stdout.split('\n')[0]).toMatch(/^002_a501227d1568e9ca:\d+-\d+ {2}.*Tantawi.*welcomed/);
    expect(code).toBe(0);
  });

  it('exits with 3 when no sentence fits', async () => {
    const { code, stdout } = await run('quote', '002', 'submarine');
    expect(stdout).toBe('');
    expect(code).toBe(3);
  });
});

describe('footnote check', () => {
  it.each([
    ['Hamas seized Gaza in 2007', 'exact', 0],
    ['Hamas had won each one of the 66 seats of the electoral districts', 'nearly', 0],
    ['The submarine will dive below the polar ice next summer', 'not-found', 3],
  ])('tells of "%s" that it is %s', async (text, verdict, exitCode) => {
    const { code, stdout } = await run('check', text, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ verdict });
    expect(code).toBe(exitCode);
  });

  it('shows how the wording differs, without colours too', async () => {
    const { stdout } = await run('check', 'Hamas had won each of the 66 seats of the electoral districts');
    expect(stdout).toMatch(/worded differently/);
    expect(stdout).toMatch(/won \[-every one-\] \{\+each\+\} of the 66 seats/);
  });
});

describe('footnote stats', () => {
  it('counts what the index holds', async () => {
    const stats = JSON.parse((await run('stats', '--json')).stdout);
    expect(stats).toMatchObject({ documents: 3, search: 'exact', dimensions: 128 });
    expect((await run('stats')).stdout).toMatch(/documents +3\n/);
  });
});

describe('footnote doctor', () => {
  it('finds nothing wrong with a good set-up', async () => {
    const { code, stdout } = await run('doctor');
    expect(stdout).not.toContain('BAD');
    expect(stdout).toMatch(/ok +node +Node 24/);
    expect(stdout).toMatch(/ok +index .*3 documents/);
    expect(code).toBe(0);
  });

  it('names what is wrong with its remedy, and exits with 1', async () => {
    const { code, stdout } = await runCli(['doctor', '--data', join(temporaryFolder(), 'nothing')], {
      environment: { CACHE_DIR: '/dev/null/cache', EMBEDDINGS: 'telepathy' },
    });
    expect(stdout).toMatch(/BAD +cache +\/dev\/null\/cache cannot be written \(ENOTDIR\): set CACHE_DIR/);
    expect(stdout).toMatch(/BAD +embeddings +EMBEDDINGS is "telepathy"/);
    expect(code).toBe(1);
  });

  it('takes a missing index for a beginning, not a fault', async () => {
    const { code, stdout } = await runCli(['doctor', '--data', join(temporaryFolder(), 'nothing')]);
    expect(stdout).toMatch(/note +index .*footnote ingest/);
    expect(code).toBe(0);
  });
});
