import { appendFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type IngestOptions, ingest, type SplitDocument } from '../../src/ingest/ingest.ts';
import { openIndex } from '../../src/retrieval/index/open-index.ts';
import type { IndexedDocument, PassageIndex } from '../../src/types.ts';
import { folderWith } from './files.ts';

const DIMENSIONS = 4;
const STORY = 'The harbour of Portsea froze on Monday. Twelve ships waited outside until the ice broke.';

/** Stands in for terms and vectors, which are not what is tested here. */
async function prepare(batch: readonly SplitDocument[]): Promise<IndexedDocument[]> {
  return batch.map(({ document, passages }) => ({
    document,
    fieldTerms: document.title.toLowerCase(),
    names: [],
    passages: passages.map((passage) => ({
      passage,
      terms: passage.text.toLowerCase(),
      sentenceTerms: passage.sentences.map(() => ''),
      vectors: passage.sentences.map(() => Float32Array.of(1, 0, 0, 0)),
    })),
  }));
}

async function openEmpty(): Promise<PassageIndex> {
  const index = await openIndex(path.join(await folderWith(), 'data'), {
    embedder: { id: 'test', dimensions: DIMENSIONS },
    mode: 'write',
  });
  onTestFinished(() => index.close());
  return index;
}

async function idsOf(index: PassageIndex): Promise<string[]> {
  return (await index.documents()).map(({ id }) => id).sort();
}

async function setUp(files: Readonly<Record<string, string>>, options: Partial<IngestOptions> = {}) {
  const folder = await folderWith(files);
  const index = await openEmpty();
  const run = (more: Partial<IngestOptions> = {}, paths: readonly string[] = [folder]) =>
    ingest(paths, { index, prepare, ...options, ...more });
  return { folder, index, run, at: (name: string) => path.join(folder, name) };
}

