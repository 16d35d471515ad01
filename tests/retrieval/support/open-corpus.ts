import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDocument } from '../../../src/ingest/make-document.ts';
import { splitDocument } from '../../../src/ingest/split-document.ts';
import { openEmbedder } from '../../../src/retrieval/embedders/open-embedder.ts';
import { openIndex } from '../../../src/retrieval/index/open-index.ts';
import { createPreparer } from '../../../src/retrieval/prepare-documents.ts';
import { createRetriever } from '../../../src/retrieval/retrieve.ts';
import { createPoolSearch, type PoolSearch } from '../../../src/retrieval/search-pool.ts';
import type {
  Document,
  DocumentFacts,
  Embedder,
  PassageIndex,
  Question,
  Retrieval,
  Retriever,
} from '../../../src/types.ts';

/** What a test says of a document. English unless it says otherwise. */
export interface Article extends Partial<DocumentFacts> {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Documents in a real index, and the doors to ask it through. Disposing removes the files. */
export interface OpenCorpus extends AsyncDisposable {
  readonly index: PassageIndex;
  readonly embedder: Embedder;
  readonly search: PoolSearch;
  retrieve(question: string | Question): Promise<Retrieval>;
  put(...articles: readonly Article[]): Promise<void>;
  document(id: string): Promise<Document>;
  /** A retriever over the same files that shares nothing else, as another process has one. */
  openAgain(): Promise<Retriever & AsyncDisposable>;
}

/**
 * Vectors of words, which depend on nothing but the word and the encoder that names the file: shared by the test files,
 * each a process of its own, so that a word is encoded once and not once per file.
 */
const cacheFolder = join(tmpdir(), 'footnote-test-words');

/** Indexes articles as an ingest does, in a folder of its own, with the built-in embedder. */
export async function openCorpus(articles: readonly Article[]): Promise<OpenCorpus> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-corpus-'));
  const dataFolder = join(folder, 'data');
  const embedder = await openEmbedder('builtin', { cacheFolder });
  const index = await openIndex(dataFolder, { embedder, mode: 'write' });
  const prepare = createPreparer(embedder);
  const put = async (...added: readonly Article[]): Promise<void> => {
    const documents = await Promise.all(added.map(toDocument));
    const batch = documents.map((document) => ({ document, passages: splitDocument(document) }));
    for (const entry of await prepare(batch)) await index.put(entry);
    await index.flush();
  };
  await put(...articles);
  const retriever = createRetriever({ index, embedder });
  return {
    index,
    embedder,
    put,
    search: createPoolSearch(index, embedder),
    retrieve: (question) => retriever.retrieve(typeof question === 'string' ? { text: question } : question),
    async document(id) {
      const document = await index.document(id);
      if (!document) throw new Error(`The corpus has no document ${id}`);
      return document;
    },
    async openAgain() {
      const other = await openEmbedder('builtin', { cacheFolder });
      const reader = await openIndex(dataFolder, { embedder: other, mode: 'read' });
      return {
        ...createRetriever({ index: reader, embedder: other }),
        async [Symbol.asyncDispose]() {
          await reader.close();
          await other.close();
        },
      };
    },
    async [Symbol.asyncDispose]() {
      await index.close();
      await embedder.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function toDocument({ text, ...facts }: Article): Promise<Document> {
  return makeDocument({
    text,
    declared: { language: 'en', ...facts },
    stem: facts.id,
    source: `${facts.id}.txt`,
    warnings: [],
  });
}
