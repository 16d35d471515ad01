import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER_BUTTON_LIFETIME_MS, createButtons } from '../../../bots/telegram/buttons.ts';
import type { PlatformMemory } from '../../../src/index.ts';
import { openBot, type TestBot } from './open-bot.ts';

const MASHAL = 'Who is Mashal?';

let bot: TestBot;
beforeAll(async () => {
  bot = await openBot();
});
afterEach(() => expect(bot.fake.violations).toEqual([]));
afterAll(() => bot[Symbol.asyncDispose]());

const reply: TestBot['reply'] = (chat, number) => bot.reply(chat, number);

describe('sources', () => {
  it('are shown one by one, each quote where it stands', async () => {
    const ann = bot.fake.user('ann');
    ann.write(MASHAL);
    await reply(ann.chat);
    await ann.press('Sources').answer;
    const view = await reply(ann.chat, 2);
    expect(view.text).toMatch(/^Quote 1 of \d\n/u);
    const bold = view.entities.filter(({ type }) => type === 'bold').at(-1);
    const quote = view.text.slice(bold?.offset, (bold?.offset ?? 0) + (bold?.length ?? 0));
    expect((await reply(ann.chat)).text).toContain(quote);
    await ann.press('Next').answer;
    expect(view.text).toMatch(/^Quote 2 of \d\n/u);
    await ann.press('Previous').answer;
    expect(view.text).toMatch(/^Quote 1 of \d\n/u);
    expect(ann.chat.fromBot()).toHaveLength(2);
  });

  it('open in the private chat when the answer stands in a group', async () => {
    const { fake } = bot;
    const [ben, cleo] = [fake.user('ben'), fake.user('cleo')];
    const group = fake.group('readers', { members: [ben, cleo] });
    ben.in(group).mention(MASHAL);
    await reply(group);
    const { url = '' } = await cleo.in(group).press('Sources').answer;
    expect(url).toMatch(/^https:\/\/t\.me\/footnote_bot\?start=s_\w+$/u);
    expect(group.fromBot()).toHaveLength(1);
    cleo.start(new URL(url).searchParams.get('start') ?? '');
    expect((await reply(cleo.chat)).text).toMatch(/^Quote 1 of/u);
  });

  it('of a private chat are nobody else’s, even with the link', async () => {
    const { fake } = bot;
    const [dora, emil] = [fake.user('dora'), fake.user('emil')];
    dora.write(MASHAL);
    const answer = await reply(dora.chat);
    const [id = ''] = /(?<=^s)\w+/u.exec(answer.buttons[0]?.[0]?.callbackData ?? '') ?? [];
    emil.start(`s_${id}`);
    expect((await reply(emil.chat)).text).toBe('This answer is no longer kept.');
  });

  it('can be asked about: the reply is answered from that document', async () => {
    const fay = bot.fake.user('fay');
    fay.write(MASHAL);
    await reply(fay.chat);
    await fay.press('Sources').answer;
    await reply(fay.chat, 2);
    await fay.press('Ask about this source').answer;
    const prompt = await reply(fay.chat, 3);
    expect(prompt.text).toMatch(/^Ask about this source: /u);
    fay.replyTo(prompt, 'What did Ahmad Qorei explain?');
    const answer = await reply(fay.chat, 4);
    expect(new Set(answer.text.match(/00\d_\w{16}/gu))).toHaveLength(1);
  });
});

describe('ratings', () => {
  it('are thanked for, and shown in a private chat', async () => {
    const gus = bot.fake.user('gus');
    gus.write(MASHAL);
    const answer = await reply(gus.chat);
    expect((await gus.press('Not helpful').answer).text).toBe('Thank you.');
    await bot.fake.until(() => answer.buttons.flat().some(({ label }) => label === '✓ Not helpful'));
    await gus.press('Not helpful').answer;
    expect(
      bot.desk.dataOf({ platform: 'telegram', chat: String(gus.chat.id), person: String(gus.id) }),
    ).toContain('not-helpful');
  });

  it('are everybody’s in a group, where nobody’s choice is shown', async () => {
    const { fake } = bot;
    const [hal, ida] = [fake.user('hal'), fake.user('ida')];
    const group = fake.group('voters', { members: [hal, ida] });
    hal.in(group).mention(MASHAL);
    const answer = await reply(group);
    expect((await ida.in(group).press('Helpful').answer).text).toBe('Thank you.');
    expect(answer.buttons.flat().map(({ label }) => label)).toEqual(['Sources', 'Helpful', 'Not helpful']);
  });
});

it('serves nobody else where a button is one person’s', async () => {
  const { fake } = bot;
  const [jon, kim] = [fake.user('jon'), fake.user('kim')];
  const group = fake.group('strangers', { members: [jon, kim] });
  jon.in(group).command('forget_me');
  const question = await reply(group);
  expect(await kim.in(group).press('Confirm').answer).toMatchObject({
    text: 'Only the person who asked can use this.',
    alert: true,
  });
  expect(question.text).toContain('Delete everything');
});

describe('the data of a button', () => {
  const kept = new Map<string, string>();
  const memory = {
    get: (key: string) => kept.get(key),
    set: (key: string, value: string) => void kept.set(key, value),
  } satisfies Partial<PlatformMemory> as unknown as PlatformMemory;
  let now = Date.UTC(2026, 10, 22);
  const buttons = createButtons(memory, () => now);

  it('is good for those whom it was made for, also after a restart', () => {
    const data = buttons.sign('retract', 'abc', 7);
    expect(createButtons(memory, () => now).read(data, 7)).toEqual({
      kind: 'good',
      action: 'retract',
      subject: 'abc',
    });
    expect(buttons.read(data, 8)).toEqual({ kind: 'foreign' });
    expect(buttons.read(buttons.sign('helpful', 'abc', 7), 8)).toMatchObject({ kind: 'good' });
  });

  it('expires', () => {
    const data = buttons.sign('sources', 'abc', 7);
    now += ANSWER_BUTTON_LIFETIME_MS + 61_000;
    expect(buttons.read(data, 7)).toEqual({ kind: 'expired' });
  });

  it('cannot be made or changed by others', () => {
    const data = buttons.sign('helpful', 'abc', 7);
    for (let at = 0; at < data.length; at += 1) {
      const other = data[at] === 'a' ? 'b' : 'a';
      expect(buttons.read(data.slice(0, at) + other + data.slice(at + 1), 7)).toEqual({ kind: 'expired' });
    }
    expect(buttons.read('', 7)).toEqual({ kind: 'expired' });
  });

  it('holds the longest ids within 64 bytes', () => {
    const data = buttons.sign('undo', '123e4567-e89b-12d3-a456-426614174000', Number.MAX_SAFE_INTEGER);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    expect(() => buttons.sign('add', 'x'.repeat(60), 7)).toThrow('64 bytes are the limit');
  });
});
