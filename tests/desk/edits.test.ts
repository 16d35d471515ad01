import { describe, expect, it } from 'vitest';
import { blockText, type EditOutcome, type PostEdit } from '../../src/index.ts';
import { openTestDesk, type TestDesk } from '../support/open-desk.ts';
import { ask, eventually, ingestText, moderator, postOf } from './support.ts';

const SENTENCE = 'The harbour bridge of Velmora reopened on Monday after nine months of repairs.';
const OTHER = 'Mayor Ilse Brandt cut the ribbon before two hundred guests.';
const article = (...sentences: string[]): string =>
  `---\nid: bridge\ntitle: The bridge of Velmora is open\npublisher: Velmora Post\n---\n${sentences.join('\n\n')}\n`;
const QUESTION = 'When did the harbour bridge of Velmora reopen?';

/** A desk with the bridge's article, an answer that cites it, and a post of that. */
async function openWithBridge(options: Parameters<typeof openTestDesk>[0] = {}) {
  const opened = await openTestDesk({ limits: { pollMs: 5, retryMs: 5 }, ...options });
  await ingestText(opened, 'bridge', article(SENTENCE, OTHER));
  const answer = await ask(opened, QUESTION);
  opened.desk.posted(answer.id, postOf('m1', { extra: '{"buttons":[1]}' }));
  return { opened, answer };
}

/** Serves edits until it is stopped, and gathers them. */
function serve(
  { desk }: Pick<TestDesk, 'desk'>,
  outcome: (edit: PostEdit) => EditOutcome | Promise<EditOutcome> = () => 'done',
) {
  const edits: PostEdit[] = [];
  const control = new AbortController();
  const served = desk.serveEdits(
    'test',
    async (edit) => {
      edits.push(edit);
      return outcome(edit);
    },
    control.signal,
  );
  return {
    edits,
    stop: async () => {
      control.abort();
      await served;
    },
  };
}

const textOf = ({ desk }: TestDesk, { answer }: PostEdit): string =>
  desk.render(answer).map(blockText).join('\n');

