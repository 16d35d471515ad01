import { describe, expect, it } from 'vitest';
import { CONTENT_LIMIT } from '../../../bots/discord/limits.ts';
import type { FakeMessage } from '../../support/discord/fake-discord.ts';
import { readMarkdown } from '../../support/discord/read-markdown.ts';
import { openTestBot, type TestBot } from './open-bot.ts';

/** Sentences of 800 characters each, in documents of their own, of which each comes close and none is like another. */
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const SENTENCES = ['b', 'd', 'g', 'k'].map((initial) => {
  const goods = VOWELS.flatMap((first) =>
    VOWELS.map((second) => `${initial}${first}l${second}n cloth of ${initial}${second}r${first}sia`),
  );
  return `The zeppelin Meridian carried in its hold ${goods.join(', ')}.`;
});
const QUESTION = 'What did the zeppelin Meridian carry in its hold?';
const hasButtons = ({ buttons }: FakeMessage) => buttons.length > 0;

async function openWithZeppelin(): Promise<TestBot> {
  const bot = await openTestBot();
  const { corpus } = bot.opened.desk;
  for (const [index, sentence] of SENTENCES.entries()) {
    const bytes = new TextEncoder().encode(`# Flight ${index + 1} of the Meridian\n\n${sentence}\n`);
    const { ticket } = await corpus.read({ fileName: `flight-${index + 1}.md`, bytes });
    await corpus.add(ticket, { platform: 'discord', chat: 'tests', person: 'tests' });
  }
  return bot;
}

/** What several messages show together. */
const shown = (messages: readonly FakeMessage[]) =>
  messages.flatMap(({ content }) => readMarkdown(content).lines.map(({ text }) => text.trim())).join(' ');

/** Which sentences stand there as a whole. */
const wholeIn = (messages: readonly FakeMessage[]) =>
  SENTENCES.filter((sentence) => shown(messages).includes(sentence));

describe('a reply that one message cannot hold', () => {
  it('goes on in further messages, the last of which has the buttons', async () => {
    await using bot = await openWithZeppelin();
    const { fake } = bot;
    fake.member('ann').mention(QUESTION);
    const sent = () => fake.messagesIn('general').filter(({ author }) => author.isBot);
    await fake.until(() => sent().some(hasButtons));
    expect(sent().length).toBeGreaterThan(1);
    expect(sent().map(hasButtons)).toEqual(sent().map((_, index) => index === sent().length - 1));
    for (const { content } of sent()) expect(content.length).toBeLessThanOrEqual(CONTENT_LIMIT);
    expect(wholeIn(sent()).length).toBeGreaterThan(1);
    expect(shown(sent())).toMatch(/Sources|Closest passages/u);
    expect(fake.violations).toEqual([]);
  });

  it('stays private as a whole', async () => {
    await using bot = await openWithZeppelin();
    const { fake } = bot;
    const ann = fake.member('ann');
    const asked = ann.command({ name: 'ask', options: { question: QUESTION, private: true } });
    await fake.until(() => asked.followUps().some(hasButtons));
    expect(fake.messagesIn('general')).toEqual([]);
    expect(wholeIn(fake.messagesIn('general', ann)).length).toBeGreaterThan(1);
    expect(fake.violations).toEqual([]);
  });

  it('is taken back as a whole', async () => {
    await using bot = await openWithZeppelin();
    const { fake } = bot;
    const mod = fake.member('mod', { permissions: ['ManageMessages'] });
    const asked = mod.command({ name: 'ask', options: { question: QUESTION } });
    const last = await fake.until(() => asked.followUps().find(hasButtons));
    expect(fake.messagesIn('general').length).toBeGreaterThan(1);
    const asking = await mod.messageMenu('Retract this answer', last).reply(hasButtons);
    mod.press(asking, 'Confirm');
    await fake.until(() => fake.messagesIn('general').length === 1);
    expect(shown(fake.messagesIn('general'))).toContain('took this answer back');
    expect(shown(fake.messagesIn('general'))).not.toContain('merchant');
    expect(fake.violations).toEqual([]);
  });
});
