import type { DocumentFacts, PassageIndex } from '../types.ts';

/** The documents of one generation of the index. */
export interface CorpusState {
  readonly generation: number;
  /** By id. */
  readonly documents: readonly DocumentFacts[];
  readonly digests: ReadonlyMap<string, string>;
}

export interface Catalogue {
  /** The documents of now; listed anew only when the index has changed, by whomever. */
  read(): Promise<CorpusState>;
}

export function createCatalogue(index: PassageIndex): Catalogue {
  let known: CorpusState | undefined;
  return {
    read: async () => {
      const { generation } = await index.stats();
      if (known?.generation === generation) return known;
      const entries = await index.documents();
      known = {
        generation,
        documents: entries.map(({ digest: _digest, source: _source, ...facts }) => facts),
        digests: new Map(entries.map(({ id, digest }) => [id, digest])),
      };
      return known;
    },
  };
}