describe('a posted answer', () => {
  it('stays as it is when its document changes elsewhere', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const serving = serve(opened);
    await ingestText(opened, 'bridge', article(SENTENCE, 'A different second sentence.'));
    expect((await opened.desk.answer(answer.id))?.answer).toEqual(answer.answer);
    await ingestText(opened, 'unrelated', 'A text about nothing that was asked.');
    await opened.desk.retract((await ask(opened, QUESTION)).id, moderator);
    const digests = new Map((await opened.index.documents()).map(({ id, digest }) => [id, digest]));
    await eventually(() => opened.ledger.edits.stale(digests)).toEqual([]);
    await serving.stop();
    expect(serving.edits).toEqual([]);
  });

  it('is edited when the cited words have moved, and leads to where they stand now', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const serving = serve(opened);
    await ingestText(opened, 'bridge', article('A new first paragraph stands before it.', SENTENCE, OTHER));
    await eventually(() => serving.edits).toHaveLength(1);
    await serving.stop();
    const [edit] = serving.edits;
    if (edit?.answer.answer.kind !== 'grounded' || answer.answer.kind !== 'grounded')
      throw new Error('no answer');
    const [before, after] = [answer.answer.citations[0], edit.answer.answer.citations[0]];
    const text = (await opened.index.document('bridge'))?.text ?? '';
    expect(after.quote.text).toBe(before.quote.text);
    expect(text.slice(after.quote.span.start, after.quote.span.end)).toBe(after.quote.text);
    expect(after.quote.span.start).toBeGreaterThan(before.quote.span.start);
    expect(after.link).not.toBe(before.link);
    expect(edit).toMatchObject({
      post: { messages: ['m1'], extra: '{"buttons":[1]}' },
      answer: { changes: [] },
    });
  });

  it('loses what its document no longer says, and says so', async () => {
    const { opened } = await openWithBridge();
    await using _ = opened;
    const serving = serve(opened);
    await ingestText(opened, 'bridge', article('The bridge stays closed, the port said.', OTHER));
    await eventually(() => serving.edits).toHaveLength(1);
    await serving.stop();
    const [edit] = serving.edits;
    if (!edit) throw new Error('no edit');
    expect(edit.answer.changes).toEqual([
      { documentId: 'bridge', title: 'The bridge of Velmora is open', kind: 'changed' },
    ]);
    expect(textOf(opened, edit)).toContain('A source has changed since: The bridge of Velmora is open.');
    expect(textOf(opened, edit)).not.toContain('reopened on Monday');
  });

  it('never quotes a document again that is gone', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const serving = serve(opened);
    await opened.desk.corpus.remove('bridge', moderator);
    await eventually(() => serving.edits).toHaveLength(1);
    await serving.stop();
    const [edit] = serving.edits;
    expect(edit?.answer).toMatchObject({
      changes: [{ documentId: 'bridge', kind: 'removed' }],
      answer: { kind: 'abstention', reason: 'unsupported', closest: [] },
    });
    expect(edit && textOf(opened, edit)).toBe(
      'A source has been removed since: The bridge of Velmora is open. What rested on it is gone.\n' +
        'No answer could be backed by a quote.',
    );
    expect(await opened.desk.quotesInContext(answer.id)).toEqual([]);
    await opened.desk.corpus.undo(moderator);
    expect((await opened.desk.answer(answer.id))?.answer).toEqual(answer.answer);
  });

  it('of an abstention loses the passages of a document that is gone', async () => {
    await using opened = await openTestDesk({ settings: { THRESHOLD: '1' } });
    await ingestText(opened, 'bridge', article(SENTENCE, OTHER));
    const answer = await ask(opened, QUESTION);
    opened.desk.posted(answer.id, postOf('m1'));
    if (answer.answer.kind !== 'abstention') throw new Error('answered');
    expect(answer.answer.closest[0]?.document.id).toBe('bridge');
    await opened.desk.corpus.remove('bridge', moderator);
    const standing = await opened.desk.answer(answer.id);
    if (standing?.answer.kind !== 'abstention') throw new Error('answered');
    expect(standing.answer.closest.map(({ document }) => document.id)).not.toContain('bridge');
    expect(opened.ledger.edits.nextDue('test')).toBeDefined();
  });

  it('is looked at when it is posted after the change', async () => {
    await using opened = await openTestDesk({ limits: { pollMs: 5, retryMs: 5 } });
    await ingestText(opened, 'bridge', article(SENTENCE, OTHER));
    const answer = await ask(opened, QUESTION);
    const serving = serve(opened);
    await opened.desk.corpus.remove('bridge', moderator);
    opened.desk.posted(answer.id, postOf('m1'));
    await eventually(() => serving.edits).toHaveLength(1);
    await serving.stop();
  });

  it('is edited once per change, in every place where it stands', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    opened.desk.posted(answer.id, postOf('m2', { chat: 'other' }));
    opened.desk.posted(answer.id, postOf('m3', { platform: 'elsewhere' }));
    const serving = serve(opened);
    await opened.desk.retract(answer.id, moderator);
    await eventually(() => serving.edits).toHaveLength(2);
    await opened.desk.corpus.remove('bridge', moderator);
    await eventually(() => serving.edits).toHaveLength(4);
    await serving.stop();
    expect(serving.edits.map(({ post }) => post.chat)).toEqual(['general', 'other', 'general', 'other']);
    expect(opened.ledger.edits.nextDue('elsewhere')).toBeDefined();
    expect(opened.ledger.edits.nextDue('test')).toBeUndefined();
  });
});

