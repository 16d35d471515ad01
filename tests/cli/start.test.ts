import { cpSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freePort, listenLocally } from '../support/local-server.ts';
import { runCli, sees, temporaryFolder } from '../support/run-cli.ts';
import { ingestSeeds } from '../support/seed-index.ts';
import { ROOT } from '../support/source-files.ts';

const QUESTIONS = 'Who did Khaled Mashal telephone on Thursday?\n\nWho won the hockey match?\n';

let data = '';
beforeAll(async () => {
  data = await ingestSeeds();
});

describe('footnote start', () => {
  it('indexes the seeds into a new folder, answers each line of standard input, and exits with 0', async () => {
    const fresh = join(temporaryFolder(), 'data');
    const { code, stdout, stderr } = await runCli(['start', '--data', fresh], { input: QUESTIONS });
    expect(stderr).toMatch(/Indexing \.\/seeds into .*data, once/);
    expect(stderr).toMatch(/3 added, 0 unchanged/);
    expect(stdout).toMatch(/telephone.*[\s\S]*Abbas[\s\S]*\[1\][\s\S]*hockey[\s\S]*no answer/);
    expect(code).toBe(0);
  });

  it('says nothing of indexing when nothing has changed', async () => {
    const { code, stderr } = await runCli(['start', '--data', data], { input: QUESTIONS });
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('indexes what has changed in the seeds', async () => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'seeds'), join(folder, 'seeds'), { recursive: true });
    await runCli(['start'], { cwd: folder, input: '' });
    writeFileSync(
      join(folder, 'seeds', 'bridge.txt'),
      'The harbour bridge reopened on Monday, the port said.',
    );
    const { stdout, stderr } = await runCli(['start'], {
      cwd: folder,
      input: 'When did the harbour bridge reopen?\n',
    });
    expect(stderr).toMatch(/1 added, 3 unchanged/);
    expect(stdout).toMatch(/reopened on Monday/);
  });

  it('leaves an index of other documents as it is', async () => {
    const folder = temporaryFolder();
    cpSync(join(ROOT, 'seeds'), join(folder, 'seeds'), { recursive: true });
    writeFileSync(join(folder, 'own.txt'), 'The harbour bridge reopened on Monday, the port said.');
    await runCli(['ingest', 'own.txt'], { cwd: folder });
    const { code } = await runCli(['start'], { cwd: folder, input: '' });
    expect(code).toBe(0);
    const { stdout } = await runCli(['stats', '--json'], { cwd: folder });
    expect(JSON.parse(stdout).documents).toBe(1);
  });

  it('says what is missing where there is nothing to index', async () => {
    const { code, stderr } = await runCli(['start'], { cwd: temporaryFolder(), input: '' });
    expect(stderr).toMatch(/is empty and there is no folder \.\/seeds.*footnote ingest PATH/);
    expect(code).toBe(2);
  });

  it('serves the web page without a terminal, and stops cleanly at SIGTERM', async () => {
    const port = await freePort();
    const run = await runCli(['start', '--data', data], {
      environment: { WEB_PORT: String(port) },
      onStart: async (child) => {
        await sees(child, /Web page: http/);
        const page = await fetch(
          `http://127.0.0.1:${port}/api/ask?q=${encodeURIComponent('Who met in Cairo?')}`,
        );
        expect(page.status).toBe(200);
        expect(await page.json()).toHaveProperty('citations');
        child.kill('SIGTERM');
      },
    });
    expect(run.stderr).toBe(`Web page: http://127.0.0.1:${port}\nstopping\n`);
    expect(run.code).toBe(0);
  });

  it('stops cleanly at SIGTERM while a pipe stays open', async () => {
    const run = await runCli(['start', '--data', data], {
      input: 'Who met in Cairo?\n',
      keepsInputOpen: true,
      environment: { WEB_PORT: String(await freePort()) },
      onStart: async (child) => {
        await sees(child, /Web page: http/);
        child.kill('SIGTERM');
      },
    });
    expect(run.code).toBe(0);
  });

  it('goes on without the web page when its port is taken, saying so in a line', async () => {
    await using taken = await listenLocally(createServer());
    const { port } = taken;
    const { code, stdout, stderr } = await runCli(['start', '--data', data], {
      input: QUESTIONS,
      environment: { WEB_PORT: String(port) },
    });
    expect(stderr).toMatch(
      new RegExp(`^No web page: port ${port} cannot be had \\(EADDRINUSE\\).*WEB_PORT.*\n$`),
    );
    expect(stdout).toContain('Abbas');
    expect(code).toBe(0);
  });

  it('says that there is nothing to start without a terminal, a pipe and a web page', async () => {
    const { code, stderr } = await runCli(['start', '--data', data]);
    expect(stderr).toMatch(/nothing to start.*WEB_PORT/);
    expect(code).toBe(2);
  });
});

describe('footnote chat', () => {
  it('answers without the seeds and without the web page', async () => {
    const { code, stdout, stderr } = await runCli(['chat', '--data', data], {
      input: QUESTIONS,
      environment: { WEB_PORT: String(await freePort()) },
    });
    expect(stdout).toContain('Abbas');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});
