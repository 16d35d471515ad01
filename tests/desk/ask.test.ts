import { describe, expect, it } from 'vitest';
import { QUESTION_LIMIT, type Refusal } from '../../src/index.ts';
import { openTestDesk, type TestDesk, type TestDeskOptions } from '../support/open-desk.ts';
import { ann, answered, ask, ben, CAIRO, createGate, eventually, moderator, postOf } from './support.ts';

/** Twelve hours before midnight (UTC). */
const NOON = Date.parse('2026-03-05T12:00:00Z');

/** Each question is understood by itself, so that what is asked is what is searched for. */
const UNRELATED = { turns: 0 };

const ONE = 'Which conditions did Shaul Mofaz name for talks with Hamas?';
const TWO = 'What did Salam Fayyad say about stepping down?';
const THREE = 'Whom was Ehud Olmert to meet about security?';
const FOUR = 'What did Jack Straw say about Hamas?';

const question = (text: string, origin = ann) => ({ origin, text, locale: 'en' });

async function refusalOf(
  { desk }: TestDesk,
  text: string,
  origin = ann,
): Promise<Refusal['reason'] | 'answered'> {
  const reply = await desk.ask(question(text, origin));
  return reply.kind === 'refused' ? reply.refusal.reason : 'answered';
}

const numbered = (person: string, count: number): string =>
  `How many seats did ${person} win in Gaza according to list ${count}?`;

/** A desk whose clock is turned by hand. */
async function openAtNoon(options: TestDeskOptions = {}) {
  const time = { now: NOON };
  return { time, opened: await openTestDesk({ clock: () => time.now, ...options }) };
}

describe('a question', () => {
  it('is answered, and its answer found again by any of its messages', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    const answer = await ask(opened);
    expect(answer).toMatchObject({
      state: 'standing',
      platform: 'test',
      isPrivate: false,
      changes: [],
      posts: [],
    });
    expect(answer.id).toMatch(/^[A-Za-z0-9]{16,22}$/);
    desk.posted(answer.id, postOf('m1', { messages: ['m1', 'm2'] }));
    const found = await desk.answerAt({ platform: 'test', chat: 'general', message: 'm2' });
    expect(found).toEqual({ ...answer, posts: [postOf('m1', { messages: ['m1', 'm2'] })] });
    expect([desk.isAsker(answer.id, ann), desk.isAsker(answer.id, ben)]).toEqual([true, false]);
    expect(await desk.answer('unknown')).toBeUndefined();
  });

  it('is refused for what is wrong with it before what is wrong with the place', async () => {
    const { opened } = await openAtNoon();
    await using _ = opened;
    opened.desk.settings.change(moderator, { paused: true, chats: ['elsewhere'] });
    expect(await refusalOf(opened, '  \n')).toBe('empty');
    expect(await refusalOf(opened, 'x'.repeat(QUESTION_LIMIT + 1))).toBe('too-long');
    expect(await refusalOf(opened, CAIRO)).toBe('paused');
    expect(await refusalOf(opened, CAIRO, { platform: 'test', chat: 'private', person: 'ann' })).toBe(
      'answered',
    );
    opened.desk.settings.change(moderator, { paused: false });
    expect(await refusalOf(opened, CAIRO)).toBe('not-here');
    expect(await refusalOf(opened, CAIRO, { ...ann, chat: 'elsewhere', thread: 't' })).toBe('answered');
  });

  it('is refused beyond the questions of a day, until midnight UTC, across restarts', async () => {
    const { opened, time } = await openAtNoon();
    const { folder, desk } = opened;
    desk.settings.change(moderator, { questionsPerDay: 2 });
    await ask(opened);
    await ask(opened);
    const refused = await desk.ask(question(CAIRO));
    expect(refused).toEqual({
      kind: 'refused',
      refusal: { reason: 'daily-limit', limit: 2, retryAfterSeconds: 12 * 3_600 },
    });
    expect(await refusalOf(opened, CAIRO, ben)).toBe('answered');
    await opened[Symbol.asyncDispose]();
    await using again = await openTestDesk({ folder, clock: () => time.now });
    expect(await refusalOf(again, CAIRO)).toBe('daily-limit');
    time.now += 12 * 3_600_000;
    expect(await refusalOf(again, CAIRO)).toBe('answered');
  });

  it('waits for the cooldown of its person and of its chat, and an edited one does not', async () => {
    const { opened, time } = await openAtNoon();
    await using _ = opened;
    const { desk } = opened;
    desk.settings.change(moderator, { personCooldownSeconds: 30, chatCooldownSeconds: 10 });
    const first = await ask(opened);
    time.now += 1_500;
    expect(await desk.ask(question(CAIRO))).toMatchObject({
      refusal: { reason: 'cooldown', retryAfterSeconds: 29 },
    });
    expect(await desk.ask(question(CAIRO, ben))).toMatchObject({
      refusal: { reason: 'cooldown', retryAfterSeconds: 9 },
    });
    expect(await refusalOf(opened, CAIRO, { ...ben, chat: 'other' })).toBe('answered');
    expect((await desk.ask({ ...question('Who met?'), replaces: first.id })).kind).toBe('answered');
    expect((await desk.ask({ ...question('Who met?', ben), replaces: first.id })).kind).toBe('refused');
    time.now += 30_000;
    expect(await refusalOf(opened, CAIRO)).toBe('answered');
  });

  it('may be about a document, by the beginning of its id, which must exist', async () => {
    await using opened = await openTestDesk();
    const { desk } = opened;
    const about = (id: string) =>
      desk.ask({ ...question('What did Hamas win?'), filters: { documents: [id] } });
    const { answer } = answered(await about('001'));
    if (answer.kind !== 'grounded') throw new Error('no answer');
    expect(new Set(answer.citations.map(({ document }) => document.id))).toEqual(
      new Set(['001_39eabfb24ca25d24']),
    );
    await expect(about('nowhere')).rejects.toMatchObject({ name: 'LookupError' });
  });

  it('does not count where it failed or was called off', async () => {
    const { opened } = await openAtNoon({
      wrapRetriever: () => ({ retrieve: () => Promise.reject(new Error('broken')) }),
    });
    await using _ = opened;
    const { desk } = opened;
    desk.settings.change(moderator, { questionsPerDay: 1 });
    await expect(desk.ask(question(CAIRO))).rejects.toThrow('broken');
    const over = AbortSignal.abort(new Error('called off'));
    await expect(desk.ask(question(CAIRO), { signal: over })).rejects.toThrow('called off');
    expect(JSON.parse(desk.dataOf(ann))).toMatchObject({ questions: [], questionsToday: 0 });
  });
});

