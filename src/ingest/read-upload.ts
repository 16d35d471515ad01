import path from 'node:path';
import { SourceError } from '../errors.ts';
import type { Document } from '../types.ts';
import { UPLOAD_LIMIT_BYTES } from './limits.ts';
import { formatOf, READABLE_DOCUMENTS } from './list-files.ts';
import { makeDocument } from './make-document.ts';
import { readBytesDocument } from './read-file.ts';

/** Longest part of a file name that messages repeat. UTF-16 units. */
const SHOWN_NAME_UNITS = 100;

/**
 * One document out of bytes that somebody sent; the extension of the file name tells the format. Throws `SourceError`
 * where it is too large, empty, of another format, or cannot be read.
 */
export async function readUpload(fileName: string, bytes: Uint8Array): Promise<Document> {
  const name = path.basename(fileName.replaceAll('\\', '/')).slice(-SHOWN_NAME_UNITS);
  const format = formatOf(name);
  if (format === undefined || format === 'jsonl') {
    const type = path.extname(name) || '(none)';
    throw new SourceError(
      name,
      `${name}: its type ${type} is not read here. Convert it to ${READABLE_DOCUMENTS}.`,
    );
  }
  if (bytes.length > UPLOAD_LIMIT_BYTES) {
    const limit = `${UPLOAD_LIMIT_BYTES / 1024 / 1024} MB`;
    throw new SourceError(
      name,
      `${name}: it is larger than ${limit}. Split it, or let an operator ingest it.`,
    );
  }
  const raw = await readBytesDocument(bytes, { path: name, format });
  return makeDocument({ ...raw, source: `upload:${name}` });
}
