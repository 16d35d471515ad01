import { createExtractiveDrafter } from './answer/extract.ts';
import type { ModelParts, TokenBudget } from './ask-model.ts';
import type { Assistant } from './assistant.ts';
import type { Config } from './config.ts';
import type { DeskOptions } from './desk/limits.ts';
import type { CorpusWriter } from './desk/parts.ts';
import type { Desk } from './desk/types.ts';
import type { IngestOptions, IngestSummary } from './ingest/ingest.ts';
import type { Ledger } from './ledger/types.ts';
import type { OpenedModel } from './model/open-model.ts';
import { calibrateRetriever, readCalibration } from './retrieval/calibration.ts';
import { openEmbedder } from './retrieval/embedders/open-embedder.ts';
import { openIndex, openRebuild } from './retrieval/index/open-index.ts';
import { createRetriever } from './retrieval/retrieve.ts';
import type { Embedder, PassageIndex, Rephraser, Retriever } from './types.ts';

const MS_PER_MINUTE = 60_000;

/** The index of the data folder and what its vectors are made by. Disposing closes both. */
export interface Corpus<Index = PassageIndex> extends AsyncDisposable {
  readonly index: Index;
  readonly embedder: Embedder;
}

/** What finding passages takes. */
export interface Library extends Corpus {
  readonly retriever: Retriever;
}

/** Everything that answering takes. */
export interface Parts extends Library {
  readonly assistant: Assistant;
}

export interface OpenOptions {
  /** Gets lines for the operator; silent when absent. */
  readonly note?: (message: string) => void;
}

export interface PartsOptions extends OpenOptions {
  /** Sees or changes what the assistant retrieves, e.g. to evaluate it. */
  readonly wrapRetriever?: (retriever: Retriever) => Retriever;
}

export interface OpenDeskOptions extends PartsOptions, DeskOptions {}

/** Everything that chat platforms take. Disposing closes all of it. */
export interface OpenedDesk extends Parts {
  readonly desk: Desk;
  readonly ledger: Ledger;
}

export interface IngestRunOptions
  extends OpenOptions,
    Pick<IngestOptions, 'isLeftAlone' | 'prune' | 'onProgress' | 'onProblem' | 'signal'> {
  /** Throws away an index that cannot be used and starts anew. */
  readonly rebuild?: boolean;
}

/** Opens the index to read. Throws `IndexError` where it cannot be used, `EmbedderError`, `ConfigError`. */
export async function openCorpus(config: Config, options: OpenOptions = {}): Promise<Corpus> {
  const { dataFolder } = config;
  const note = options.note && { note: options.note };
  return openOn(config, options, (embedder) => openIndex(dataFolder, { embedder, mode: 'read', ...note }));
}

/** Opens what finding passages takes. Throws as `openCorpus` does. */
export async function openLibrary(config: Config, options: OpenOptions = {}): Promise<Library> {
  const corpus = await openCorpus(config, options);
  return extend(corpus, async () => {
    const retriever = await openRetriever(corpus, config);
    const retrieve: Retriever['retrieve'] = (question, signal) =>
      corpus.index.during(() => retriever.retrieve(question, signal));
    return { ...corpus, retriever: { retrieve } };
  });
}

/** Opens everything that answering takes. Throws as `openCorpus` does. */
export async function openParts(config: Config, options: PartsOptions = {}): Promise<Parts> {
  const library = await openLibrary(config, options);
  if (!config.model) return extend(library, () => addAssistant(library, config, options));
  const { model } = config;
  return extend(library, async () => {
    // Whoever asks, what a model takes is counted in the ledger.
    const ledger = await openConfiguredLedger(config);
    return extend({ [Symbol.asyncDispose]: async () => ledger.close() }, async () => {
      const { createTokenBudget } = await import('./desk/token-budget.ts');
      const budget = createTokenBudget(ledger.tokens, model);
      const parts = await addAssistant(library, config, { ...options, budget });
      return {
        ...parts,
        [Symbol.asyncDispose]: async () => {
          await parts[Symbol.asyncDispose]();
          ledger.close();
        },
      };
    });
  });
}

