import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../support/open-desk.ts';
import { ask, ingestText } from './support.ts';

const IDS = ['000_e8686d85092d98a3', '001_39eabfb24ca25d24', '002_a501227d1568e9ca'];

describe('suggestions', () => {
  it('fit the beginnings of words and of ids, best first, the newest first among equals', async () => {
    await using opened = await openTestDesk();
    const suggest = async (words: string, limit = 9, offset = 0) =>
      (await opened.desk.suggestDocuments(words, limit, offset)).map(({ id }) => id);
    expect(await suggest('')).toEqual([IDS[2], IDS[0], IDS[1]]);
    expect(await suggest('', 1, 1)).toEqual([IDS[0]]);
    expect(await suggest('hamas')).toEqual([IDS[2], IDS[0], IDS[1]]);
    expect(await suggest('CAIR')).toEqual([IDS[2]]);
    expect(await suggest('early resu')).toEqual([IDS[1]]);
    expect(await suggest('hamas syria')).toEqual([IDS[0]]);
    expect(await suggest('001')).toEqual([IDS[1]]);
    expect(await suggest('39eab')).toEqual([IDS[1]]);
    expect(await suggest('after')).toEqual([IDS[0], IDS[2]]);
    expect(await suggest('volleyball')).toEqual([]);
    expect(await suggest('x'.repeat(5_000))).toEqual([]);
  });

  it('fold letters as titles are folded, in any script', async () => {
    await using opened = await openTestDesk();
    await ingestText(opened, 'm1', '---\ntitle: Müller élu à Genève\n---\nText of it.');
    await ingestText(opened, 'm2', '---\ntitle: 北京举行会议\n---\n北京举行会议。');
    await ingestText(opened, 'm3', '---\ntitle: Встреча в Каире\n---\nВстреча в Каире прошла.');
    const suggest = async (words: string) =>
      (await opened.desk.suggestDocuments(words, 9)).map(({ id }) => id);
    expect([await suggest('muller gen'), await suggest('北京'), await suggest('каир')]).toEqual([
      ['m1'],
      ['m2'],
      ['m3'],
    ]);
  });
});

describe('quotes', () => {
  it('are shown by passage, byte for byte', async () => {
    await using opened = await openTestDesk();
    const { desk, index } = opened;
    const shown = await desk.showQuote('002');
    const [passage] = await index.passagesOf(IDS[2] ?? '');
    expect(shown.map(({ quote }) => quote.span)).toEqual(passage?.sentences);
    for (const { document, quote } of shown) {
      expect(document.text.slice(quote.span.start, quote.span.end)).toBe(quote.text);
    }
    expect((await desk.showQuote('002', 1))[0]?.quote.span.start).toBeGreaterThan(
      shown[0]?.quote.span.start ?? 0,
    );
    await expect(desk.showQuote('002', 99)).rejects.toThrow(/has \d+ passages and none of the number 99/);
    await expect(desk.showQuote('nowhere')).rejects.toThrow(/no document has the id/);
  });

  it('are found in the whole corpus and in one document, page by page', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    const found = await desk.findQuotes('congratulated victory of Hamas', { limit: 5 });
    expect(found[0]?.quote.text).toContain('congratulated');
    expect(new Set(found.map(({ document, quote }) => `${document.id}:${quote.span.start}`)).size).toBe(5);
    for (const { document, quote } of found) {
      expect(document.text.slice(quote.span.start, quote.span.end)).toBe(quote.text);
    }
    const second = await desk.findQuotes('congratulated victory of Hamas', { limit: 2, offset: 1 });
    expect(second.map(({ quote }) => quote)).toEqual(found.slice(1, 3).map(({ quote }) => quote));
    const within = await desk.findQuotes('Hamas', { limit: 50, document: '001' });
    expect(within.length).toBeGreaterThan(2);
    expect(new Set(within.map(({ document }) => document.id))).toEqual(new Set([IDS[1]]));
    expect(await desk.findQuotes('  ', { limit: 5 })).toEqual([]);
    await expect(desk.findQuotes('Hamas', { limit: 5, document: 'nowhere' })).rejects.toThrow(/no document/);
  });

  it('of an answer stand in their context', async () => {
    await using opened = await openTestDesk();
    const { desk, index } = opened;
    const answer = await ask(opened, 'When did Abbas and Mashaal meet in Cairo?');
    const quotes = await desk.quotesInContext(answer.id);
    expect(quotes.map(({ citation }) => citation.number)).toEqual(
      answer.answer.kind === 'grounded' ? answer.answer.citations.map(({ number }) => number) : [],
    );
    for (const { before, after, citation } of quotes) {
      const text = (await index.document(citation.document.id))?.text ?? '';
      const { start, end } = citation.quote.span;
      expect(text.slice(start - before.length, end + after.length)).toBe(
        before + citation.quote.text + after,
      );
      expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(300);
      expect(before + after).not.toBe('');
    }
    expect(await desk.quotesInContext('unknown')).toEqual([]);
  });

  it('are checked against the whole corpus', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    const verdict = async (text: string) => (await desk.check(text)).verdict;
    expect(await verdict('both leaders hailed a new "partnership" between Fatah and Hamas')).toBe('exact');
    expect(await verdict('both leaders praised a new "partnership" between Fatah and Hamas')).toBe('nearly');
    expect(await verdict('Olmert: "a pretext to prevent unity"')).toBe('other-source');
    expect(await verdict('the moon landing was watched by millions')).toBe('not-found');
  });
});
