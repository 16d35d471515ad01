import { describe, expect, it } from 'vitest';
import { openBot } from './open-bot.ts';

const CHATS = 100;
const QUESTIONS_OF_CHAT = 5;
const MEGABYTE = 1024 * 1024;
const TIME_LIMIT_MS = 120_000;

describe('500 questions at once from 100 chats', () => {
  it('are answered once each, in order within a chat, in bounded memory', {
    timeout: TIME_LIMIT_MS,
  }, async () => {
    await using bot = await openBot();
    const { fake } = bot;
    await bot.stop();
    const people = Array.from({ length: CHATS }, (_, index) => fake.user(`person${index}`));
    for (let round = 0; round < QUESTIONS_OF_CHAT; round += 1)
      for (const person of people) person.write(`Qwxyzt ${round}?`);
    const before = process.memoryUsage().heapUsed;
    await bot.restart();
    const answered = () =>
      fake.callsOf('sendMessage').filter(({ response }) => response?.status === 200).length;
    await fake.until(() => answered() >= CHATS * QUESTIONS_OF_CHAT, { timeoutMs: TIME_LIMIT_MS });
    await fake.untilConfirmed();
    await bot.stop();
    for (const { chat } of people) {
      const asked = chat.messages().filter(({ fromBot }) => !fromBot);
      const repliedTo = chat.fromBot().map(({ replyTo }) => replyTo?.messageId);
      expect(repliedTo).toEqual(asked.map(({ id }) => id));
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * MEGABYTE);
    expect(fake.violations).toEqual([]);
    expect(new Set(bot.lines)).toEqual(new Set(['Telegram: answers as @footnote_bot']));
  });
});
