import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FakeMember, FakeMessage } from '../../support/discord/fake-discord.ts';
import { ROOT } from '../../support/source-files.ts';
import { openTestBot, type TestBot } from './open-bot.ts';

const QUESTION = 'Where did Abbas and Mashaal meet in November 2011?';
const CAIRO = '002_a501227d1568e9ca';
const SENTENCE =
  'Mahmoud Abbas and Khaled Mashaal met in Cairo on Thursday, 24 November 2011, the article reports.';

describe('a moderator', () => {
  let bot: TestBot;
  let mod: FakeMember;
  beforeAll(async () => {
    bot = await openTestBot();
    mod = bot.fake.member('mod', { permissions: ['ManageMessages'] });
  });
  afterEach(() => {
    expect(bot.fake.violations).toEqual([]);
    expect(bot.log.filter((line) => line.includes('failed'))).toEqual([]);
  });
  afterAll(() => bot[Symbol.asyncDispose]());

  const use = (name: string, options: Record<string, string | number | boolean> = {}, where = 'general') =>
    mod.command({ name, options, in: where });
  const answerIn = async (where: string): Promise<FakeMessage> => {
    const asked = bot.fake.member('ann').command({ name: 'ask', options: { question: QUESTION }, in: where });
    return asked.reply(({ buttons }) => buttons.length > 0);
  };

  it('fetches a passage word for word, leafs on, and posts it', async () => {
    const shown = await use('quote show', { document: CAIRO, passage: 1 }, 'quotes').reply();
    expect(shown.isEphemeral).toBe(true);
    const source = readFileSync(join(ROOT, 'seeds', `${CAIRO}.md`), 'utf8');
    const words = /^> (.*)$/mu.exec(shown.content)?.[1]?.replaceAll('\\', '') ?? '';
    expect(words.startsWith(SENTENCE)).toBe(true);
    expect(source).toContain(words);
    expect(shown.content).toMatch(new RegExp(`\`${CAIRO}:\\d+-\\d+\``, 'u'));
    expect(shown.content).toContain(`(<http://127.0.0.1:8017/documents/${CAIRO}?start=`);
    const next = await mod.press(shown, 'Next').reply(({ content }) => !content.includes(SENTENCE));
    const pressed = mod.press(next, 'Post here');
    const posted = await bot.fake.until(() => pressed.followUps()[0]);
    expect(posted.content).toBe(next.content);
    expect(posted).toMatchObject({ isEphemeral: false, buttons: [] });
    const missing = use('quote show', { document: CAIRO, passage: 99 }, 'quotes');
    expect((await missing.reply()).content).toBe('This document has no passage 99.');
  });

  it('finds quotes by their words, also while typing', async () => {
    const choices = await mod.autocomplete({
      name: 'quote find',
      options: { query: 'Tantawi welcomed' },
      focused: 'query',
    });
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(25);
    expect(choices[0]?.name).toMatch(/^Muhammad Hussain Tantawi/u);
    const found = await use('quote find', { query: String(choices[0]?.value) }).reply();
    expect(found.content).toContain('> Muhammad Hussain Tantawi');
    const none = await use('quote find', { query: 'xylophone zeppelin' }).reply();
    expect(none.content).toBe('No sentence fits these words.');
  });

  it.each([
    ['exactly', SENTENCE, 'These words stand in a document, exactly.'],
    [
      'nearly',
      SENTENCE.replace('Thursday', 'Friday'),
      /nearly these words[\s\S]*Difference:.*−Thursday \+Friday/u,
    ],
    [
      'not at all',
      'Penguins have opened a bakery in Oslo with great success',
      'No document has these words.',
    ],
  ])('checks whether words stand in the corpus: %s', async (_how, text, verdict) => {
    const checked = await use('quote check', { text }).reply();
    expect(checked.isEphemeral).toBe(true);
    expect(checked.content.replaceAll(/[\\*]/gu, '')).toMatch(verdict);
    const message = bot.fake.member('bea').say(text, 'claims');
    const byMenu = await mod.messageMenu('Check this quote', message).reply();
    expect(byMenu.content).toBe(checked.content);
  });

  it('takes an answer back after confirming, and everybody sees that', async () => {
    const answer = await answerIn('retractions');
    const asked = await mod.messageMenu('Retract this answer', answer).reply();
    expect(asked.isEphemeral).toBe(true);
    await mod.press(asked, 'Confirm').reply(({ content }) => content === 'The answer has been taken back.');
    await bot.fake.until(() => answer.content.includes('A moderator took this answer back.'));
    expect(answer.content).not.toContain('Cairo on');
    expect(answer.content).toContain(QUESTION);
    expect(answer.buttons).toEqual([]);
  });

  it('puts words of the corpus in an answer’s place, by link or by menu', async () => {
    const answer = await answerIn('corrections');
    const link = `https://discord.com/channels/${bot.fake.guild.id}/${answer.channel.id}/${answer.id}`;
    const refused = await use('answer correct', { message: link, words: 'They met on the moon.' }).reply();
    expect(refused.content).toBe('These words stand in no document, so they cannot be put there.');
    const modal = await mod.messageMenu('Correct this answer', answer).modal();
    const words = 'Abbas is chairman of the Palestinian Authority (PA) and heads the Fatah movement';
    await mod
      .submitModal(modal, { words })
      .reply(({ content }) => content === 'The answer has been corrected.');
    await bot.fake.until(() => answer.content.includes('A moderator put these words'));
    expect(answer.content).toContain('> Abbas is chairman');
  });

  it('cannot take back what is no answer, or stands in another server', async () => {
    const message = bot.fake.member('bea').say('hello', 'talk');
    const refused = await mod.messageMenu('Retract this answer', message).reply();
    expect(refused.content).toBe('This message is no answer of the bot, or no longer kept.');
    const answer = await answerIn('ours');
    const elsewhereGuild = bot.fake.addGuild('Elsewhere');
    elsewhereGuild.permit(mod, ['ManageMessages']);
    const other = elsewhereGuild.channel('lounge');
    const elsewhere = mod.command({ name: 'answer retract', options: { message: answer.id }, in: other });
    expect((await elsewhere.reply()).content).toContain('no answer of the bot');
  });

  it('adds a file, sees posted answers change with the corpus, and undoes it', async () => {
    const answer = await answerIn('changes');
    const before = answer.content;
    const text = `---\ntitle: Talks moved\npublished: 2011-11-25\n---\n\nThe talks between the two sides were moved to Amman after all. Nobody explained the change.\n`;
    const upload = { filename: `${CAIRO}.md`, contentType: 'text/markdown', data: text };
    const read = await mod
      .command({ name: 'corpus add', options: { file: upload } })
      .reply(({ buttons }) => buttons.length > 0);
    expect(read.content).toContain('Replace the document of this id?');
    expect(read.content).toContain('Talks moved');
    expect(read.content).toContain('> The talks between');
    const confirmed = mod.press(read, 'Confirm');
    const replaced = await confirmed.reply(({ content }) => content.startsWith('Replaced: Talks moved'));
    await bot.fake.until(() => answer.content.includes('A source has changed since'));
    await mod.press(replaced, 'Undo').reply(({ content }) => content.startsWith('Undone:'));
    await bot.fake.until(() => answer.content === before);
  });

  it('adds text, removes a document, and reads the history', async () => {
    const read = await use('corpus add', {
      text: 'The lighthouse of Porto Verde was lit again.',
      title: 'Lighthouse lit',
    }).reply(({ buttons }) => buttons.length > 0);
    expect(read.content).toContain('Add this document?');
    expect(read.content).toContain('lighthouse-lit');
    await mod.press(read, 'Confirm').reply(({ content }) => content.startsWith('Added: Lighthouse lit'));
    const status = await use('corpus status').reply();
    expect(status.content).toContain('4 documents');
    const removal = await use('corpus remove', { document: 'lighthouse-lit' }).reply();
    expect(removal.content).toContain('Remove this document?');
    await mod.press(removal, 'Confirm').reply(({ content }) => content.startsWith('Removed: Lighthouse lit'));
    const history = await use('corpus history').reply();
    expect(history.content).toMatch(/^Removed: Lighthouse lit[\s\S]*Added: Lighthouse lit/u);
    expect(history.buttons.map(({ label }) => label)).toEqual(['Undo']);
  });

  it('types a document with paragraphs into a form, and may think better of it', async () => {
    const modal = await use('corpus add').modal();
    const sent = mod.submitModal(modal, {
      title: 'Two paragraphs',
      text: 'First paragraph stands here.\n\nSecond one.',
    });
    const read = await sent.reply(({ buttons }) => buttons.length > 0);
    expect(read.content).toContain('Two paragraphs');
    await mod.press(read, 'Cancel').reply(({ content }) => content === 'Nothing was changed.');
    expect((await use('corpus status').reply()).content).toContain('3 documents');
  });

  it('is told why a file cannot be read', async () => {
    const upload = { filename: 'song.mp3', contentType: 'audio/mpeg', data: new Uint8Array([1, 2, 3]) };
    const refused = mod.command({ name: 'corpus add', options: { file: upload } });
    await bot.fake.until(() =>
      refused.followUps().some(({ content }) => content.startsWith('The file cannot be read:')),
    );
  });

  it('pauses and resumes the bot, in this server only', async () => {
    expect((await use('bot pause').reply()).content).toBe('The bot is paused here.');
    const ann = bot.fake.member('ann');
    expect((await ann.answerTo(ann.mention(QUESTION, 'paused'))).content).toContain('paused here');
    const asked = ann.command({ name: 'ask', options: { question: QUESTION }, in: 'paused' });
    const told = await bot.fake.until(() => asked.followUps()[0]);
    expect(told).toMatchObject({ isEphemeral: true });
    const direct = await ann.answerTo(ann.writeDm(QUESTION), ({ buttons }) => buttons.length > 0);
    expect(direct.content).toContain('Cairo');
    expect((await use('bot resume').reply()).content).toBe('The bot answers again.');
    await answerIn('paused');
  });

  it('opens and closes channels', async () => {
    const open = bot.fake.channel('open');
    expect((await use('bot channels', { channel: open.id }).reply()).content).toContain('#open');
    const ann = bot.fake.member('ann');
    expect((await ann.answerTo(ann.mention(QUESTION, 'closed'))).content).toBe(
      'The bot does not answer in this channel.',
    );
    await answerIn('open');
    expect((await use('bot channels', { allowed: true }).reply()).content).toContain('everywhere');
    await answerIn('closed');
    const shut = bot.fake.channel('closed');
    const listed = await use('bot channels', { channel: shut.id, allowed: false }).reply();
    expect(listed.content).toContain('#open');
    expect(listed.content).not.toContain('#closed');
    await use('bot channels', { allowed: true }).reply();
  });

  it('sets how often one may ask', async () => {
    const before = await use('bot limits').reply();
    expect(before.content).toContain('200 a day');
    await use('bot limits', { 'person-seconds': 3600, 'questions-per-day': 5 }).reply(({ content }) =>
      content.includes('5 a day'),
    );
    const cat = bot.fake.member('cat');
    await cat.answerTo(cat.mention(QUESTION, 'limits'), ({ buttons }) => buttons.length > 0);
    expect((await cat.answerTo(cat.mention(QUESTION, 'limits'))).content).toMatch(
      /One question at a time.*3[56]\d\d s/u,
    );
    await use('bot limits', { 'person-seconds': 0, 'questions-per-day': 200 }).reply();
  });

  it('leaves a line in the audit with every use', async () => {
    const own = JSON.parse(bot.opened.desk.dataOf({ platform: 'discord', chat: '1', person: mod.id }));
    const actions: readonly { action: string }[] = own.actions;
    const named = new Set(actions.map(({ action }) => action));
    for (const action of [
      '/quote show',
      '/corpus add',
      'button add',
      'menu "Retract this answer"',
      '/bot pause',
      'form correct',
    ])
      expect(named).toContain(action);
  });
});

describe('a member who moderates nothing', () => {
  it('cannot use what moderates, even when the permissions changed after it was shown', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    expect(() => fake.member('ann').command({ name: 'corpus status' })).toThrow();
    const mod = fake.member('mod', { permissions: ['ManageMessages'] });
    const removal = await mod.command({ name: 'corpus remove', options: { document: CAIRO } }).reply();
    fake.guild.permit(mod, []);
    const told = await mod.press(removal, 'Confirm').reply();
    expect(told.content).toBe('Only moderators can do this.');
    expect((await bot.opened.desk.corpus.status()).documents).toBe(3);
  });
});

describe('a bot that anybody can add to a server', () => {
  it('lets nobody but its owner change the documents', async () => {
    await using bot = await openTestBot({ fake: { isPublic: true } });
    const { fake } = bot;
    const mod = fake.member('mod', { permissions: ['ManageMessages'] });
    const refused = await mod.command({ name: 'corpus remove', options: { document: CAIRO } }).reply();
    expect(refused.content).toBe('Only moderators can do this.');
    expect((await mod.command({ name: 'corpus status' }).reply()).content).toContain('3 documents');
    expect(bot.log.join('\n')).toContain('Public Bot');
  });
});
