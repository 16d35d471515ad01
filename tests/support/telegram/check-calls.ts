import { readFileSync } from 'node:fs';
import { isObject, type Parameters } from './parameters.ts';

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
}

interface Described {
  readonly fields?: readonly Field[];
  readonly subtypes?: readonly string[];
}

interface Specification {
  readonly methods: Readonly<Record<string, Described>>;
  readonly types: Readonly<Record<string, Described>>;
}

/** What is wrong with a call by the description of the Bot API, in words. */
export type CheckCall = (method: string, parameters: Parameters) => readonly string[];

let hasToldWhy = false;

/**
 * Holds calls against the Bot API's description as JSON (methods and types with their fields): unknown methods and
 * fields, missing ones, values of a wrong type, through all nested objects. Without a path nothing is found, which is
 * said once.
 */
export function callChecker(path: string | undefined): CheckCall {
  if (path === undefined || path === '') {
    if (!hasToldWhy)
      console.info('TELEGRAM_BOT_API_SPEC is not set: calls are not held against the Bot API’s description.');
    hasToldWhy = true;
    return () => [];
  }
  const specification: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isSpecification(specification)) throw new Error(`${path} holds no methods and types of the Bot API`);
  return (method, { values, files }) => {
    const described = specification.methods[method];
    if (!described) return [`${method} is no method`];
    const given = Object.fromEntries([
      ...Object.entries(values),
      ...[...files.keys()].map((name) => [name, FILE]),
    ]);
    return checkFields(described.fields ?? [], given, { specification, place: method });
  };
}

/** Stands for an uploaded file. */
const FILE = Symbol('file');

interface Place {
  readonly specification: Specification;
  readonly place: string;
}

function checkFields(
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  { specification, place }: Place,
): readonly string[] {
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.entries(given)
    // A file is attached under a name of the caller's choice.
    .filter(([name, value]) => !known.has(name) && value !== FILE)
    .map(([name]) => `${place}.${name} is no parameter`);
  const wrong = fields.flatMap(({ name, types, required }) => {
    const value = given[name];
    if (value === undefined || value === null) return required ? [`${place}.${name} is missing`] : [];
    return checkTypes(types, value, { specification, place: `${place}.${name}` });
  });
  return [...unknown, ...wrong];
}

/** Of several types one must fit; what is told is about the one that fits best. */
function checkTypes(types: readonly string[], value: unknown, at: Place): readonly string[] {
  const verdicts = types.map((type) => checkType(type, value, at));
  return verdicts.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function checkType(type: string, value: unknown, at: Place): readonly string[] {
  const wrong = [`${at.place} is no ${type}: ${JSON.stringify(value)?.slice(0, 80)}`];
  const element = /^Array of (.+)$/u.exec(type)?.[1];
  if (element !== undefined) {
    const list = parsed(value);
    if (!Array.isArray(list)) return wrong;
    return list.flatMap((item, index) => checkType(element, item, { ...at, place: `${at.place}[${index}]` }));
  }
  if (type === 'String') return typeof value === 'string' ? [] : wrong;
  if (type === 'InputFile') return value === FILE || typeof value === 'string' ? [] : wrong;
  if (type === 'Integer') return Number.isSafeInteger(parsed(value)) ? [] : wrong;
  if (type === 'Float') return typeof parsed(value) === 'number' ? [] : wrong;
  if (type === 'Boolean') return typeof parsed(value) === 'boolean' ? [] : wrong;
  const described = at.specification.types[type];
  if (!described) return [`${at.place} is of type ${type}, which is not described`];
  if (described.subtypes) return checkTypes(described.subtypes, value, at);
  const object = parsed(value);
  return isObject(object) ? checkFields(described.fields ?? [], object, at) : wrong;
}

/** In forms every value that is no text is JSON. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isSpecification(value: unknown): value is Specification {
  return isObject(value) && isObject(value.methods) && isObject(value.types);
}
