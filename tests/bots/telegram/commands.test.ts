import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBot, type TestBot } from './open-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await openBot({ bot: { moderators: ['200009999'] } });
});
afterEach(() => expect(bot.fake.violations).toEqual([]));
afterAll(() => bot[Symbol.asyncDispose]());

const reply: TestBot['reply'] = (chat, number) => bot.reply(chat, number);

it('says at the start what it does, where answers come from and what is kept', async () => {
  const ann = bot.fake.user('ann');
  ann.start();
  const greeting = await reply(ann.chat);
  expect(greeting.text).toContain('Every sentence of the answer leads to the words that it rests on.');
  expect(greeting.text).toContain('Answers come from 3 documents');
  expect(greeting.text).toContain('kept for 90 days');
  // A tap on a command sends it.
  const commands = greeting.entities.filter(({ type }) => type === 'bot_command');
  expect(commands.map(({ offset, length }) => greeting.text.slice(offset, offset + length))).toEqual([
    '/my_data',
    '/forget_me',
  ]);
});

it('lists the documents, the newest first, and finds some by their words', async () => {
  const ben = bot.fake.user('ben');
  ben.command('sources');
  const list = await reply(ben.chat);
  expect(list.text.split('\n').map((line) => line.slice(0, 12))).toEqual([
    'Abbas and Ma',
    'After the el',
    'Early result',
  ]);
  ben.command('sources', 'partnership Cairo');
  expect((await reply(ben.chat, 2)).text).toContain('002_a501227d1568e9ca');
  ben.command('sources', 'zeppelin');
  expect((await reply(ben.chat, 3)).text).toBe('There is no document “zeppelin”.');
});

describe('/quote', () => {
  it('finds sentences word for word', async () => {
    const cleo = bot.fake.user('cleo');
    cleo.command('quote', 'find Mofaz conditions');
    const found = await reply(cleo.chat);
    expect(found.text).toContain(
      'Shaul Mofaz, the Israeli Security minister, named three conditions for talks with Hamas: it must disarm, recognize Israel and change its political agenda.',
    );
    cleo.command('quote', 'zeppelin');
    expect((await reply(cleo.chat, 2)).text).toBe('No sentence fits these words.');
  });

  it('shows a passage of a document by the beginning of its id and the passage’s number', async () => {
    const dora = bot.fake.user('dora');
    dora.command('quote', 'show 002');
    expect((await reply(dora.chat)).text).toContain('Mahmoud Abbas and Khaled Mashaal met in Cairo');
    dora.command('quote', 'show 002 2');
    expect((await reply(dora.chat, 2)).text).not.toContain('met in Cairo on Thursday');
    dora.command('quote', 'show nothing');
    expect((await reply(dora.chat, 3)).text).toBe('There is no document “nothing”.');
    dora.command('quote');
    expect((await reply(dora.chat, 4)).text).toContain('/quote show ID 1');
  });
});

it('checks words, also those of a message that is replied to or quoted', async () => {
  const emil = bot.fake.user('emil');
  emil.command('check', 'Hamas had won every one of the 66 seats of the electoral districts');
  expect((await reply(emil.chat)).text).toContain('exactly');
  emil.command('check', 'Fatah won every one of the 77 seats of the electoral districts');
  expect((await reply(emil.chat, 2)).text).toContain('nearly');
  emil.command('check', 'The moon is made of green cheese and nobody knows why');
  expect((await reply(emil.chat, 3)).text).toBe('No document has these words.');
  emil.command('check');
  expect((await reply(emil.chat, 4)).text).toContain('Reply to a message');
  const answer = await reply(emil.chat);
  emil.replyTo(answer, '/check', 'Hamas had won every one of the 66 seats');
  expect((await reply(emil.chat, 5)).text).toContain('exactly');
});

it('speaks another language from then on', async () => {
  const fay = bot.fake.user('fay', { language: 'en' });
  fay.command('language');
  const choice = await reply(fay.chat);
  expect(choice.buttons.flat().map(({ label }) => label)).toContain('Deutsch');
  await fay.press('Deutsch').answer;
  expect(choice.text).toBe('Der Bot spricht jetzt Deutsch mit dir. Zitate bleiben in ihrer Sprache.');
  expect(choice.buttons).toEqual([]);
  fay.write('Who met in Cairo?');
  expect((await reply(fay.chat, 2)).text).toContain('Quellen');
});

describe('what is kept', () => {
  it('is handed out as a file, in private only', async () => {
    const { fake } = bot;
    const gus = fake.user('gus');
    gus.write('Who met in Cairo?');
    await reply(gus.chat);
    gus.command('my_data');
    const file = await reply(gus.chat, 2);
    expect(file.raw.document?.file_name).toBe('my-data.json');
    const group = fake.group('curious', { members: [gus] });
    gus.in(group).command('my_data');
    const [[open] = []] = (await reply(group)).buttons;
    expect(open?.url).toBe('https://t.me/footnote_bot?start=my_data');
    gus.start('my_data');
    expect((await reply(gus.chat, 3)).raw.document?.file_name).toBe('my-data.json');
  });

  it('is deleted when that is confirmed', async () => {
    const hal = bot.fake.user('hal');
    hal.write('Who met in Cairo?');
    await reply(hal.chat);
    hal.command('forget_me');
    const question = await reply(hal.chat, 2);
    expect(question.text).toBe('Delete everything that the bot keeps about you?');
    await hal.press('Cancel').answer;
    expect(question.text).toBe('Nothing was changed.');
    hal.command('forget_me');
    const again = await reply(hal.chat, 3);
    await hal.press('Confirm').answer;
    expect(again.text).toBe('Deleted: 1 conversations, 1 questions, 0 ratings.');
    hal.command('forget_me');
    await reply(hal.chat, 4);
    await hal.press('Confirm').answer;
    expect((await reply(hal.chat, 4)).text).toBe('Nothing is kept about you.');
  });
});

describe('the menus of commands', () => {
  it('offer what a person may use there, in their language', async () => {
    const { fake } = bot;
    const [ida, jon] = [fake.user('ida', { language: 'de' }), fake.user('jon')];
    const group = fake.group('menus', { members: [ida], admins: [jon] });
    const names = (list: ReturnType<typeof fake.commandsFor>) => list.map(({ command }) => command);
    await fake.until(() => fake.commandsFor(jon, group).length > 5);
    expect(names(fake.commandsFor(ida, ida.chat))).toEqual([
      'ask',
      'sources',
      'quote',
      'check',
      'language',
      'my_data',
      'forget_me',
      'help',
    ]);
    expect(fake.commandsFor(ida, ida.chat)[0]?.description).toMatch(/^Stelle eine Frage/u);
    expect(names(fake.commandsFor(ida, group))).toEqual(['ask', 'sources', 'help']);
    expect(names(fake.commandsFor(jon, group))).toEqual([
      'ask',
      'sources',
      'quote',
      'check',
      'retract',
      'correct',
      'corpus',
      'pause',
      'resume',
      'help',
    ]);
  });

  it('are not set again when nothing changed', async () => {
    const { fake } = bot;
    await fake.until(() => fake.commandLists.length >= 24);
    const before = fake.callsOf('setMyCommands').length;
    await bot.restart();
    const kim = fake.user('kim');
    kim.command('help');
    await reply(kim.chat);
    // The named moderator has never written to the bot: that menu is tried at each start.
    expect(fake.callsOf('setMyCommands').length - before).toBeLessThanOrEqual(1);
    expect(bot.lines.filter((line) => line.includes('menu'))).toEqual([]);
  });
});
