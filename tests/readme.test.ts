import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../src/cli/program.ts';
import { SETTINGS } from '../src/config.ts';
import { runCli, temporaryFolder } from './support/run-cli.ts';
import { ROOT } from './support/source-files.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const program = createProgram();

/** Contents of the fenced blocks of a language. */
function fencedBlocks(language: string): readonly string[] {
  return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , content]) => content ?? '');
}

/** Lines of code anywhere in the README: fenced, indented and inline. */
const code = [
  ...[...readme.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, content]) => content ?? ''),
  ...[...readme.matchAll(/^ {4}(\S.*)$/gm)].map(([, line]) => line ?? ''),
  ...[...readme.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, inline]) => inline ?? ''),
].join('\n');

/** Runs a line of shell in which `npx footnote` is this checkout's command. */
async function runShell(
  line: string,
  cwd: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const command = line.replace(
    /\bnpx footnote\b/g,
    `'${process.execPath}' '${join(ROOT, 'src', 'footnote.js')}'`,
  );
  const child = spawn('sh', ['-c', command], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, WEB_PORT: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

describe('README', () => {
  it('begins with the two commands that do all the set-up, and both exist', () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);
    expect(readme).toMatch(/^ {4}npm ci && npm start\n {4}npm ci && npm test$/m);
    expect(scripts).toEqual(expect.arrayContaining(['start', 'test']));
    const ci = readFileSync(join(ROOT, '.ci', 'run'), 'utf8');
    expect(ci).toMatch(/npm ci[\s\S]*\| npm start[\s\S]*npm test/);
  });

  it('names npm scripts that exist only', () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);
    const named = [...code.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(scripts).toEqual(expect.arrayContaining(named));
  });

  it('names every command, and no other', () => {
    const commands = program.commands.map((command) => command.name());
    const named = new Set([...code.matchAll(/\bfootnote ([a-z]+)\b/g)].map(([, name]) => name ?? ''));
    expect([...named].filter((name) => !commands.includes(name))).toEqual([]);
    expect(commands.filter((name) => !named.has(name))).toEqual([]);
  });

  it('names options that exist only', () => {
    const known = program.commands.flatMap((command) => command.options.map((option) => option.long));
    const named = [...code.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option);
    expect(named.filter((option) => option !== '--help' && !known.includes(option))).toEqual([]);
  });

  it('names every setting, and no other', () => {
    const named = new Set(
      [...code.matchAll(/(?<![\w./-])[A-Z]{2,}(?:_[A-Z]+)*(?![\w-])/g)].map(([name]) => name),
    );
    expect(SETTINGS.filter((name) => !named.has(name))).toEqual([]);
    const table = readme.slice(readme.indexOf('| setting |'));
    const rows = [...table.slice(0, table.indexOf('\n\n')).matchAll(/`([A-Z][A-Z_]+)`/g)].map(
      ([, name]) => name ?? '',
    );
    expect(rows.filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  it('links to files that exist', () => {
    const paths = [...code.matchAll(/^(?:src|bots|seeds|tests)\/[\w./-]*$/gm)].map(([path]) => path);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(() => readFileSync(join(ROOT, path)), path).not.toThrow(/ENOENT/);
  });
});

describe("README's commands", () => {
  const cwd = temporaryFolder();
  const lines = fencedBlocks('sh').flatMap((block) =>
    block.split('\n').filter((line) => line.startsWith('npx footnote')),
  );

  beforeAll(async () => {
    symlinkSync(join(ROOT, 'seeds'), join(cwd, 'seeds'));
    symlinkSync(join(ROOT, 'tests'), join(cwd, 'tests'));
    await runCli(['ingest', join(ROOT, 'seeds')], { cwd });
  });

  it('are there', () => {
    expect(lines.length).toBeGreaterThan(5);
  });

  it.each(lines)('%s', { timeout: 120_000 }, async (line) => {
    const { code, stdout, stderr } = await runShell(line, cwd);
    expect([0, 3], stderr).toContain(code);
    expect(`${stdout}${stderr}`).not.toBe('');
  });

  it('give the exchange that is shown first', async () => {
    const [exchange = ''] = fencedBlocks('text');
    const [command = '', ...shown] = exchange.trimEnd().split('\n');
    expect(command).toMatch(/^\$ npx footnote ask /);
    const { stdout } = await runShell(command.slice('$ '.length), cwd);
    expect(stdout.trimEnd()).toBe(shown.join('\n'));
  });
});
