import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/index.ts';
import {
  BAD_GATEWAY,
  BLOCKED,
  type Failure,
  INTERNAL_ERROR,
  MESSAGE_NOT_FOUND,
  tooManyRequests,
} from '../../support/telegram/failure.ts';
import type { FakeTelegram, FakeUser } from '../../support/telegram/fake-telegram.ts';
import { openBot, type TestBot } from './open-bot.ts';

/** Words that the seeds say nothing of: the answer to them comes soonest. */
const QUESTION = 'Qwxyzt?';

let bot: TestBot;
let fake: FakeTelegram;
let ann: FakeUser;

async function open(): Promise<void> {
  bot = await openBot();
  fake = bot.fake;
  ann = fake.user('ann');
}

beforeEach(() => open());
afterEach(async () => {
  await bot[Symbol.asyncDispose]();
  for (const line of bot.lines) expect(line).not.toContain(fake.token);
  expect(fake.violations).toEqual([]);
});

/** What the operator was told beside the greeting. */
const complaints = () => bot.lines.filter((line) => !line.includes('answers as'));
const answersTo = (person: FakeUser) => person.chat.fromBot().length;
const attempts = () => fake.callsOf('sendMessage').length;

describe('a refused token', () => {
  it('keeps the bot from starting, and says what to do', async () => {
    await bot.stop();
    fake.revokeToken();
    const failure: unknown = await bot.restart().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigError);
    expect(String(failure)).toMatch(/401.*TELEGRAM_TOKEN.*@BotFather/);
    expect(String(failure)).not.toContain(fake.token);
  });

  it('ends polling, with one line', async () => {
    await fake.until(() => fake.callsOf('getUpdates').length);
    fake.revokeToken();
    const ends = () => complaints().filter((line) => line.includes('polling'));
    await expect.poll(ends).toEqual([expect.stringMatching(/polling has ended.*401.*@BotFather/)]);
  });
});

describe('a second poller', () => {
  it('is told of once, and the bot goes on when it is gone', async () => {
    await fake.until(() => fake.callsOf('getUpdates').length);
    const other = await fake.pollElsewhere();
    await expect.poll(complaints).toEqual([expect.stringMatching(/409.*stop the other process/)]);
    await other.stop();
    ann.write(QUESTION);
    await fake.until(() => answersTo(ann) === 1);
    await expect.poll(() => complaints().length).toBe(2);
    expect(complaints()[1]).toContain('answers again');
  });
});

describe('a person who blocks the bot', () => {
  it('is not tried again, and costs one line', async () => {
    fake.failNext('sendMessage', BLOCKED, 9);
    ann.write(QUESTION);
    await fake.until(() => attempts() === 1);
    await expect
      .poll(complaints)
      .toEqual([expect.stringMatching(/blocked by the user.*nothing more is sent/)]);
    const bob = fake.user('bob');
    bob.write(QUESTION);
    await fake.until(() => attempts() === 2);
    expect(fake.callsOf('sendMessage').map(({ parameters }) => parameters.chat_id)).toEqual([ann.id, bob.id]);
  });

  it('is answered again after unblocking, but not for what was asked before', async () => {
    await bot.stop();
    ann.write(`Before ${QUESTION}`);
    ann.block();
    await bot.restart();
    await fake.until(() => fake.callsOf('sendMessage')[0]?.response);
    ann.unblock();
    const asked = ann.write(QUESTION);
    await fake.until(() => answersTo(ann) === 1);
    expect(ann.chat.fromBot()[0]?.replyTo?.messageId).toBe(asked.id);
    expect(attempts()).toBe(2);
  });
});

