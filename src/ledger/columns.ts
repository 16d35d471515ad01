import type { SQLOutputValue } from 'node:sqlite';

/** A row as node:sqlite returns it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A row that the tables' own rules do not allow: the file was changed by something else. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
}

/** Throws `DamagedRow` for anything but text, and so do the others for what is not theirs. */
export function readText(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw wrongType(name, 'text');
  return value;
}

export function readOptionalText(row: Row, name: string): string | undefined {
  return row[name] === null ? undefined : readText(row, name);
}

export function readInteger(row: Row, name: string): number {
  const value = row[name];
  if (typeof value !== 'number') throw wrongType(name, 'number');
  return value;
}

export function readBytes(row: Row, name: string): Uint8Array {
  const value = row[name];
  if (!(value instanceof Uint8Array)) throw wrongType(name, 'blob');
  return value;
}

/** Reads what was written as JSON of a `T`. */
export function readJson<T>(row: Row, name: string): T {
  try {
    return JSON.parse(readText(row, name));
  } catch (error) {
    throw new DamagedRow(`Column ${name} holds no JSON`, { cause: error });
  }
}

function wrongType(name: string, wanted: string): DamagedRow {
  return new DamagedRow(`Column ${name} holds no ${wanted}`);
}
