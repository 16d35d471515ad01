import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBot, type TestBot } from './open-bot.ts';

const SEATS = 'How many seats of the electoral districts did Hamas win?';
const CAIRO = 'Who met in Cairo?';

let bot: TestBot;
beforeAll(async () => {
  bot = await openBot();
});
afterEach(() => expect(bot.fake.violations).toEqual([]));
afterAll(() => bot[Symbol.asyncDispose]());

const reply: TestBot['reply'] = (chat, number) => bot.reply(chat, number);

describe('in a private chat', () => {
  it('answers any text, with quotes, their sources and no preview', async () => {
    const ann = bot.fake.user('ann');
    const asked = ann.write(SEATS);
    const answer = await reply(ann.chat);
    expect(answer.text).toContain('won every one of the 66 seats');
    expect(answer.text).toContain('[1]');
    expect(answer.text).toContain('000_e8686d85092d98a3:352-485');
    expect(answer.entities.map(({ type }) => type)).toContain('blockquote');
    expect(answer.showsLinkPreview).toBe(false);
    expect(answer.replyTo).toEqual({ messageId: asked.id });
    expect(ann.chat.actions()[0]).toBe('typing');
  });

  it('goes on from the answer before', async () => {
    const ben = bot.fake.user('ben');
    ben.write(CAIRO);
    await reply(ben.chat);
    ben.write('And what did he tell reporters?');
    const answer = await reply(ben.chat, 2);
    expect(answer.text).toMatch(/Mashaal|Abbas/u);
  });

  it('says that it does not know, and what comes closest', async () => {
    const cleo = bot.fake.user('cleo');
    cleo.write('What is the boiling point of tungsten?');
    const answer = await reply(cleo.chat);
    expect(answer.text).toContain('holds no answer');
  });

  it('says what is wrong with a question', async () => {
    const dora = bot.fake.user('dora');
    dora.write(`${'very '.repeat(500)}long?`);
    expect((await reply(dora.chat)).text).toBe('The question is too long: 2000 characters are the limit.');
    dora.command('ask');
    expect((await reply(dora.chat, 2)).text).toBe('Write your question after the command.');
  });

  it('speaks the language of the person’s client, quotes stay as they are', async () => {
    const emil = bot.fake.user('emil', { language: 'de' });
    emil.write(SEATS);
    const answer = await reply(emil.chat);
    expect(answer.text).toContain('Quellen');
    expect(answer.text).toContain('won every one of the 66 seats');
  });

  it('speaks the operator’s language to clients of languages that it does not know', async () => {
    await using german = await openBot({ bot: { locale: 'de' } });
    const [uma, vic] = [
      german.fake.user('uma', { language: 'fi' }),
      german.fake.user('vic', { language: 'es' }),
    ];
    uma.command('ask');
    expect((await german.reply(uma.chat)).text).toBe('Schreibe deine Frage hinter den Befehl.');
    vic.command('ask');
    expect((await german.reply(vic.chat)).text).not.toBe('Schreibe deine Frage hinter den Befehl.');
  });

  it('answers a picture by its caption, asks for words where there are none, and leaves its own cards alone', async () => {
    const fay = bot.fake.user('fay');
    fay.upload({ name: 'poster.png', content: 'png' }, CAIRO);
    expect((await reply(fay.chat)).text).toContain('Cairo');
    const cards = await fay.inline('Mofaz');
    fay.chooseInline(cards, 0, fay.chat);
    fay.upload({ name: 'nothing.png', content: 'png' });
    expect((await reply(fay.chat, 2)).text).toBe('Please write a question.');
  });
});

