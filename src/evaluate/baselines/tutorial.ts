import { performance } from 'node:perf_hooks';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { Document } from '@langchain/core/documents';
import { Embeddings } from '@langchain/core/embeddings';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import type { Embedder, Question } from '../../types.ts';
import type { Outcome, SetDocument, System } from '../types.ts';

/** Sizes in characters and the number of chunks, as the tutorials have them. */
const CHUNK_SIZE = 1000;
const CHUNK_OVERLAP = 200;
const CHUNKS = 4;
/** Chunks fetched to rank documents for measures at ten: beyond what the pipeline itself would look at. */
const CHUNKS_RANKED = 40;

/**
 * What a user gets by following the usual tutorial: RecursiveCharacterTextSplitter, the HNSWLib vector store of
 * @langchain/community, the same encoder as the product, the four nearest chunks handed on. A chunk is a statement that
 * quotes itself. A document ranks by its best chunk; documents after the four chunks count for the ranking measures, so
 * that these are not cut short by the pipeline's own k. Its confidence is the best cosine similarity.
 */
export async function openTutorialBaseline(
  documents: readonly SetDocument[],
  embedder: Embedder,
): Promise<System> {
  const started = performance.now();
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: CHUNK_SIZE, chunkOverlap: CHUNK_OVERLAP });
  const chunks: Document[] = [];
  for (const document of documents) chunks.push(...(await splitDocument(document, splitter)));
  const store = await HNSWLib.fromDocuments(chunks, embeddingsOf(embedder));
  const texts = new Map(documents.map((document) => [document.id, document.text]));
  const ask = async (question: Question): Promise<Outcome> => {
    const asked = performance.now();
    const found = await store.similaritySearchWithScore(
      question.text,
      Math.min(CHUNKS_RANKED, chunks.length),
    );
    const retrieveMs = performance.now() - asked;
    // The store returns cosine distances, nearest first.
    const hits = found.map(([chunk, distance]) => ({ ...placeOf(chunk), score: 1 - distance }));
    return {
      retrieved: bestPerDocument(hits),
      statements: hits.slice(0, CHUNKS).map(({ documentId, start, quote }) => ({
        text: quote,
        citations: [{ documentId, quote, start, end: start + quote.length }],
      })),
      confidence: hits[0]?.score ?? 0,
      retrieveMs,
    };
  };
  return {
    name: 'tutorial pipeline',
    ingest: {
      documents: documents.length,
      characters: documents.reduce((sum, document) => sum + document.text.length, 0),
      seconds: (performance.now() - started) / 1000,
    },
    ask,
    textOf: async (documentId) => texts.get(documentId),
    close: async () => {},
  };
}

async function splitDocument(
  document: SetDocument,
  splitter: RecursiveCharacterTextSplitter,
): Promise<Document[]> {
  const chunks = await splitter.splitText(document.text);
  let from = 0;
  return chunks.map((chunk) => {
    const start = Math.max(0, document.text.indexOf(chunk, from));
    from = start + 1;
    return new Document({ pageContent: chunk, metadata: { documentId: document.id, start } });
  });
}

function placeOf(chunk: Document): { documentId: string; start: number; quote: string } {
  const { documentId, start }: { documentId?: unknown; start?: unknown } = chunk.metadata;
  return { documentId: String(documentId), start: Number(start), quote: chunk.pageContent };
}

function bestPerDocument(
  hits: readonly { readonly documentId: string; readonly score: number }[],
): Outcome['retrieved'] {
  const best = new Map<string, number>();
  for (const { documentId, score } of hits) if (!best.has(documentId)) best.set(documentId, score);
  return [...best].map(([documentId, score]) => ({ documentId, score }));
}

/** An embedder behind LangChain's interface. */
function embeddingsOf(embedder: Embedder): Embeddings {
  return new (class extends Embeddings {
    async embedDocuments(texts: string[]): Promise<number[][]> {
      return (await embedder.embed(texts, 'passage')).map((vector) => Array.from(vector));
    }

    async embedQuery(text: string): Promise<number[]> {
      const [vector] = await embedder.embed([text], 'query');
      return Array.from(vector ?? []);
    }
  })({});
}
