import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/render/answer.ts';
import { blockText } from '../../src/render/block.ts';
import { runsOf } from '../../src/render/runs.ts';
import { type TerminalOptions, terminalDialect } from '../../src/render/terminal.ts';
import { wrapRuns } from '../../src/render/wrap.ts';
import {
  citationOf,
  crowdAnswer,
  documentOf,
  groundedAnswer,
  statementOf,
  writtenAnswer,
} from '../support/answers.ts';

const plain: TerminalOptions = { styles: false, hyperlinks: false };
const print = (answer: Parameters<typeof renderAnswer>[0], options: TerminalOptions) =>
  terminalDialect(options).encode(renderAnswer(answer));

describe('terminalDialect', () => {
  it('prints an answer for a pipe: nothing wrapped, nothing but text', () => {
    expect(print(crowdAnswer, plain)).toBe(
      [
        'The Coast Courier, 24 November 2011:',
        '│ The final drew 41,000 people, the club said.\u00a0[1]',
        '',
        'Evening Ledger, November 2011:',
        '│ A crowd of 38,500 saw the final, according to the stadium.\u00a0[2]',
        '',
        'Evening Ledger, 2009 (digest):',
        '│ The Ledger article reports that the stadium was rebuilt in 2009 for 12 million.\u00a0[3]',
        '',
        'Sources differ on a number:\u00a0[1][2]',
        '',
        'Sources',
        '[1] Harbour United take the cup — The Coast Courier, 24 November 2011 · harbour-cup-1a2b:40-84',
        '    https://courier.example/sport/harbour?id=7&x=1',
        '[2] Final seen by 38,500 — Evening Ledger, November 2011 · rival-report-3c4d:0-58',
        '[3] How the stadium was rebuilt — Evening Ledger, 2009 (digest) · digest-5e6f:0-79',
        '',
        'Quoted word for word, not rewritten.',
      ].join('\n'),
    );
  });

  it('wraps to the terminal with hanging indents and behind the bar of a quote', () => {
    expect(print(writtenAnswer, { ...plain, columns: 44 })).toBe(
      [
        'Harbour United won the cup before a crowd of',
        'about 40,000.\u00a0[1][2]',
        '',
        'Sources',
        '[1] Harbour United take the cup — The Coast',
        '    Courier, 24 November 2011 ·',
        '    harbour-cup-1a2b:0-39',
        '    https://courier.example/sport/harbour?id=7&x=1',
        '    │ Harbour United won the cup on',
        '    │ Saturday.',
        '',
        '[2] Final seen by 38,500 — Evening Ledger,',
        '    November 2011 · rival-report-3c4d:0-58',
        '    │ A crowd of 38,500 saw the final,',
        '    │ according to the stadium.',
      ].join('\n'),
    );
  });

  it('says the same with styles, the answer in bold and titles as links', () => {
    const styled = print(crowdAnswer, { styles: true, hyperlinks: true });
    expect(styled).toContain('\u001b[1m41,000\u001b[22m');
    expect(styled).toContain('\u001b]8;;https://courier.example/sport/harbour?id=7&x=1\u001b\\');
    expect(stripVTControlCharacters(styled)).toBe(print(crowdAnswer, plain).replace(/\n {4}https:.*/u, ''));
  });

  it('lets no escape sequence of a document, title or link through', () => {
    const text = '\u001b]0;owned\u0007Rain\u001b[2J fell.\u009b31m';
    const document = documentOf('\u001b[5mid', text, {
      title: 'A \u001b[31mred\u001b[0m title',
      publisher: '\u001b[7mPress\u0007',
      published: '\u001b[1m2011',
    });
    const answer = groundedAnswer(
      [statementOf(text, [1], 'Rain')],
      [citationOf(1, document, text, 'https://example.org/\u001b]8;;https://evil.example\u001b\\')],
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(print(answer, plain)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
    expect(stripVTControlCharacters(print(answer, { styles: true, hyperlinks: true }))).not.toContain(
      '\u001b',
    );
  });
});

describe('wrapRuns', () => {
  it('keeps every line within the columns, and all words', () => {
    const words = fc.array(
      fc.oneof(fc.lorem(), fc.string({ unit: 'grapheme' }), fc.constant('これは長い文です。二つ目')),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 60 }), (words, columns) => {
        const runs = runsOf(words.join(' '), [{ start: 3, end: 14 }]);
        const lines = wrapRuns(runs, { columns, hang: 4 }).map((line) =>
          line.map(({ text }) => text).join(''),
        );
        lines.forEach((line, index) => {
          expect(stringWidth(line)).toBeLessThanOrEqual(index === 0 ? columns : columns - 4);
        });
        const squeeze = (text: string) => text.replaceAll(' ', '');
        expect(squeeze(lines.join(''))).toBe(squeeze(blockText({ kind: 'statement', runs })));
      }),
    );
  });

  it.each([
    ['breaks at spaces', 'one two three four five', ['one two', 'three four', 'five']],
    ['cuts a word that exceeds a line', 'abcdefghijklmnop', ['abcdefghij', 'klmnop']],
    [
      'breaks between wide characters, not before their punctuation',
      '一二三四五。六',
      ['一二三四', '五。六'],
    ],
    ['keeps a footnote mark with its word', 'one two three\u00a0[1]', ['one two', 'three\u00a0[1]']],
  ])('%s', (_what, text, lines) => {
    expect(
      wrapRuns([{ text }], { columns: 10, hang: 0 }).map((line) => line.map((run) => run.text).join('')),
    ).toEqual(lines);
  });
});
