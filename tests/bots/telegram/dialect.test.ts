import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telegramDialect } from '../../../bots/telegram/dialect.ts';
import { findClickable } from '../../../bots/telegram/find-clickable.ts';
import { ENTITY_LIMIT, TEXT_LIMIT } from '../../../bots/telegram/limits.ts';
import { type Block, blockText, renderAnswer, toMessages } from '../../../src/index.ts';
import { splitBlocks } from '../../../src/render/split.ts';
import { abstention, closestOf, crowdAnswer, rival, writtenAnswer } from '../../support/answers.ts';
import { arbitraryBlocks, cutsOf, HOSTILE } from '../../support/arbitrary-blocks.ts';
import { checkEntities } from '../../support/telegram/check-entities.ts';
import { formatText } from '../../support/telegram/format-text.ts';
import { markEntities } from '../../support/telegram/snapshot.ts';

const messagesOf = (blocks: readonly Block[]) => toMessages(blocks, telegramDialect(blocks));
const snapshot = (blocks: readonly Block[]) =>
  messagesOf(blocks).map(({ text, entities }) => markEntities(text, entities));
const check = (property: (blocks: readonly Block[]) => void) =>
  fc.assert(fc.property(arbitraryBlocks, property), { numRuns: 20 });
/** Words without white space, and without the rings and lines over letters that the server deletes. */
const squeeze = (text: string) => text.normalize('NFC').replace(/\s+|\u030a|\u0333|\u033f/gu, '');
/** Marks change places when texts that they stand at the ends of are joined. */
const withoutMarks = (text: string) => squeeze(text.normalize('NFD').replace(/\p{M}/gu, ''));
const statement = (text: string): Block => ({ kind: 'statement', runs: [{ text }] });

/** What a reader could tap, or what would notify somebody, though the bot made no link of it. */
function clickableIn(blocks: readonly Block[]): readonly string[] {
  return messagesOf(blocks).flatMap(({ text, entities }) => {
    const shown = formatText(text, [...entities]);
    return shown.entities
      .filter(({ type }) => !/^(bold|italic|code|(expandable_)?blockquote|text_link)$/u.test(type))
      .map(({ type, offset, length }) => `${type}: ${shown.text.slice(offset, offset + length)}`);
  });
}