/** Opens everything that chat platforms take. Throws as `openCorpus` does, and `FootnoteError` for the ledger. */
export async function openDesk(config: Config, options: OpenDeskOptions = {}): Promise<OpenedDesk> {
  const { clock, limits, ...partsOptions } = options;
  const { note } = partsOptions;
  const library = await openLibrary(config, partsOptions);
  return extend(library, async () => {
    const [{ createDesk }, { createTokenBudget }] = await Promise.all([
      import('./desk/open-desk.ts'),
      import('./desk/token-budget.ts'),
    ]);
    const ledger = await openConfiguredLedger(config, clock);
    const close = async (): Promise<void> => ledger.close();
    return extend({ [Symbol.asyncDispose]: close }, async () => {
      const budget = config.model && createTokenBudget(ledger.tokens, config.model, clock);
      const parts = await addAssistant(library, config, { ...partsOptions, ...(budget && { budget }) });
      const desk = createDesk(
        {
          ...parts,
          ledger,
          readerUrl: config.readerUrl,
          conversationMs: config.conversationMinutes * MS_PER_MINUTE,
          openWriter: () => openCorpusWriter(config, library.embedder),
        },
        { ...(clock && { clock }), ...(limits && { limits }), ...(note && { note }) },
      );
      return {
        ...parts,
        desk,
        ledger,
        [Symbol.asyncDispose]: async () => {
          desk[Symbol.dispose]();
          await parts[Symbol.asyncDispose]();
          ledger.close();
        },
      };
    });
  });
}

/** Opens the ledger of the data folder. Throws `FootnoteError`. */
export async function openConfiguredLedger(config: Config, clock?: () => number): Promise<Ledger> {
  const { openLedger } = await import('./ledger/open-ledger.ts');
  return openLedger(config.dataFolder, {
    days: config.ledgerDays,
    conversationMs: config.conversationMinutes * MS_PER_MINUTE,
    ...(clock && { clock }),
  });
}

/** Opens the ledger of the data folder where there is one. Throws `FootnoteError`. */
export async function openKeptLedger(config: Config): Promise<Ledger | undefined> {
  const { hasLedger } = await import('./ledger/open-ledger.ts');
  return hasLedger(config.dataFolder) ? openConfiguredLedger(config) : undefined;
}

/** The index for one change, with the embedder that is open already. */
async function openCorpusWriter({ dataFolder }: Config, embedder: Embedder): Promise<CorpusWriter> {
  const index = await openIndex(dataFolder, { embedder, mode: 'write' });
  // Not flushed: one document more is searched well as it is, and building a large graph again would take minutes.
  const close = { [Symbol.asyncDispose]: () => index.close() };
  return extend(close, async () => ({ ...(await createCorpusWriter({ index, embedder })), ...close }));
}

/** Puts and removes single documents. */
async function createCorpusWriter({
  index,
  embedder,
}: Pick<Corpus, 'index' | 'embedder'>): Promise<Omit<CorpusWriter, keyof AsyncDisposable>> {
  const { createPreparer } = await import('./retrieval/prepare-documents.ts');
  const { splitDocument } = await import('./ingest/split-document.ts');
  const prepare = createPreparer(embedder);
  return {
    put: async (document) => {
      const entries = await prepare([{ document, passages: splitDocument(document) }]);
      for (const entry of entries) await index.put(entry);
    },
    remove: (documentId) => index.remove(documentId),
  };
}

interface AssistantOptions extends PartsOptions {
  readonly budget?: TokenBudget;
}

async function addAssistant(library: Library, config: Config, options: AssistantOptions): Promise<Parts> {
  const { wrapRetriever = (retriever) => retriever, budget, ...open } = options;
  const retriever = wrapRetriever(library.retriever);
  // LangChain comes with it, a third of the start-up time: commands that only look something up do without.
  const { createAssistant } = await import('./assistant.ts');
  const model = await openModelParts(config, { ...open, ...(budget && { budget }) });
  const assistant = createAssistant({
    retriever,
    ...(model && { model }),
    resolver: lazyResolver(library.index),
    drafter: createExtractiveDrafter(),
    document: (id) => library.index.document(id),
    readerUrl: config.readerUrl,
  });
  const ask: Assistant['ask'] = (question, options) =>
    library.index.during(() => assistant.ask(question, options));
  return { ...library, retriever, assistant: { ...assistant, ask } };
}

/** Loaded with the first follow-up: a command that answers one question does without. */
function lazyResolver(index: PassageIndex): Rephraser {
  let resolver: Promise<Rephraser> | undefined;
  return {
    async rephrase(question) {
      resolver ??= import('./follow-up/resolve-follow-up.ts').then(({ createFollowUpResolver }) =>
        createFollowUpResolver({ index }),
      );
      return (await resolver).rephrase(question);
    },
  };
}

/** Opens what MODEL names, if anything. Throws `ConfigError`. */
export async function openConfiguredModel(
  config: Config,
  { note }: OpenOptions = {},
): Promise<OpenedModel | undefined> {
  if (!config.model) return undefined;
  const { spec, baseUrl, apiKey, timeLimitMs } = config.model;
  // A provider's package takes longer to load than all the rest: only who has a model pays for it.
  const { openModel } = await import('./model/open-model.ts');
  return openModel({
    spec,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(apiKey !== undefined && { apiKey }),
    ...(config.promptsFolder !== undefined && { promptsFolder: config.promptsFolder }),
    // No server is waited for longer than the question has time.
    limits: { wholeMs: timeLimitMs },
    ...(note && { note }),
  });
}

