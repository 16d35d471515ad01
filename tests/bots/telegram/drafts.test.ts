import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../../support/model-server.ts';
import { PARTLY_TRUE_DRAFT, SEATS } from '../../support/partly-true-draft.ts';
import { openBot, type TestBot } from './open-bot.ts';

let model: ModelServer;
let bot: TestBot;
beforeAll(async () => {
  model = await startModelServer();
  model.react({ reply: PARTLY_TRUE_DRAFT, everyMs: 5 });
  const settings = { MODEL: 'openai:test', MODEL_BASE_URL: model.urls.openai, MODEL_API_KEY: 'test' };
  bot = await openBot({ desk: { settings } });
});
afterEach(() => expect(bot.fake.violations).toEqual([]));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await model[Symbol.asyncDispose]();
});

it('shows statements in a private chat as they are verified, and nothing that is not', async () => {
  const ann = bot.fake.user('ann');
  ann.write(SEATS);
  const answer = await bot.reply(ann.chat);
  expect(answer.text).toContain('Khaled Mashal telephoned');
  const drafts = ann.chat.drafts();
  expect(drafts.length).toBeGreaterThan(0);
  expect(drafts[0]?.text).toContain('66 seats');
  expect(drafts[0]?.text).not.toContain('Khaled Mashal telephoned');
  for (const { text } of [...drafts, answer]) expect(text).not.toContain('moon');
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
  expect(ann.chat.fromBot()).toHaveLength(1);
});

it('shows nothing before its time in a group', async () => {
  const ben = bot.fake.user('ben');
  const group = bot.fake.group('readers', { members: [ben] });
  ben.in(group).mention(SEATS);
  const answer = await bot.reply(group);
  expect(answer.text).toContain('66 seats');
  expect(answer.earlierTexts).toEqual([]);
  expect(group.drafts()).toEqual([]);
  expect(group.actions()).toContain('typing');
});

it('answers without drafts where the server refuses them', async () => {
  const cleo = bot.fake.user('cleo');
  bot.fake.failNext(
    'sendMessageDraft',
    { status: 400, description: 'Bad Request: method is not available' },
    99,
  );
  cleo.write(SEATS);
  expect((await bot.reply(cleo.chat)).text).toContain('66 seats');
  expect(cleo.chat.drafts()).toEqual([]);
  expect(
    bot.fake.callsOf('sendMessageDraft').filter(({ response }) => response?.status === 400),
  ).toHaveLength(1);
  expect(bot.lines).toEqual(['Telegram: answers as @footnote_bot']);
});
