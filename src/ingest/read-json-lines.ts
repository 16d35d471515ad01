import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { SourceError } from '../errors.ts';
import { declareFacts } from './declare-facts.ts';
import { describeFailure } from './describe-failure.ts';
import { MAX_DOCUMENT_BYTES } from './limits.ts';
import type { FoundFile } from './list-files.ts';
import type { RawDocument } from './raw-document.ts';

const NEWLINE = 10;

/** A line read: the document or the problem in it, and how far into the file it reaches. */
export interface JsonLine {
  readonly read: RawDocument | SourceError;
  readonly bytesDone: number;
}

/** Streams a JSON Lines file; a line that cannot be used becomes a `SourceError` named `path:line` and the rest goes on. */
export async function* readJsonLines(file: FoundFile, signal?: AbortSignal): AsyncGenerator<JsonLine> {
  let number = 0;
  let seen = 0;
  try {
    for await (const { line, bytesDone } of splitLines(createReadStream(file.path, { signal }))) {
      number += 1;
      if (number === 1 && (line?.[0] === 0xff || line?.[0] === 0xfe)) {
        throw new Error('it is UTF-16; JSON Lines must be UTF-8');
      }
      if (line?.every((byte) => byte <= 32)) continue;
      seen += 1;
      yield { read: readLine(line, file.path, number), bytesDone };
    }
  } catch (error) {
    signal?.throwIfAborted();
    const remedy = 'Check the file, its encoding and permissions.';
    yield failed(file, `${describeFailure(error)}; the rest of it is skipped. ${remedy}`, error);
    return;
  }
  if (seen === 0) yield failed(file, 'the file is empty; skipped. Remove it or fill it.');
}

function failed(file: FoundFile, message: string, error?: unknown): JsonLine {
  return {
    read: new SourceError(file.path, `${file.path}: ${message}`, { cause: error }),
    bytesDone: file.bytes,
  };
}

interface Line {
  /** Without its newline; undefined when it is longer than a document may be. */
  readonly line: Buffer | undefined;
  readonly bytesDone: number;
}

async function* splitLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let bytesDone = 0;
  const take = (end: Buffer): Line => {
    const line = length + end.length > MAX_DOCUMENT_BYTES ? undefined : Buffer.concat([...parts, end]);
    parts = [];
    length = 0;
    return { line, bytesDone };
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      bytesDone += at + 1 - from;
      yield take(chunk.subarray(from, at));
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    bytesDone += rest.length;
    length += rest.length;
    if (length <= MAX_DOCUMENT_BYTES) parts.push(rest);
    else parts = []; // too long already: keep counting, hold nothing
  }
  if (length > 0) yield take(Buffer.alloc(0));
}

function readLine(line: Buffer | undefined, file: string, number: number): RawDocument | SourceError {
  const source = `${file}:${number}`;
  const refuse = (cause: string, remedy: string, error?: unknown) =>
    new SourceError(source, `${source}: ${cause}; skipped. ${remedy}`, { cause: error });
  if (line === undefined) {
    return refuse(
      `the line is longer than a document may be (${MAX_DOCUMENT_BYTES / 1024 / 1024} MB)`,
      'Split it.',
    );
  }
  if (!isUtf8(line)) return refuse('the line is not valid UTF-8', 'Write the file as UTF-8.');
  let record: unknown;
  try {
    record = JSON.parse(line.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse('the line is not valid JSON', 'Write one complete JSON object per line.', error);
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return refuse('the line is not a JSON object', 'Write {"id": ..., "text": ...} per line.');
  }
  const { text, ...fields }: Record<string, unknown> = Object.fromEntries(Object.entries(record));
  if (typeof text !== 'string' || text.trim() === '')
    return refuse('the line has no "text"', 'Add the text of the document.');
  try {
    const { facts, warnings } = declareFacts(fields, source);
    const stem = `${path.parse(file).name}-${number}`;
    return { text, declared: facts, stem, source: `${path.resolve(file)}:${number}`, warnings };
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}
