/** Worker: builds the graph of all stored vectors and puts it in place of the present one. */
import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';
import hnswlib, { type HierarchicalNSW } from 'hnswlib-node';
import { BestOf } from './best-of.ts';
import { readBytes, readInteger, readText } from './columns.ts';
import { GRAPH_FILE, hashFile, SIDECAR_FILE, type Sidecar } from './graph-file.ts';
import { DATABASE_FILE, openDatabaseToRead } from './open-database.ts';
import { PackedVectors } from './packed-vectors.ts';
import { decodeVectors } from './sentence-vectors.ts';

const M = 16;
const EF_CONSTRUCTION = 200;

/** The smallest of these that reaches the recall is taken, or else the last. */
const EFS = [64, 128, 256, 512];
const WANTED_RECALL = 0.98;
const NEIGHBOURS = 10;
const SAMPLE_SIZE = 100;

const BESIDE_SUFFIX = '.tmp';
const ABANDONED_AFTER_MS = 3_600_000;

interface Stored {
  readonly first: number;
  readonly vectors: Float32Array;
}

function* readVectors(database: DatabaseSync): Generator<Stored> {
  const rows = database.prepare(
    'SELECT first_vector, data FROM documents JOIN vectors ON document = row ORDER BY row',
  );
  for (const row of rows.iterate()) {
    yield { first: readInteger(row, 'first_vector'), vectors: decodeVectors(readBytes(row, 'data')) };
  }
}

function* eachVector(
  database: DatabaseSync,
  dimensions: number,
): Generator<{ number: number; vector: Float32Array }> {
  for (const { first, vectors } of readVectors(database)) {
    for (let at = 0; at < vectors.length; at += dimensions) {
      yield { number: first + at / dimensions, vector: vectors.subarray(at, at + dimensions) };
    }
  }
}

function buildGraph(database: DatabaseSync, dimensions: number, count: number): HierarchicalNSW {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex({ maxElements: count, m: M, efConstruction: EF_CONSTRUCTION });
  for (const { number, vector } of eachVector(database, dimensions))
    graph.addPoint(Array.from(vector), number);
  return graph;
}

/** Vectors of the corpus stand in for questions: every so many-th, with its true neighbours by exact scan. */
function sampleTruth(
  database: DatabaseSync,
  dimensions: number,
  count: number,
): { readonly query: Float32Array; readonly neighbours: ReadonlySet<number> }[] {
  const step = Math.max(1, Math.floor(count / SAMPLE_SIZE));
  const sample: { query: Float32Array; best: BestOf }[] = [];
  let index = 0;
  for (const { vector } of eachVector(database, dimensions)) {
    if (index++ % step === 0) sample.push({ query: vector.slice(), best: new BestOf(NEIGHBOURS) });
  }
  const packed = new PackedVectors(dimensions);
  for (const { first, vectors } of readVectors(database)) {
    packed.add(first, vectors);
    for (const { query, best } of sample) {
      packed.aim(query);
      packed.scan(first, first, best);
    }
    packed.delete(first);
  }
  return sample.map(({ query, best }) => ({
    query,
    neighbours: new Set(best.sorted().map(({ key }) => key)),
  }));
}

function chooseEf(
  graph: HierarchicalNSW,
  sample: readonly { readonly query: Float32Array; readonly neighbours: ReadonlySet<number> }[],
): { ef: number; recall: number } {
  let choice = { ef: 0, recall: 0 };
  for (const ef of EFS) {
    graph.setEf(ef);
    let [found, wanted] = [0, 0];
    for (const { query, neighbours } of sample) {
      const result = graph.searchKnn(Array.from(query), neighbours.size);
      found += result.neighbors.filter((label) => neighbours.has(label)).length;
      wanted += neighbours.size;
    }
    choice = { ef, recall: wanted === 0 ? 1 : found / wanted };
    if (choice.recall >= WANTED_RECALL) break;
  }
  return choice;
}

/** Brought to the disk, so that the name cannot outlive what it names. */
async function settle(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.chmod(0o600);
  await file.sync();
  await file.close();
}

/** What a killed build left behind, unless one may still be at work on it. */
async function removeRemains(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(GRAPH_FILE) || !name.endsWith(BESIDE_SUFFIX)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(join(folder, name), { force: true });
  }
}

/** Both files are written beside and renamed: whoever reads meanwhile sees the old pair or the new one. */
async function write(folder: string, graph: HierarchicalNSW, about: Omit<Sidecar, 'sha256'>): Promise<void> {
  const [path, sidecarPath] = [join(folder, GRAPH_FILE), join(folder, SIDECAR_FILE)];
  const suffix = `.${randomUUID()}${BESIDE_SUFFIX}`;
  const [beside, sidecarBeside] = [path + suffix, sidecarPath + suffix];
  try {
    await graph.writeIndex(beside);
    const sidecar: Sidecar = { ...about, sha256: await hashFile(beside) };
    await writeFile(sidecarBeside, `${JSON.stringify(sidecar)}\n`);
    await Promise.all([settle(beside), settle(sidecarBeside)]);
    await rename(beside, path);
    await rename(sidecarBeside, sidecarPath);
  } finally {
    await Promise.all([rm(beside, { force: true }), rm(sidecarBeside, { force: true })]);
  }
}

async function build(folder: string): Promise<void> {
  const database = openDatabaseToRead(join(folder, DATABASE_FILE));
  database.exec('BEGIN');
  const state = database.prepare('SELECT * FROM state').get() ?? {};
  const dimensions = readInteger(state, 'dimensions');
  let count = 0;
  for (const { vectors } of readVectors(database)) count += vectors.length / dimensions;
  if (count === 0) return;
  const graph = buildGraph(database, dimensions, count);
  const choice = chooseEf(graph, sampleTruth(database, dimensions, count));
  database.close();
  await removeRemains(folder);
  await write(folder, graph, {
    identity: readText(state, 'identity'),
    embedder: readText(state, 'embedder'),
    dimensions,
    generation: readInteger(state, 'generation'),
    nextVector: readInteger(state, 'next_vector'),
    count,
    ...choice,
  });
}

await build(String(workerData));
