import { describe, expect, it } from 'vitest';
import type { FakeInteraction, FakeMessage } from '../../support/discord/fake-discord.ts';
import { openTestBot } from './open-bot.ts';

/** Questions that the seeds answer, each in words of its own. */
const QUESTIONS = [
  'Where did Abbas and Mashaal meet in November 2011?',
  'Who won the Palestinian election of January 2006?',
  'Who heads the military council of Egypt?',
  'What did Al-Zahar say about the election result?',
];
const questionOf = (index: number) => QUESTIONS[index % QUESTIONS.length] ?? '';
const isAnswered = ({ buttons }: FakeMessage) => buttons.length > 0;
/** All of them wait for the last one's turn, on a machine that may be busy with other tests. */
const LONG_MS = 120_000;
/** Bot and Discord share a processor here: in real life the 3 s hold, for what is counted below. */
const PATIENT = { waitMs: LONG_MS, acknowledgeWithinMs: LONG_MS };
const ASKERS = 100;

describe('many questions at once', () => {
  it('are all answered, once each: 200 people in a channel and in direct messages', {
    timeout: 2 * LONG_MS,
  }, async () => {
    await using bot = await openTestBot({ fake: PATIENT, bot: { editIntervalMs: 1_500 } });
    const { fake } = bot;
    const asked = Array.from({ length: ASKERS }, (_, index) =>
      fake.member(`asker${index}`).command({ name: 'ask', options: { question: questionOf(index) } }),
    );
    const written = Array.from({ length: ASKERS }, (_, index) => {
      const member = fake.member(`writer${index}`);
      const text = questionOf(index);
      const message = index % 2 === 0 ? member.mention(text) : member.writeDm(text);
      return { message, answered: member.answerTo(message, isAnswered) };
    });
    await Promise.all(written.map(({ answered }) => answered));
    const replies = await Promise.all(asked.map((interaction) => interaction.reply(isAnswered)));
    expect(new Set(replies.map(({ id }) => id)).size).toBe(ASKERS);
    for (const [index, { content }] of replies.entries()) expect(content).toContain(questionOf(index));
    for (const { message } of written) {
      const answers = fake.messagesIn(message.channel).filter(({ replyTo }) => replyTo === message.id);
      expect(answers.map(({ content }) => content.slice(0, 60))).toHaveLength(1);
    }
    expect(fake.violations).toEqual([]);
    expect(fake.invalidRequests).toBe(0);
  });

  it('are acknowledged before any of them is answered', { timeout: 2 * LONG_MS }, async () => {
    await using bot = await openTestBot({ fake: PATIENT });
    const { fake } = bot;
    const asked = Array.from({ length: ASKERS }, (_, index) =>
      fake.member(`asker${index}`).command({ name: 'ask', options: { question: questionOf(index) } }),
    );
    await Promise.all(asked.map((interaction) => interaction.acknowledged()));
    const answered = fake.messagesIn('general').filter(isAnswered);
    expect(answered.length).toBeLessThan(ASKERS / 10);
  });

  it('beyond what can wait are told that the bot is busy, and for how long', async () => {
    await using bot = await openTestBot({ desk: { limits: { questionsAtOnce: 1, queueLength: 5 } } });
    const { fake } = bot;
    const isSettled = (message: FakeMessage) => isAnswered(message) || message.content.startsWith('Busy');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => {
        const member = fake.member(`writer${index}`);
        return member.answerTo(member.mention(questionOf(index)), isSettled);
      }),
    );
    const refusals = answers.filter((answer) => !isAnswered(answer));
    expect(refusals.length).toBeGreaterThan(10);
    for (const { content } of refusals) expect(content).toMatch(/^Busy: .* about \d+ s\.$/u);
    expect(fake.violations).toEqual([]);
  });

  it('of one person are taken in order: the second is understood from the first', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    const ann = fake.member('ann');
    const first = ann.mention('Where did Abbas and Mashaal meet in November 2011?');
    const second = ann.mention('And who welcomed them there?');
    expect((await ann.answerTo(first, isAnswered)).content).toContain('Cairo');
    const answer = await ann.answerTo(second, isAnswered);
    expect(answer.content).toContain('about Abbas and Mashaal');
    expect(answer.content).toContain('welcomed Abbas and Mashaal');
    expect(answer.history.join()).toContain('Waiting: 1 before you');
  });

  it('of one person by command come in order too, and say so while they wait', async () => {
    await using bot = await openTestBot({ desk: { limits: { questionsAtOnce: 1 } } });
    const { fake } = bot;
    const ann = fake.member('ann');
    const ask = (question: string): FakeInteraction => ann.command({ name: 'ask', options: { question } });
    const asked = [
      ask('Where did Abbas and Mashaal meet in November 2011?'),
      ask('And who welcomed them there?'),
    ];
    const replies = await Promise.all(asked.map((interaction) => interaction.reply(isAnswered)));
    expect(replies[1]?.content).toContain('about Abbas and Mashaal');
    expect(fake.violations).toEqual([]);
  });
});
