import { badRequest } from './api-error.ts';

/** The parameters of one call. Forms carry everything as text: values are read as what the method takes them for. */
export interface Parameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, UploadedPart>;
}

export interface UploadedPart {
  readonly filename: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export function readText(parameters: Parameters, name: string): string | undefined {
  const value = parameters.values[name];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : String(value);
}

export function readInteger(parameters: Parameters, name: string): number | undefined {
  const value = parameters.values[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(value);
  if (!Number.isInteger(number)) throw badRequest(`invalid ${name} specified`);
  return number;
}

export function readFlag(parameters: Parameters, name: string): boolean {
  const value = parameters.values[name];
  return value === true || value === 'true' || value === 'True' || value === '1' || value === 1;
}

/** A list, as such or as JSON. */
export function readList(parameters: Parameters, name: string): readonly unknown[] | undefined {
  const value = parseJson(parameters.values[name], name);
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw badRequest(`can't parse ${name} JSON object`);
  return value;
}

/** An object, as such or as JSON. */
export function readObject(
  parameters: Parameters,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(parameters.values[name], name);
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw badRequest(`can't parse ${name} JSON object`);
  return value;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(value: unknown, name: string): unknown {
  if (typeof value !== 'string' || value === '') return value === '' ? undefined : value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${name} JSON object`);
  }
}
