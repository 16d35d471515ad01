import { expect, it } from 'vitest';
import { startDiscord } from '../../../bots/discord/start-discord.ts';
import { startFakeDiscord } from '../../support/discord/start-fake-discord.ts';
import { openTestDesk } from '../../support/open-desk.ts';
import { openTestBot } from './open-bot.ts';

const QUESTION = 'Where did Abbas and Mashaal meet in November 2011?';

it('answers a question that fails with an honest sentence, and tells the operator what it was', async () => {
  await using bot = await openTestBot({
    desk: {
      wrapRetriever: (retriever) => ({
        ...retriever,
        retrieve: () => Promise.reject(new Error('the disk is full')),
      }),
    },
  });
  const { fake, log } = bot;
  const ann = fake.member('ann');
  const asked = await ann.command({ name: 'ask', options: { question: QUESTION } }).reply();
  expect(asked.content).toContain('Something went wrong. The question was not answered.');
  await ann.answerTo(ann.mention(QUESTION), ({ content }) => content.startsWith('Something went wrong'));
  expect(log.filter((line) => line.includes('the disk is full'))).toHaveLength(2);
  expect(log.join()).not.toContain(QUESTION);
  expect(fake.readChannel('general')).not.toContain('disk');
  expect(fake.violations).toEqual([]);
});

it('lets a posted answer go that somebody deleted', async () => {
  await using bot = await openTestBot();
  const { fake, log, opened } = bot;
  const ann = fake.member('ann');
  const answer = await ann.answerTo(ann.mention(QUESTION), ({ buttons }) => buttons.length > 0);
  const at = { platform: 'discord', chat: answer.channel.id, message: answer.id };
  // Where it stands is kept when Discord has answered, a little after the message is seen.
  await fake.quiet();
  const { id = '' } = (await opened.desk.answerAt(at)) ?? {};
  fake.deleteMessage(answer);
  await opened.desk.retract(id, { platform: 'discord', chat: at.chat, person: '1' });
  await fake.until(() => fake.requests('PATCH /channels/*/messages/*').some(({ status }) => status === 404));
  await fake.quiet();
  expect((await opened.desk.answer(id))?.posts).toEqual([]);
  expect(log.filter((line) => line.includes('could not be edited'))).toEqual([]);
});

it('goes on trying while Discord is down at the start', async () => {
  await using fake = await startFakeDiscord();
  await using opened = await openTestDesk();
  const log: string[] = [];
  // One attempt of ours is four of discord.js.
  fake.failNext('GET /gateway/bot', { status: 500, times: 4 });
  const discord = await startDiscord(opened, {
    token: fake.token,
    apiUrl: fake.apiUrl,
    threads: false,
    locale: 'en',
    ledgerDays: 90,
    log: (line) => log.push(line),
    retryDelayMs: 20,
  });
  expect(log.join()).toContain('tried again');
  await fake.until(() => fake.commands().length > 0);
  await discord.close();
});
