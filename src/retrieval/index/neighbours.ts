import { setImmediate } from 'node:timers/promises';
import { BestOf } from './best-of.ts';
import type { Entry } from './directory.ts';
import type { Graph } from './graph-file.ts';
import { GraphKeeper, type KeeperParts } from './graph-keeper.ts';
import { SentenceVectors } from './sentence-vectors.ts';

/** Documents whose vectors are read before other work gets its turn: a few milliseconds. */
const DOCUMENTS_A_SLICE = 100;

/** Vectors kept in memory beside a graph, for filtered searches, in multiples of what is scanned at most. */
const KEPT_SCANS = 4;

/** Chooses the documents that may be found; undefined where all may. */
export type Passing = () => ReadonlySet<Entry> | undefined;

const countVectors = (entries: Iterable<Entry>): number => {
  let count = 0;
  for (const entry of entries) count += entry.vectorCount;
  return count;
};

/**
 * Finds the nearest sentence vectors: by exact scan where there are few or few pass, else by the HNSW graph, with what
 * came after the graph scanned and what has gone since left out.
 */
export class Neighbours {
  readonly vectors: SentenceVectors;
  readonly #parts: KeeperParts;
  readonly #keeper: GraphKeeper;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.#keeper = new GraphKeeper(parts);
    this.vectors = new SentenceVectors(parts.database, parts.embedder.dimensions);
  }

  /** The best `limit` by vector number. */
  async search(
    query: Float32Array,
    limit: number,
    passing: Passing,
  ): Promise<{ readonly key: number; readonly score: number }[]> {
    await this.#open();
    const { read } = this.#parts;
    const missing = read(() => this.#choose(passing()).scanned.filter((entry) => !this.vectors.holds(entry)));
    for (let at = 0; at < missing.length; at += DOCUMENTS_A_SLICE) {
      if (at > 0) await setImmediate();
      read(() => {
        for (const entry of missing.slice(at, at + DOCUMENTS_A_SLICE)) this.vectors.load(entry);
      });
    }
    return read(() => {
      const { graph, scanned } = this.#choose(passing());
      const best = new BestOf(limit);
      this.vectors.scan(query, scanned, best);
      if (graph !== undefined) this.#searchGraph(graph, query, { limit, passing: passing(), best });
      return best.sorted();
    });
  }

  /** How vectors are searched now. */
  async mode(): Promise<'exact' | 'hnsw'> {
    await this.#open();
    return this.#keeper.graph === undefined ? 'exact' : 'hnsw';
  }

  async flush(): Promise<void> {
    await this.#keeper.flush();
  }

  async close(): Promise<void> {
    await this.#keeper.close();
  }

  async #open(): Promise<void> {
    await this.#keeper.open();
    const capacity =
      this.#keeper.graph === undefined ? Number.POSITIVE_INFINITY : KEPT_SCANS * this.#parts.hnswFrom;
    this.vectors.limit(capacity);
  }

  /** What has to be scanned, and the graph where it has to be asked as well. */
  #choose(passing: ReadonlySet<Entry> | undefined): { graph?: Graph; scanned: readonly Entry[] } {
    const { directory, hnswFrom } = this.#parts;
    const entries = passing === undefined ? directory.entries : [...passing];
    const { graph } = this.#keeper;
    if (graph === undefined || (passing !== undefined && countVectors(passing) < hnswFrom))
      return { scanned: entries };
    return { graph, scanned: entries.filter((entry) => entry.firstVector >= graph.sidecar.nextVector) };
  }

  /** Asks for more until enough of what comes is still there and passes. */
  #searchGraph(
    { nearest, sidecar }: Graph,
    query: Float32Array,
    { limit, passing, best }: { limit: number; passing: ReadonlySet<Entry> | undefined; best: BestOf },
  ): void {
    const { directory } = this.#parts;
    const point = Array.from(query);
    const share = passing === undefined ? 1 : countVectors(passing) / directory.vectors;
    for (let wanted = Math.ceil(limit / share); ; wanted *= 2) {
      const count = Math.min(wanted, sidecar.count);
      nearest.setEf(Math.max(sidecar.ef, count));
      const { neighbors, distances } = nearest.searchKnn(point, count);
      const found = neighbors.flatMap((key, rank) => {
        const entry = directory.ofVector(key);
        const passes = entry !== undefined && (passing === undefined || passing.has(entry));
        return passes ? [{ key, score: 1 - (distances[rank] ?? 1) }] : [];
      });
      if (found.length < limit && count < sidecar.count) continue;
      for (const { key, score } of found) best.offer(key, score);
      return;
    }
  }
}
