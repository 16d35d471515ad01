import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { INTERNAL_ERROR } from '../../support/telegram/failure.ts';
import type { FakeTelegram, FakeUser } from '../../support/telegram/fake-telegram.ts';
import { openBot, type TestBot, type TestBotOptions } from './open-bot.ts';

/** Words that the seeds say nothing of: the answer to them comes soonest. */
const QUESTION = 'Qwxyzt?';
const SECRET = 'a-secret-of-24-characters';

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
  for (const line of bot.lines) expect(line).not.toMatch(new RegExp(`${fake.token}|${SECRET}`, 'u'));
  expect(fake.violations).toEqual([]);
});

const complaints = () => bot.lines.filter((line) => !line.includes('answers as'));
/** What the bot replied to, in order. */
const repliedTo = (person: FakeUser) => person.chat.fromBot().map(({ replyTo }) => replyTo?.messageId);

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function openWithWebhook(): Promise<string> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await open({ bot: { webhook: { url, secret: SECRET, host: '127.0.0.1', port } } });
  await fake.until(() => fake.webhook);
  return url;
}

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

  it('of a group that became a supergroup go on there', async () => {
    await open();
    const desk = fake.group('desk', { members: [ann] });
    ann.in(desk).mention(QUESTION);
    await fake.until(() => desk.fromBot().length === 1);
    const moved = desk.migrate();
    const first = desk.fromBot()[0];
    ann.in(moved).mention(`Next ${QUESTION}`);
    await fake.until(() => moved.fromBot().length === 1);
    expect(first?.chat.id).toBe(desk.id);
    expect(complaints()).toEqual([]);
  });

  it('take the place of a webhook that was left', async () => {
    await openWithWebhook();
    await bot[Symbol.asyncDispose]();
    await open();
    ann.write(QUESTION);
    await fake.until(() => repliedTo(ann).length === 1);
    expect(fake.webhook).toBeUndefined();
  });
});

describe('updates by webhook', () => {
  it('are acknowledged before they are answered, and answered once however often they come', async () => {
    await openWithWebhook();
    fake.failNext('sendMessage', { delayMs: 300 });
    const asked = ann.write(QUESTION);
    await fake.untilConfirmed();
    expect(repliedTo(ann)).toEqual([]);
    fake.repeatUpdate();
    await fake.untilConfirmed();
    await fake.until(() => repliedTo(ann).length === 1);
    const next = ann.write(`Next ${QUESTION}`);
    await fake.until(() => repliedTo(ann).length === 2);
    expect(repliedTo(ann)).toEqual([asked.id, next.id]);
    expect(complaints()).toEqual([]);
  });

  it('wait while the bot is down, and are answered once after its start', async () => {
    await openWithWebhook();
    await bot.stop();
    const asked = ann.write(QUESTION);
    const again = ann.write(`Next ${QUESTION}`);
    await fake.until(() => fake.webhook?.lastError);
    await bot.restart();
    await fake.until(() => repliedTo(ann).length === 2);
    expect(repliedTo(ann)).toEqual([asked.id, again.id]);
  });

  it('that were acknowledged when the bot stopped are answered after the next start', async () => {
    await openWithWebhook();
    fake.failNext('sendMessage', { delayMs: 5_000 });
    const asked = ann.write(QUESTION);
    await fake.until(() => fake.callsOf('sendMessage').length === 1);
    await fake.untilConfirmed();
    await bot.restart();
    await fake.until(() => repliedTo(ann).length >= 1);
    expect(new Set(repliedTo(ann))).toEqual(new Set([asked.id]));
  });

  it.each([
    ['no secret', {}],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'a-secret-of-24-charactert' }],
  ])('of somebody with %s are refused', async (_who, headers) => {
    const url = await openWithWebhook();
    const from = { id: ann.id, is_bot: false, first_name: 'ann' };
    const message = {
      message_id: 1,
      date: 1,
      text: QUESTION,
      from,
      chat: { id: ann.id, type: 'private', first_name: 'ann' },
    };
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ update_id: 1, message }),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    const asked = ann.write(QUESTION);
    await fake.until(() => repliedTo(ann).length === 1);
    expect(repliedTo(ann)).toEqual([asked.id]);
  });

  it('that are no updates, or too large, are taken for nothing', async () => {
    const url = await openWithWebhook();
    const post = async (body: string) => {
      const headers = { 'x-telegram-bot-api-secret-token': SECRET };
      return (await fetch(url, { method: 'POST', headers, body })).status;
    };
    expect(await post('{"update_id":')).toBe(200);
    expect(await post('[]')).toBe(200);
    expect(await post('x'.repeat(2 * 1024 * 1024)).catch(() => 413)).toBe(413);
    ann.write(QUESTION);
    await fake.until(() => repliedTo(ann).length === 1);
  });
});
