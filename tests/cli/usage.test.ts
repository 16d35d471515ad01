import { describe, expect, it } from 'vitest';
import { QUESTION_LIMIT } from '../../src/check-question.ts';
import { createProgram } from '../../src/cli/program.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

const COMMANDS = createProgram().commands.map((command) => command.name());

describe('footnote --help', () => {
  it('lists every command and the exit codes', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const command of COMMANDS) expect(stdout).toContain(`\n  ${command} `);
    expect(stdout).toMatch(/Exit codes: 0 .*3 .*2 .*1 /);
  });

  it('is the same as a help command, and no command at all points to it', async () => {
    const [option, command, nothing] = await Promise.all([runCli(['--help']), runCli(['help']), runCli([])]);
    expect(command.stdout).toBe(option.stdout);
    expect(nothing.code).toBe(2);
    expect(nothing.stdout).toBe('');
    expect(nothing.stderr).toContain('footnote ask');
  });

  it('explains each command with what it takes', () => {
    for (const command of createProgram().commands) {
      const help = command.helpInformation();
      expect(help, command.name()).toContain(`Usage: footnote ${command.name()}`);
      expect(command.description(), command.name()).not.toBe('');
    }
  });
});

describe('wrong usage', () => {
  it.each([
    [['frobnicate'], /unknown command 'frobnicate'/],
    [['ask'], /no question/],
    [['ask', ''], /question is empty/],
    [['ask', '--frobnicate', 'Who?'], /unknown option '--frobnicate'/],
    [['ask', '--after', 'yesterday', 'Who?'], /--after.*2011-11-24/s],
    [['ask', '--before', '2011-13', 'Who?'], /--before.*2011-11-24/s],
    [['ask', '--after', '2011-02-30', 'Who?'], /--after.*2011-11-24/s],
    [['ask', '--date', '2011-11', 'Who?'], /--date.*2011-11-24/s],
    [['ask', '--output', 'answers.jsonl', 'Who?'], /--output goes with --input/],
    [['ask', '--input', 'q.jsonl', 'Who?'], /exclude each other/],
    [['ask', '--input', 'same.jsonl', '--output', 'same.jsonl'], /--output is the file of --input/],
    [['ask', '--input', 'no-such-file.jsonl'], /no-such-file\.jsonl cannot be read \(ENOENT\)/],
    [['search', '-k', '0', 'words'], /whole number from 1 to/],
    [['ingest'], /missing required argument/],
    [['check'], /missing required argument/],
    [['quote'], /missing required argument/],
  ])('%j is exit code 2 and says what is wrong', async (args, problem) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: temporaryFolder() });
    expect(stderr).toMatch(problem);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('is a question beyond the limit', async () => {
    const { code, stderr } = await runCli(['ask', 'x'.repeat(QUESTION_LIMIT + 1)]);
    expect(stderr).toContain(`${QUESTION_LIMIT} is the limit`);
    expect(code).toBe(2);
  });

  it('names a setting that cannot be used', async () => {
    const { code, stderr } = await runCli(['stats'], { environment: { THRESHOLD: 'high' } });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'footnote: THRESHOLD is "high", which cannot be used: set it to a number from 0 to 1 in .env or the environment, or remove it\n',
    );
  });
});
