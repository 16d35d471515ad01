import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discordDialect } from '../../../bots/discord/dialect.ts';
import { CONTENT_LIMIT } from '../../../bots/discord/limits.ts';
import { type Block, blockText, renderAnswer, toMessages } from '../../../src/index.ts';
import { splitBlocks } from '../../../src/render/split.ts';
import { abstention, closestOf, crowdAnswer, rival, writtenAnswer } from '../../support/answers.ts';
import { arbitraryBlocks, cutsOf, HOSTILE } from '../../support/arbitrary-blocks.ts';
import { type Active, readMarkdown } from '../../support/discord/read-markdown.ts';

const messagesOf = (blocks: readonly Block[]) => toMessages(blocks, discordDialect(blocks));
const check = (property: (blocks: readonly Block[]) => void) =>
  fc.assert(fc.property(arbitraryBlocks, property), { numRuns: 25 });
const squeeze = (text: string) => text.replace(/\s+/gu, '');
const statement = (text: string): Block => ({ kind: 'statement', runs: [{ text }] });
const wordsOf = (blocks: readonly Block[]) => blocks.map(blockText).join('\n');
const seenIn = (messages: readonly string[]) =>
  messages.flatMap((message) => readMarkdown(message).lines.map(({ text }) => text)).join('\n');
const activeIn = (messages: readonly string[]): readonly Active[] =>
  messages.flatMap((message) => readMarkdown(message).active);
const linkOf = ({ document }: { readonly document: { readonly id: string } }) =>
  `https://desk.example.org/${document.id}`;

/** Text of documents and people that would do something in Discord, if it were let. */
const TRICKS: readonly string[] = [
  '@everyone @here <@1> <@!1> <@&1> <#1> </cmd:1> <t:1> <t:1:R> <id:home> <:name:1> <a:name:1> :smile: :100:',
  '[click me](https://evil.example) [a]( <https://evil.example> ) <https://evil.example> https://evil.example/x_y',
  '# heading',
  '### heading ###',
  '-# small',
  '- list',
  '* list',
  '1. list',
  '12. ',
  '> quote',
  '>>> quote to the end',
  '**bold** *it* _it_ __under__ ~~gone~~ ||spoiler|| `code` ``co`de`` ```\nblock\n```',
  '¯\\_(ツ)_/¯ \\*not\\* C:\\dir\\new',
  'discord.gg/abc https://discord.com/invite/abc DISCORD.GG/abc discord.gift/abc',
  'https://a.example:8080/?q=[x](y) mailto:a@b.example steam://run/1',
  'At 10:30:45 the U.S. said: 3.5 % [sic] (see p. 7).',
  'a\n> b\n# c\r\n- d\u2028e',
  '\u202e\u2066right to left\u2069',
  `Z${'\u0351\u0316'.repeat(300)}algo`,
  '``` unclosed',
  '[',
  '](https://evil.example)',
  '<',
  '\\',
  '|',
  ':',
  '*',
  '`',
];

