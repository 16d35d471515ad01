import { join } from 'node:path';
import { runCli, temporaryFolder } from './run-cli.ts';

/** Ingests the project's seeds into a folder of its own, as a user does, and returns the folder. */
export async function ingestSeeds(): Promise<string> {
  const folder = join(temporaryFolder(), 'data');
  const { code, stderr } = await runCli(['ingest', 'seeds', '--data', folder]);
  if (code !== 0) throw new Error(`Ingesting the seeds failed: ${stderr}`);
  return folder;
}
