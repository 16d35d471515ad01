import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestPaths, type Library, openLibrary } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';

/** Ingests `followups/corpus.jsonl` of a bench folder into a temporary index, which goes when it is disposed of. */
export async function openPassages(benchFolder: string): Promise<Library> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-followups-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const config = { ...readConfig(), dataFolder: join(folder, 'data') };
    await ingestPaths([join(benchFolder, 'followups', 'corpus.jsonl')], config);
    const library = await openLibrary(config);
    return {
      ...library,
      [Symbol.asyncDispose]: async () => {
        await library[Symbol.asyncDispose]();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}
