import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestBot, type TestBot } from './open-bot.ts';

const QUESTION = 'Where did Abbas and Mashaal meet in November 2011?';
const CITED = /^\[1\]|\[\[1\]\]/mu;

describe('a member of a server', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await openTestBot();
  });
  afterAll(async () => {
    expect(bot.fake.violations).toEqual([]);
    expect(bot.log.filter((line) => line.includes('failed'))).toEqual([]);
    await bot[Symbol.asyncDispose]();
  });

  const ask = async (name: string, options: Record<string, string | boolean>, where = 'general') => {
    const member = bot.fake.member(name);
    const asked = member.command({ name: 'ask', options, in: where });
    return { member, asked, reply: await asked.reply(({ buttons }) => buttons.length > 0) };
  };

  it('gets an answer with footnotes, and the sources that it cites', async () => {
    const { asked, reply } = await ask('ann', { question: QUESTION }, 'first');
    const { kind, isEphemeral, tookMs } = await asked.acknowledged();
    expect({ kind, isEphemeral }).toEqual({ kind: 'deferred', isEphemeral: false });
    expect(tookMs).toBeLessThan(3_000);
    expect(reply.content).toContain(`**${QUESTION}**`);
    expect(reply.content).toMatch(CITED);
    expect(reply.content).toContain('### Sources');
    expect(reply.content).toMatch(/002_a501227d1568e9ca:\d+-\d+/u);
    expect(reply.content).toContain('(digest)');
    expect(reply.content).toContain('Quoted word for word, not rewritten.');
    expect(reply.buttons.map(({ label }) => label)).toEqual([
      'Sources',
      'Ask a follow-up',
      'Helpful',
      'Not helpful',
    ]);
    expect(reply.suppressesEmbeds).toBe(true);
  });

  it.each([
    ['mentions the bot', (text: string) => bot.fake.member('bea').mention(text, 'mentions')],
    ['mentions its role by mistake', (text: string) => bot.fake.member('bea').mentionRole(text, 'mentions')],
    ['writes to it directly', (text: string) => bot.fake.member('bea').writeDm(text)],
  ])('is answered who %s', async (_how, write) => {
    const message = write(QUESTION);
    const answer = await bot.fake.member('bea').answerTo(message, ({ buttons }) => buttons.length > 0);
    expect(answer.content).toMatch(CITED);
    expect(answer.replyTo).toBe(message.id);
    expect(bot.fake.typing).toContain(message.channel.id);
  });

  it('is not answered who mentions everyone, or nobody', async () => {
    const cal = bot.fake.member('cal');
    cal.say('@everyone Who met in Cairo?', 'quiet');
    cal.say('Who met in Cairo?', 'quiet');
    await bot.fake.quiet();
    expect(bot.fake.messagesIn('quiet').filter(({ author }) => author.isBot)).toEqual([]);
  });

  it('is asked for a question who mentions the bot without one', async () => {
    const dan = bot.fake.member('dan');
    const answer = await dan.answerTo(dan.mention('', 'empty'));
    expect(answer.content).toBe('Please write a question.');
  });

  it('is told what comes closest where the corpus holds no answer', async () => {
    const { reply } = await ask('eve', { question: 'Who won the 1998 football World Cup?' }, 'abstentions');
    expect(reply.content).toContain('The corpus holds no answer to this.');
    expect(reply.content).toContain('### Closest passages');
  });

  it('narrows a question to a document, chosen while typing', async () => {
    const fay = bot.fake.member('fay');
    const use = {
      name: 'ask',
      options: { question: QUESTION, document: 'partnership' },
      focused: 'document',
    };
    const [choice] = await fay.autocomplete(use);
    expect(choice).toMatchObject({ value: '002_a501227d1568e9ca' });
    expect(choice?.name).toMatch(
      /^Abbas and Mashaal announce.* · November 24, 2011 · 002_a501227d1568e9ca$/u,
    );
    const other = await ask('fay', { question: QUESTION, document: '001_39eabfb24ca25d24' }, 'filters');
    expect(other.reply.content).not.toContain('002_a501227d1568e9ca');
  });

  it('is told privately that a document does not exist', async () => {
    const asked = bot.fake.member('fay').command({
      name: 'ask',
      options: { question: QUESTION, document: 'zebra crossings' },
      in: 'filters',
    });
    const told = await bot.fake.until(() => asked.followUps()[0]);
    expect(told).toMatchObject({ isEphemeral: true, content: 'There is no document “zebra crossings”.' });
    expect(bot.fake.readChannel('filters')).not.toContain('zebra');
  });

  it('leafs through the sources, seen by nobody else', async () => {
    const { reply, member } = await ask('gil', { question: QUESTION }, 'leafing');
    const opened = member.press(reply, 'Sources');
    const first = await opened.reply();
    expect(first.isEphemeral).toBe(true);
    expect(first.content).toMatch(/^-# Quote 1 of \d/u);
    expect(first.content).toMatch(/^> \*\*Mahmoud Abbas and Khaled Mashaal met in/mu);
    expect(first.buttons.map(({ label, isDisabled }) => [label, isDisabled])).toEqual([
      ['Previous', true],
      ['Next', false],
    ]);
    const turned = member.press(first, 'Next');
    await turned.reply(({ content }) => content.includes('Quote 2 of'));
    expect(bot.fake.messagesIn('leafing')).toHaveLength(1);
  });

  it('goes on by a form, in the conversation of the answer', async () => {
    const { reply } = await ask('hal', { question: QUESTION }, 'forms');
    const ida = bot.fake.member('ida');
    const modal = await ida.press(reply, 'Ask a follow-up').modal();
    expect(modal.inputs[0]).toMatchObject({ label: 'Your question', isRequired: true, maxLength: 2000 });
    const sent = ida.submitModal(modal, { question: 'Who welcomed them there?' });
    const answer = await sent.reply(({ buttons }) => buttons.length > 0);
    expect(answer.content).toContain('Tantawi');
    expect(answer.isEphemeral).toBe(false);
  });

  it('goes on by a reply, whoever replies', async () => {
    const { reply } = await ask('jim', { question: QUESTION }, 'replies');
    const kim = bot.fake.member('kim');
    const answer = await kim.answerTo(
      kim.replyTo(reply, 'Who welcomed them there?'),
      ({ buttons }) => buttons.length > 0,
    );
    expect(answer.content).toContain('Tantawi');
  });

  it('is thanked, alone, for saying whether an answer helped', async () => {
    const { reply, member } = await ask('lea', { question: QUESTION }, 'feedback');
    const thanked = await member.press(reply, 'Not helpful').reply();
    expect(thanked).toMatchObject({ content: 'Thank you.', isEphemeral: true });
    expect(
      JSON.parse(bot.opened.desk.dataOf({ platform: 'discord', chat: '1', person: member.id })),
    ).toMatchObject({
      feedback: [{ verdict: 'not-helpful' }],
    });
  });

  it('asks privately, and shares the answer once', async () => {
    const { reply, member } = await ask('mia', { question: QUESTION, private: true }, 'sharing');
    expect(reply.isEphemeral).toBe(true);
    expect(bot.fake.messagesIn('sharing')).toEqual([]);
    const shared = member.press(reply, 'Share');
    const posted = await bot.fake.until(() => shared.followUps()[0]);
    expect(posted.content).toContain('Shared by mia');
    expect(posted.content).toMatch(CITED);
    expect(posted.buttons.map(({ label }) => label)).not.toContain('Share');
    expect(reply.buttons.map(({ label }) => label)).not.toContain('Share');
    expect(bot.fake.messagesIn('sharing')).toHaveLength(1);
    const noa = bot.fake.member('noa');
    expect((await noa.press(posted, 'Sources').reply()).content).toContain('Quote 1 of');
  });

  it('asks what the sources say about a message, privately', async () => {
    const oli = bot.fake.member('oli');
    const message = oli.say('Abbas and Mashaal met in Cairo in November 2011', 'talk');
    const pia = bot.fake.member('pia');
    const asked = pia.messageMenu('What do the sources say?', message);
    const answer = await asked.reply(({ buttons }) => buttons.length > 0);
    expect(answer).toMatchObject({ isEphemeral: true });
    expect(answer.content).toMatch(CITED);
  });

  it('lists the documents', async () => {
    const reply = await bot.fake.member('qin').command({ name: 'sources' }).reply();
    expect(reply.isEphemeral).toBe(true);
    expect(reply.content.match(/`\d{3}_[0-9a-f]{16}`/gu)).toHaveLength(3);
    expect(reply.buttons).toEqual([]);
  });

  it('reads how the bot works and what it keeps', async () => {
    const reply = await bot.fake.member('ray').command({ name: 'help' }).reply();
    expect(reply.content).toContain('3 documents');
    expect(reply.content).toContain('90 days');
    expect(reply.content).toMatch(/\/my\\?-data shows what is kept, \/forget\\?-me deletes it/u);
    expect(reply.content).not.toContain('Moderators');
  });

  it('gets what is kept as a file, and has it deleted', async () => {
    const { member } = await ask('sam', { question: QUESTION }, 'privacy');
    const data = await member.command({ name: 'my-data' }).reply();
    expect(data.attachments.map(({ filename }) => filename)).toEqual(['my-data.json']);
    const [file] = bot.fake
      .requests()
      .flatMap(({ files }) => files.filter(({ filename }) => filename === 'my-data.json'));
    expect(Buffer.from(file?.data ?? []).toString()).toContain(QUESTION);
    const forgotten = await member.command({ name: 'forget-me' }).reply();
    expect(forgotten.content).toMatch(/^Deleted: 1 conversations, 1 questions, 0 ratings\./u);
    const again = await member.command({ name: 'forget-me' }).reply();
    expect(again.content).toBe('Nothing is kept about you.');
  });

  it('is spoken to in the language of their Discord, or the one that they choose', async () => {
    const tom = bot.fake.member('tom', { locale: 'de' });
    const help = await tom.command({ name: 'help' }).reply();
    expect(help.content).toContain('Dokumenten');
    const chooser = await tom.command({ name: 'language' }).reply();
    const [menu] = chooser.selects;
    expect(menu?.options.map(({ label }) => label)).toContain('العربية');
    const chosen = tom.select(chooser, menu?.customId ?? '', ['ar']);
    await chosen.reply(({ content }) => /\p{sc=Arabic}/u.test(content));
    expect((await tom.command({ name: 'help' }).reply()).content).toMatch(/\p{sc=Arabic}/u);
  });

  it('writes nothing that rings or formats, whatever is asked', async () => {
    const hostile = '@everyone <@&1> **bold** [free](https://evil.example) # big\n> quote ||spoiler||';
    const { reply } = await ask('uma', { question: hostile }, 'hostile');
    expect(reply.content.split('\n', 1)[0]).not.toMatch(/(?<!\\)@everyone|\]\(https:/u);
    const sends = bot.fake.requests().filter(({ method, body }) => method !== 'GET' && hasContent(body));
    expect(sends.length).toBeGreaterThan(10);
    for (const { body } of sends)
      expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });
});

