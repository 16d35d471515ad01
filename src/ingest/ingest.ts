import path from 'node:path';
import { SourceError } from '../errors.ts';
import type { Document, IndexedDocument, Passage, PassageIndex } from '../types.ts';
import { idOfStem } from './declare-facts.ts';
import { PREPARE_BATCH_UNITS } from './limits.ts';
import { readSources } from './read-sources.ts';
import { splitDocument } from './split-document.ts';

export interface SplitDocument {
  readonly document: Document;
  readonly passages: readonly Passage[];
}

export interface IngestProgress {
  /** Of the files found; the rate and the time left follow from these. */
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly documents: number;
  readonly passages: number;
  /** Milliseconds since the start. */
  readonly elapsedMs: number;
}

export interface IngestOptions {
  readonly index: PassageIndex;
  /** Finds terms and vectors for a batch; its documents come back in order. */
  readonly prepare: (batch: readonly SplitDocument[]) => Promise<readonly IndexedDocument[]>;
  /** Documents that are left as they are in the index, or out of it. */
  readonly isLeftAlone?: (document: Document) => boolean;
  /** Removes documents that this run did not meet. */
  readonly prune?: boolean;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Called for each problem as it is met; all of them are in the summary too. */
  readonly onProblem?: (problem: SourceError) => void;
  readonly signal?: AbortSignal;
}

export interface IngestSummary {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Files in folders whose type is not read. */
  readonly skippedFiles: number;
  readonly problems: readonly SourceError[];
  /** What ingest wants an operator to know about documents that it did read. */
  readonly warnings: readonly { readonly source: string; readonly warning: string }[];
  /** Of the documents added or replaced. */
  readonly passages: number;
  /** UTF-16 units of text added or replaced. */
  readonly characters: number;
  readonly tookMs: number;
}

/** One run. Everything that it counts and holds. */
interface Run {
  readonly options: IngestOptions;
  readonly started: number;
  /** Digest and source of what the index held at the start, by id. */
  readonly indexed: ReadonlyMap<string, { readonly digest: string; readonly source: string }>;
  readonly met: Set<string>;
  readonly problems: SourceError[];
  readonly warnings: { source: string; warning: string }[];
  readonly batch: SplitDocument[];
  batchUnits: number;
  added: number;
  replaced: number;
  unchanged: number;
  removed: number;
  skippedFiles: number;
  passages: number;
  characters: number;
}

/**
 * Reads what is under `paths` into the index: new documents are added, changed ones replaced, unchanged ones left alone.
 * A source that cannot be read becomes a problem of the summary and costs nothing that is already indexed. Each document
 * is put as a whole, so that stopping at any moment leaves a sound index. Throws what `index` and `prepare` throw.
 */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<IngestSummary> {
  const run = await startRun(options);
  let bytes = { bytesDone: 0, bytesTotal: 0 };
  const report = () =>
    options.onProgress?.({
      ...bytes,
      documents: run.met.size,
      passages: run.passages,
      elapsedMs: performance.now() - run.started,
    });
  const sources = readSources(paths, {
    ...(options.signal ? { signal: options.signal } : {}),
    onSkipped: (files) => {
      run.skippedFiles = files;
    },
    onRead: (progress) => {
      bytes = progress;
      report();
    },
  });
  for await (const read of sources) {
    if (read instanceof SourceError) noteProblem(run, read);
    else await takeDocument(run, read);
  }
  await putBatch(run);
  if (options.prune) await removeUnmet(run, paths);
  await options.index.flush();
  report();
  return summarize(run);
}

async function startRun(options: IngestOptions): Promise<Run> {
  const started = performance.now();
  const documents = await options.index.documents();
  return {
    options,
    started,
    indexed: new Map(documents.map(({ id, digest, source }) => [id, { digest, source }])),
    met: new Set(),
    problems: [],
    warnings: [],
    batch: [],
    batchUnits: 0,
    added: 0,
    replaced: 0,
    unchanged: 0,
    removed: 0,
    skippedFiles: 0,
    passages: 0,
    characters: 0,
  };
}

function noteProblem(run: Run, problem: SourceError): void {
  run.problems.push(problem);
  run.options.onProblem?.(problem);
}

async function takeDocument(run: Run, document: Document): Promise<void> {
  run.met.add(document.id);
  if (run.options.isLeftAlone?.(document)) return;
  for (const warning of document.warnings) run.warnings.push({ source: document.source, warning });
  if (run.indexed.get(document.id)?.digest === document.digest) {
    run.unchanged += 1;
    return;
  }
  run.batch.push({ document, passages: splitDocument(document) });
  run.batchUnits += document.text.length;
  if (run.batchUnits >= PREPARE_BATCH_UNITS) await putBatch(run);
}

async function putBatch(run: Run): Promise<void> {
  const { options, batch, indexed } = run;
  if (batch.length === 0) return;
  options.signal?.throwIfAborted();
  const prepared = await options.prepare(batch);
  for (const entry of prepared) {
    options.signal?.throwIfAborted();
    await options.index.put(entry);
    if (indexed.has(entry.document.id)) run.replaced += 1;
    else run.added += 1;
    run.passages += entry.passages.length;
    run.characters += entry.document.text.length;
  }
  batch.length = 0;
  run.batchUnits = 0;
}

/**
 * Removes what was not met, but nothing whose source could not be read (known by its path, or by its name where the
 * folder has moved), and nothing at all when a path failed.
 */
async function removeUnmet(run: Run, paths: readonly string[]): Promise<void> {
  const failed = run.problems.map(({ source }) => path.resolve(source));
  const given = new Set(paths.map((each) => path.resolve(each)));
  if (failed.some((source) => given.has(source))) return;
  for (const [id, { source }] of run.indexed) {
    const failedNow = failed.some(
      (broken) => isFrom(source, broken) || idOfStem(path.parse(broken).name) === id,
    );
    if (run.met.has(id) || failedNow) continue;
    run.options.signal?.throwIfAborted();
    if (await run.options.index.remove(id)) run.removed += 1;
  }
}

/** Whether a document's source is the one that failed: the same file, another line of it, or a file below the folder. */
function isFrom(source: string, broken: string): boolean {
  const file = broken.replace(/:\d+$/, '');
  return source === file || source.startsWith(`${file}:`) || source.startsWith(file + path.sep);
}

function summarize(run: Run): IngestSummary {
  const { added, replaced, unchanged, removed, skippedFiles, problems, warnings, passages, characters } = run;
  const tookMs = performance.now() - run.started;
  return {
    added,
    replaced,
    unchanged,
    removed,
    skippedFiles,
    problems,
    warnings,
    passages,
    characters,
    tookMs,
  };
}
