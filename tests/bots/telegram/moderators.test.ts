import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tooManyRequests } from '../../support/telegram/failure.ts';
import type { FakeGroup, FakeUser } from '../../support/telegram/fake-telegram.ts';
import { openBot, type TestBot } from './open-bot.ts';

const ARTICLE = `---
title: Lighthouse keepers of Norrholm vote to stay
publisher: Norrholm Post
published: 2024-03-02
---

The lighthouse keepers of Norrholm voted on Saturday to stay on the island. Greta Lind said that 41 keepers had voted.
`;
const SEATS = 'How many seats of the electoral districts did Hamas win?';

let bot: TestBot;
let ann: FakeUser;
let ruth: FakeUser;
let group: FakeGroup;
beforeEach(async () => {
  bot = await openBot({ desk: { limits: { pollMs: 20, retryMs: 20 } } });
  ann = bot.fake.user('ann');
  ruth = bot.fake.user('ruth');
  group = bot.fake.group('readers', { members: [ann], admins: [ruth], type: 'supergroup' });
});
afterEach(async () => {
  expect(bot.fake.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

const reply: TestBot['reply'] = (chat, number) => bot.reply(chat, number);

describe('who may moderate', () => {
  it('is an administrator of the group, also an anonymous one, and nobody else', async () => {
    ann.in(group).command('corpus');
    expect((await reply(group)).text).toBe('Only moderators can do this.');
    ann.in(group).command('quote', 'find Mofaz');
    expect((await reply(group, 2)).text).toBe('Only moderators can do this.');
    ruth.in(group).command('corpus');
    expect((await reply(group, 3)).text).toContain('3 documents');
    group.anonymousAdmin().command('corpus');
    expect((await reply(group, 4)).text).toContain('3 documents');
    ruth.command('corpus');
    expect((await reply(ruth.chat)).text).toBe('Only moderators can do this.');
    // Administrators are asked for once, not with every command.
    expect(bot.fake.callsOf('getChatAdministrators')).toHaveLength(1);
  });

  it('is whom the operator named, everywhere', async () => {
    const { fake } = bot;
    const named = await openBot({ bot: { moderators: [String(ann.id)] }, fake: {} });
    try {
      // The same person on the other server: both number their people alike.
      const same = named.fake.user('ann');
      expect(same.id).toBe(ann.id);
      same.command('corpus');
      expect((await named.reply(same.chat)).text).toContain('3 documents');
      // A private chat cannot be paused: there the command is an unknown one.
      same.command('pause');
      expect((await named.reply(same.chat, 2)).text).toContain('Ask in your own words');
      expect(fake.violations).toEqual([]);
    } finally {
      await named[Symbol.asyncDispose]();
    }
  });
});

it('keeps the documents out of the hands of who administers a group of their own', async () => {
  const { fake } = bot;
  const options = (canJoin: boolean) => ({
    bot: { moderators: [String(ann.id)] },
    fake: { canJoinGroups: canJoin },
  });
  const open = await openBot(options(true));
  const closed = await openBot(options(false));
  try {
    const [named, eve] = [open.fake.user('ann'), open.fake.user('ruth')];
    const own = open.fake.group('own', { admins: [eve] });
    eve.in(own).command('corpus', 'remove 000');
    expect((await open.reply(own)).text).toBe('Only moderators can do this.');
    eve.in(own).command('corpus', 'status');
    expect((await open.reply(own, 2)).text).toContain('3 documents');
    const shared = open.fake.group('shared', { admins: [named, eve] });
    eve.in(shared).command('corpus', 'remove 000');
    expect((await open.reply(shared)).text).toContain('Remove this document?');
    const only = closed.fake.user('ruth');
    const group = closed.fake.group('only', { admins: [only] });
    only.in(group).command('corpus', 'remove 000');
    expect((await closed.reply(group)).text).toContain('Remove this document?');
    expect(fake.violations).toEqual([]);
  } finally {
    await open[Symbol.asyncDispose]();
    await closed[Symbol.asyncDispose]();
  }
});

it('lets any administrator confirm what was asked for in the group’s name', async () => {
  group.anonymousAdmin().command('corpus', 'remove 000');
  const question = await reply(group);
  expect((await ann.in(group).press('Confirm').answer).text).toBe('Only moderators can do this.');
  await ruth.in(group).press('Confirm').answer;
  expect(question.text).toContain('Removed: After the election');
});

describe('/corpus', () => {
  it('adds an uploaded document once that is confirmed, and takes it back', async () => {
    ruth.in(group).upload({ name: 'lighthouse.md', content: ARTICLE }, '/corpus@footnote_bot add');
    const shown = await reply(group);
    expect(shown.text).toContain('Add this document?');
    expect(shown.text).toContain('Lighthouse keepers of Norrholm vote to stay — Norrholm Post, 2 March 2024');
    expect((await ann.in(group).press('Confirm').answer).text).toBe(
      'Only the person who asked can use this.',
    );
    await ruth.in(group).press('Confirm').answer;
    expect(shown.text).toContain('Added: Lighthouse keepers of Norrholm vote to stay');
    ann.in(group).mention('How many keepers had voted on Norrholm?');
    expect((await reply(group, 2)).text).toContain('41 keepers');
    await ruth.in(group).press('Undo').answer;
    expect(shown.text).toContain('Undone: Lighthouse keepers of Norrholm vote to stay');
    await bot.fake.until(() => group.fromBot()[1]?.text.includes('removed since'));
    expect(group.fromBot()[1]?.text).not.toContain('41 keepers');
  });

  it('adds what is replied to, and what is written behind the command', async () => {
    const file = ruth.in(group).upload({ name: 'lighthouse.md', content: ARTICLE });
    ruth.in(group).replyTo(file, '/corpus@footnote_bot add');
    expect((await reply(group)).text).toContain('Lighthouse keepers');
    ruth.in(group).command('corpus', 'add The ferry\n\nThe ferry to Norrholm sails again from Monday on.');
    expect((await reply(group, 2)).text).toContain('The ferry to Norrholm sails again');
    ruth.in(group).command('corpus', 'add');
    expect((await reply(group, 3)).text).toBe('Send a file, or write the text of the document.');
  });

  it('says what is wrong with a file', async () => {
    ruth
      .in(group)
      .upload({ name: 'huge.txt', content: 'x', size: 30 * 1024 * 1024 }, '/corpus@footnote_bot add');
    expect((await reply(group)).text).toBe('The file is too large: 20 MB are the limit.');
    ruth.in(group).upload({ name: 'broken.pdf', content: '%PDF-1.7 nothing' }, '/corpus@footnote_bot add');
    expect((await reply(group, 2)).text).toMatch(/^The file cannot be read: /u);
    ruth.in(group).upload({ name: 'clip.mp4', content: 'x' }, '/corpus@footnote_bot add');
    expect((await reply(group, 3)).text).toMatch(/^The file cannot be read: /u);
  });

  it('removes a document once that is confirmed, and marks the answers that cite it', async () => {
    ann.in(group).mention(SEATS);
    const answer = await reply(group);
    await ann.in(group).press('Sources').answer;
    ruth.in(group).command('corpus', 'remove 000');
    const question = await reply(group, 2);
    expect(question.text).toContain('Remove this document?');
    await ruth.in(group).press('Cancel').answer;
    expect(question.text).toBe('Nothing was changed.');
    ruth.in(group).command('corpus', 'remove 000');
    await reply(group, 3);
    await ruth.in(group).press('Confirm').answer;
    await bot.fake.until(() => answer.text.includes('A source has been removed since'));
    expect(answer.text).not.toContain('66');
    expect((await reply(group, 3)).text).toContain('Removed: After the election');
    ruth.in(group).command('corpus', 'history');
    expect((await reply(group, 4)).text).toContain('Removed: After the election');
    ruth.in(group).command('corpus', 'undo');
    expect((await reply(group, 5)).text).toContain('Undone: After the election');
    await bot.fake.until(() => answer.text.includes('66'));
    ruth.in(group).command('corpus', 'remove nothing');
    expect((await reply(group, 6)).text).toBe('There is no document “nothing”.');
  });

  it('does not undo another change than the button’s', async () => {
    ruth.in(group).command('corpus', 'remove 000');
    await reply(group);
    await ruth.in(group).press('Confirm').answer;
    const removed = await reply(group);
    ruth.in(group).command('corpus', 'remove 001');
    await reply(group, 2);
    await ruth.in(group).press('Confirm').answer;
    await bot.fake.until(() => group.fromBot()[1]?.buttons.length);
    expect((await ruth.in(group).press('Undo', removed).answer).text).toBe(
      'This button has expired. Please ask again.',
    );
  });
});

describe('an answer', () => {
  it('is taken back in reply to it, once that is confirmed', async () => {
    ann.in(group).mention(SEATS);
    const answer = await reply(group);
    ann.in(group).replyTo(answer, '/retract@footnote_bot');
    expect((await reply(group, 2)).text).toBe('Only moderators can do this.');
    ruth.in(group).replyTo(answer, '/retract@footnote_bot');
    await reply(group, 3);
    await ruth.in(group).press('Confirm').answer;
    await bot.fake.until(() => answer.text === 'A moderator took this answer back.');
    expect(answer.buttons).toEqual([]);
    expect((await reply(group, 3)).text).toBe('The answer has been taken back.');
    ruth.in(group).command('retract');
    expect((await reply(group, 4)).text).toBe('This message is no answer of the bot, or no longer kept.');
  });

  it('is corrected with words of a document, and with no others', async () => {
    ann.in(group).mention(SEATS);
    const answer = await reply(group);
    ruth.in(group).replyTo(answer, '/correct@footnote_bot Hamas won all of the cheese');
    expect((await reply(group, 2)).text).toContain('stand in no document');
    ruth
      .in(group)
      .replyTo(
        answer,
        '/correct@footnote_bot Ismail Haniyah, a senior Hamas leader, said that Hamas had won more than 70 seats',
      );
    expect((await reply(group, 3)).text).toBe('The answer has been corrected.');
    await bot.fake.until(() => answer.text.includes('more than 70 seats'));
    expect(answer.text).not.toContain('66');
  });

  it('is brought up to date in one chat while another has to wait', async () => {
    const other = bot.fake.group('others', { members: [ann], type: 'supergroup' });
    ann.in(group).mention(SEATS);
    const answers = [await reply(group)];
    ann.in(other).mention(SEATS);
    answers.push(await reply(other));
    await bot.fake.until(() => answers.every(({ buttons }) => buttons.length > 0));
    const edits = () => bot.fake.callsOf('editMessageText').map(({ parameters }) => parameters.chat_id);
    bot.fake.failNext('editMessageText', tooManyRequests(180));
    await bot.desk.corpus.remove('000_e8686d85092d98a3', {
      platform: 'telegram',
      chat: String(group.id),
      person: String(ruth.id),
    });
    await bot.fake.until(() => answers.filter(({ text }) => text.includes('removed since')).length === 2);
    expect(edits()).toHaveLength(3);
    expect(bot.lines).toEqual(['Telegram: answers as @footnote_bot']);
  });

  it('is marked where somebody looks at its sources in private, too', async () => {
    ann.write(SEATS);
    await reply(ann.chat);
    await ann.press('Sources').answer;
    const view = await reply(ann.chat, 2);
    expect(view.text).toContain('66');
    ruth.in(group).command('corpus', 'remove 000');
    await reply(group);
    await ruth.in(group).press('Confirm').answer;
    await bot.fake.until(() => view.text.includes('A source has been removed since'));
    expect(view.text).not.toContain('66');
    expect(view.buttons).toEqual([]);
  });
});

it('is paused in the group that wants it, and nowhere else', async () => {
  ruth.in(group).command('pause');
  expect((await reply(group)).text).toBe('The bot is paused here.');
  ann.in(group).mention(SEATS);
  expect((await reply(group, 2)).text).toBe('The bot is paused here. Please ask again later.');
  ann.write(SEATS);
  expect((await reply(ann.chat)).text).toContain('66');
  ruth.in(group).command('resume');
  await reply(group, 3);
  ann.in(group).mention(SEATS);
  expect((await reply(group, 4)).text).toContain('66');
});

it('keeps who did what', async () => {
  ruth.in(group).command('quote', 'find Mofaz');
  await reply(group);
  ruth.in(group).command('pause');
  await reply(group, 2);
  const data = bot.desk.dataOf({ platform: 'telegram', chat: String(group.id), person: String(ruth.id) });
  expect(data).toContain('"quote"');
  expect(data).toContain('find Mofaz');
});

it('keeps a group’s settings and conversations when it becomes a supergroup', async () => {
  const small = bot.fake.group('small', { members: [ann], admins: [ruth] });
  ann.in(small).mention(SEATS);
  await reply(small);
  ruth.in(small).command('pause');
  await reply(small, 2);
  const big = small.migrate();
  ann.in(big).mention(SEATS);
  expect((await reply(big)).text).toBe('The bot is paused here. Please ask again later.');
  ruth.in(big).command('corpus', 'remove 000');
  await reply(big, 2);
});
