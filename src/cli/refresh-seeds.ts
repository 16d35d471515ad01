import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Config } from '../config.ts';
import { IndexError, UsageError } from '../errors.ts';
import type { IngestSummary } from '../ingest/ingest.ts';
import type { PassageIndex } from '../types.ts';
import { describeSummary, ingestWithProgress } from './ingest.ts';
import { printTalk } from './output.ts';

type Documents = Awaited<ReturnType<PassageIndex['documents']>>;

/**
 * Indexes the seeds folder where the index is missing or empty, or has documents of that folder: then only what changed.
 * An index of other documents is left as it is, and so are documents that moderators removed or replaced. Resolves to
 * false when Ctrl-C stopped it.
 */
export async function refreshSeeds(config: Config): Promise<boolean> {
  const documents = await listDocuments(config);
  const state = stateOf(documents, config);
  if (state === 'others') return true;
  if (!existsSync(config.seedsFolder)) {
    if (state === 'seeds') return true;
    throw new UsageError(
      `the index in ${config.dataFolder} is empty and there is no folder ${config.seedsFolder} to fill it from: ` +
        'run `footnote ingest PATH...`, or set SEEDS to a folder of articles',
    );
  }
  if (state === 'nothing') printTalk(`Indexing ${config.seedsFolder} into ${config.dataFolder}, once ...`);
  try {
    const summary = await ingestUnheld(config, await readHeldIds(config, documents));
    if (summary && summary.added + summary.replaced + summary.problems.length > 0) {
      for (const line of describeSummary(summary, config)) printTalk(line);
    }
    return summary !== undefined;
  } catch (error) {
    // Someone else is writing, but what is there can be asked.
    if (state === 'seeds' && error instanceof IndexError && error.code === 'locked') return true;
    throw error;
  }
}

function stateOf(documents: Documents, { seedsFolder }: Config): 'nothing' | 'seeds' | 'others' {
  if (documents.length === 0) return 'nothing';
  const folder = resolve(seedsFolder) + sep;
  return documents.some(({ source }) => resolve(source).startsWith(folder)) ? 'seeds' : 'others';
}

/** None where the index is missing or empty. */
async function listDocuments(config: Config): Promise<Documents> {
  const { openCorpus } = await import('../compose.ts');
  try {
    await using corpus = await openCorpus(config);
    return await corpus.index.documents();
  } catch (error) {
    if (error instanceof IndexError && (error.code === 'missing' || error.code === 'empty')) return [];
    throw error;
  }
}

/** Documents that moderators decided on, unless an operator has indexed them otherwise since. */
async function readHeldIds(config: Config, documents: Documents): Promise<ReadonlySet<string>> {
  const { openKeptLedger } = await import('../compose.ts');
  const ledger = await openKeptLedger(config);
  const digests = new Map(documents.map(({ id, digest }) => [id, digest]));
  const held = new Set<string>();
  for (const { documentId, digest } of ledger?.changes.holds() ?? []) {
    // No digest: it was removed, and is not there. An index that is made anew gets what moderators had put there.
    if (documents.length === 0 || digests.get(documentId) === digest) held.add(documentId);
    else ledger?.changes.release(documentId);
  }
  ledger?.close();
  return held;
}

async function ingestUnheld(config: Config, held: ReadonlySet<string>): Promise<IngestSummary | undefined> {
  const left = new Set<string>();
  const summary = await ingestWithProgress([config.seedsFolder], config, {
    isLeftAlone: ({ id }) => {
      if (held.has(id)) left.add(id);
      return held.has(id);
    },
  });
  if (left.size > 0) {
    printTalk(
      `left as moderators decided: ${[...left].join(', ')} (\`footnote ingest FILE\` indexes a document all the same)`,
    );
  }
  return summary;
}
