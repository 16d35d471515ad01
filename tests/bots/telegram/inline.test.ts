import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { InlineAnswer } from '../../support/telegram/fake-telegram.ts';
import { openBot, type TestBot } from './open-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await openBot();
});
afterEach(() => expect(bot.fake.violations).toEqual([]));
afterAll(() => bot[Symbol.asyncDispose]());

function titlesOf({ results }: InlineAnswer): readonly string[] {
  return results.map((result) => (result.type === 'article' ? result.title : result.type));
}

it('offers quotes that fit the words; what is sent is the quote with its source', async () => {
  const { fake } = bot;
  const ann = fake.user('ann');
  const cards = await ann.inline('Mofaz conditions');
  expect(cards.results.length).toBeGreaterThan(0);
  expect(cards.results.length).toBeLessThanOrEqual(10);
  expect(cards.results[0]).toMatchObject({
    title:
      'After the election of January 2006, a Hamas leader in Syria offers Abbas a partnership with Fateh',
    description: expect.stringContaining('named three conditions'),
  });
  const sent = ann.chooseInline(cards, 0);
  expect(sent.text).toContain(
    'Shaul Mofaz, the Israeli Security minister, named three conditions for talks with Hamas: it must disarm, recognize Israel and change its political agenda.',
  );
  expect(sent.text).toContain('000_e8686d85092d98a3:2219-2373');
  expect(sent.entities.map(({ type }) => type)).toEqual(['text_link', 'code', 'blockquote']);
  expect(sent.showsLinkPreview).toBe(false);
});

it('names publisher and date on a card, in the person’s language', async () => {
  const cards = await bot.fake.user('ben', { language: 'de' }).inline('Abbas Mashaal Cairo November 2011');
  const described = cards.results.map((result) =>
    result.type === 'article' ? (result.description ?? '').split('\n')[0] : '',
  );
  expect(described).toContain('Militant Islam Monitor, 24. November 2011');
});

it('offers how the newest documents begin where nothing is typed', async () => {
  const { fake } = bot;
  const cleo = fake.user('cleo');
  const cards = await cleo.inline('');
  expect(titlesOf(cards).map((title) => title.slice(0, 12))).toEqual([
    'Abbas and Ma',
    'After the el',
    'Early result',
  ]);
  expect(cleo.chooseInline(cards, 0).text).toContain(
    'Mahmoud Abbas and Khaled Mashaal met in Cairo on Thursday, 24 November 2011, the article reports.',
  );
});

it('offers further quotes as the person scrolls, none of them twice', async () => {
  const dora = bot.fake.user('dora');
  const first = await dora.inline('Hamas');
  expect(first.results).toHaveLength(10);
  expect(first.nextOffset).toBe('10');
  const second = await dora.inline('Hamas', { offset: first.nextOffset });
  const ids = [...first.results, ...second.results].map(({ id }) => id);
  expect(second.results.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
});

it('lets Telegram give the same cards again for a short time only', async () => {
  const emil = bot.fake.user('emil');
  const fresh = await emil.inline('Quartet');
  expect(fresh.cacheTime).toBeLessThanOrEqual(60);
  expect((await emil.inline('Quartet')).cached).toBe(true);
});

it('leads to the bot where nothing fits', async () => {
  const none = await bot.fake.user('fay').inline('zeppelin');
  expect(none.results).toEqual([]);
  expect(none.button).toEqual({ text: 'No sentence fits these words.', startParameter: 'help' });
});