function hasContent(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'content' in body && typeof body.content === 'string';
}

describe('a person who installed the bot for themselves', () => {
  it('asks where the bot is no member, and moderates nowhere', async () => {
    await using bot = await openTestBot();
    const { fake } = bot;
    const elsewhere = fake.addGuild('Elsewhere', { installed: false }).channel('lounge');
    const ann = fake.member('ann', { hasInstalled: true, permissions: ['ManageMessages'] });
    for (const place of [elsewhere, ann.privateChannel]) {
      const asked = ann.command({ name: 'ask', options: { question: QUESTION }, in: place });
      expect((await asked.reply(({ buttons }) => buttons.length > 0)).content).toMatch(CITED);
      expect(() => ann.command({ name: 'corpus status', in: place })).toThrow();
    }
    expect(fake.violations).toEqual([]);
  });
});

describe('with a thread for each question', () => {
  it('answers in a thread under the question, and goes on there', async () => {
    await using bot = await openTestBot({ bot: { threads: true } });
    const { fake } = bot;
    const ann = fake.member('ann');
    const asked = ann.command({ name: 'ask', options: { question: QUESTION } });
    const question = await asked.reply(({ thread }) => thread !== undefined);
    expect(question.content).toBe(`**${QUESTION}**`);
    const thread = question.thread ?? question.channel;
    expect(thread.name).toBe(QUESTION);
    const answer = await fake.until(() => fake.messagesIn(thread).find(({ buttons }) => buttons.length > 0));
    expect(answer.content).toMatch(CITED);
    const message = ann.mention(QUESTION, 'other');
    await fake.until(
      () => message.thread && fake.messagesIn(message.thread).some(({ buttons }) => buttons.length > 0),
    );
    const reply = ann.replyTo(answer, 'Who welcomed them there?');
    const next = await ann.answerTo(reply, ({ buttons }) => buttons.length > 0);
    expect(next.channel.id).toBe(thread.id);
    expect(next.content).toContain('Tantawi');
    expect(fake.violations).toEqual([]);
  });

  it('answers in the channel where it may start none', async () => {
    await using bot = await openTestBot({ bot: { threads: true } });
    const { fake } = bot;
    fake.denyBot('general', ['CreatePublicThreads']);
    const ann = fake.member('ann');
    const answer = await ann.answerTo(ann.mention(QUESTION), ({ buttons }) => buttons.length > 0);
    expect(answer.content).toMatch(CITED);
    expect(bot.log.join('\n')).toContain('Create Public Threads');
  });
});
