import { cpSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenOptions, openIndex } from '../../../src/retrieval/index/open-index.ts';
import type { PassageIndex, VectorHit } from '../../../src/types.ts';
import { makeEntry, scaleToUnit, seedRandom, unitVector } from '../../contracts/make-entry.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DIMENSIONS = 32;
const DOCUMENTS = 30;
const SENTENCES = 50;
const embedder = { id: 'clustered', dimensions: DIMENSIONS };
const GRAPH = 'vectors.hnsw';
const SIDECAR = 'vectors.hnsw.json';

const random = seedRandom(3);
const centres = Array.from({ length: 40 }, () => unitVector(DIMENSIONS, random));

/** News keeps coming back to its subjects: vectors lie around a few centres. */
function clusteredVector(): Float32Array {
  const centre = centres[Math.floor(random() * centres.length)] ?? new Float32Array(DIMENSIONS);
  const noise = unitVector(DIMENSIONS, random);
  return scaleToUnit(centre.map((value, axis) => value + 0.7 * (noise[axis] ?? 0)));
}

function makeClustered(id: string, sentences = SENTENCES): ReturnType<typeof makeEntry> {
  const passages = [Array.from({ length: sentences }, (_, number) => `s${number}`)];
  return makeEntry({ id, publisher: id.slice(-1), passages, vectors: passages.flat().map(clusteredVector) });
}

let folder: string;
let remove: () => void;
let notes: string[];
const open = (mode: OpenOptions['mode'], options: Partial<OpenOptions> = {}): Promise<PassageIndex> =>
  openIndex(folder, { embedder, mode, hnswFrom: 500, note: (line) => notes.push(line), ...options });
const path = (name: string): string => join(folder, name);
const place = ({ id, sentence }: VectorHit): string => `${id}/${sentence}`;

/** Share of the ten nearest by exact scan that are found, over many questions. */
async function measureRecall(index: PassageIndex, filters?: { publisher: string }): Promise<number> {
  const exact = await open('read', { hnswFrom: 1_000_000 });
  const options = { limit: 10, ...(filters && { filters }) };
  let [found, wanted] = [0, 0];
  for (let question = 0; question < 50; question++) {
    const vector = clusteredVector();
    const truth = new Set((await exact.nearest(vector, options)).map(place));
    found += (await index.nearest(vector, options)).filter((hit) => truth.has(place(hit))).length;
    wanted += truth.size;
  }
  await exact.close();
  return found / wanted;
}

const filled = temporaryFolder();
let firstNotes: readonly string[];
beforeAll(async () => {
  folder = filled.folder;
  notes = [];
  const index = await open('write');
  for (let number = 0; number < DOCUMENTS; number++) await index.put(makeClustered(`d${number}`));
  await index.flush();
  await index.close();
  firstNotes = notes;
});
afterAll(() => filled.remove());

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  cpSync(filled.folder, folder, { recursive: true });
  notes = [];
});
afterEach(() => remove());