describe('edits', () => {
  it('are tried again after a failure, with growing pauses, and survive a restart', async () => {
    const time = { now: Date.parse('2026-03-05T12:00:00Z') };
    const limits = { pollMs: 5, retryMs: 1_000 };
    const { opened, answer } = await openWithBridge({ clock: () => time.now, limits });
    const failing = serve(opened, () => Promise.reject(new Error('offline')));
    await opened.desk.retract(answer.id, moderator);
    await eventually(() => failing.edits).toHaveLength(1);
    expect(opened.ledger.edits.nextDue('test')).toBe(time.now + 1_000);
    time.now += 1_000;
    await eventually(() => failing.edits).toHaveLength(2);
    expect(opened.ledger.edits.nextDue('test')).toBe(time.now + 2_000);
    await failing.stop();
    await opened[Symbol.asyncDispose]();

    time.now += 2_000;
    await using again = await openTestDesk({ folder: opened.folder, clock: () => time.now, limits });
    const serving = serve(again);
    await eventually(() => serving.edits).toHaveLength(1);
    expect(serving.edits[0]?.answer.state).toBe('retracted');
    await serving.stop();
    expect(again.ledger.edits.nextDue('test')).toBeUndefined();
  });

  it('go on when the ledger or the index could not be read for a while', async () => {
    const notes: string[] = [];
    const { opened, answer } = await openWithBridge({ note: (line) => notes.push(line) });
    await using _ = opened;
    const { index } = opened;
    const stats = index.stats.bind(index);
    index.stats = () => Promise.reject(new Error('the index is locked'));
    const serving = serve(opened);
    await expect
      .poll(() => notes)
      .toEqual(['posted answers are not kept up to date for now: the index is locked']);
    index.stats = stats;
    await opened.desk.retract(answer.id, moderator);
    await eventually(() => serving.edits).toHaveLength(1);
    await serving.stop();
    expect(notes).toHaveLength(1);
  });

  it('end where the message is gone', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const serving = serve(opened, () => 'gone');
    await opened.desk.retract(answer.id, moderator);
    await eventually(() => opened.ledger.posts.of(answer.id)).toEqual([]);
    await opened.desk.corpus.remove('bridge', moderator);
    await serving.stop();
    expect(serving.edits).toHaveLength(1);
  });

  it('hand over what the answer is by then, when it changes while one is made', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const serving = serve(opened, async ({ answer: { state } }) => {
      if (state === 'retracted') await opened.desk.correct(answer.id, 'cut the ribbon', moderator);
      return 'done' as const;
    });
    await opened.desk.retract(answer.id, moderator);
    await expect
      .poll(() => serving.edits.map(({ answer: { state } }) => state))
      .toEqual(['retracted', 'corrected']);
    await serving.stop();
  });

  it('may change which messages the answer stands in', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const serving = serve(opened, ({ post, answer: { id } }) => {
      opened.desk.posted(id, { ...post, messages: ['m1', 'm1b'] });
      return 'done';
    });
    await opened.desk.retract(answer.id, moderator);
    await eventually(() => opened.ledger.edits.nextDue('test')).toBeUndefined();
    await serving.stop();
    expect((await opened.desk.answer(answer.id))?.posts.map(({ messages }) => messages)).toEqual([
      ['m1', 'm1b'],
    ]);
    expect(serving.edits).toHaveLength(1);
  });

  it('find what changed while nothing ran', async () => {
    const { opened } = await openWithBridge();
    await opened[Symbol.asyncDispose]();
    await ingestText(opened, 'bridge', article('The bridge stays closed, the port said.', OTHER));
    await using again = await openTestDesk({ folder: opened.folder });
    const serving = serve(again);
    await eventually(() => serving.edits).toHaveLength(1);
    await serving.stop();
    expect(serving.edits[0]?.answer.changes[0]?.kind).toBe('changed');
  });
});

describe('moderation', () => {
  it('takes an answer back: its words are gone from what is shown', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const { desk } = opened;
    const retracted = await desk.retract(answer.id, moderator);
    expect(retracted.state).toBe('retracted');
    expect(desk.render(retracted).map(blockText)).toEqual(['A moderator took this answer back.']);
    expect(await desk.quotesInContext(answer.id)).toEqual([]);
    await expect(desk.retract('unknown', moderator)).rejects.toThrow(/there is no answer "unknown"/);
  });

  it('puts words of the corpus in an answer’s place, and no others', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const { desk } = opened;
    const corrected = await desk.correct(answer.id, 'mayor ilse brandt CUT the ribbon', moderator);
    expect(corrected.correction?.citation).toMatchObject({
      document: { id: 'bridge' },
      quote: { text: 'Mayor Ilse Brandt cut the ribbon' },
    });
    expect(desk.render(corrected).map(blockText).join('\n')).toMatch(
      /A moderator put these words.*\n.*The bridge of Velmora is open.*\nMayor Ilse Brandt cut the ribbon$/,
    );
    expect((await desk.quotesInContext(answer.id))[0]?.after).toBe(' before two hundred guests.');
    await expect(desk.correct(answer.id, 'the mayor stayed at home all day', moderator)).rejects.toThrow(
      /stand in no document/,
    );
    await expect(desk.correct('unknown', OTHER, moderator)).rejects.toThrow(/there is no answer/);
    await desk.corpus.remove('bridge', moderator);
    expect((await desk.answer(answer.id))?.state).toBe('retracted');
  });

  it('leaves a line in the audit for each decision', async () => {
    const { opened, answer } = await openWithBridge();
    await using _ = opened;
    const { desk, ledger } = opened;
    await desk.retract(answer.id, moderator);
    await desk.correct(answer.id, OTHER, moderator);
    desk.settings.change(moderator, { paused: true });
    await desk.corpus.remove('bridge', moderator);
    desk.audit(moderator, 'quote find', 'bridge');
    const lines = [...ledger.export()].filter(({ table }) => table === 'audit');
    expect(lines.map(({ action }) => action)).toEqual([
      'answer retracted',
      'answer corrected',
      'settings',
      'corpus removed',
      'quote find',
    ]);
    expect(lines[0]).toMatchObject({ space: 'guild', chat: 'general', detail: answer.id });
    expect(JSON.stringify(lines)).not.toContain('"moderator"');
  });
});
