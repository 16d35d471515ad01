import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../../support/model-server.ts';
import { PARTLY_TRUE_DRAFT, SEATS } from '../../support/partly-true-draft.ts';
import { openTestBot, type TestBot } from './open-bot.ts';

let model: ModelServer;
let bot: TestBot;
beforeAll(async () => {
  model = await startModelServer();
  model.react({ reply: PARTLY_TRUE_DRAFT, everyMs: 5 });
  const settings = { MODEL: 'openai:test', MODEL_BASE_URL: model.urls.openai, MODEL_API_KEY: 'test' };
  bot = await openTestBot({ desk: { settings, limits: { questionsAtOnce: 1, queueLength: 1 } } });
});
afterEach(() => expect(bot.fake.violations).toEqual([]));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await model[Symbol.asyncDispose]();
});

it('shows statements as they are verified, by a few edits of one message, and nothing that is not', async () => {
  const ann = bot.fake.member('ann');
  const message = ann.mention(SEATS, 'growing');
  const answer = await ann.answerTo(message, ({ buttons }) => buttons.length > 0);
  expect(answer.content).toContain('Khaled Mashal telephoned');
  expect(answer.history[0]).toContain('66 seats');
  expect(answer.history[0]).not.toContain('Khaled Mashal telephoned');
  expect(answer.history[0]).toContain('Reading the sources …');
  expect(answer.history.length).toBeLessThan(20);
  for (const content of [...answer.history, answer.content]) expect(content).not.toContain('moon');
  expect(bot.fake.messagesIn('growing').filter(({ author }) => author.isBot)).toHaveLength(1);
});

it('says how long one has to wait, and when it is too busy', async () => {
  const [ben, cat, dan] = ['ben', 'cat', 'dan'].map((name) => bot.fake.member(name));
  if (!ben || !cat || !dan) throw new Error('Nobody is there');
  const asked = [ben, cat].map((member) => ({ member, message: member.mention(SEATS, 'crowd') }));
  await bot.fake.until(
    () => bot.fake.typing.filter((id) => id === bot.fake.channel('crowd').id).length === 2,
  );
  const busy = await dan.answerTo(dan.mention(SEATS, 'crowd'));
  expect(busy.content).toMatch(/^Busy: too many questions are waiting\. Please ask again in about \d+ s\.$/u);
  for (const { member, message } of asked) {
    const answer = await member.answerTo(message, ({ buttons }) => buttons.length > 0);
    expect(answer.content).toContain('66 seats');
    if (member === cat) expect(answer.history[0]).toMatch(/^Waiting: 1 before you, about \d+ s\.$/u);
  }
});
