import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from './source-files.ts';

export interface CliRun {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of the whole process. */
  readonly tookMs: number;
}

export interface CliOptions {
  /** Given on standard input, which is then closed; without, standard input is /dev/null. */
  readonly input?: string;
  /** Leaves the pipe of standard input open after `input`. */
  readonly keepsInputOpen?: true;
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with the running process, e.g. to send a signal. */
  readonly onStart?: (child: ChildProcess) => void;
}

const LAUNCHER = join(ROOT, 'src', 'footnote.js');

/** An empty folder of this test run. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'footnote-test-'));
}

/** Runs `footnote` as a user does: a process of its own, with an environment that holds only what is named here. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, WEB_PORT: '', ...options.environment },
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  if (!child.stdout || !child.stderr) throw new Error('The process was started without its pipes');
  child.stdin?.on('error', () => {});
  if (options.keepsInputOpen) child.stdin?.write(options.input ?? '');
  else child.stdin?.end(options.input);
  options.onStart?.(child);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr, tookMs: performance.now() - started };
}

/** Resolves with what the process has said on stderr once it matches. */
export function sees(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      if (pattern.test(said)) resolve(said);
    });
    child.on('close', () => reject(new Error(`ended without ${pattern}: ${said}`)));
  });
}
