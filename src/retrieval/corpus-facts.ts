import type { DocumentFacts, PassageIndex } from '../types.ts';
import { foldedWords } from './analyse-question.ts';

/** What retrieval needs to know of a corpus as a whole; read once per generation of the index. */
export interface CorpusFacts {
  readonly generation: number;
  readonly passages: number;
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** BCP 47 primary subtags, commonest first. */
  readonly languages: readonly string[];
  /** Day of the newest dated document, `YYYY-MM-DD` or partial; absent when none is dated. */
  readonly newest?: string;
  /** Folded name as a document carries it -> the names by which a question may call it. */
  readonly publishers: ReadonlyMap<string, readonly string[]>;
}

/** Returns a function that reads the facts again whenever the index has changed. */
export function createFactsReader(index: PassageIndex): () => Promise<CorpusFacts> {
  let latest: CorpusFacts | undefined;
  return async () => {
    const { generation, passages } = await index.stats();
    if (latest?.generation === generation) return latest;
    const documents = new Map<string, DocumentFacts>();
    for (const document of await index.documents()) documents.set(document.id, document);
    const newest = [...documents.values()]
      .flatMap(({ published }) => published ?? [])
      .sort()
      .at(-1);
    latest = {
      ...(newest !== undefined && { newest }),
      generation,
      passages,
      documents,
      languages: commonestFirst(
        [...documents.values()].map((document) => document.language.split('-')[0] ?? 'en'),
      ),
      publishers: callNames([...documents.values()]),
    };
    return latest;
  };
}

function commonestFirst(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** "FOX News - Health" is called so, or "FOX News"; "Cnbc | World News Leader" is called "Cnbc". */
function callNames(documents: readonly DocumentFacts[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { publisher } of documents) {
    if (publisher === undefined) continue;
    const folded = foldedWords(publisher, 'en');
    if (names.has(folded)) continue;
    const parts = [publisher, publisher.split(/\s[|–-]\s/)[0] ?? publisher];
    names.set(
      folded,
      [...new Set(parts)].filter((name) => name.length > 1),
    );
  }
  return names;
}
