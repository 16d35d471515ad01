import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/index.ts';
import { freePort, listenLocally } from '../../support/local-server.ts';
import type { FakeUser } from '../../support/telegram/fake-telegram.ts';
import { openBot, type TestBot } from './open-bot.ts';

const SECRET = 'a-secret-of-some-length';
const SEATS = 'How many seats of the electoral districts did Hamas win?';

let bot: TestBot;
let ann: FakeUser;
let url: string;
beforeEach(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/telegram`;
  bot = await openBot({ bot: { webhook: { url, secret: SECRET, host: '127.0.0.1', port } } });
  ann = bot.fake.user('ann');
});
afterEach(async () => {
  expect(bot.fake.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

function call(body: string, headers: Readonly<Record<string, string>> = {}, method = 'POST') {
  const ours = { 'x-telegram-bot-api-secret-token': SECRET, 'content-type': 'application/json' };
  return fetch(url, { method, headers: { ...ours, ...headers }, ...(method === 'POST' && { body }) });
}

it('answers what Telegram calls it with, and polls nothing', async () => {
  ann.write(SEATS);
  expect((await bot.reply(ann.chat)).text).toContain('66');
  expect(bot.fake.callsOf('getUpdates')).toEqual([]);
  expect(bot.fake.webhook?.url).toBe(url);
});

it('acknowledges a call before it is worked on', async () => {
  bot.fake.failNext('sendMessage', { delayMs: 500 });
  ann.write(SEATS);
  await bot.fake.untilConfirmed();
  expect(ann.chat.fromBot()).toEqual([]);
  await bot.reply(ann.chat);
});

it('answers once what Telegram sends twice, also across a restart', async () => {
  ann.write(SEATS);
  await bot.reply(ann.chat);
  bot.fake.repeatUpdate();
  await bot.fake.untilConfirmed();
  await bot.restart();
  bot.fake.repeatUpdate();
  await bot.fake.untilConfirmed();
  ann.command('help');
  await bot.reply(ann.chat, 2);
  expect(ann.chat.fromBot()).toHaveLength(2);
});

it('gets what was sent while it was stopped', async () => {
  await bot.stop();
  ann.write(SEATS);
  await bot.restart();
  expect((await bot.reply(ann.chat)).text).toContain('66');
});

it('answers after a restart what it had acknowledged and not answered', async () => {
  bot.fake.failNext('sendMessage', {
    status: 429,
    description: 'Too Many Requests: retry after 180',
    parameters: { retry_after: 180 },
  });
  ann.write(SEATS);
  await bot.fake.until(() => bot.fake.callsOf('sendMessage').length);
  await bot.fake.untilConfirmed();
  await bot.restart();
  expect((await bot.reply(ann.chat)).text).toContain('66');
  expect(ann.chat.fromBot()).toHaveLength(1);
});

describe('a call that is not Telegram’s', () => {
  const update = JSON.stringify({
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      text: SEATS,
      chat: { id: 5, type: 'private', first_name: 'Eve' },
      from: { id: 5, is_bot: false, first_name: 'Eve' },
    },
  });

  it('is refused without the secret', async () => {
    for (const secret of ['', 'another-secret-of-length', SECRET.slice(1), `${SECRET}x`]) {
      const response = await call(update, { 'x-telegram-bot-api-secret-token': secret });
      expect(response.status).toBe(401);
      expect(await response.text()).toBe('');
    }
    expect(bot.fake.callsOf('sendMessage')).toEqual([]);
  });

  it('is refused by another method, and when it is too large', async () => {
    expect((await call('', {}, 'GET')).status).toBe(405);
    const large = await call('x'.repeat(2 * 1024 * 1024)).catch((error: unknown) => error);
    if (large instanceof Response) expect(large.status).toBe(413);
  });

  it('does no harm where it is no update', async () => {
    for (const body of ['', 'no JSON', '[]', 'null', '{"update_id": "x"}', '{}'])
      expect((await call(body)).status).toBe(200);
    ann.write(SEATS);
    expect((await bot.reply(ann.chat)).text).toContain('66');
  });
});

it('says so where the port is taken', async () => {
  await using taken = await listenLocally(createServer());
  const { port } = taken;
  const starting = openBot({ bot: { webhook: { url, secret: SECRET, host: '127.0.0.1', port } } });
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(/EADDRINUSE.*TELEGRAM_WEBHOOK_PORT/u);
});
