import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../support/open-desk.ts';
import { ann, ask, ben, CAIRO, createGate, moderator } from './support.ts';

/** A desk that tells what each question was understood from: the questions of its earlier turns. */
async function openWithHistory({ minutes = 60 } = {}) {
  const gate = createGate();
  gate.open();
  const time = { now: Date.parse('2026-03-05T12:00:00Z') };
  const opened = await openTestDesk({
    ...gate,
    clock: () => time.now,
    settings: { CONVERSATION_MINUTES: String(minutes) },
  });
  const history = () => gate.seen.at(-1)?.history?.map(({ question }) => question) ?? [];
  return { opened, time, history, last: () => gate.seen.at(-1) };
}

describe('a conversation', () => {
  it('goes on with the turns of the same person in the same place', async () => {
    const { opened, history, last } = await openWithHistory();
    await using _ = opened;
    const first = await ask(opened, CAIRO);
    await ask(opened, 'Why there?');
    expect(history()).toEqual([CAIRO]);
    if (first.answer.kind !== 'grounded') throw new Error('no answer');
    expect(last()?.history?.[0]?.answer).toBe(first.answer.statements.map(({ text }) => text).join('\n'));
    await ask(opened, 'In which year?', { origin: ben });
    expect(history()).toEqual([]);
    await ask(opened, 'In which year?', { origin: { ...ann, thread: 'topic' } });
    expect(history()).toEqual([]);
    await ask(opened, 'And then?');
    expect(history()).toEqual([CAIRO, 'Why there?']);
  });

  it('ends after its lifetime, but a reply says which answer it is about', async () => {
    const { opened, history, time } = await openWithHistory({ minutes: 10 });
    await using _ = opened;
    const first = await ask(opened, CAIRO);
    time.now += 11 * 60_000;
    await ask(opened, 'Why there?');
    expect(history()).toEqual([]);
    await ask(opened, 'In which year?', { follows: first.id });
    expect(history()).toEqual([CAIRO]);
  });

  it('is understood from so many turns at most', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    for (let count = 0; count < 9; count++) await ask(opened, `Question ${count}?`);
    expect(history()).toEqual([2, 3, 4, 5, 6, 7].map((count) => `Question ${count}?`));
  });

  it('is taken up by whoever replies, from the answer that is replied to', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    const first = await ask(opened, CAIRO);
    await ask(opened, 'Why there?');
    await ask(opened, 'Who is Mashaal?', { origin: ben, follows: first.id });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, 'Where does he live?', { origin: ben });
    expect(history()).toEqual([CAIRO, 'Who is Mashaal?']);
    await ask(opened, 'And then?');
    expect(history()).toEqual([CAIRO, 'Why there?']);
  });

  it('shows others nothing of what was said in private', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    await ask(opened, CAIRO);
    const secret = await ask(opened, 'A private question?', { isPrivate: true });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, 'Private again?', { isPrivate: true });
    expect(history()).toEqual([CAIRO, 'A private question?']);
    await ask(opened, 'In public?');
    expect(history()).toEqual([CAIRO]);
    await ask(opened, 'In public, as a reply?', { follows: secret.id });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, 'By somebody else?', { origin: ben, follows: secret.id });
    expect(history()).toEqual([]);
    expect([opened.desk.share(secret.id, ben), opened.desk.share(secret.id, ann)]).toEqual([false, true]);
    await ask(opened, 'By somebody else?', { origin: { ...ben, thread: 't' }, follows: secret.id });
    expect(history()).toEqual([CAIRO, 'A private question?']);
  });

  it('holds the new wording of a question that was edited, and not the old one', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    await ask(opened, CAIRO);
    const old = await ask(opened, 'Old wording?');
    await opened.desk.ask({ origin: ann, locale: 'en', text: 'New wording?', replaces: old.id });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, 'And then?');
    expect(history()).toEqual([CAIRO, 'New wording?']);
  });

  it('leaves out what a moderator took back, and takes up what one put in its place', async () => {
    const { opened, last } = await openWithHistory();
    await using _ = opened;
    const first = await ask(opened, CAIRO);
    await opened.desk.retract(first.id, moderator);
    await ask(opened, 'Why there?');
    expect(last()?.history?.[0]).toEqual({ question: CAIRO });
    await opened.desk.correct(first.id, 'both leaders hailed a new "partnership"', moderator);
    await ask(opened, 'And when?', { follows: first.id });
    expect(last()?.history?.[0]).toEqual({
      question: CAIRO,
      answer: 'both leaders hailed a new "partnership"',
    });
  });

  it('is gone when its person is forgotten', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    await ask(opened, CAIRO);
    expect(opened.desk.forget(ann)).toEqual({ conversations: 1, answers: 1, feedback: 0 });
    await ask(opened, 'Why there?');
    expect(history()).toEqual([]);
  });
});
