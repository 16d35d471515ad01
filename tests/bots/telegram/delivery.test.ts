import { afterEach, describe, expect, it } from 'vitest';
import { INTERNAL_ERROR } from '../../support/telegram/failure.ts';
import type { FakeTelegram, FakeUser } from '../../support/telegram/fake-telegram.ts';
import { openBot, type TestBot, type TestBotOptions } from './open-bot.ts';

/** Words that the seeds say nothing of: the answer to them comes soonest. */
const QUESTION = 'Qwxyzt?';

let bot: TestBot;
let fake: FakeTelegram;
let ann: FakeUser;

async function open(options: TestBotOptions = {}): Promise<void> {
  bot = await openBot(options);
  fake = bot.fake;
  ann = fake.user('ann');
}

afterEach(async () => {
  await bot[Symbol.asyncDispose]();
  for (const line of bot.lines) expect(line).not.toContain(fake.token);
  expect(fake.violations).toEqual([]);
});

/** What the bot replied to, in order. */
const repliedTo = (person: FakeUser) => person.chat.fromBot().map(({ replyTo }) => replyTo?.messageId);

describe('updates by long polling', () => {
  it('that come again are answered once', async () => {
    await open();
    const asked = ann.write(QUESTION);
    await fake.until(() => repliedTo(ann).length === 1);
    fake.repeatUpdate();
    fake.repeatUpdate();
    const next = ann.write(`Next ${QUESTION}`);
    await fake.until(() => repliedTo(ann).length === 2);
    expect(repliedTo(ann)).toEqual([asked.id, next.id]);
  });

  it('that come again after a restart are answered once', async () => {
    await open();
    const asked = ann.write(QUESTION);
    const { update_id: id } = fake.updates.at(-1) ?? {};
    await fake.until(() => repliedTo(ann).length === 1);
    await bot.restart();
    fake.repeatUpdate(id);
    const next = ann.write(`Next ${QUESTION}`);
    await fake.until(() => repliedTo(ann).length === 2);
    expect(repliedTo(ann)).toEqual([asked.id, next.id]);
  });

  it('that come in another order are all answered', async () => {
    await open();
    await fake.untilConfirmed();
    const held = fake.holdUpdates();
    const bob = fake.user('bob');
    const asked = [ann.write(QUESTION), ann.write(`Next ${QUESTION}`)];
    bob.write(QUESTION);
    held.release();
    await fake.until(() => repliedTo(ann).length === 2 && repliedTo(bob).length === 1);
    expect(repliedTo(ann).toSorted()).toEqual(asked.map(({ id }) => id));
  });

  it('that were taken when the bot stopped are answered after the next start, once', async () => {
    await open({ bot: { stopLimitMs: 20, pace: { draftMs: 0, actionMs: 1_000, retryMs: 10_000 } } });
    fake.failNext('sendMessage', INTERNAL_ERROR);
    const asked = ann.write(QUESTION);
    await fake.until(() => fake.callsOf('sendMessage').length === 1);
    await fake.untilConfirmed();
    await bot.restart();
    await fake.until(() => repliedTo(ann).length === 1);
    const next = ann.write(`Next ${QUESTION}`);
    await fake.until(() => repliedTo(ann).length === 2);
    expect(repliedTo(ann)).toEqual([asked.id, next.id]);
  });

  it('take the place of a webhook that was left behind', async () => {
    await open();
    await bot.stop();
    await fetch(`${fake.apiRoot}/bot${fake.token}/setWebhook?url=http://127.0.0.1:9/`);
    ann.write(QUESTION);
    await bot.restart();
    await fake.until(() => repliedTo(ann).length === 1);
    expect(fake.webhook).toBeUndefined();
    expect(bot.lines.filter((line) => !line.includes('answers as'))).toEqual([]);
  });
});
