import type { SQLOutputValue } from 'node:sqlite';

/** A row as node:sqlite returns it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

function wrongType(name: string, wanted: string): Error {
  return new Error(`Column ${name} holds no ${wanted}`);
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
  return new Uint32Array(readBytes(row, name).slice().buffer);
}

/** The bytes of a typed array, without a copy. */
export function bytesOf(array: Uint32Array | Float16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
