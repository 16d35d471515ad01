import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { IndexError } from '../errors.ts';
import { EXIT } from './exit-codes.ts';
import { formatDuration } from './format-duration.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printData, style } from './output.ts';

/** What one look found. A note is no failure: it says what to do next, or what is off. */
interface Finding {
  readonly kind: 'fine' | 'note' | 'bad';
  readonly text: string;
}

const CHECKS: readonly (readonly [name: string, check: (config: Config) => Promise<Finding>])[] = [
  ['node', checkNode],
  ['neighbours', checkNeighbours],
  ['cache', checkCache],
  ['embeddings', checkEmbedder],
  ['model', checkModel],
  ['index', checkIndex],
  ['web page', checkWebPort],
];

const OLDEST_NODE = 24;
const NAME_WIDTH = 11;

export function addDoctorCommand(program: Command): void {
  const command = program
    .command('doctor')
    .description('look for what could keep footnote from working, and say how to mend it');
  addDataOption(command).action(runDoctor);
}

async function runDoctor(options: DataOptions): Promise<void> {
  const config = readCommandConfig(options);
  process.exitCode = EXIT.answered;
  for (const [name, check] of CHECKS) {
    const finding = await check(config).catch(toFinding);
    if (finding.kind === 'bad') process.exitCode = EXIT.failure;
    printData(`${MARKS[finding.kind]()} ${name.padEnd(NAME_WIDTH)} ${finding.text}`);
  }
}

const MARKS = {
  fine: () => style('green', 'ok  '),
  note: () => style('yellow', 'note'),
  bad: () => style('red', 'BAD '),
};

function toFinding(error: unknown): Finding {
  return { kind: 'bad', text: error instanceof Error ? error.message : String(error) };
}

async function checkNode(): Promise<Finding> {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return { kind: 'fine', text: `Node ${version}` };
  return {
    kind: 'bad',
    text: `Node ${version} is too old: run \`npm ci\`, which installs Node ${OLDEST_NODE} beside it`,
  };
}

async function checkNeighbours(): Promise<Finding> {
  try {
    const { default: hnswlib } = await import('hnswlib-node');
    const neighbours = new hnswlib.HierarchicalNSW('ip', 2);
    neighbours.initIndex(1);
    neighbours.addPoint([1, 0], 0);
    return { kind: 'fine', text: 'hnswlib-node works' };
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const remedy = 'install a C++ compiler and Python 3, then run `npm rebuild hnswlib-node`';
    return { kind: 'bad', text: `hnswlib-node cannot be used (${cause}): ${remedy}` };
  }
}

async function checkCache({ cacheFolder }: Config): Promise<Finding> {
  try {
    mkdirSync(cacheFolder, { recursive: true });
    accessSync(cacheFolder, constants.R_OK | constants.W_OK);
    return { kind: 'fine', text: cacheFolder };
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? error.code : error;
    return {
      kind: 'bad',
      text: `${cacheFolder} cannot be written (${cause}): set CACHE_DIR to a folder of yours`,
    };
  }
}

async function checkEmbedder(config: Config): Promise<Finding> {
  const { openConfiguredEmbedder } = await import('../compose.ts');
  const embedder = await openConfiguredEmbedder(config);
  try {
    const started = performance.now();
    await embedder.embed(['a sentence to try'], 'query');
    const took = formatDuration(performance.now() - started);
    return {
      kind: 'fine',
      text: `${embedder.id}, ${embedder.dimensions} dimensions, ${took} for a sentence`,
    };
  } finally {
    await embedder.close();
  }
}

async function checkModel(config: Config): Promise<Finding> {
  if (!config.model)
    return { kind: 'note', text: 'none (MODEL is not set): answers are the sources’ own words' };
  const { openConfiguredModel } = await import('../compose.ts');
  const model = await openConfiguredModel(config);
  const probe = await model?.probe(AbortSignal.timeout(config.model.timeLimitMs));
  const form = probe?.isStructured ? 'structured output' : 'plain lines (it takes no schema)';
  return {
    kind: 'fine',
    text: `${config.model.spec}, ${form}, ${formatDuration(probe?.tookMs ?? 0)} for a draft`,
  };
}

async function checkIndex(config: Config): Promise<Finding> {
  try {
    const { openCorpus } = await import('../compose.ts');
    await using corpus = await openCorpus(config);
    const { documents, passages, search } = await corpus.index.stats();
    return {
      kind: 'fine',
      text: `${config.dataFolder}: ${documents} documents, ${passages} passages, ${search} search`,
    };
  } catch (error) {
    const isFresh = error instanceof IndexError && (error.code === 'missing' || error.code === 'empty');
    return isFresh ? { kind: 'note', text: error.message } : toFinding(error);
  }
}

async function checkWebPort({ web }: Config): Promise<Finding> {
  if (!web) return { kind: 'note', text: 'off (WEB_PORT is empty)' };
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const text = `port ${web.port} of ${web.host} cannot be had (${error.code}): if footnote is running already, that is why; else set WEB_PORT`;
      resolve({ kind: 'note', text });
    });
    server.listen(web.port, web.host, () => {
      server.close(() => resolve({ kind: 'fine', text: `port ${web.port} of ${web.host} is free` }));
    });
  });
}
