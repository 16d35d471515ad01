import { join } from 'node:path';
import { ingestPaths, openParts, type Parts } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { type ModelServer, startModelServer } from './model-server.ts';
import { temporaryFolder } from './run-cli.ts';
import { ROOT } from './source-files.ts';

/** The product, as it is configured, over a corpus of its own and with a model of whose replies the test decides. */
export interface ModelProduct extends AsyncDisposable {
  readonly parts: Parts;
  readonly server: ModelServer;
  readonly dataFolder: string;
  /** Lines for the operator. */
  readonly notes: readonly string[];
}

export const FAKE_KEY = 'sk-fake-0123456789abcdefghij';

export interface ModelProductOptions {
  /** Files to ingest; the mini news when absent. */
  readonly paths?: readonly string[];
  readonly provider?: 'openai' | 'ollama' | 'anthropic';
  readonly settings?: Readonly<Record<string, string>>;
}

const MINI_NEWS = join(ROOT, 'tests/fixtures/mini-news/corpus.jsonl');

export async function openModelProduct(options: ModelProductOptions = {}): Promise<ModelProduct> {
  const { paths = [MINI_NEWS], provider = 'openai', settings = {} } = options;
  const server = await startModelServer();
  const dataFolder = join(temporaryFolder(), 'data');
  const config = readConfig({
    environment: {},
    file: join(ROOT, 'no-such-file'),
    overrides: {
      DATA: dataFolder,
      MODEL: `${provider}:fake`,
      MODEL_BASE_URL: server.urls[provider],
      MODEL_API_KEY: FAKE_KEY,
      // Whatever is found is answered: how sure is sure enough is measured elsewhere.
      THRESHOLD: '0',
      ...settings,
    },
  });
  const notes: string[] = [];
  const note = (line: string): void => void notes.push(line);
  await ingestPaths(paths, config, { note });
  const parts = await openParts(config, { note });
  return {
    parts,
    server,
    dataFolder,
    notes,
    async [Symbol.asyncDispose]() {
      await parts[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}