describe('an answer for Discord', () => {
  it('quotes the sources, sets the likely answer in bold, and lists what is cited in small print', () => {
    expect(messagesOf(renderAnswer(crowdAnswer, { linkOf }))).toEqual([
      [
        'The Coast Courier, 24 November 2011:',
        '> The final drew **41,000** people, the club said.\u00a0[[1]](<https://desk.example.org/harbour-cup-1a2b>)',
        '',
        'Evening Ledger, November 2011:',
        '> A crowd of **38,500** saw the final, according to the stadium.\u00a0[[2]](<https://desk.example.org/rival-report-3c4d>)',
        '',
        'Evening Ledger, 2009 (digest):',
        '> The Ledger article reports that the stadium was rebuilt **in 2009** for 12 million.\u00a0[[3]](<https://desk.example.org/digest-5e6f>)',
        '',
        'Sources differ on a number:\u00a0[[1]](<https://desk.example.org/harbour-cup-1a2b>)[[2]](<https://desk.example.org/rival-report-3c4d>)',
        '### Sources',
        '-# \\[1] [Harbour United take the cup](<https://desk.example.org/harbour-cup-1a2b>) — The Coast Courier, 24 November 2011 · `harbour-cup-1a2b:40-84`',
        '-# \\[2] [Final seen by 38,500](<https://desk.example.org/rival-report-3c4d>) — Evening Ledger, November 2011 · `rival-report-3c4d:0-58`',
        '-# \\[3] [How the stadium was rebuilt](<https://desk.example.org/digest-5e6f>) — Evening Ledger, 2009 (digest) · `digest-5e6f:0-79`',
        '',
        '-# Quoted word for word, not rewritten.',
      ].join('\n'),
    ]);
  });

  it('shows the words of an answer as they are, a line each', () => {
    for (const answer of [crowdAnswer, writtenAnswer]) {
      const blocks = renderAnswer(answer, { linkOf });
      const lines = messagesOf(blocks).flatMap((message) => readMarkdown(message).lines);
      expect(lines.map(({ text }) => text).filter((text) => text !== '')).toEqual(blocks.map(blockText));
    }
  });

  it('shows the passages of an abstention as quotes', () => {
    const closest = closestOf(rival, 'It was the largest of the season.');
    const [message = ''] = messagesOf(renderAnswer(abstention('no-evidence', [closest]), { linkOf }));
    const { lines } = readMarkdown(message);
    expect(lines.at(-1)).toMatchObject({ kind: 'quote', text: 'It was the largest of the season.' });
    expect(lines.map(({ kind }) => kind)).toContain('heading');
  });

  it('makes no link of a path of the own web page', () => {
    const closest = closestOf(rival, 'It was the largest of the season.');
    const messages = messagesOf(
      renderAnswer(abstention('declined', [closest]), { linkOf: () => '/documents/x' }),
    );
    expect(activeIn(messages).filter(({ kind }) => kind === 'link')).toEqual([]);
    expect(seenIn(messages)).toContain(rival.title);
  });
});

describe('the words of a link', () => {
  const link = 'https://desk.example.org/a';
  const linked = (title: string) => {
    const [message = ''] = messagesOf([{ kind: 'source', runs: [{ text: title, link }] }]);
    const { lines, active } = readMarkdown(message);
    const links = active.filter(({ kind }) => kind === 'link');
    return [lines.map(({ text }) => text.trim()).join(), links.map(({ text }) => text).join()];
  };

  it.each([
    ['Ministers resign: what we know', 'Ministers resign: what we know'],
    ['The U.S. envoy’s "last" visit (updated)', 'The U.S. envoy’s "last" visit (updated)'],
    ['[VIDEO] Ministers resign', 'Ministers resign'],
    ['Ministers *resign* at once', 'Ministers'],
    ['1. Ministers resign', 'Ministers resign'],
    ['- Ministers resign', 'Ministers resign'],
    ['🔥 Ministers resign 🔥 now', 'Ministers resign'],
    ['See https://evil.example now, ministers say', '//evil.example now, ministers say'],
    ['The snake_case of it', 'case of it'],
    ['002_a5:99-250', '002_a5:99-250'],
    ['https://evil.example', '//evil.example'],
  ])('of "%s" are "%s"', (title, expected) => {
    expect(linked(title)).toEqual([title, expected]);
  });

  it('are followed by the address where none of them can stand in one', () => {
    const messages = messagesOf([{ kind: 'source', runs: [{ text: '🔥🔥', link }] }]);
    expect(messages).toEqual([`-# 🔥🔥 <${link}>`]);
  });
});

