import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { HierarchicalNSW } from 'hnswlib-node';

export const GRAPH_FILE = 'vectors.hnsw';
/** hnswlib keeps nothing in its file of what it was built from and no `ef`; this says it. */
export const SIDECAR_FILE = 'vectors.hnsw.json';

const SIDECAR_FIELDS = {
  /** Of the database: a file that was copied here from beside another one does not fit. */
  identity: 'string',
  embedder: 'string',
  dimensions: 'number',
  /** The database's, when the graph was built. */
  generation: 'number',
  /** The first vector number that the graph does not cover. */
  nextVector: 'number',
  /** How many vectors it covers; those deleted since are among them. */
  count: 'number',
  /** Breadth of search, and the recall@10 against the exact scan that it was measured to reach here. */
  ef: 'number',
  recall: 'number',
  /** Of the graph file, in hex: hnswlib believes what it reads, and may crash on a damaged file. */
  sha256: 'string',
} as const;

export type Sidecar = {
  readonly [Name in keyof typeof SIDECAR_FIELDS]: (typeof SIDECAR_FIELDS)[Name] extends 'string'
    ? string
    : number;
};

export interface Graph {
  readonly nearest: HierarchicalNSW;
  readonly sidecar: Sidecar;
  /** The sidecar as it stands in the file, to notice a newer one. */
  readonly version: string;
}

export type Unusable = 'missing' | 'damaged' | 'stale';

/** Another process may put a new graph in place while the old one is being read. */
const ATTEMPTS = 3;

export async function hashFile(path: string): Promise<string> {
  const hash: Hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The sidecar's text, or undefined where there is none. */
export async function readSidecar(folder: string): Promise<string | undefined> {
  return readFile(join(folder, SIDECAR_FILE), 'utf8').catch(() => undefined);
}

/** Reads the graph of the vectors that `source` names, unless there is none, or none that can be trusted. */
export async function loadGraph(
  folder: string,
  source: Pick<Sidecar, 'identity' | 'embedder' | 'dimensions'>,
): Promise<Graph | Unusable> {
  let result: Graph | Unusable = 'missing';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const version = await readSidecar(folder);
    if (version === undefined) return 'missing';
    result = await readGraph(folder, version, source);
    if ((await readSidecar(folder)) === version) break;
  }
  return result;
}

async function readGraph(
  folder: string,
  version: string,
  source: Pick<Sidecar, 'identity' | 'embedder' | 'dimensions'>,
): Promise<Graph | Unusable> {
  const sidecar = parseSidecar(version);
  if (sidecar === undefined) return 'damaged';
  const { identity, embedder, dimensions } = source;
  if (sidecar.identity !== identity || sidecar.embedder !== embedder || sidecar.dimensions !== dimensions) {
    return 'stale';
  }
  const path = join(folder, GRAPH_FILE);
  const sha256 = await hashFile(path).catch(() => undefined);
  if (sha256 === undefined) return 'missing';
  if (sha256 !== sidecar.sha256) return 'damaged';
  try {
    // Only here, so that a small corpus does without the native library.
    const { default: hnswlib } = await import('hnswlib-node');
    const nearest = new hnswlib.HierarchicalNSW('ip', dimensions);
    await nearest.readIndex(path);
    return nearest.getCurrentCount() === sidecar.count ? { nearest, sidecar, version } : 'damaged';
  } catch {
    return 'damaged';
  }
}

function isSidecar(value: unknown): value is Sidecar {
  if (typeof value !== 'object' || value === null) return false;
  const given = new Map(Object.entries(value));
  return Object.entries(SIDECAR_FIELDS).every(([name, type]) => typeof given.get(name) === type);
}

function parseSidecar(text: string): Sidecar | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isSidecar(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