describe('in a group', () => {
  it('answers commands, mentions and replies, and quotes the asked words', async () => {
    const { fake } = bot;
    const [gus, hal] = [fake.user('gus'), fake.user('hal')];
    const group = fake.group('readers', { members: [gus, hal] });
    gus.in(group).write(SEATS);
    gus.in(group).mention(SEATS);
    const mentioned = await reply(group);
    expect(mentioned.replyTo?.quote).toBe(SEATS);
    hal.in(group).command('ask', CAIRO);
    expect((await reply(group, 2)).replyTo?.quote).toBe(CAIRO);
    hal.in(group).replyTo(mentioned, 'And who resigned?');
    const followUp = await reply(group, 3);
    expect(followUp.replyTo?.quote).toBe('And who resigned?');
    expect(followUp.text).toMatch(/resign/u);
    expect(group.drafts()).toEqual([]);
    expect(group.fromBot()).toHaveLength(3);
  });

  it('answers what somebody else wrote when it is mentioned in a reply to it', async () => {
    const { fake } = bot;
    const [ida, jon] = [fake.user('ida'), fake.user('jon')];
    const group = fake.group('debate', { members: [ida, jon], type: 'supergroup' });
    const claim = ida.in(group).write('Who met in Cairo in November 2011?');
    jon.in(group).replyTo(claim, '@footnote_bot');
    expect((await reply(group)).text).toContain('met in Cairo on Thursday');
  });

  it('understands a mention in the middle, and says how to ask where nothing is asked', async () => {
    const { fake } = bot;
    const kim = fake.user('kim');
    const group = fake.group('chatter', { members: [kim] });
    kim.in(group).write('Hello @footnote_bot, who met in Cairo?');
    expect((await reply(group)).text).toContain('met in Cairo on Thursday');
    kim.in(group).mention('');
    expect((await reply(group, 2)).text).toBe('Please write a question.');
  });

  it('keeps to the topic of a forum', async () => {
    const { fake } = bot;
    const lea = fake.user('lea');
    const forum = fake.group('forum', { members: [lea], forum: true });
    const topic = forum.topic('Elections');
    lea.in(forum, topic).mention(SEATS);
    const answer = await reply(forum);
    expect(answer.topicId).toBe(topic.id);
    lea.in(forum, topic).write('just talking');
    lea.in(forum, topic).replyTo(answer, 'And who resigned?');
    expect((await reply(forum, 2)).topicId).toBe(topic.id);
  });

  it('leaves other bots, channels and commands of others alone', async () => {
    const { fake } = bot;
    const [max, robot] = [fake.user('max'), fake.otherBot('robot')];
    const group = fake.group('mixed', { members: [max, robot], botIsAdmin: true });
    robot.in(group).mention(SEATS);
    fake.channel('paper').post(`@footnote_bot ${SEATS}`);
    max.in(group).command('ask', SEATS, { to: '@robot' });
    max.in(group).command('unknown', SEATS);
    max.in(group).write('nothing for you');
    max.in(group).mention(CAIRO);
    await reply(group);
    await fake.untilConfirmed();
    expect(group.fromBot()).toHaveLength(1);
    expect(fake.callsOf('sendMessage').filter(({ response }) => response?.status !== 200)).toEqual([]);
  });
});

describe('an edited question', () => {
  it('is answered in place', async () => {
    const { fake } = bot;
    const nia = fake.user('nia');
    const asked = nia.write(SEATS);
    const answer = await reply(nia.chat);
    await fake.until(() => answer.text.includes('66'));
    nia.edit(asked, CAIRO);
    await fake.until(() => answer.text.includes('met in Cairo on Thursday'));
    expect(nia.chat.fromBot()).toHaveLength(1);
    expect(answer.buttons.flat().map(({ label }) => label)).toContain('Helpful');
  });

  it('is not answered again where its words did not change', async () => {
    const { fake } = bot;
    const olga = fake.user('olga');
    const asked = olga.write(SEATS);
    const answer = await reply(olga.chat);
    olga.edit(asked, `${SEATS} `);
    olga.command('help');
    await reply(olga.chat, 2);
    expect(answer.earlierTexts).toEqual([]);
  });

  it('is answered once, in its last words, when its edit arrives first', async () => {
    const { fake } = bot;
    const pia = fake.user('pia');
    pia.start();
    await reply(pia.chat);
    const held = fake.holdUpdates();
    const asked = pia.write(SEATS);
    pia.edit(asked, CAIRO);
    held.release('reversed');
    const answer = await reply(pia.chat, 2);
    await fake.untilConfirmed();
    pia.command('help');
    await reply(pia.chat, 3);
    expect(pia.chat.fromBot()).toHaveLength(3);
    expect(answer.text).toContain('met in Cairo on Thursday');
  });

  it('takes the place of what was said against its first wording', async () => {
    const { fake } = bot;
    const quin = fake.user('quin');
    const asked = quin.write('x'.repeat(2_001));
    const refusal = await reply(quin.chat);
    quin.edit(asked, CAIRO);
    await fake.until(() => refusal.text.includes('met in Cairo on Thursday'));
    expect(quin.chat.fromBot()).toHaveLength(1);
  });
});
