import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestPaths, openParts } from '../compose.ts';
import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import { createProductSystem, watchRetrieval } from '../evaluate/product-system.ts';
import type { EvaluationSet, IngestCost, SetDocument, System } from '../evaluate/types.ts';
import type { PassageIndex } from '../types.ts';
import { printTalk } from './output.ts';
import { showProgress } from './show-progress.ts';

const MS_PER_SECOND = 1_000;

export interface OpenedProduct {
  readonly system: System;
  /** The set's documents as baselines get them: as the set gives them, else as ingest read the files. */
  readonly documents: () => Promise<readonly SetDocument[]>;
}

/**
 * Ingests a set's documents into an index of their own, in a temporary folder that goes when the system is closed, and
 * opens the product on it as it is configured. The data folder of the configuration is not touched.
 */
export async function openProduct(
  set: EvaluationSet,
  options: { readonly config: Config; readonly signal?: AbortSignal },
): Promise<OpenedProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-evaluate-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const config = { ...options.config, dataFolder: join(folder, 'data') };
    const ingest = await ingestSet(set, folder, { ...options, config });
    const watch = watchRetrieval();
    const parts = await openParts(config, { note: printTalk, wrapRetriever: watch.wrap });
    return {
      documents: async () => (set.documents.length > 0 ? set.documents : readDocuments(parts.index)),
      system: createProductSystem({
        name: 'footnote',
        assistant: parts.assistant,
        watch,
        ingest,
        textOf: async (id) => (await parts.index.document(id))?.text,
        close: async () => {
          await parts[Symbol.asyncDispose]();
          await removeFolder();
        },
      }),
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function ingestSet(
  set: EvaluationSet,
  folder: string,
  { config, signal }: { readonly config: Config; readonly signal?: AbortSignal },
): Promise<IngestCost> {
  using display = showProgress();
  const summary = await ingestPaths(await listPaths(set, folder), config, {
    note: display.say,
    onProgress: display.update,
    onProblem: ({ message }) => display.say(`problem: ${message}`),
    ...(signal && { signal }),
  });
  if (summary.added === 0) {
    throw new UsageError(
      `None of the documents of ${set.name} could be read, so nothing is measured: see above.`,
    );
  }
  return {
    documents: summary.added,
    characters: summary.characters,
    seconds: summary.tookMs / MS_PER_SECOND,
  };
}

/** Files to ingest; lines of a corpus are written to one first, since some of them may have been left out. */
async function listPaths(set: EvaluationSet, folder: string): Promise<readonly string[]> {
  if (set.corpus.kind === 'files') return set.corpus.paths;
  const path = join(folder, 'corpus.jsonl');
  await writeFile(path, `${set.corpus.lines.join('\n')}\n`);
  return [path];
}

async function readDocuments(index: PassageIndex): Promise<SetDocument[]> {
  const documents: SetDocument[] = [];
  for (const { id } of await index.documents()) {
    const document = await index.document(id);
    if (document) documents.push({ id, title: document.title, text: document.text });
  }
  return documents;
}
