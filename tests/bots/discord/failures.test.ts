import { describe, expect, it, vi } from 'vitest';
import { startDiscord } from '../../../bots/discord/start-discord.ts';
import type { FakeMessage } from '../../support/discord/fake-discord.ts';
import { startFakeDiscord } from '../../support/discord/start-fake-discord.ts';
import { startModelServer } from '../../support/model-server.ts';
import { openTestDesk } from '../../support/open-desk.ts';
import { openTestBot } from './open-bot.ts';

const QUESTION = 'Where did Abbas and Mashaal meet in November 2011?';
const ASK = { name: 'ask', options: { question: QUESTION } };
const isAnswered = ({ buttons, content }: FakeMessage) => buttons.length > 0 && content.includes('Cairo');
const EDIT_REPLY = 'PATCH /webhooks/*/*/messages/*';
const POST_MESSAGE = 'POST /channels/*/messages';
const CALLBACK = 'POST /interactions/*/*/callback';

describe('a connection that is lost', () => {
  it('costs no question: what was written meanwhile is answered after resuming', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    fake.dropConnections();
    await fake.until(() => fake.gateway.open === 0);
    const ann = fake.member('ann');
    await ann.answerTo(ann.mention(QUESTION), isAnswered);
    expect(fake.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    expect(fake.messagesIn('general')).toHaveLength(2);
  });

  it('costs no answer: those at work are shown all the same', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    const release = fake.hold(EDIT_REPLY);
    const asked = fake.member('ann').command(ASK);
    await fake.until(() => fake.requests(EDIT_REPLY).length > 0);
    fake.dropConnections();
    release();
    await asked.reply(isAnswered);
    expect(fake.violations).toEqual([]);
  });
});

describe('Discord out of order', () => {
  it('is waited for: rate limits of a route, and of all', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    fake.rateLimitNext(EDIT_REPLY, { retryAfterMs: 50, times: 2 });
    await fake.member('ann').command(ASK).reply(isAnswered);
    fake.rateLimitNext(POST_MESSAGE, { retryAfterMs: 50, global: true });
    const ben = fake.member('ben');
    await ben.answerTo(ben.mention(QUESTION), isAnswered);
    expect(fake.messagesIn('general').filter(isAnswered)).toHaveLength(2);
  });

  it('is waited for when it is down for longer than a request is repeated', async () => {
    await using bot = await openTestBot({ bot: { retryDelayMs: 10 } });
    const { fake } = bot;
    fake.failNext(EDIT_REPLY, { status: 503, times: 10 });
    await fake.member('ann').command(ASK).reply(isAnswered);
    expect(fake.requests(EDIT_REPLY).filter(({ status }) => status === 503)).toHaveLength(10);
  });

  it('has nothing posted twice that it took without saying so', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    fake.failNext(POST_MESSAGE, { status: 502, isDone: true });
    const ben = fake.member('ben');
    await ben.answerTo(ben.mention(QUESTION), isAnswered);
    await fake.quiet();
    expect(fake.requests(POST_MESSAGE).map(({ status }) => status)).toEqual([502, 200]);
    expect(fake.messagesIn('general')).toHaveLength(2);
  });
});

describe('an interaction that has expired', () => {
  it('has its answer in the channel instead', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    const release = fake.hold(EDIT_REPLY);
    const asked = fake.member('ann').command(ASK);
    await fake.until(() => fake.requests(EDIT_REPLY).length > 0);
    asked.expire();
    release();
    const answer = await fake.until(() => fake.messagesIn('general').find(isAnswered));
    expect(answer.content).toContain(QUESTION);
    expect(answer.raw().interaction_metadata).toBeUndefined();
    expect(fake.violations).toEqual([]);
  });

  it('before it could be deferred is answered in the channel too', async () => {
    await using bot = await openTestBot({ fake: { acknowledgeWithinMs: 60 } });
    const { fake } = bot;
    const release = fake.hold(CALLBACK);
    const asked = fake.member('ann').command(ASK);
    await expect(asked.acknowledged()).rejects.toThrow('did not respond');
    release();
    await fake.until(() => fake.messagesIn('general').find(isAnswered));
  });

  it('has a private answer in direct messages instead, and not in the channel', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    const ann = fake.member('ann');
    const release = fake.hold(EDIT_REPLY);
    const asked = ann.command({ name: 'ask', options: { question: QUESTION, private: true } });
    await fake.until(() => fake.requests(EDIT_REPLY).length > 0);
    asked.expire();
    release();
    await fake.until(() => fake.messagesIn(ann.dm).find(isAnswered));
    expect(fake.messagesIn('general')).toEqual([]);
  });

  it('is let go where the bot may not write in the channel: the operator reads why', async () => {
    await using bot = await openTestBot();
    const { fake, log } = bot;
    fake.denyBot('general', ['SendMessages']);
    const release = fake.hold(EDIT_REPLY);
    const asked = fake.member('ann').command(ASK);
    await fake.until(() => fake.requests(EDIT_REPLY).length > 0);
    asked.expire();
    release();
    await fake.until(() => fake.requests(POST_MESSAGE).some(({ status }) => status === 403));
    await fake.quiet();
    expect(log.join('\n')).toContain('Send Messages');
    expect(log.join('\n')).not.toContain(asked.token);
    expect(fake.invalidRequests).toBeLessThanOrEqual(4);
  });
});

