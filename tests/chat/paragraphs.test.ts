import { describe, expect, it } from 'vitest';
import {
  type Block,
  blockText,
  CHAT_PHRASES,
  joinPlaces,
  renderCorpusChange,
  renderCorpusHistory,
  renderCorpusStatus,
  renderHelp,
  renderQuoteInContext,
  renderRefusal,
  renderWordingCheck,
  sayText,
} from '../../src/index.ts';
import { openTestDesk } from '../support/open-desk.ts';

const CAIRO = '002_a501227d1568e9ca';
const text = (blocks: readonly Block[]) => blocks.map(blockText).join('\n');
const CHANGE = {
  id: '1',
  at: '2026-11-22T09:05:10.000Z',
  action: 'removed',
  document: { id: 'harbour', title: 'The harbour', language: 'en', kind: 'article' },
  canUndo: true,
} as const;

describe('what chat platforms say', () => {
  it('fills values in as they are, without what does not show', () => {
    expect(sayText('noSuchDocument', 'en', { id: '{id}\u202e\u200b x' })).toBe(
      'There is no document “{id} x”.',
    );
  });

  it('rounds a wait up to whole seconds', () => {
    expect(blockText(renderRefusal({ reason: 'cooldown', retryAfterSeconds: 2.2 }, 'en'))).toContain(
      'in 3 s',
    );
  });

  it.each([...CHAT_PHRASES.keys()])('leaves no word in braces, in %s', (locale) => {
    const help = { documents: 3, days: 90, myData: '/a', forgetMe: '/b', isModerator: true };
    const reasons = ['paused', 'not-here', 'cooldown', 'daily-limit', 'busy', 'too-long', 'empty'] as const;
    const said = [
      ...renderHelp(help, locale),
      ...renderHelp({ ...help, days: 0 }, locale),
      ...reasons.map((reason) => renderRefusal({ reason }, locale)),
      ...renderCorpusStatus({ documents: 3, passages: 9, lastChange: CHANGE }, locale),
      ...renderCorpusHistory([], locale),
    ];
    expect(text(said)).not.toMatch(/[{}]/u);
  });

  it('promises no days where nothing is kept', () => {
    const help = { documents: 3, days: 0, myData: '/a', forgetMe: '/b', isModerator: false };
    expect(text(renderHelp(help, 'en'))).toContain('not kept once their conversation has ended');
  });

  it('dates a change to the minute', () => {
    expect(blockText(renderCorpusChange(CHANGE, 'en'))).toBe(
      'Removed: The harbour · 22 November 2026, 09:05 UTC',
    );
  });
});

describe('quotes for a moderator', () => {
  it('read as whole paragraphs that are slices of the document', async () => {
    await using opened = await openTestDesk();
    const places = await opened.desk.showQuote(CAIRO);
    const joined = joinPlaces(places);
    expect(places.length).toBeGreaterThan(joined.length);
    const document = await opened.index.document(CAIRO);
    for (const { quote } of joined) {
      expect(quote.text).toBe(document?.text.slice(quote.span.start, quote.span.end));
      expect(quote.text).not.toContain('\n');
    }
  });

  it('say whether a wording stands in a document, and how it differs', async () => {
    await using opened = await openTestDesk();
    const check = (words: string) =>
      opened.desk.check(words).then((found) => text(renderWordingCheck(found, 'en')));
    expect(await check('Abbas and Khaled Mashaal met in Cairo on Thursday')).toMatch(
      /^These words stand .*, exactly\./u,
    );
    const nearly = await check('Mahmoud Abbas and Khaled Mashaal met in Paris on Thursday, 24 November 2011');
    expect(nearly).toContain('Difference: … Khaled Mashaal met in −Cairo +Paris on Thursday, 24 November …');
    expect(await check('Penguins opened a bakery in Oslo')).toBe('No document has these words.');
  });
});

describe('a quote in its context', () => {
  it('stands in bold among its neighbours, with a mark where more was cut', async () => {
    await using opened = await openTestDesk();
    const origin = { platform: 'test', chat: '1', person: 'ann' };
    const question = 'Who welcomed Abbas and Mashaal to Cairo?';
    const reply = await opened.desk.ask({ origin, text: question, locale: 'en' });
    if (reply.kind === 'refused') throw new Error('refused');
    const quotes = await opened.desk.quotesInContext(reply.answer.id);
    const inner = quotes.find(({ before }) => before !== '');
    if (!inner) throw new Error('no quote within a text');
    const [facts, words] = renderQuoteInContext(inner, 'en');
    expect(facts?.kind).toBe('passage');
    expect(words?.runs.filter(({ strong }) => strong).map((run) => run.text.trim())).toEqual([
      inner.citation.quote.text,
    ]);
    expect(blockText(words ?? { kind: 'verbatim', runs: [] })).toMatch(/^… /u);
  });
});