async function openModelParts(
  config: Config,
  { budget, ...open }: OpenOptions & { readonly budget?: TokenBudget },
): Promise<ModelParts | undefined> {
  const opened = await openConfiguredModel(config, open);
  if (!opened || !config.model) return undefined;
  const { drafter, rephraser } = opened;
  return { drafter, rephraser, timeLimitMs: config.model.timeLimitMs, ...(budget && { budget }) };
}

/** Builds on something open, and closes it if that fails. */
async function extend<Result>(open: AsyncDisposable, build: () => Promise<Result>): Promise<Result> {
  try {
    return await build();
  } catch (error) {
    await open[Symbol.asyncDispose]();
    throw error;
  }
}

/**
 * Reads files, folders and globs into the data folder's index, which is made if missing. A rebuild is seen by others when
 * it is complete; one that fails, is stopped or finds no document leaves the index in use as it was.
 */
export async function ingestPaths(
  paths: readonly string[],
  config: Config,
  options: IngestRunOptions = {},
): Promise<IngestSummary> {
  const { note, rebuild, ...run } = options;
  const { dataFolder } = config;
  const noting = note && { note };
  if (!rebuild) {
    await using corpus = await openOn(config, { ...noting }, (embedder) =>
      openIndex(dataFolder, { embedder, mode: 'write', ...noting }),
    );
    return await ingestInto(corpus, paths, { config, ...noting, ...run });
  }
  await using corpus = await openOn(config, { ...noting }, (embedder) =>
    openRebuild(dataFolder, { embedder, ...noting }),
  );
  const summary = await ingestInto(corpus, paths, { config, ...noting, ...run });
  const { documents } = await corpus.index.stats();
  if (documents > 0) await corpus.index.takePlace();
  else note?.(`no document was read, so the index in ${dataFolder} stays as it was: check the paths`);
  return summary;
}

async function ingestInto(
  corpus: Corpus,
  paths: readonly string[],
  { config, note, ...run }: Omit<IngestRunOptions, 'rebuild'> & { readonly config: Config },
): Promise<IngestSummary> {
  const { ingest } = await import('./ingest/ingest.ts');
  const { createPreparer } = await import('./retrieval/prepare-documents.ts');
  const prepare = createPreparer(corpus.embedder, run.signal);
  const { documents } = await corpus.index.stats();
  const summary = await ingest(paths, { ...run, index: corpus.index, prepare });
  if (documents === 0) await restoreHeld(corpus, config, note);
  return summary;
}

/** Into an index that was made anew go the documents that moderators had added: no folder holds them. */
async function restoreHeld(corpus: Corpus, config: Config, note: OpenOptions['note']): Promise<void> {
  const ledger = await openKeptLedger(config);
  const holds = ledger?.changes.holds() ?? [];
  ledger?.close();
  const writer = await createCorpusWriter(corpus);
  const restored: string[] = [];
  for (const { document } of holds) {
    if (!document || (await corpus.index.document(document.id))) continue;
    await writer.put(document);
    restored.push(document.id);
  }
  if (restored.length === 0) return;
  await corpus.index.flush();
  note?.(`brought back what moderators had added: ${restored.join(', ')}`);
}

/** Opens what EMBEDDINGS names. Throws `ConfigError` or `EmbedderError`. */
export async function openConfiguredEmbedder(config: Config, { note }: OpenOptions = {}): Promise<Embedder> {
  const { spec, ...endpoint } = config.embeddings;
  return openEmbedder(spec, { cacheFolder: config.cacheFolder, ...endpoint, ...(note && { note }) });
}

/** What EMBEDDINGS names, and the index that is opened with it. */
async function openOn<Index extends PassageIndex>(
  config: Config,
  options: OpenOptions,
  open: (embedder: Embedder) => Promise<Index>,
): Promise<Corpus<Index>> {
  const embedder = await openConfiguredEmbedder(config, options);
  return extend({ [Symbol.asyncDispose]: () => embedder.close() }, async () => {
    const index = await open(embedder);
    return {
      index,
      embedder,
      [Symbol.asyncDispose]: async () => {
        await index.close();
        await embedder.close();
      },
    };
  });
}

/** The threshold of the settings wins over the operator's calibration, and that over the shipped one. */
async function openRetriever({ index, embedder }: Corpus, config: Config): Promise<Retriever> {
  const { threshold } = config;
  const retriever = createRetriever({ index, embedder, ...(threshold !== undefined && { threshold }) });
  const calibration = await readCalibration(config.dataFolder);
  if (!calibration) return retriever;
  return calibrateRetriever(retriever, threshold === undefined ? calibration : { ...calibration, threshold });
}
