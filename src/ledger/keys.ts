/** Who and where, kept so that nobody reads it from the file: hashed to look up by, sealed to be used again. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FootnoteError } from '../errors.ts';

/** Beside the database and not in it: a copy of the database alone tells nobody's id. */
export const KEY_FILE = 'ledger.key';
const OWNER_ONLY = 0o600;
const KEY_BYTES = 32;
/** NIST SP 800-38D: 96 bits for the nonce of GCM. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** Two keys of one secret: to hash with and to seal with. */
export interface Keys {
  /** HMAC-SHA-256 over the parts, base64url. */
  hash(...parts: readonly string[]): string;
  seal(text: string): Uint8Array;
  /** Throws `FootnoteError` where it was sealed with another key. */
  unseal(sealed: Uint8Array): string;
}

/** The keys of a data folder; made when they are first needed. */
export function openKeys(folder: string): Keys {
  const path = join(folder, KEY_FILE);
  const secret = readKey(path) ?? createKey(path);
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `footnote ledger ${purpose}`, KEY_BYTES));
  const [hashKey, sealKey] = [derive('hash'), derive('seal')];
  return {
    // Parts are told apart by their lengths, so that no two lists give one text.
    hash: (...parts) =>
      createHmac('sha256', hashKey)
        .update(parts.map((part) => `${part.length}:${part}`).join(''))
        .digest('base64url'),
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealKey, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    unseal: (sealed) => {
      try {
        const decipher = createDecipheriv(CIPHER, sealKey, sealed.subarray(0, NONCE_BYTES));
        decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
        const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch (error) {
        throw new FootnoteError(
          `${path} is not the key that the ledger beside it was written with, so where answers were posted cannot ` +
            'be read. Put the key back that was there, or delete ledger.db to begin a new ledger.',
          { cause: error },
        );
      }
    },
  };
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = readFileSync(path);
    if (key.length === KEY_BYTES) return key;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  throw new FootnoteError(
    `${path} is not a key of Footnote, so persons in the ledger cannot be told apart. ` +
      'Put the key back that was there, or delete it and ledger.db to begin a new ledger.',
  );
}

/** Written beside and linked into place, so that two processes that start together agree on one whole key. */
function createKey(path: string): Buffer {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(KEY_BYTES), { mode: OWNER_ONLY, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey(path);
  if (key === undefined) throw new FootnoteError(`${path} was deleted while it was made. Run it again.`);
  return key;
}
