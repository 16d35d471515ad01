import { describe, expect, it } from 'vitest';
import { UPLOAD_LIMIT_BYTES } from '../../src/index.ts';
import { openTestDesk } from '../support/open-desk.ts';
import { ask, encode, ingestText, moderator } from './support.ts';

const NEWS = `---
id: ferry
title: The Velmora ferry sails again
published: 2026-02-11
---
The Velmora ferry sails again since Tuesday, harbour master Jonas Reth said.
`;
const QUESTION = 'Since when does the Velmora ferry sail again?';
const SEED = '002_a501227d1568e9ca';

const upload = (text = NEWS, fileName = 'ferry.md') => ({ fileName, bytes: encode(text) });

describe('the corpus', () => {
  it('tells what it holds', async () => {
    await using opened = await openTestDesk();
    const { corpus } = opened.desk;
    expect(await corpus.status()).toMatchObject({ documents: 3, newest: '2011-11-24' });
    const { ticket } = await corpus.read(upload());
    const change = await corpus.add(ticket, moderator);
    expect(await corpus.status()).toMatchObject({ documents: 4, newest: '2026-02-11', lastChange: change });
  });

  it('takes in an upload that was shown and confirmed, and answers from it at once', async () => {
    await using opened = await openTestDesk();
    const { corpus } = opened.desk;
    const shown = await corpus.read(upload());
    expect(shown).toMatchObject({
      document: { id: 'ferry', title: 'The Velmora ferry sails again', source: 'upload:ferry.md' },
      passages: 1,
      warnings: [],
    });
    expect(shown).not.toHaveProperty('replaces');
    expect((await corpus.status()).documents).toBe(3);
    const change = await corpus.add(shown.ticket, moderator);
    expect(change).toMatchObject({ action: 'added', document: { id: 'ferry' }, canUndo: true });
    expect(change.document).not.toHaveProperty('text');
    const { answer } = await ask(opened, QUESTION);
    expect(answer.kind === 'grounded' && answer.citations[0].document.id).toBe('ferry');
    expect((await opened.desk.suggestDocuments('velmora', 5)).map(({ id }) => id)).toEqual(['ferry']);
  });

  it('says what an upload would replace, and undoes that', async () => {
    await using opened = await openTestDesk();
    const { corpus } = opened.desk;
    const before = await opened.index.document(SEED);
    const shown = await corpus.read(upload(`---\nid: ${SEED}\ntitle: Another text\n---\nOther words.`));
    expect(shown.replaces).toMatchObject({ id: SEED, publisher: 'Militant Islam Monitor' });
    expect(await corpus.add(shown.ticket, moderator)).toMatchObject({ action: 'replaced' });
    expect(await corpus.undo(moderator)).toMatchObject({ action: 'undone', canUndo: false });
    expect(await opened.index.document(SEED)).toEqual(before);
    await expect(corpus.undo(moderator)).rejects.toThrow(/no change to take back/);
  });

  it('removes a document by the beginning of its id, and brings it back', async () => {
    await using opened = await openTestDesk();
    const { corpus } = opened.desk;
    const before = await opened.index.document(SEED);
    expect(await corpus.remove('002', moderator)).toMatchObject({
      action: 'removed',
      document: { id: SEED },
    });
    expect(await opened.index.document(SEED)).toBeUndefined();
    await expect(corpus.remove(SEED, moderator)).rejects.toThrow(/no document has the id/);
    await corpus.undo(moderator);
    expect(await opened.index.document(SEED)).toEqual(before);
    expect((await corpus.history(9)).map(({ action, canUndo }) => [action, canUndo])).toEqual([
      ['undone', false],
      ['removed', false],
    ]);
  });

  it('does not take back what somebody has changed since', async () => {
    await using opened = await openTestDesk();
    const { corpus } = opened.desk;
    const { ticket } = await corpus.read(upload());
    await corpus.add(ticket, moderator);
    await ingestText(opened, 'ferry', NEWS.replace('Tuesday', 'Thursday'));
    await expect(corpus.undo(moderator)).rejects.toThrow(/"ferry" has been changed since/);
    expect((await opened.index.document('ferry'))?.text).toContain('Thursday');
  });

  it('keeps its last document', async () => {
    await using opened = await openTestDesk();
    const { corpus } = opened.desk;
    await corpus.remove('000', moderator);
    await corpus.remove('001', moderator);
    await expect(corpus.remove('002', moderator)).rejects.toThrow(/is the only document/);
  });

  it('refuses tickets that are used, expired or made up', async () => {
    const time = { now: Date.parse('2026-03-05T12:00:00Z') };
    await using opened = await openTestDesk({ clock: () => time.now });
    const { corpus } = opened.desk;
    const first = await corpus.read(upload());
    await corpus.add(first.ticket, moderator);
    const late = await corpus.read(upload());
    time.now += 16 * 60_000;
    for (const ticket of [first.ticket, late.ticket, 'made-up']) {
      await expect(corpus.add(ticket, moderator)).rejects.toThrow(/shown too long ago/);
    }
  });

  it('says so while somebody else writes, and the ticket still holds', async () => {
    await using opened = await openTestDesk();
    const { corpus } = opened.desk;
    const { ticket } = await corpus.read(upload());
    const { openIndex } = await import('../../src/retrieval/index/open-index.ts');
    const writer = await openIndex(opened.folder, { embedder: opened.embedder, mode: 'write' });
    await expect(corpus.add(ticket, moderator)).rejects.toMatchObject({ name: 'IndexError', code: 'locked' });
    await writer.close();
    expect(await corpus.add(ticket, moderator)).toMatchObject({ action: 'added' });
  });

  it.each([
    ['nothing', upload('')],
    ['a type that is not read', upload('x', 'movie.mp4')],
    ['no type', upload('x', 'README')],
    ['several documents in one', upload('{"id":"a","text":"b"}', 'many.jsonl')],
    ['a damaged PDF', upload('%PDF-1.4 and no more', 'broken.pdf')],
    ['broken front matter', upload('---\ntitle: [\n---\nText.', 'broken.md')],
    [
      'what is no text',
      { fileName: 'binary.txt', bytes: new Uint8Array(2_000).map((_, at) => (at * 7) % 32) },
    ],
    [
      'more than the limit',
      { fileName: 'large.txt', bytes: new Uint8Array(UPLOAD_LIMIT_BYTES + 1).fill(97) },
    ],
  ])('refuses %s, and names the file', async (_what, broken) => {
    await using opened = await openTestDesk();
    await expect(opened.desk.corpus.read(broken)).rejects.toMatchObject({
      name: 'SourceError',
      message: expect.stringContaining(broken.fileName),
    });
  });

  it('reads the name of an upload as a name, not as a path', async () => {
    await using opened = await openTestDesk();
    const text = 'The ferry of Velmora sails again.';
    for (const fileName of ['../../etc/notes.txt', 'C:\\temp\\notes.txt', '/notes.txt']) {
      const { document } = await opened.desk.corpus.read({ fileName, bytes: encode(text) });
      expect([document.id, document.source]).toEqual(['notes', 'upload:notes.txt']);
    }
  });

  it('tells a change that was cut short from one that was made', async () => {
    await using opened = await openTestDesk();
    const { desk, ledger, index } = opened;
    const document = await index.document(SEED);
    if (!document) throw new Error('no seed');
    const {
      text: _text,
      boilerplate: _boilerplate,
      warnings: _warnings,
      source: _source,
      digest,
      ...facts
    } = document;
    const begun = { at: 1, document: facts };
    ledger.changes.begin({ ...begun, id: 'made', action: 'added', digest });
    ledger.changes.begin({ ...begun, id: 'cut short', action: 'removed', previous: document });
    expect((await desk.corpus.history(9)).map(({ id }) => id)).toEqual(['made']);
    await desk.corpus.remove('000', moderator);
    expect(ledger.changes.unfinished()).toEqual([]);
    expect((await desk.corpus.history(9)).map(({ action }) => action)).toEqual(['removed', 'added']);
  });

  it('holds what moderators decided on, for whoever indexes folders again', async () => {
    await using opened = await openTestDesk();
    const { desk, ledger } = opened;
    const { corpus } = desk;
    await corpus.remove('002', moderator);
    expect(ledger.changes.holds()).toEqual([{ documentId: SEED, kind: 'removed' }]);
    await corpus.undo(moderator);
    expect(ledger.changes.holds()).toEqual([]);
    const { ticket, document } = await corpus.read(upload());
    await corpus.add(ticket, moderator);
    expect(ledger.changes.holds()).toEqual([
      { documentId: 'ferry', kind: 'replaced', digest: document.digest, document },
    ]);
    const second = await corpus.read(upload(NEWS.replace('Tuesday', 'Friday')));
    await corpus.add(second.ticket, moderator);
    await corpus.undo(moderator);
    expect(ledger.changes.holds()).toEqual([
      { documentId: 'ferry', kind: 'replaced', digest: document.digest, document },
    ]);
    const third = await corpus.read(upload(NEWS, 'pier.txt'));
    await corpus.add(third.ticket, moderator);
    await corpus.undo(moderator);
    expect(ledger.changes.holds()[1]).toEqual({ documentId: third.document.id, kind: 'removed' });
  });
});