describe('ingest', () => {
  it('adds, leaves alone what is unchanged, and replaces what changed', async () => {
    const { index, run, at } = await setUp({ 'a.txt': STORY, 'b.txt': STORY, 'c.jpg': 'x' });
    expect(await run()).toMatchObject({ added: 2, replaced: 0, unchanged: 0, skippedFiles: 1, passages: 2 });
    expect(await run()).toMatchObject({ added: 0, replaced: 0, unchanged: 2, passages: 0, characters: 0 });
    await appendFile(at('b.txt'), ' Then the tugs came.');
    expect(await run()).toMatchObject({ added: 0, replaced: 1, unchanged: 1 });
    expect((await index.document('b'))?.text).toMatch(/tugs came\.$/);
    expect((await index.passagesOf('b')).map(({ text }) => text)).toEqual([`${STORY} Then the tugs came.`]);
  });

  it('keeps what is gone, and removes it when asked to prune', async () => {
    const { index, run, at } = await setUp({ 'a.txt': STORY, 'b.txt': STORY });
    await run();
    await rm(at('b.txt'));
    expect(await run()).toMatchObject({ removed: 0, unchanged: 1 });
    expect(await idsOf(index)).toEqual(['a', 'b']);
    expect(await run({ prune: true })).toMatchObject({ removed: 1, unchanged: 1 });
    expect(await idsOf(index)).toEqual(['a']);
  });

  it('never prunes a document whose file cannot be read any more', async () => {
    const { index, run, at } = await setUp({ 'a.txt': STORY, 'b.txt': STORY, 'c.txt': STORY });
    await run();
    await truncate(at('b.txt'));
    await rm(at('c.txt'));
    const summary = await run({ prune: true });
    expect(summary.problems).toHaveLength(1);
    expect(summary).toMatchObject({ removed: 1, unchanged: 1 });
    expect(await idsOf(index)).toEqual(['a', 'b']);
  });

  it('never prunes a document whose file broke after its folder had moved', async () => {
    const { index, run } = await setUp({ 'a.txt': STORY, 'b.txt': STORY });
    await run();
    const moved = await folderWith({ 'a.txt': '', 'c.txt': STORY });
    expect(await run({ prune: true }, [moved])).toMatchObject({ added: 1, removed: 1 });
    expect(await idsOf(index)).toEqual(['a', 'c']);
  });

  it('never prunes lines of a file that holds a broken line', async () => {
    const line = (id: string) => JSON.stringify({ id, text: STORY });
    const { index, run, at } = await setUp({ 'a.jsonl': `${line('a')}\n${line('b')}\n`, 'z.txt': STORY });
    await run();
    await writeFile(at('a.jsonl'), `${line('a')}\n{"id": "b", broken\n`);
    await rm(at('z.txt'));
    expect(await run({ prune: true })).toMatchObject({ removed: 1 });
    expect(await idsOf(index)).toEqual(['a', 'b']);
  });

  it('prunes nothing at all when a path could not be read', async () => {
    const { folder, index, run, at } = await setUp({ 'one/a.txt': STORY, 'two/b.txt': STORY });
    await run();
    await rm(at('two'), { recursive: true });
    const summary = await run({ prune: true }, [path.join(folder, 'one'), path.join(folder, 'two')]);
    expect(summary).toMatchObject({ removed: 0, unchanged: 1 });
    expect(summary.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('two: it does not exist'),
    ]);
    expect(await idsOf(index)).toEqual(['a', 'b']);
  });

  it('ingests the rest beside problems and warns of what hides in it', async () => {
    const seen: string[] = [];
    const { index, run } = await setUp({
      'a.txt': '',
      'b.txt': STORY,
      'c.txt': `Hid\u200Bden. ${STORY}`,
      'd/b.md': STORY,
    });
    const summary = await run({ onProblem: ({ source }) => seen.push(path.basename(source)) });
    expect(await idsOf(index)).toEqual(['b', 'c']);
    expect(summary.problems.map(({ source }) => path.basename(source))).toEqual(seen);
    expect(seen).toEqual(['a.txt', 'b.md']);
    expect(summary.warnings.map(({ warning }) => warning)).toEqual([
      '1 hidden character (U+200B) is kept in the text and never shown or indexed',
    ]);
  });

  it('keeps every character of a text through the index', async () => {
    const text = `\uFEFFThe \u200Bharbour\u{E0041}\u0000 froze.\r\n\r\n\u202ETwelve\u202C ships waited.\u0007\r\n${STORY}\uD83D`;
    const { index, run } = await setUp({ 'a.jsonl': `${JSON.stringify({ id: 'a', text })}\n` });
    await run();
    const kept = text.toWellFormed();
    expect((await index.document('a'))?.text).toBe(kept);
    const passages = await index.passagesOf('a');
    expect(passages.map((passage) => passage.text)).toEqual(
      passages.map(({ span }) => kept.slice(span.start, span.end)),
    );
    expect(passages[0]?.sentences.map(({ start, end }) => kept.slice(start, end)).slice(0, 2)).toEqual([
      'The \u200Bharbour\u{E0041}\u0000 froze.',
      'Twelve\u202C ships waited.',
    ]);
    expect(await run()).toMatchObject({ unchanged: 1 });
  });

  it('prepares documents in large batches and reports progress to the end', async () => {
    const text = `${STORY} `.repeat(600);
    const lines = Array.from({ length: 40 }, (_, n) => JSON.stringify({ id: `n${n}`, text }));
    const batches: number[] = [];
    const { run } = await setUp({ 'feed.jsonl': lines.join('\n') });
    let last = { bytesDone: 0, bytesTotal: 1, documents: 0 };
    const summary = await run({
      prepare: (batch) => {
        batches.push(batch.length);
        return prepare(batch);
      },
      onProgress: (progress) => {
        expect(progress.bytesDone).toBeGreaterThanOrEqual(last.bytesDone);
        last = progress;
      },
    });
    expect(batches).toEqual([8, 8, 8, 8, 8]);
    expect(last).toMatchObject({ bytesDone: last.bytesTotal, documents: 40 });
    expect(summary).toMatchObject({ added: 40, characters: 40 * text.length });
  });

  it('keeps what was put when preparing fails later', async () => {
    const { index, run } = await setUp({ 'a.txt': STORY });
    await run();
    const failing = run({ prepare: () => Promise.reject(new Error('no model')) });
    expect((await failing).unchanged).toBe(1);
    const other = await folderWith({ 'b.txt': STORY });
    await expect(
      run({ prepare: () => Promise.reject(new Error('no model')), prune: true }, [other]),
    ).rejects.toThrow('no model');
    expect(await idsOf(index)).toEqual(['a']);
  });

  it('stops between documents when it is told to', async () => {
    const stop = new AbortController();
    const { index, run } = await setUp({ 'a.txt': STORY, 'b.txt': STORY });
    const stopping = run({
      signal: stop.signal,
      prepare: (batch) => {
        stop.abort(new Error('enough'));
        return prepare(batch);
      },
    });
    await expect(stopping).rejects.toThrow('enough');
    expect(await idsOf(index)).toEqual([]);
  });
});