describe('any blocks', () => {
  it('fit into messages, each of them within the limit', () => {
    check((blocks) => {
      for (const message of messagesOf(blocks)) {
        expect(message.length).toBeLessThanOrEqual(CONTENT_LIMIT);
        expect(message.trim()).not.toBe('');
        expect(message.isWellFormed()).toBe(true);
      }
    });
  });

  it('show the same words in all messages as in the whole', () => {
    check((blocks) => {
      expect(squeeze(seenIn(messagesOf(blocks)))).toBe(squeeze(wordsOf(blocks)));
    });
  });

  it('lead nowhere but where they were made to', () => {
    check((blocks) => {
      const links = new Set(blocks.flatMap(({ runs }) => runs.flatMap(({ link }) => link ?? [])));
      for (const { kind, text, address } of activeIn(messagesOf(blocks))) {
        expect(['bold', 'code', 'link', 'address']).toContain(kind);
        if (address !== undefined) expect(links, `${kind} "${text}"`).toContain(address);
      }
    });
  });

  it('are bold only where they were made so', () => {
    check((blocks) => {
      const strong = squeeze(
        blocks.flatMap(({ runs }) => runs.map((run) => (run.strong ? run.text : ' '))).join(''),
      );
      for (const { kind, text } of activeIn(messagesOf(blocks)))
        if (kind === 'bold') expect(strong).toContain(squeeze(text));
    });
  });

  it('are never cut inside a link, a grapheme, or before a footnote mark', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    check((blocks) => {
      const dialect = discordDialect(blocks);
      const parts = splitBlocks(blocks, (part) => dialect.fits(dialect.encode(part)));
      for (const { before, after } of cutsOf(parts)) {
        const start = blockText(before);
        const segment = graphemes.segment(start + blockText(after)).containing(start.length);
        expect(segment?.index).toBe(start.length);
        expect(after.runs.find((run) => run.text.trim() !== '')?.reference).toBeUndefined();
        const [last, first] = [before.runs.at(-1), after.runs[0]];
        if (last?.code) expect(first?.code).toBeUndefined();
      }
    });
  });
});

describe('hostile text', () => {
  it.each([...TRICKS, ...HOSTILE].map((text) => [text.slice(0, 60), text]))(
    'stays inert: %s',
    (_title, text) => {
      const kinds: readonly Block['kind'][] = [
        'statement',
        'attribution',
        'verbatim',
        'notice',
        'source',
        'passage',
      ];
      for (const kind of kinds) {
        const block: Block = { kind, runs: [{ text }] };
        const messages = messagesOf([block]);
        const seen = messages.map(readMarkdown);
        expect(seen.flatMap(({ active }) => active)).toEqual([]);
        expect(squeeze(seenIn(messages))).toBe(squeeze(text));
        const expected = { verbatim: 'quote', source: 'subtext' }[kind as string] ?? 'plain';
        for (const { lines } of seen)
          for (const line of lines) if (line.text.trim() !== '') expect(line.kind).toBe(expected);
      }
    },
  );

  it('stays inert next to whatever else a paragraph holds', () => {
    const trick = fc.constantFrom(...TRICKS);
    const runs = fc.array(
      fc.record({ text: trick, strong: fc.boolean(), code: fc.boolean(), isLinked: fc.boolean() }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(runs, (drawn) => {
        const link = 'https://desk.example.org/a#:~:text=b';
        const block: Block = {
          kind: 'verbatim',
          runs: drawn.map(({ text, strong, code, isLinked }) => ({
            text,
            ...(strong && { strong: true as const }),
            ...(code && { code: true as const }),
            ...(isLinked && { link }),
          })),
        };
        const messages = messagesOf([block]);
        for (const { kind, address } of activeIn(messages)) {
          expect(['bold', 'code', 'link', 'address']).toContain(kind);
          if (address !== undefined) expect(address).toBe(link);
        }
        expect(squeeze(seenIn(messages))).toBe(squeeze(blockText(block)));
      }),
      { numRuns: 150 },
    );
  });

  it('of ten thousand asterisks costs a handful of messages, not time', () => {
    const started = performance.now();
    const messages = messagesOf([statement('*'.repeat(10_000))]);
    expect(messages).toHaveLength(10);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
