import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Config } from '../config.ts';
import { IndexError, UsageError } from '../errors.ts';
import { describeSummary, ingestWithProgress } from './ingest.ts';
import { printTalk } from './output.ts';

/**
 * Indexes the seeds folder where the index is missing or empty, or has documents of that folder: then only what changed.
 * An index of other documents is left as it is. Resolves to false when Ctrl-C stopped it.
 */
export async function refreshSeeds(config: Config): Promise<boolean> {
  const state = await lookAtIndex(config);
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
    const summary = await ingestWithProgress([config.seedsFolder], config);
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

async function lookAtIndex(config: Config): Promise<'nothing' | 'seeds' | 'others'> {
  const { openCorpus } = await import('../compose.ts');
  try {
    await using corpus = await openCorpus(config);
    const folder = resolve(config.seedsFolder) + sep;
    const documents = await corpus.index.documents();
    return documents.some(({ source }) => resolve(source).startsWith(folder)) ? 'seeds' : 'others';
  } catch (error) {
    if (error instanceof IndexError && (error.code === 'missing' || error.code === 'empty')) return 'nothing';
    throw error;
  }
}
