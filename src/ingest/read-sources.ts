import { SourceError } from '../errors.ts';
import type { Document } from '../types.ts';
import { type FoundFile, listFiles } from './list-files.ts';
import { makeDocument } from './make-document.ts';
import type { RawDocument } from './raw-document.ts';
import { readFileDocument } from './read-file.ts';
import { readJsonLines } from './read-json-lines.ts';

export interface ReadOptions {
  /** Called as reading goes on, with bytes read and to read (of the files found). */
  readonly onRead?: (progress: { readonly bytesDone: number; readonly bytesTotal: number }) => void;
  /** Called once, before the first document, with the number of files in folders whose type is not read. */
  readonly onSkipped?: (files: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Reads every document under these files, folders and globs, in a stable order and one at a time, so that memory stays
 * bounded. What cannot be read is yielded as a `SourceError` in its place, and reading goes on. Of two documents of one
 * id the first is read.
 */
export async function* readSources(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<Document | SourceError> {
  const { files, problems, skipped } = await listFiles(paths);
  options.onSkipped?.(skipped);
  yield* problems;
  const bytesTotal = files.reduce((total, file) => total + file.bytes, 0);
  const sources = new Map<string, string>();
  let bytesBefore = 0;
  for (const file of files) {
    for await (const { read, bytesDone } of readOne(file, options.signal)) {
      options.signal?.throwIfAborted();
      yield claimId(read instanceof SourceError ? read : await finish(read), sources);
      options.onRead?.({ bytesDone: bytesBefore + bytesDone, bytesTotal });
    }
    bytesBefore += file.bytes;
    options.onRead?.({ bytesDone: bytesBefore, bytesTotal });
  }
}

interface Read {
  readonly read: RawDocument | SourceError;
  readonly bytesDone: number;
}

async function* readOne(file: FoundFile, signal: AbortSignal | undefined): AsyncGenerator<Read> {
  if (file.format === 'jsonl') return yield* readJsonLines(file, signal);
  yield { read: await orSourceError(() => readFileDocument(file)), bytesDone: file.bytes };
}

async function finish(raw: RawDocument): Promise<Document | SourceError> {
  return orSourceError(() => makeDocument(raw));
}

async function orSourceError<T>(work: () => Promise<T>): Promise<T | SourceError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

function claimId(read: Document | SourceError, sources: Map<string, string>): Document | SourceError {
  if (read instanceof SourceError) return read;
  const first = sources.get(read.id);
  if (first === undefined) {
    sources.set(read.id, read.source);
    return read;
  }
  return new SourceError(
    read.source,
    `${read.source}: its id ${JSON.stringify(read.id)} is already that of ${first}; skipped. Rename it or give it an id of its own.`,
  );
}
