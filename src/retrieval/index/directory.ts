import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DocumentFacts } from '../../types.ts';
import { DamagedRow, type Row, readInteger, readJson, readText, readUint32s } from './columns.ts';

/** What is kept of every document in memory: enough to filter, to weigh lengths, and to lead a row back to its passage. */
export interface Entry {
  readonly row: number;
  readonly id: string;
  readonly facts: DocumentFacts & { readonly digest: string; readonly source: string };
  readonly firstPassage: number;
  readonly passageCount: number;
  readonly firstVector: number;
  readonly vectorCount: number;
  /** Pairs per passage: how many sentences, how many terms. */
  readonly layout: Uint32Array;
  /** In terms, of all passages. */
  readonly bodyLength: number;
  readonly fieldLength: number;
}

function readEntry(row: Row): Entry {
  const layout = readUint32s(row, 'layout');
  let vectorCount = 0;
  let bodyLength = 0;
  for (let at = 0; at < layout.length; at += 2) {
    vectorCount += layout[at] ?? 0;
    bodyLength += layout[at + 1] ?? 0;
  }
  return {
    row: readInteger(row, 'row'),
    id: readText(row, 'id'),
    facts: readJson(row, 'facts'),
    firstPassage: readInteger(row, 'first_passage'),
    passageCount: layout.length / 2,
    firstVector: readInteger(row, 'first_vector'),
    vectorCount,
    layout,
    bodyLength,
    fieldLength: readInteger(row, 'field_length'),
  };
}

/**
 * The documents of an index in memory, brought up to date with the file at the start of every read: changes of this
 * process and of others arrive alike, by the generation number. What is not in here is not returned by anything.
 */
export class Directory {
  #entries: Entry[] = [];
  #byId = new Map<string, Entry>();
  #byRow = new Map<number, Entry>();
  /** By passage row: whether it is there, and its length in terms. */
  #present = new Uint8Array(1024);
  #lengths = new Uint32Array(1024);
  #generation = -1;
  #removals = 0;
  #passages = 0;
  #vectors = 0;
  readonly #state: StatementSync;
  readonly #added: StatementSync;
  readonly #rows: StatementSync;

  constructor(database: DatabaseSync) {
    this.#state = database.prepare('SELECT generation, removals FROM state');
    this.#added = database.prepare('SELECT * FROM documents WHERE row > ? ORDER BY row');
    this.#rows = database.prepare('SELECT row FROM documents');
  }

  /** In ascending order of row, and thereby of passages and vectors. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }
  get generation(): number {
    return this.#generation;
  }
  get passages(): number {
    return this.#passages;
  }
  get vectors(): number {
    return this.#vectors;
  }
  /** One more than the highest passage row. */
  get passageRows(): number {
    const last = this.#entries.at(-1);
    return last === undefined ? 0 : last.firstPassage + last.passageCount;
  }

  /** To be called inside a transaction. Returns whether anything has changed since the last call. */
  refresh(): boolean {
    const state = this.#state.get();
    if (state === undefined) throw new DamagedRow('Table state has no row');
    const generation = readInteger(state, 'generation');
    if (generation === this.#generation) return false;
    const removals = readInteger(state, 'removals');
    if (removals !== this.#removals) this.#dropRemoved();
    for (const row of this.#added.iterate(this.#entries.at(-1)?.row ?? 0)) this.#add(readEntry(row));
    this.#removals = removals;
    this.#generation = generation;
    return true;
  }

  byId(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  /** The document of a passage row, unless the passage is gone. */
  ofPassage(passage: number): Entry | undefined {
    return this.hasPassage(passage) ? this.#last((entry) => entry.firstPassage <= passage) : undefined;
  }

  /** The document of a vector number, unless it is gone. */
  ofVector(vector: number): Entry | undefined {
    const entry = this.#last((candidate) => candidate.firstVector <= vector);
    return entry && vector < entry.firstVector + entry.vectorCount ? entry : undefined;
  }

  byRow(row: number): Entry | undefined {
    return this.#byRow.get(row);
  }

  hasPassage(row: number): boolean {
    return this.#present[row] === 1;
  }

  passageLength(row: number): number {
    return this.#lengths[row] ?? 0;
  }

  /** The last entry for which a condition holds that holds for a beginning of the list. */
  #last(holds: (entry: Entry) => boolean): Entry | undefined {
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.#entries[middle];
      if (entry !== undefined && holds(entry)) low = middle + 1;
      else high = middle;
    }
    return this.#entries[low - 1];
  }

  #add(entry: Entry): void {
    this.#entries.push(entry);
    this.#byId.set(entry.id, entry);
    this.#byRow.set(entry.row, entry);
    this.#passages += entry.passageCount;
    this.#vectors += entry.vectorCount;
    this.#reserve(entry.firstPassage + entry.passageCount);
    this.#present.fill(1, entry.firstPassage, entry.firstPassage + entry.passageCount);
    for (let passage = 0; passage < entry.passageCount; passage++) {
      this.#lengths[entry.firstPassage + passage] = entry.layout[2 * passage + 1] ?? 0;
    }
  }

  #dropRemoved(): void {
    const rows = new Set<number>();
    for (const row of this.#rows.iterate()) rows.add(readInteger(row, 'row'));
    this.#entries = this.#entries.filter((entry) => {
      if (rows.has(entry.row)) return true;
      this.#byId.delete(entry.id);
      this.#byRow.delete(entry.row);
      this.#passages -= entry.passageCount;
      this.#vectors -= entry.vectorCount;
      this.#present.fill(0, entry.firstPassage, entry.firstPassage + entry.passageCount);
      return false;
    });
  }

  #reserve(rows: number): void {
    if (rows <= this.#present.length) return;
    const size = 2 ** Math.ceil(Math.log2(rows));
    const [present, lengths] = [new Uint8Array(size), new Uint32Array(size)];
    present.set(this.#present);
    lengths.set(this.#lengths);
    this.#present = present;
    this.#lengths = lengths;
  }
}