describe('the HNSW graph', () => {
  it('finds at least 95 of 100 true neighbours in clustered data, with and without filters', async () => {
    expect(firstNotes).toEqual([
      expect.stringMatching(/vectors\.hnsw in .* is missing: building it from the 1500 stored/),
    ]);
    const index = await open('read');
    expect((await index.stats()).search).toBe('hnsw');
    expect(await measureRecall(index)).toBeGreaterThanOrEqual(0.95);
    expect(await measureRecall(index, { publisher: '4' })).toBe(1);
    await index.close();
    const filteredByGraph = await open('read', { hnswFrom: 40 });
    expect(await measureRecall(filteredByGraph, { publisher: '4' })).toBeGreaterThanOrEqual(0.95);
    await filteredByGraph.close();
    expect(notes).toEqual([]);
    expect(JSON.parse(readFileSync(path(SIDECAR), 'utf8'))).toMatchObject({
      count: 1500,
      embedder: 'clustered',
    });
  });

  it('is not made for a small corpus', async () => {
    rmSync(path(GRAPH));
    const index = await open('write', { hnswFrom: 100_000 });
    await index.put(makeClustered('new'));
    await index.flush();
    expect((await index.stats()).search).toBe('exact');
    await index.close();
    expect(existsSync(path(GRAPH))).toBe(false);
    expect(notes).toEqual([]);
  });

  it.each<[string, RegExp, () => void]>([
    ['is gone', /is missing/, () => rmSync(path(GRAPH))],
    ['has lost its sidecar', /is missing/, () => rmSync(path(SIDECAR))],
    ['is cut short', /is damaged/, () => truncateSync(path(GRAPH), 10_000)],
    ['has a changed byte', /is damaged/, () => changeByte(path(GRAPH))],
    [
      'has a sidecar that makes no sense',
      /is damaged/,
      () => writeFileSync(path(SIDECAR), '{"count": "many"'),
    ],
    ['is of another database', /is stale/, () => changeSidecar({ identity: 'another' })],
    ['is of another embedder', /is stale/, () => changeSidecar({ embedder: 'another' })],
    ['is of other dimensions', /is stale/, () => changeSidecar({ dimensions: 16 })],
  ])('is built again, with one line that says so, when it %s', async (_, line, damage) => {
    damage();
    const index = await open('read');
    expect(await measureRecall(index)).toBeGreaterThanOrEqual(0.95);
    await index.flush();
    expect((await index.stats()).search).toBe('hnsw');
    expect(await measureRecall(index)).toBeGreaterThanOrEqual(0.95);
    await index.close();
    expect(notes).toEqual([expect.stringMatching(line)]);
    const next = await open('read');
    expect((await next.stats()).search).toBe('hnsw');
    await next.close();
    expect(notes).toHaveLength(1);
  });

  it('says why it cannot be built, and answers all the same', async () => {
    rmSync(path(GRAPH));
    rmSync(path(SIDECAR));
    const index = await open('read');
    renameSync(path('footnote.db'), path('away.db'));
    await index.flush();
    expect(await index.nearest(clusteredVector(), { limit: 10 })).toHaveLength(10);
    expect((await index.stats()).search).toBe('exact');
    await index.close();
    expect(notes).toEqual([expect.stringMatching(/is missing/), expect.stringMatching(/could not be built/)]);
  });

  it('covers a few changes without being built again, and many by being built again', async () => {
    const before = readFileSync(path(SIDECAR), 'utf8');
    const index = await open('write');
    const added = makeClustered('new');
    await index.put(added);
    await index.remove('d7');
    await index.put(makeClustered('d8'));
    await index.flush();
    expect(readFileSync(path(SIDECAR), 'utf8')).toBe(before);
    expect(await measureRecall(index)).toBeGreaterThanOrEqual(0.95);
    const [first] = await index.nearest(added.passages[0]?.vectors[31] ?? clusteredVector(), { limit: 1 });
    expect(first).toMatchObject({ id: 'new#0', sentence: 31 });
    const all = await index.nearest(clusteredVector(), { limit: 10_000 });
    expect(new Set(all.map(place)).size).toBe(DOCUMENTS * SENTENCES);
    expect(all.some((hit) => hit.id === 'd7#0')).toBe(false);
    for (let number = 10; number < 20; number++) await index.remove(`d${number}`);
    await index.flush();
    expect(JSON.parse(readFileSync(path(SIDECAR), 'utf8'))).toMatchObject({ count: 1000 });
    expect(await measureRecall(index)).toBeGreaterThanOrEqual(0.95);
    await index.close();
    expect(notes).toEqual([expect.stringMatching(/is stale/)]);
  });

  it('keeps the event loop free while it is being built', async () => {
    rmSync(path(GRAPH));
    const index = await open('write');
    let beats = 0;
    const beatMs = 5;
    const pulse = setInterval(() => beats++, beatMs);
    const start = performance.now();
    await index.flush();
    const tookMs = performance.now() - start;
    clearInterval(pulse);
    // Blocked, it would beat once or twice; a busy machine costs it most of its beats.
    expect(beats).toBeGreaterThan(tookMs / beatMs / 10);
    await index.close();
  });
});

function changeByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[20_000] = 255 - (bytes[20_000] ?? 0);
  writeFileSync(file, bytes);
}

function changeSidecar(changes: Record<string, unknown>): void {
  const sidecar = JSON.parse(readFileSync(path(SIDECAR), 'utf8'));
  writeFileSync(path(SIDECAR), JSON.stringify({ ...sidecar, ...changes }));
}