describe('an answer for Telegram', () => {
  it('shows whose words they are, the words, and where they lead', () => {
    const linkOf = ({ document }: { document: { id: string } }) => `https://desk.example.org/${document.id}`;
    expect(snapshot(renderAnswer(crowdAnswer, { linkOf }))).toEqual([
      [
        'The Coast Courier, 24 November 2011:',
        '❝The final drew **41,000** people, the club said.\u00a0<[1]|https://desk.example.org/harbour-cup-1a2b>❞',
        '',
        'Evening Ledger, November 2011:',
        '❝A crowd of **38,500** saw the final, according to the stadium.\u00a0<[2]|https://desk.example.org/rival-report-3c4d>❞',
        '',
        'Evening Ledger, 2009 (digest):',
        '❝The Ledger article reports that the stadium was rebuilt **in 2009** for 12 million.\u00a0<[3]|https://desk.example.org/digest-5e6f>❞',
        '',
        'Sources differ on a number:\u00a0<[1]|https://desk.example.org/harbour-cup-1a2b><[2]|https://desk.example.org/rival-report-3c4d>',
        '',
        '**Sources**',
        '[1] <Harbour United take the cup|https://desk.example.org/harbour-cup-1a2b> — The Coast Courier, 24 November 2011 · `harbour-cup-1a2b:40-84`',
        '[2] <Final seen by 38,500|https://desk.example.org/rival-report-3c4d> — Evening Ledger, November 2011 · `rival-report-3c4d:0-58`',
        '[3] <How the stadium was rebuilt|https://desk.example.org/digest-5e6f> — Evening Ledger, 2009 (digest) · `digest-5e6f:0-79`',
        '',
        '_Quoted word for word, not rewritten._',
      ].join('\n'),
    ]);
  });

  it('leaves out addresses that Telegram makes no link of', () => {
    const closest = closestOf(rival, 'It was the largest of the season.');
    for (const address of [
      '/documents/rival',
      'http://localhost:8080/documents/rival',
      'javascript:alert(1)',
    ]) {
      const blocks = renderAnswer(abstention('no-evidence', [closest]), { linkOf: () => address });
      expect(messagesOf(blocks).flatMap(({ entities }) => entities.map(({ type }) => type))).toEqual([
        'bold',
        'code',
        'blockquote',
      ]);
    }
  });

  it('folds long words below a source, but never those that answer or are bold', () => {
    const long: Block = { kind: 'verbatim', runs: [{ text: 'A long quotation. '.repeat(30).trim() }] };
    const source: Block = { kind: 'source', number: 1, runs: [{ text: '[1] Title' }] };
    const attribution: Block = { kind: 'attribution', runs: [{ text: 'The Coast Courier:' }] };
    const kindOf = (blocks: readonly Block[]) =>
      messagesOf(blocks).flatMap(({ entities }) => entities.map(({ type }) => type));
    expect(kindOf([source, long])).toEqual(['expandable_blockquote']);
    expect(kindOf([attribution, long])).toEqual(['blockquote']);
    const inContext: Block = { ...long, runs: [...long.runs, { text: ' The point.', strong: true }] };
    expect(kindOf([source, inContext])).toEqual(['blockquote', 'bold']);
    expect(kindOf(renderAnswer(writtenAnswer))).toContain('blockquote');
  });

  it('leads footnote marks to sources that only follow in a later message', () => {
    const link = 'https://courier.example/report';
    const blocks: Block[] = [
      { kind: 'statement', runs: [{ text: 'It is so.\u00a0' }, { text: '[1]', reference: 1 }] },
      statement('Word after word. '.repeat(300).trim()),
      { kind: 'source', number: 1, runs: [{ text: '[1] ' }, { text: 'Title', link }] },
    ];
    const messages = messagesOf(blocks);
    expect(messages.length).toBe(2);
    expect(messages[0]?.entities).toEqual([{ type: 'text_link', offset: 10, length: 3, url: link }]);
  });

  it('gives up the links of footnote marks rather than the message where they weigh too much', () => {
    const blocks = Array.from({ length: 12 }, (_, index): Block[] => {
      const number = index + 1;
      const link = `https://courier.example/${'x'.repeat(480)}/${number}`;
      return [
        {
          kind: 'statement',
          runs: [{ text: `Fact ${number}.` }, { text: `[${number}]`, reference: number }],
        },
        { kind: 'source', number, runs: [{ text: `[${number}] ` }, { text: 'Title', link }] },
      ];
    }).flat();
    const [only, ...further] = messagesOf(blocks);
    expect(further).toEqual([]);
    expect(only?.entities.length).toBe(12);
  });
});

describe('messages for Telegram', () => {
  it('keep within the limits, with entities that the server takes as they are', () => {
    check((blocks) => {
      for (const { text, entities } of messagesOf(blocks)) {
        expect(text.length).toBeLessThanOrEqual(TEXT_LIMIT);
        expect(entities.length).toBeLessThanOrEqual(ENTITY_LIMIT);
        expect(checkEntities(text, [...entities])).toEqual([]);
        expect(text.isWellFormed()).toBe(true);
      }
    });
  });

  it('are kept by the server as they were sent', () => {
    check((blocks) => {
      for (const { text, entities } of messagesOf(blocks)) {
        const kept = formatText(text, [...entities]);
        expect(squeeze(kept.text)).toBe(squeeze(text));
        if (!/\u030a|\u0333|\u033f/u.test(text)) expect(kept).toEqual({ text, entities });
      }
    });
  });

  it('say all words of the answer, in order, and no others', () => {
    check((blocks) => {
      const said = messagesOf(blocks).map(({ text }) => text);
      expect(squeeze(said.join(''))).toBe(squeeze(blocks.map(blockText).join('')));
    });
  });

  it('end neither within a grapheme nor before a footnote mark', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    check((blocks) => {
      const dialect = telegramDialect(blocks);
      const parts = splitBlocks(blocks, (part) => dialect.fits(dialect.encode(part)));
      for (const { before, after } of cutsOf(parts)) {
        const start = blockText(before);
        expect(graphemes.segment(start + blockText(after)).containing(start.length)?.index).toBe(
          start.length,
        );
        expect(after.runs.find((run) => run.text.trim() !== '')?.reference).toBeUndefined();
      }
    });
  });

  it('mark bold, code and links at the words that they were made for', () => {
    check((blocks) => {
      const strong = withoutMarks(
        blocks
          .flatMap(({ runs, kind }) =>
            runs.filter((run) => run.strong || kind === 'heading').map(({ text }) => text),
          )
          .join(''),
      );
      const shown = messagesOf(blocks).flatMap(({ text, entities }) =>
        entities
          .filter(({ type }) => type === 'bold')
          .map(({ offset, length }) => text.slice(offset, offset + length)),
      );
      // Bold is left out where the words are code; nothing else is ever bold.
      let at = 0;
      for (const word of shown.map(withoutMarks)) {
        const found = strong.indexOf(word, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + word.length;
      }
    });
  });
});

