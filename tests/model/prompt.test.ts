import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { ANSWER_VARIABLES, parsePrompt, REPHRASE_VARIABLES, readPrompts } from '../../src/model/prompt.ts';
import { temporaryFolder } from '../support/run-cli.ts';
import { ROOT } from '../support/source-files.ts';

const FACTS = { path: 'mine/answer.md', name: 'answer', variables: ['question', 'passages'] } as const;
const write = (head: string, body = '[system]\nAnswer {{question}}.\n[user]\n{{passages}}') =>
  `---\n${head}\n---\n${body}`;
const GOOD = 'name: answer\nversion: 1\nvariables: [question, passages]';

describe('a prompt', () => {
  it('is filled in once, whatever is filled in', () => {
    const prompt = parsePrompt(write(GOOD), FACTS);
    expect(prompt.fill({ question: '{{passages}} $& $1', passages: '{{question}}' })).toEqual({
      system: 'Answer {{passages}} $& $1.',
      user: '{{question}}',
    });
    expect(prompt).toMatchObject({ name: 'answer', version: 1 });
  });

  it.each([
    ['no front matter', '[system]\nx\n[user]\ny', /is no prompt/],
    ['no messages', write(GOOD, 'Answer {{question}} {{passages}}'), /is no prompt/],
    ['another name', write(GOOD.replace('answer', 'rephrase')), /has the name "rephrase"/],
    ['no version', write(GOOD.replace('version: 1\n', '')), /without a usable version/],
    [
      'variables that are no list',
      write(GOOD.replace('[question, passages]', 'question')),
      /without a usable variables/,
    ],
    ['front matter that is no YAML', write('name: [answer'), /no YAML/],
    [
      'a variable declared and not used',
      write(GOOD, '[system]\n{{question}}\n[user]\nx'),
      /declares the variable "passages" and does not use it/,
    ],
    [
      'a variable used and not declared',
      write(GOOD, '[system]\n{{question}} {{tone}}\n[user]\n{{passages}}'),
      /uses \{\{tone\}\}/,
    ],
    [
      'a variable that the program lacks',
      write(GOOD.replace(']', ', tone]'), '[system]\n{{question}} {{tone}}\n[user]\n{{passages}}'),
      /wants the variable "tone"/,
    ],
    [
      'too few variables',
      write(GOOD.replace(', passages', ''), '[system]\n{{question}}\n[user]\nx'),
      /lacks the variable "passages"/,
    ],
  ])('is refused with %s, and the file is named', (_, text, message) => {
    expect(() => parsePrompt(text, FACTS)).toThrow(ConfigError);
    expect(() => parsePrompt(text, FACTS)).toThrow(message);
    expect(() => parsePrompt(text, FACTS)).toThrow(/mine\/answer\.md/);
  });
});

describe('the shipped prompts', () => {
  it('are read and filled in', async () => {
    const { answer, rephrase } = await readPrompts();
    const filled = answer.fill({
      boundary: 'b0b0',
      form: 'FORM',
      question: 'QUESTION',
      passages: 'PASSAGES',
      today: '2026-01-01',
    });
    expect(filled.system).toContain('b0b0');
    expect(filled.system).toContain('FORM');
    expect(filled.user).toBe('PASSAGES\n\nQUESTION');
    expect(rephrase.fill({ boundary: 'b0b0', conversation: 'TURNS', question: 'QUESTION' }).user).toBe(
      'TURNS\n\nQUESTION',
    );
  });

  it('hold every variable in the place of untrusted text in the message of the user alone', () => {
    for (const [file, untrusted] of [
      ['answer', ['question', 'passages']],
      ['rephrase', ['question', 'conversation']],
    ] as const) {
      const text = readFileSync(join(ROOT, 'prompts', `${file}.md`), 'utf8');
      const [system = ''] = text.split('\n[user]\n');
      for (const variable of untrusted) expect(system).not.toContain(`{{${variable}}}`);
    }
    expect([...ANSWER_VARIABLES, ...REPHRASE_VARIABLES]).toContain('boundary');
  });
});

describe("an operator's prompts", () => {
  const own = (name: string, text: string): string => {
    const folder = join(temporaryFolder(), 'prompts');
    mkdirSync(folder);
    writeFileSync(join(folder, name), text);
    return folder;
  };
  const rephrase =
    '---\nname: rephrase\nversion: 7\nvariables: [boundary, conversation, question]\n---\n[system]\nMine {{boundary}}\n[user]\n{{conversation}} {{question}}\n';

  it('replace the shipped ones one by one', async () => {
    const prompts = await readPrompts(own('rephrase.md', rephrase));
    expect(prompts.rephrase.version).toBe(7);
    expect(prompts.answer.version).toBe(1);
  });

  it('are refused where they do not agree with the program', async () => {
    const folder = own('rephrase.md', rephrase.replace('{{conversation}} ', ''));
    await expect(readPrompts(folder)).rejects.toThrow(
      `${join(folder, 'rephrase.md')} declares the variable "conversation"`,
    );
  });

  it('are refused where there are none', async () => {
    const folder = own('awnser.md', 'x');
    await expect(readPrompts(folder)).rejects.toThrow(/PROMPTS_DIR is .* holds neither/);
  });
});
