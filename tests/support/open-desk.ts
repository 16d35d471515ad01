import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ingestPaths, type OpenDeskOptions, type OpenedDesk, openDesk } from '../../src/compose.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { temporaryFolder } from './run-cli.ts';
import { ROOT } from './source-files.ts';

export interface TestDeskOptions extends OpenDeskOptions {
  /** Settings by name, as in `.env`: `{ LEDGER_DAYS: '0' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A data folder to open, e.g. again; a fresh copy of the seed index when absent. */
  readonly folder?: string;
}

export interface TestDesk extends OpenedDesk {
  readonly config: Config;
  readonly folder: string;
}

let seeds: Promise<string> | undefined;

/** The index of the project's seeds: built once per test file, in this process. */
export function seedFolder(): Promise<string> {
  seeds ??= buildSeeds();
  return seeds;
}

async function buildSeeds(): Promise<string> {
  const folder = join(temporaryFolder(), 'data');
  await ingestPaths([join(ROOT, 'seeds')], configOf(folder, {}));
  return folder;
}

/** Only what is named here: no `.env` and no variable of whoever runs the tests, but for the cache. */
function configOf(folder: string, settings: Readonly<Record<string, string>>): Config {
  return readConfig({
    environment: { XDG_CACHE_HOME: process.env.XDG_CACHE_HOME },
    file: join(folder, '.env'),
    overrides: { ...settings, DATA: folder },
  });
}

/** A desk on the seeds with real parts and a ledger of its own. Dispose it: `await using opened = await openTestDesk()`. */
export async function openTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const { settings = {}, folder: given, ...open } = options;
  const folder = given ?? join(temporaryFolder(), 'data');
  if (given === undefined) cpSync(await seedFolder(), folder, { recursive: true });
  const config = configOf(folder, settings);
  return { ...(await openDesk(config, open)), config, folder };
}
