import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { readText } from './columns.ts';
import type { Directory } from './directory.ts';
import { GRAPH_FILE, type Graph, loadGraph, readSidecar, type Unusable } from './graph-file.ts';

/** A graph is built again when more than this share of the vectors came or went after it. */
const STALE_SHARE = 0.2;

/** How often a running process looks for a newer graph of another. */
const LOOK_AGAIN_MS = 5_000;

export interface KeeperParts {
  readonly database: DatabaseSync;
  readonly directory: Directory;
  readonly folder: string;
  readonly embedder: { readonly id: string; readonly dimensions: number };
  /** From how many vectors on a graph is kept. */
  readonly hnswFrom: number;
  /** Tells an operator. */
  note(line: string): void;
  /** Runs work on the newest state of the index. */
  read<T>(work: () => T): T;
}

/** Has the graph at hand: opened when first wanted, built again in a worker thread when it cannot be used. */
export class GraphKeeper {
  readonly #parts: KeeperParts;
  #graph: Graph | undefined;
  #opening: Promise<void> | undefined;
  #building: { readonly worker: Worker; readonly done: Promise<void> } | undefined;
  #lookedAtMs = 0;
  #isClosed = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Undefined where the corpus is too small for one, or while it is being built. It may lag behind the index. */
  get graph(): Graph | undefined {
    return this.#graph;
  }

  async open(): Promise<void> {
    if (!this.#isWanted()) {
      this.#graph = undefined;
      this.#opening = undefined;
      return;
    }
    this.#opening ??= this.#openFirst();
    await this.#opening;
    await this.#lookForNewer();
  }

  /** Resolves when the graph covers enough of the index, or could not be built. */
  async flush(): Promise<void> {
    await this.open();
    if (!this.#isWanted()) return;
    if (this.#graph === undefined) this.#rebuild('missing');
    else if (this.#isStale(this.#graph)) this.#rebuild('stale');
    this.#building?.worker.ref();
    await this.#building?.done;
  }

  /** Gives up a build. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#building?.worker.terminate();
    await this.#opening;
  }

  #isWanted(): boolean {
    const { read, directory, hnswFrom } = this.#parts;
    return read(() => directory.vectors >= Math.max(1, hnswFrom));
  }

  async #openFirst(): Promise<void> {
    const unusable = await this.#load();
    if (unusable !== undefined) this.#rebuild(unusable);
    else if (this.#graph !== undefined && this.#isStale(this.#graph)) this.#rebuild('stale');
  }

  /** Takes the graph of the file, or says why not. */
  async #load(): Promise<Unusable | undefined> {
    const { database, folder, embedder, read } = this.#parts;
    const identity = read(() =>
      readText(database.prepare('SELECT identity FROM state').get() ?? {}, 'identity'),
    );
    const loaded = await loadGraph(folder, {
      identity,
      embedder: embedder.id,
      dimensions: embedder.dimensions,
    });
    this.#lookedAtMs = Date.now();
    if (typeof loaded === 'string') return loaded;
    this.#graph = loaded;
    return undefined;
  }

  /** A writer in another process builds graphs too. */
  async #lookForNewer(): Promise<void> {
    if (this.#graph === undefined || Date.now() - this.#lookedAtMs < LOOK_AGAIN_MS) return;
    this.#lookedAtMs = Date.now();
    const version = await readSidecar(this.#parts.folder);
    if (version !== undefined && version !== this.#graph.version) await this.#load();
  }

  #isStale({ sidecar }: Graph): boolean {
    const { read, directory } = this.#parts;
    return read(() => {
      let covered = 0;
      for (const entry of directory.entries) {
        if (entry.firstVector < sidecar.nextVector) covered += entry.vectorCount;
      }
      const [removed, added] = [sidecar.count - covered, directory.vectors - covered];
      return removed + added > STALE_SHARE * directory.vectors;
    });
  }

  #rebuild(reason: Unusable): void {
    if (this.#building !== undefined || this.#isClosed) return;
    const { folder, directory } = this.#parts;
    this.#parts.note(
      `${GRAPH_FILE} in ${folder} is ${reason}: building it from the ${directory.vectors} stored vectors; ` +
        'until it is there, searching takes longer.',
    );
    const worker = new Worker(new URL('./build-graph.ts', import.meta.url), { workerData: folder });
    worker.unref();
    this.#building = { worker, done: this.#takeBuilt(worker) };
  }

  async #takeBuilt(worker: Worker): Promise<void> {
    let problem: string | undefined;
    try {
      await ended(worker);
      if (!this.#isClosed) problem = await this.#load();
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    this.#building = undefined;
    if (problem === undefined || this.#isClosed) return;
    const { folder, note } = this.#parts;
    note(
      `${GRAPH_FILE} in ${folder} could not be built (${problem}), so searching takes longer. Check the disk.`,
    );
  }
}

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`worker ended with code ${code}`)),
    );
  });
}
