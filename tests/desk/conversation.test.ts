import { describe, expect, it } from 'vitest';
import { openTestDesk } from '../support/open-desk.ts';
import { ann, ask, ben, CAIRO, createGate, moderator } from './support.ts';

// Questions that stand alone, so that what is asked is what is searched for.
const FAYYAD = 'What did Salam Fayyad say about stepping down?';
const SEATS = 'How many seats does the Palestinian parliament have?';
const MOFAZ = 'Which conditions did Shaul Mofaz name for talks with Hamas?';
const LIVNI = 'Whom was Ehud Olmert to meet about security?';
const STRAW = 'What did Jack Straw say about Hamas?';

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
    await ask(opened, FAYYAD);
    expect(history()).toEqual([CAIRO]);
    if (first.answer.kind !== 'grounded') throw new Error('no answer');
    expect(last()?.history?.[0]?.answer).toBe(first.answer.statements.map(({ text }) => text).join('\n'));
    await ask(opened, SEATS, { origin: ben });
    expect(history()).toEqual([]);
    await ask(opened, SEATS, { origin: { ...ann, thread: 'topic' } });
    expect(history()).toEqual([]);
    await ask(opened, MOFAZ);
    expect(history()).toEqual([CAIRO, FAYYAD]);
  });

  it('ends after its lifetime, but a reply says which answer it is about', async () => {
    const { opened, history, time } = await openWithHistory({ minutes: 10 });
    await using _ = opened;
    const first = await ask(opened, CAIRO);
    time.now += 11 * 60_000;
    await ask(opened, FAYYAD);
    expect(history()).toEqual([]);
    await ask(opened, SEATS, { follows: first.id });
    expect(history()).toEqual([CAIRO]);
  });

  it('is understood from so many turns at most', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    for (let count = 0; count < 9; count++)
      await ask(opened, `How many seats did party number ${count} win in Gaza?`);
    expect(history()).toEqual(
      [2, 3, 4, 5, 6, 7].map((count) => `How many seats did party number ${count} win in Gaza?`),
    );
  });

  it('is taken up by whoever replies, from the answer that is replied to', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    const first = await ask(opened, CAIRO);
    await ask(opened, FAYYAD);
    await ask(opened, LIVNI, { origin: ben, follows: first.id });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, STRAW, { origin: ben });
    expect(history()).toEqual([CAIRO, LIVNI]);
    await ask(opened, MOFAZ);
    expect(history()).toEqual([CAIRO, FAYYAD]);
  });

  it('shows others nothing of what was said in private', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    await ask(opened, CAIRO);
    const secret = await ask(opened, FAYYAD, { isPrivate: true });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, SEATS, { isPrivate: true });
    expect(history()).toEqual([CAIRO, FAYYAD]);
    await ask(opened, MOFAZ);
    expect(history()).toEqual([CAIRO]);
    await ask(opened, LIVNI, { follows: secret.id });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, STRAW, { origin: ben, follows: secret.id });
    expect(history()).toEqual([]);
    const open = await ask(opened, MOFAZ, { follows: secret.id });
    await ask(opened, STRAW, { origin: ben, follows: open.id, isPrivate: true });
    expect(history()).toEqual([CAIRO, MOFAZ]);
    expect([opened.desk.share(secret.id, ben), opened.desk.share(secret.id, ann)]).toEqual([false, true]);
    await ask(opened, STRAW, { origin: { ...ben, thread: 't' }, follows: secret.id });
    expect(history()).toEqual([CAIRO, FAYYAD]);
  });

  it('holds the new wording of a question that was edited, and not the old one', async () => {
    const { opened, history } = await openWithHistory();
    await using _ = opened;
    await ask(opened, CAIRO);
    const old = await ask(opened, FAYYAD);
    await opened.desk.ask({ origin: ann, locale: 'en', text: SEATS, replaces: old.id });
    expect(history()).toEqual([CAIRO]);
    await ask(opened, MOFAZ);
    expect(history()).toEqual([CAIRO, SEATS]);
  });

  it('leaves out what a moderator took back, and takes up what one put in its place', async () => {
    const { opened, last } = await openWithHistory();
    await using _ = opened;
    const first = await ask(opened, CAIRO);
    await opened.desk.retract(first.id, moderator);
    await ask(opened, FAYYAD);
    expect(last()?.history?.[0]).toEqual({ question: CAIRO });
    await opened.desk.correct(first.id, 'both leaders hailed a new "partnership"', moderator);
    await ask(opened, SEATS, { follows: first.id });
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
    await ask(opened, FAYYAD);
    expect(history()).toEqual([]);
  });
});