describe('words of documents', () => {
  it('become no link, mention, command, hashtag or number to call', () => {
    check((blocks) => {
      expect(clickableIn(blocks)).toEqual([]);
    });
    expect(clickableIn(HOSTILE.filter((text) => text.length < 5000).map(statement))).toEqual([]);
  });

  it.each([
    ['@everyone look', '`@everyone` look'],
    ['Ask @desk_news, @night_desk.', 'Ask `@desk_news, @night_desk`.'],
    ['press /start@some_bot now', 'press `/start@some_bot` now'],
    ['see t.me/some_bot?start=x.', 'see `t.me/some_bot?start=x`.'],
    ['see https://evil.example/a(b)c', 'see `https://evil.example/a(b)c`'],
    ['1http://evil.example now', '`1http://evil.example` now'],
    ['see evil.example, said the U.S. report', 'see `evil.example`, said the U.S. report'],
    ['mail desk@courier.example today', 'mail `desk@courier.example` today'],
    ['#harbour won, #1 of the season', '`#harbour` won, #1 of the season'],
    ['$USD fell by $5', '`$USD` fell by $5'],
    ['call +44 20 7946 0958', 'call `+44 20 7946 0958`'],
    ['card 4111 1111 1111 1111', 'card `4111 1111 1111 1111`'],
  ])('are set as code where Telegram would make them clickable: %s', (text, shown) => {
    expect(snapshot([statement(text)])).toEqual([shown]);
  });

  it.each([
    'It ended 3.5 to 2, at 10.30 p.m. on 24.11.2011, and/or 24/7.',
    'The harbour froze.The ships waited.It was cold.',
    'From 1990-2000 to 2005-2010, 41,000,000 people; a 50% rise to $4.5bn.',
    'Dr. St.John said: “Who won?” (A/B, 12 km/h) — no. 5 & no. 6!',
    'Das kostet 1.000.000 Euro. Это стоит 3,5 млн. 価格は3.5億円です。',
  ])('stay plain text otherwise: %s', (text) => {
    expect(snapshot([statement(text)])).toEqual([text]);
  });

  it('stay bold around what is set as code', () => {
    const block: Block = { kind: 'verbatim', runs: [{ text: 'The club @harbour won', strong: true }] };
    expect(snapshot([block])).toEqual(['❝**The club** `@harbour` **won**❞']);
  });

  it('lose no links to what is clickable in a title', () => {
    const link = 'https://courier.example/report';
    const block: Block = { kind: 'source', number: 1, runs: [{ text: 'Mail @desk or evil.example', link }] };
    expect(snapshot([block])).toEqual([`<Mail @desk or evil.example|${link}>`]);
  });

  it.each(['a', 'a.', '@a', '#a', '1 ', '/a ', 'a:', '+1', '-', '.'])(
    'are searched once however long they run on: %s',
    (piece) => {
      const text = piece.repeat(100_000 / piece.length);
      const before = performance.now();
      findClickable(text);
      expect(performance.now() - before).toBeLessThan(2_000);
    },
  );

  it('cost few messages, however much of them is clickable', () => {
    const crowded = statement('@name, and then some. '.repeat(300));
    expect(messagesOf([crowded]).length).toBe(2);
  });

  it('keep the ring of an å that is written in parts', () => {
    const [message] = messagesOf([statement('A\u030as, sma\u030a')]);
    expect(formatText(message?.text ?? '', []).text).toBe('Ås, små');
  });
});
