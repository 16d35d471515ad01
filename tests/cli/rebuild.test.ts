import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmbeddingServer } from '../support/embedding-server.ts';
import { freePort } from '../support/local-server.ts';
import { openTestDesk } from '../support/open-desk.ts';
import { type CliRun, runCli, sees, temporaryFolder } from '../support/run-cli.ts';
import { ROOT } from '../support/source-files.ts';

const QUESTION = 'Who inspected the Velmora lighthouse?';
const OLD = 'The Velmora lighthouse was inspected on Monday by Ida Quill, the port said.';
const NEW = 'The Velmora lighthouse was inspected on Friday by Otto Brandt, the coast guard said.';
const DELETED = 'Nils Harrow, the treasurer of Velmora, resigned over the ferry accounts.';
const TIMEOUT_MS = 60_000;

/** Articles in a folder: the seeds, and these. */
function writeArticles(articles: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'articles');
  cpSync(join(ROOT, 'seeds'), folder, { recursive: true });
  for (const [name, text] of Object.entries(articles)) writeFileSync(join(folder, name), text);
  return folder;
}

const before = writeArticles({ 'lighthouse.txt': OLD, 'treasurer.txt': DELETED });
const after = writeArticles({ 'lighthouse.txt': NEW });

/** An index of the articles of before, in a folder of its own. */
async function indexBefore(): Promise<string> {
  const data = join(temporaryFolder(), 'data');
  const { code, stderr } = await runCli(['ingest', before, '--data', data]);
  expect(code, stderr).toBe(0);
  return data;
}

const rebuild = (folder: string, data: string, environment: Record<string, string> = {}): Promise<CliRun> =>
  runCli(['ingest', folder, '--rebuild', '--data', data], { environment });

/** `footnote start` as a process of its own while `use` runs, and what it said in the end. */
async function serve(data: string, use: (address: string) => Promise<void>): Promise<CliRun> {
  const port = await freePort();
  const used = Promise.withResolvers<void>();
  const run = await runCli(['start', '--data', data], {
    environment: { WEB_PORT: String(port) },
    onStart: (child) => {
      sees(child, /Web page: http/)
        .then(() => use(`http://127.0.0.1:${port}`))
        .then(used.resolve, used.reject)
        .finally(() => child.kill('SIGTERM'));
    },
  });
  await used.promise;
  return run;
}

async function ask(address: string, question: string): Promise<{ status: number; text: string }> {
  const reply = await fetch(`${address}/api/ask?q=${encodeURIComponent(question)}`);
  return { status: reply.status, text: await reply.text() };
}

describe('a running process, when another one rebuilds the index', () => {
  it('goes over to the new one between two questions', { timeout: TIMEOUT_MS }, async () => {
    const data = await indexBefore();
    const run = await serve(data, async (address) => {
      expect((await ask(address, 'Why did Nils Harrow resign?')).text).toContain('ferry accounts');
      const ingest = rebuild(after, data);
      let isRebuilding = true;
      ingest.finally(() => {
        isRebuilding = false;
      });
      const answers: string[] = [];
      while (isRebuilding) {
        const { status, text } = await ask(address, QUESTION);
        expect(status).toBe(200);
        const names = ['Ida Quill', 'Monday', 'Otto Brandt', 'Friday'].filter((name) => text.includes(name));
        answers.push(names.join(', '));
      }
      expect((await ingest).code).toBe(0);
      // Never a mixture, and never back.
      expect([...new Set(answers)]).toEqual(
        ['Ida Quill, Monday', 'Otto Brandt, Friday'].slice(0, new Set(answers).size),
      );
      expect(answers[0]).toBe('Ida Quill, Monday');
      expect((await ask(address, QUESTION)).text).toContain('Otto Brandt');
      const deleted = await ask(address, 'Why did Nils Harrow resign?');
      expect(deleted.status).toBe(200);
      expect(deleted.text).not.toContain('ferry accounts');
      expect((await fetch(`${address}/documents/treasurer`)).status).toBe(404);
      expect(await (await fetch(`${address}/documents/lighthouse`)).text()).toContain('Otto Brandt');
    });
    expect(run.stderr).toMatch(/^Web page: \S+\nstopping\n$/);
  });

  it('lets moderators quote and check the new words', { timeout: TIMEOUT_MS }, async () => {
    const data = await indexBefore();
    await using opened = await openTestDesk({ folder: data });
    const { desk } = opened;
    const quote = async (): Promise<readonly string[]> => [
      ...(await desk.showQuote('lighthouse', undefined)).map((place) => place.quote.text),
      ...(await desk.findQuotes('Velmora lighthouse', { limit: 1 })).map((place) => place.quote.text),
    ];
    expect(await quote()).toEqual([OLD, OLD]);
    expect((await desk.check(DELETED)).verdict).toBe('exact');
    expect((await rebuild(after, data)).code).toBe(0);
    expect(await quote()).toEqual([NEW, NEW]);
    expect((await desk.check(OLD)).verdict).not.toBe('exact');
    expect((await desk.check(DELETED)).verdict).not.toBe('exact');
    await expect(desk.showQuote('treasurer', undefined)).rejects.toThrow(/treasurer/);
    expect(await desk.suggestDocuments('treasurer', 5)).toEqual([]);
  });

  it('refuses questions where it cannot read the new one, and says why', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const data = await indexBefore();
    await using embeddings = await startEmbeddingServer();
    const run = await serve(data, async (address) => {
      expect((await ask(address, QUESTION)).status).toBe(200);
      const { code, stderr } = await rebuild(after, data, {
        EMBEDDINGS: 'openai:other',
        EMBEDDINGS_BASE_URL: `${embeddings.url}/v1`,
      });
      expect(code, stderr).toBe(0);
      const refused = await ask(address, QUESTION);
      expect(refused.status).toBe(500);
      expect(refused.text).not.toContain('Ida Quill');
      expect((await fetch(`${address}/healthz`)).status).toBe(500);
      expect((await rebuild(after, data)).code).toBe(0);
      await expect.poll(async () => (await ask(address, QUESTION)).status, { timeout: 5_000 }).toBe(200);
      expect((await ask(address, QUESTION)).text).toContain('Otto Brandt');
    });
    expect(run.stderr).toMatch(/The index was replaced .*openai:other.*start this process again/);
  });

  it('leaves the index as it was where no document could be read', { timeout: TIMEOUT_MS }, async () => {
    const data = await indexBefore();
    const failed = await rebuild(join(temporaryFolder(), 'nowhere'), data);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/no document was read, so the index in .* stays as it was/);
    const { stdout } = await runCli(['ask', QUESTION, '--data', data]);
    expect(stdout).toContain('Ida Quill');
  });
});