describe('the queue', () => {
  it('keeps the order within a conversation, and works on different ones side by side', async () => {
    const gate = createGate();
    await using opened = await openTestDesk({ ...gate, limits: UNRELATED });
    const { desk } = opened;
    const queued: string[] = [];
    const started: string[] = [];
    const put = (text: string, origin = ann) =>
      desk
        .ask(question(text, origin), {
          onQueued: () => queued.push(text),
          onStarted: () => started.push(text),
        })
        .then(answered);
    const replies = [put(ONE), put(TWO), put(THREE, ben), put(FOUR)];
    await eventually(() => gate.atWork()).toEqual([ONE, THREE]);
    expect(queued).toEqual([TWO, FOUR]);
    expect(started).toEqual([ONE, THREE]);
    gate.next();
    await eventually(() => gate.atWork()).toEqual([THREE, TWO]);
    gate.open();
    const texts = (await Promise.all(replies)).map(({ answer }) => answer.question.text);
    expect(texts).toEqual([ONE, TWO, THREE, FOUR]);
    expect(gate.seen.map(({ text }) => text)).toEqual([ONE, THREE, TWO, FOUR]);
  });

  it('says how many are ahead, and is busy when it is full', async () => {
    const gate = createGate();
    await using opened = await openTestDesk({
      ...gate,
      limits: { ...UNRELATED, questionsAtOnce: 2, queueLength: 1 },
    });
    const waits: unknown[] = [];
    const put = (person: string) =>
      opened.desk.ask(question(CAIRO, { ...ann, person }), { onQueued: (wait) => waits.push(wait) });
    const replies = [put('a'), put('b'), put('c')];
    await eventually(() => gate.atWork()).toHaveLength(2);
    expect(waits).toEqual([{ ahead: 1, seconds: 1 }]);
    expect(await put('d')).toEqual({ kind: 'refused', refusal: { reason: 'busy', retryAfterSeconds: 1 } });
    gate.open();
    expect((await Promise.all(replies)).map(({ kind }) => kind)).toEqual([
      'answered',
      'answered',
      'answered',
    ]);
    expect((await put('d')).kind).toBe('answered');
  });

  it('lets go of a question that is called off while it waits, and keeps the order of the others', async () => {
    const gate = createGate();
    await using opened = await openTestDesk({ ...gate, limits: UNRELATED });
    const { desk } = opened;
    const control = new AbortController();
    const first = desk.ask(question(ONE));
    const second = desk.ask(question(TWO), { signal: control.signal });
    const third = desk.ask(question(THREE));
    await eventually(() => gate.atWork()).toEqual([ONE]);
    control.abort(new Error('called off'));
    await expect(second).rejects.toThrow('called off');
    expect(gate.atWork()).toEqual([ONE]);
    gate.open();
    await Promise.all([first, third]);
    expect(gate.seen.map(({ text }) => text)).toEqual([ONE, THREE]);
  });

  it('passes the signal on to what is at work', async () => {
    const gate = createGate();
    await using opened = await openTestDesk({ ...gate, limits: UNRELATED });
    const control = new AbortController();
    const asked = opened.desk.ask(question(CAIRO), { signal: control.signal });
    await eventually(() => gate.atWork()).toHaveLength(1);
    control.abort(new Error('called off'));
    await expect(asked).rejects.toThrow('called off');
    gate.open();
    expect(JSON.parse(opened.desk.dataOf(ann)).questions).toEqual([]);
  });

  it('finishes what it has taken when it is drained, and takes no more', async () => {
    const gate = createGate();
    await using opened = await openTestDesk({ ...gate, limits: UNRELATED });
    const { desk } = opened;
    const asked = desk.ask(question(CAIRO));
    await eventually(() => gate.atWork()).toHaveLength(1);
    await desk.drain(1);
    expect(await desk.ask(question(CAIRO, ben))).toMatchObject({ refusal: { reason: 'stopping' } });
    gate.open();
    await desk.drain(10_000);
    expect((await asked).kind).toBe('answered');
    await desk.drain(10_000);
  });

  it('answers two hundred questions at once by many, each once and in order', async () => {
    const gate = createGate();
    gate.open();
    await using opened = await openTestDesk({ ...gate, limits: UNRELATED });
    const people = Array.from({ length: 40 }, (_, index) => ({ ...ann, person: `p${index}` }));
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const origin = people[index % people.length] ?? ann;
        return opened.desk.ask(question(numbered(origin.person, Math.floor(index / people.length)), origin));
      }),
    );
    expect(new Set(replies.map((reply) => answered(reply).id)).size).toBe(200);
    for (const { person } of people) {
      const own = gate.seen.filter(({ text }) => text.includes(` ${person} `)).map(({ text }) => text);
      expect(own).toEqual([0, 1, 2, 3, 4].map((count) => numbered(person, count)));
    }
  });
});
