import type { SQLOutputValue } from 'node:sqlite';

/** A row as node:sqlite returns it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A row that the tables' own rules do not allow: the file was changed by something else. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
}

function wrongType(name: string, wanted: string): DamagedRow {
  return new DamagedRow(`Column ${name} holds no ${wanted}`);
}

/** Reads what was written as JSON of a `T`; throws DamagedRow for anything that is not JSON. */
export function readJson<T>(row: Row, name: string): T {
  try {
    return JSON.parse(readText(row, name));
  } catch (error) {
    throw new DamagedRow(`Column ${name} holds no JSON`, { cause: error });
  }
}

export function readInteger(row: Row, name: string): number {
  const value = row[name];
  if (typeof value !== 'number') throw wrongType(name, 'number');
  return value;
}

export function readText(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw wrongType(name, 'text');
  return value;
}

export function readBytes(row: Row, name: string): Uint8Array {
  const value = row[name];
  if (!(value instanceof Uint8Array)) throw wrongType(name, 'blob');
  return value;
}

/** Copies, because a typed array needs its bytes aligned. */
export function readUint32s(row: Row, name: string): Uint32Array {
  const bytes = readBytes(row, name);
  if (bytes.length % Uint32Array.BYTES_PER_ELEMENT !== 0) throw wrongType(name, 'list of uint32');
  return new Uint32Array(bytes.slice().buffer);
}

/** The bytes of a typed array, without a copy. */
export function bytesOf(array: Uint32Array | Float16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