describe('a group that removes or mutes the bot', () => {
  it('costs one line and no further attempts', async () => {
    const desk = fake.group('desk', { members: [ann], type: 'supergroup' });
    await fake.untilConfirmed();
    fake.failNext(
      'sendMessage',
      { status: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
      9,
    );
    ann.in(desk).mention(QUESTION);
    await fake.until(() => attempts() === 1);
    await expect.poll(complaints).toEqual([expect.stringContaining('cannot be written to')]);
    desk.kickBot();
    await fake.untilConfirmed();
    expect(attempts()).toBe(1);
  });
});

describe('too many requests', () => {
  it('are waited for as long as the server asks, while other chats are served', async () => {
    const bob = fake.user('bob');
    fake.failNext('sendMessage', tooManyRequests(1));
    const before = performance.now();
    ann.write(QUESTION);
    await fake.until(() => attempts() === 1);
    bob.write(QUESTION);
    await fake.until(() => answersTo(bob) === 1);
    expect(answersTo(ann)).toBe(0);
    await fake.until(() => answersTo(ann) === 1);
    expect(performance.now() - before).toBeGreaterThan(990);
    expect(complaints()).toEqual([]);
  });

  it('for three minutes keep neither the bot from stopping nor the answer from coming later', async () => {
    fake.failNext('sendMessage', tooManyRequests(180));
    ann.write(QUESTION);
    await fake.until(() => attempts() === 1);
    const before = performance.now();
    await bot.restart();
    expect(performance.now() - before).toBeLessThan(4_000);
    await fake.until(() => answersTo(ann) === 1);
    expect(complaints()).toEqual([]);
  });
});

describe('a server that fails', () => {
  it.each<[string, Failure]>([
    ['500', INTERNAL_ERROR],
    ['a proxy’s page', BAD_GATEWAY],
    ['a cut connection', { drop: 'before' }],
  ])('with %s is asked again until it answers', async (_what, failure) => {
    fake.failNext('sendMessage', failure, 3);
    ann.write(QUESTION);
    await fake.until(() => answersTo(ann) === 1);
    expect(attempts()).toBe(4);
    expect(complaints()).toEqual([]);
  });

  it('after it did what was asked gets the answer at most once more', async () => {
    fake.failNext('sendMessage', { drop: 'after' });
    ann.write(QUESTION);
    await fake.until(() => attempts() === 2);
    ann.write('/help');
    await fake.until(() => attempts() === 3);
    expect(answersTo(ann)).toBe(3);
  });

  it('at the start is waited for', async () => {
    await bot.stop();
    fake.failNext('getMe', INTERNAL_ERROR, 3);
    await bot.restart();
    ann.write(QUESTION);
    await fake.until(() => answersTo(ann) === 1);
    expect(complaints()).toEqual([expect.stringMatching(/500.*tried again/)]);
  });

  it('in the middle of a long poll is told of once, and polled again', async () => {
    await fake.until(() => fake.callsOf('getUpdates').length);
    fake.failNext('getUpdates', { drop: 'before' }, 3);
    fake.dropConnections();
    ann.write(QUESTION);
    await fake.until(() => answersTo(ann) === 1);
    expect(complaints().map((line) => line.replace(/.*(cannot be reached|answers again).*/u, '$1'))).toEqual([
      'cannot be reached',
      'answers again',
    ]);
  });

  it('and is slow in one chat holds up no other', async () => {
    fake.failNext('sendMessage', { delayMs: 500 });
    ann.write(QUESTION);
    await fake.until(() => attempts() === 1);
    const bob = fake.user('bob');
    bob.write(QUESTION);
    await fake.until(() => answersTo(bob) === 1);
    expect(answersTo(ann)).toBe(0);
    await fake.until(() => answersTo(ann) === 1);
  });
});

describe('an answer whose message is gone', () => {
  it('is sent anew when its question is edited', async () => {
    const asked = ann.write(QUESTION);
    await fake.until(() => answersTo(ann) === 1);
    fake.failNext('editMessageText', MESSAGE_NOT_FOUND);
    ann.edit(asked, 'Who met in Cairo?');
    await fake.until(() => answersTo(ann) === 2);
    expect(ann.chat.fromBot()[1]?.text).toContain('Cairo');
    expect(complaints()).toEqual([]);
  });

  it('is not changed by the edit of a question that says the same', async () => {
    const asked = ann.write(QUESTION);
    await fake.until(() => answersTo(ann) === 1);
    ann.edit(asked, 'Qwxyzt again?');
    await fake.until(() => fake.callsOf('editMessageText').length);
    await fake.untilConfirmed();
    expect(answersTo(ann)).toBe(1);
    expect(complaints()).toEqual([]);
  });
});

describe('a moderator’s upload', () => {
  /** What is said to it in a group that ann administrates. */
  async function replyTo(file: Parameters<FakeUser['upload']>[0]): Promise<string> {
    const desk = fake.group('desk', { admins: [ann], type: 'supergroup' });
    ann.in(desk).upload(file, '/corpus add');
    await fake.until(() => desk.fromBot().length);
    expect(desk.fromBot()[0]?.buttons).toEqual([]);
    expect(complaints()).toEqual([]);
    return desk.fromBot()[0]?.text ?? '';
  }

  it('that is larger than Telegram said is given up', async () => {
    const content = new Uint8Array(21 * 1024 * 1024);
    expect(await replyTo({ name: 'large.txt', content, size: 1000 })).toContain('larger than Telegram said');
  });

  it('that is empty is refused with the cause', async () => {
    expect(await replyTo({ name: 'empty.txt', content: '' })).toContain('empty');
  });

  it('that Telegram does not hand over is asked for again', async () => {
    fake.failNext('getFile', {
      status: 400,
      description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
    });
    expect(await replyTo({ name: 'a.txt', content: 'A document of some words.' })).toMatch(/again/u);
  });
});
