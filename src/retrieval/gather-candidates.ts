import type { Filters, Hit, PassageIndex, VectorHit, WeightedTerm } from '../types.ts';

/** A passage that some list returned, with its place in each. */
export interface Gathered {
  readonly passageId: string;
  readonly lists: Readonly<Record<string, { readonly rank: number; readonly score: number }>>;
  /** bm25 over the best passage's, 0 when the list did not return it. */
  readonly bm25: number;
  readonly rank: number;
}

export interface Pool {
  readonly passages: readonly Gathered[];
  /** By document id: bm25 over the best document's, and 1 / rank. */
  readonly documents: ReadonlyMap<string, { readonly bm25: number; readonly rank: number }>;
}

/** How many hits each list gives. */
const PASSAGE_LIST = 120;
const DOCUMENT_LIST = 40;
const SENTENCE_LIST = 120;
/** How many passages are looked at sentence by sentence. */
const POOL = 32;
/** A passage's place in the pool: shares of its own bm25, its document's, and its best sentence's similarity. */
const POOL_WEIGHTS = { passage: 1, document: 0.7, similarity: 0.5 };
const FIELD_WEIGHT = 0.6;

export interface GatherOptions {
  readonly terms: readonly WeightedTerm[];
  readonly vector: Float32Array | undefined;
  readonly filters?: Filters;
}

/** Asks the lexical and the dense lists and keeps the most promising passages of their union. */
export async function gatherCandidates(index: PassageIndex, options: GatherOptions): Promise<Pool> {
  const { terms, vector, filters } = options;
  const narrow = filters ? { filters } : {};
  const [passages, documents, sentences] = await Promise.all([
    index.matchingPassages(terms, { limit: PASSAGE_LIST, fieldWeight: FIELD_WEIGHT, ...narrow }),
    index.matchingDocuments(terms, { limit: DOCUMENT_LIST, ...narrow }),
    vector ? index.nearest(vector, { limit: SENTENCE_LIST, ...narrow }) : [],
  ]);
  return fusePool(passages, documents, sentences);
}

function fusePool(
  passages: readonly Hit[],
  documents: readonly Hit[],
  sentences: readonly VectorHit[],
): Pool {
  const bestPassage = passages[0]?.score ?? 1;
  const bestDocument = documents[0]?.score ?? 1;
  const documentPlaces = new Map(
    documents.map((hit, at) => [hit.id, { bm25: hit.score / bestDocument, rank: 1 / (at + 1) }]),
  );
  const lexical = new Map(passages.map((hit, at) => [hit.id, { rank: at + 1, score: hit.score }]));
  const dense = new Map<string, { rank: number; score: number }>();
  for (const hit of sentences) {
    if (!dense.has(hit.id)) dense.set(hit.id, { rank: dense.size + 1, score: hit.score });
  }
  const scored = [...new Set([...lexical.keys(), ...dense.keys()])].map((passageId) => {
    const word = lexical.get(passageId);
    const near = dense.get(passageId);
    const document = documentPlaces.get(documentOf(passageId));
    const bm25 = word ? word.score / bestPassage : 0;
    const place =
      POOL_WEIGHTS.passage * bm25 +
      POOL_WEIGHTS.document * (document?.bm25 ?? 0) +
      POOL_WEIGHTS.similarity * Math.max(0, near?.score ?? 0);
    const lists = { ...(word && { words: word }), ...(near && { vectors: near }) };
    return { place, gathered: { passageId, lists, bm25, rank: word ? 1 / word.rank : 0 } };
  });
  scored.sort((a, b) => b.place - a.place || (a.gathered.passageId < b.gathered.passageId ? -1 : 1));
  return { passages: scored.slice(0, POOL).map(({ gathered }) => gathered), documents: documentPlaces };
}

/** `${documentId}#${ordinal}` -> documentId */
function documentOf(passageId: string): string {
  return passageId.slice(0, passageId.lastIndexOf('#'));
}
