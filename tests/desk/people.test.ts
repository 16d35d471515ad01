import { describe, expect, it } from 'vitest';
import { createTokenBudget, type Origin } from '../../src/index.ts';
import { openTestDesk } from '../support/open-desk.ts';
import { ann, ask, ben, CAIRO, moderator, postOf } from './support.ts';

const group: Origin = { platform: 'telegram', space: '-5', chat: '-5', person: '77' };

describe('settings', () => {
  it('hold for a space, are the defaults elsewhere, and reach every process at once', async () => {
    await using opened = await openTestDesk();
    const { settings } = opened.desk;
    const defaults = settings.of({ platform: 'test' });
    expect(settings.change(moderator, { personCooldownSeconds: 30, chats: ['general', 'news'] })).toEqual({
      ...defaults,
      personCooldownSeconds: 30,
      chats: ['general', 'news'],
    });
    expect(settings.of({ platform: 'test', space: 'other guild' })).toEqual(defaults);
    expect(settings.of({ platform: 'telegram', space: 'guild' })).toEqual(defaults);
    await using other = await openTestDesk({ folder: opened.folder });
    expect(other.desk.settings.of(ann).personCooldownSeconds).toBe(30);
    expect(settings.change(moderator, { chats: undefined })).toEqual({
      ...defaults,
      personCooldownSeconds: 30,
    });
  });

  it('refuse what makes no sense', async () => {
    await using opened = await openTestDesk();
    const { settings } = opened.desk;
    const change = (changes: Parameters<typeof settings.change>[1], by = moderator) =>
      settings.change(by, changes);
    expect(() => change({ personCooldownSeconds: -1 })).toThrow(/personCooldownSeconds cannot be that/);
    expect(() => change({ chatCooldownSeconds: 1.5 })).toThrow(/cannot be that/);
    expect(() => change({ questionsPerDay: 0 })).toThrow(/questions a day from 1/);
    expect(() => change({ paused: true }, { platform: 'test', chat: 'dm', person: 'x' })).toThrow(
      /private chat/,
    );
    expect(settings.of(ann).paused).toBe(false);
  });

  it('go with a chat that gets another id', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    desk.settings.change(group, { chats: ['-5', 'topic'], questionsPerDay: 9 });
    const answer = await ask(opened, CAIRO, { origin: group });
    desk.posted(answer.id, postOf('m1', { platform: 'telegram', space: '-5', chat: '-5' }));
    desk.moveChat('telegram', '-5', '-1005');
    expect(desk.settings.of({ platform: 'telegram', space: '-1005' })).toMatchObject({
      chats: ['-1005', 'topic'],
      questionsPerDay: 9,
    });
    const found = await desk.answerAt({ platform: 'telegram', chat: '-1005', message: 'm1' });
    expect(found?.posts[0]).toMatchObject({ chat: '-1005', space: '-1005' });
  });
});

describe('a person', () => {
  it('sees what is kept of them, and has it deleted', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    const answer = await ask(opened);
    desk.posted(answer.id, postOf('m1'));
    await ask(opened, 'And why?', { origin: ben });
    desk.feedback(answer.id, ann, 'helpful');
    desk.setLocale(ann, 'fr');
    expect(JSON.parse(desk.dataOf(ann))).toMatchObject({
      locale: 'fr',
      questions: [{ question: CAIRO, sources: expect.arrayContaining(['002_a501227d1568e9ca']) }],
      feedback: [{ verdict: 'helpful' }],
      questionsToday: 1,
    });
    expect(desk.forget(ann)).toEqual({ conversations: 1, answers: 1, feedback: 1 });
    expect(JSON.parse(desk.dataOf(ann))).toMatchObject({ questions: [], feedback: [] });
    expect([desk.localeOf(ann), desk.isAsker(answer.id, ann)]).toEqual([undefined, false]);
    const standing = await desk.answer(answer.id);
    expect(standing?.answer).toMatchObject({ question: { text: '' }, kind: 'grounded' });
    expect(standing?.posts).toHaveLength(1);
    expect(JSON.parse(desk.dataOf(ben)).questions).toHaveLength(1);
    expect(desk.forget(ann)).toEqual({ conversations: 0, answers: 0, feedback: 0 });
  });

  it('has a language of their own on each platform', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    desk.setLocale(ann, 'ar');
    expect([desk.localeOf(ann), desk.localeOf(ben), desk.localeOf({ ...ann, platform: 'x' })]).toEqual([
      'ar',
      undefined,
      undefined,
    ]);
    desk.setLocale(ann, undefined);
    expect(desk.localeOf(ann)).toBeUndefined();
  });
});

describe('what an adapter remembers', () => {
  it('survives a restart, and an update is taken once', async () => {
    const opened = await openTestDesk();
    const memory = opened.desk.memory('telegram');
    memory.set('commands', 'digest');
    expect([memory.receive('1', 'one'), memory.receive('2', 'two'), memory.receive('1', 'one')]).toEqual([
      true,
      true,
      false,
    ]);
    memory.settle('1');
    await opened[Symbol.asyncDispose]();
    await using again = await openTestDesk({ folder: opened.folder });
    const same = again.desk.memory('telegram');
    expect([same.get('commands'), same.receive('1', 'one'), same.unsettled()]).toEqual([
      'digest',
      false,
      [{ id: '2', payload: 'two' }],
    ]);
  });

  it('may be forgotten when its time is over', async () => {
    const time = { now: Date.parse('2026-03-05T12:00:00Z') };
    const opened = await openTestDesk({ clock: () => time.now });
    opened.desk.memory('telegram').set('draft', 'x', { lifetimeMs: 1_000 });
    opened.desk.memory('telegram').set('commands', 'y');
    await opened[Symbol.asyncDispose]();
    time.now += 1_001;
    await using again = await openTestDesk({ folder: opened.folder, clock: () => time.now });
    expect(['draft', 'commands'].map((key) => again.desk.memory('telegram').get(key))).toEqual([
      undefined,
      'y',
    ]);
  });
});

describe('the token budget', () => {
  it('counts by day and person, across restarts', async () => {
    const time = { now: Date.parse('2026-03-05T23:59:00Z') };
    const clock = () => time.now;
    const opened = await openTestDesk({ clock });
    const limits = { tokensPerDay: 100, tokensPerPerson: 40 };
    const budget = createTokenBudget(opened.ledger.tokens, limits, clock);
    expect([budget.isLeft('p'), budget.isLeft(undefined)]).toEqual([true, true]);
    budget.spend({ input: 30, output: 10 }, 'p');
    expect([budget.isLeft('p'), budget.isLeft('q'), budget.isLeft(undefined)]).toEqual([false, true, true]);
    await opened[Symbol.asyncDispose]();
    await using again = await openTestDesk({ folder: opened.folder, clock });
    const same = createTokenBudget(again.ledger.tokens, limits, clock);
    same.spend({ input: 60, output: 0 }, undefined);
    expect([same.isLeft('q'), same.isLeft(undefined)]).toEqual([false, false]);
    time.now += 60_000;
    expect([same.isLeft('p'), same.isLeft(undefined)]).toEqual([true, true]);
    const unlimited = createTokenBudget(again.ledger.tokens, { tokensPerDay: 0, tokensPerPerson: 0 }, clock);
    unlimited.spend({ input: 1e9, output: 1e9 }, 'p');
    expect(unlimited.isLeft('p')).toBe(true);
  });
});