describe('what was deleted meanwhile', () => {
  it('is not missed: a question’s message', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    const ann = fake.member('ann');
    const release = fake.hold(POST_MESSAGE);
    const asked = ann.mention(QUESTION);
    await fake.until(() => fake.requests(POST_MESSAGE).length > 0);
    ann.deleteMessage(asked);
    release();
    const answer = await fake.until(() => fake.messagesIn('general').find(isAnswered));
    expect(answer.replyTo).toBeUndefined();
  });

  it('is not put back: an answer that is being written', async () => {
    await using bot = await openTestBot();
    const { fake, log } = bot;
    const release = fake.hold(EDIT_REPLY);
    const asked = fake.member('ann').command(ASK);
    await fake.until(() => fake.requests(EDIT_REPLY).length > 0);
    for (const message of fake.messagesIn('general')) fake.deleteMessage(message);
    release();
    await fake.until(() => fake.requests(EDIT_REPLY).every(({ status }) => status === 404));
    await fake.quiet();
    expect(fake.messagesIn('general')).toEqual([]);
    expect(asked.followUps()).toEqual([]);
    expect(log.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('stops nothing: the channel', async () => {
    await using bot = await openTestBot();
    const { fake, log } = bot;
    const side = fake.channel('side');
    const release = fake.hold(POST_MESSAGE);
    fake.member('ann').mention(QUESTION, side);
    await fake.until(() => fake.requests(POST_MESSAGE).length > 0);
    fake.deleteChannel(side);
    release();
    await fake.until(() => fake.requests(POST_MESSAGE).some(({ status }) => status === 404));
    const ben = fake.member('ben');
    await ben.answerTo(ben.mention(QUESTION), isAnswered);
    expect(log.join('\n')).toContain('the channel is no more');
  });
});

describe('a bot that may not', () => {
  it('write in a channel stays silent there, and tells the operator what to allow', async () => {
    await using bot = await openTestBot();
    const { fake, log } = bot;
    fake.denyBot('general', ['SendMessages']);
    fake.member('ann').mention(QUESTION);
    await fake.until(() => log.some((line) => line.includes('give it "Send Messages"')));
    await fake.quiet();
    expect(fake.messagesIn('general')).toHaveLength(1);
    expect(fake.invalidRequests).toBeLessThanOrEqual(2);
  });

  it('use its token any more stops at once, and says what to do', async () => {
    await using bot = await openTestBot();
    const { fake, log } = bot;
    fake.revokeToken();
    await fake.until(() => fake.gateway.open === 0);
    await fake.until(() => log.some((line) => line.includes('the token is wrong or was reset')));
    await bot.close();
    const before = fake.requests().length;
    await fake.quiet(200);
    expect(fake.requests()).toHaveLength(before);
    expect(fake.gateway).toMatchObject({ open: 0, identifies: 1 });
    expect(log.join('\n')).not.toContain(fake.token);
  });

  it('log in with a wrong token says so, and makes no second attempt', async () => {
    await using fake = await startFakeDiscord();
    await using opened = await openTestDesk();
    const started = startDiscord(opened, {
      token: `${fake.token}x`,
      apiUrl: fake.apiUrl,
      threads: false,
      locale: 'en',
      ledgerDays: 90,
      log: () => {},
    });
    await expect(started).rejects.toThrow('DISCORD_TOKEN');
    await expect(started).rejects.not.toThrow(fake.token);
    expect(fake.requests()).toHaveLength(1);
  });
});

describe('a bot that is stopped', () => {
  it('finishes what it is answering, takes nothing new, and leaves', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    const release = fake.hold(EDIT_REPLY);
    const asked = fake.member('ann').command(ASK);
    await fake.until(() => fake.requests(EDIT_REPLY).length > 0);
    const closed = bot.close();
    const refusal = await fake.member('ben').command(ASK).reply();
    expect(refusal).toMatchObject({ visibleTo: 'ben' });
    expect(refusal.content).toContain('being restarted');
    release();
    await asked.reply(isAnswered);
    await closed;
    expect(fake.gateway.open).toBe(0);
    expect(fake.violations).toEqual([]);
  });

  it('gives up what takes too long, and says so', async () => {
    await using model = await startModelServer();
    model.react({ reply: '{"declined": false, "claims": []}', pieces: 1, after: 'silence' });
    const settings = { MODEL: 'openai:test', MODEL_BASE_URL: model.urls.openai, MODEL_API_KEY: 'test' };
    await using bot = await openTestBot({ desk: { settings }, bot: { drainTimeLimitMs: 50 } });
    const { fake } = bot;
    const asked = fake.member('ann').command(ASK);
    await vi.waitFor(() => expect(model.requests).not.toHaveLength(0), { timeout: 5000 });
    const startedAt = performance.now();
    await bot.close();
    expect(performance.now() - startedAt).toBeLessThan(4000);
    expect((await asked.reply()).content).toContain('being restarted');
  });

  it('is let go while it is connecting anew', { timeout: 20_000 }, async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    fake.invalidateSession();
    await fake.until(() => fake.gateway.identifies === 2, { timeoutMs: 9000 });
    const startedAt = performance.now();
    await bot.close();
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });
});
