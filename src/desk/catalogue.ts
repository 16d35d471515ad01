import type { PassageIndex } from '../types.ts';

type ListedDocument = Awaited<ReturnType<PassageIndex['documents']>>[number];

/** The documents of one generation of the index. */
export interface CorpusState {
  readonly generation: number;
  /** By id. Those that have not changed are the same objects as in the generation before. */
  readonly documents: readonly ListedDocument[];
  readonly digests: ReadonlyMap<string, string>;
}

/** The list of documents, kept until the index changes. */
export interface Catalogue {
  /** The documents of now; listed anew only when the index has changed, by whomever. */
  read(): Promise<CorpusState>;
}

/** A catalogue over an open index. */
export function createCatalogue(index: PassageIndex): Catalogue {
  let known: CorpusState | undefined;
  return {
    read: async () => {
      const { generation } = await index.stats();
      if (known?.generation === generation) return known;
      const documents = await index.documents();
      known = { generation, documents, digests: new Map(documents.map(({ id, digest }) => [id, digest])) };
      return known;
    },
  };
}
