import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { ingestSeeds } from '../support/seed-index.ts';
import { ROOT } from '../support/source-files.ts';

const ESCAPE = '\u001b';

let data = '';
beforeAll(async () => {
  data = await ingestSeeds();
});

/** Runs `footnote` on a pseudo-terminal and types into it, a line per prompt. Resolves to what the screen got. */
function runOnTerminal(
  args: readonly string[],
  options: {
    readonly typed?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<string> {
  // Python comes with every set-up that can build the native addon.
  const script = 'import pty, sys, os; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';
  const command = [process.execPath, join(ROOT, 'src', 'footnote.js'), ...args];
  const child = spawn('python3', ['-c', script, ...command], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TERM: 'xterm-256color',
      WEB_PORT: '',
      ...options.environment,
    },
  });
  const typed = [...(options.typed ?? [])];
  let screen = '';
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.on('data', (chunk) => {
      const before = screen.split('? ').length;
      screen += chunk;
      if (screen.split('? ').length > before && typed.length > 0) child.stdin.write(`${typed.shift()}\r`);
    });
    child.on('close', () => resolve(screen));
  });
}

describe('on a terminal', () => {
  it('sets answers in bold and faint text, and obeys NO_COLOR', async () => {
    const question = ['ask', 'Who did Khaled Mashal telephone?', '--data', data];
    const [styled, plain, piped] = [
      await runOnTerminal(question),
      await runOnTerminal(question, { environment: { NO_COLOR: '1' } }),
      await runCli(question),
    ];
    expect(styled).toContain(`${ESCAPE}[1m`);
    expect(plain).not.toContain(ESCAPE);
    expect(plain).toContain('Abbas');
    expect(piped.stdout).not.toContain(ESCAPE);
  });

  it('chats until told to quit', async () => {
    const screen = await runOnTerminal(['chat', '--data', data], {
      typed: ['Who did Khaled Mashal telephone?', ':quote 002 Tantawi', ':quit'],
      environment: { NO_COLOR: '1' },
    });
    expect(screen).toMatch(/:help[\s\S]*Abbas[\s\S]*Tantawi/);
  });

  it('shows a bar while it ingests, and leaves the summary', async () => {
    const screen = await runOnTerminal(['ingest', 'seeds', '--data', `${data}-again`]);
    expect(screen).toMatch(/[█░]{24} \d+ % · \d documents/);
    expect(screen).toMatch(/3 added, 0 unchanged/);
  });
});
