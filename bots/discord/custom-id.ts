import { CUSTOM_ID_LIMIT } from './limits.ts';

/** What buttons, menus and forms carry: `1:sources:AbC3:0`. Ids of another version are told apart, and refused. */
export interface CustomId {
  readonly action: string;
  readonly args: readonly string[];
}

const VERSION = '1';
const SEPARATOR = ':';

/** Throws `RangeError` where Discord would refuse the id, or could not be read back. */
export function writeCustomId(action: string, ...args: readonly (string | number)[]): string {
  const parts = [VERSION, action, ...args.map(String)];
  const id = parts.join(SEPARATOR);
  if (id.length > CUSTOM_ID_LIMIT || id.split(SEPARATOR).length !== parts.length)
    throw new RangeError(`"${id}" is no custom id: at most ${CUSTOM_ID_LIMIT} characters, no "${SEPARATOR}"`);
  return id;
}

/** Undefined for an id that this version did not write. */
export function readCustomId(id: string): CustomId | undefined {
  const [version, action = '', ...args] = id.split(SEPARATOR);
  return version === VERSION && action !== '' ? { action, args } : undefined;
}
