import { indexTerm, tokenise } from './text/words.ts';
import type { PassageIndex } from './types.ts';

/**
 * Words whose index term is the same wherever they stand: of letters, and neither capitals, which may be a name here and
 * a common word there, nor of a script without spaces, whose words depend on what is around them.
 */
const PLAIN_WORD =
  /^(?!\p{Lu}+$)(?!.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}]{3,}$/u;

/**
 * Ids of all documents that may hold a wording: those with its rarest word, asked of the index in each language of the
 * corpus. All documents where the wording has no word that can be asked for.
 */
export async function findHolders(index: PassageIndex, wording: string): Promise<readonly string[]> {
  const documents = await index.documents();
  const words = chooseWords(wording);
  if (words.length === 0) return documents.map(({ id }) => id);
  const idsOf = Map.groupBy(documents, ({ language }) => language);
  const holders: string[] = [];
  for (const [language, own] of idsOf) {
    const terms = words.map((word) => indexTerm(word, language)).filter((term) => term !== '');
    const term = await findRarest(index, terms);
    const ids = new Set(own.map(({ id }) => id));
    if (term === undefined) holders.push(...ids);
    else {
      const hits = await index.matchingDocuments([{ term, weight: 1 }], { limit: documents.length });
      holders.push(...hits.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
    }
  }
  return holders;
}

/** The first and the last word may be parts of longer ones in the text, so others are better. */
function chooseWords(wording: string): readonly string[] {
  const words = tokenise(wording, 'en').map(({ text }) => text);
  const isPlain = (word: string): boolean => PLAIN_WORD.test(word);
  const inner = words.slice(1, -1).filter(isPlain);
  return inner.length > 0 ? inner : words.filter(isPlain);
}

async function findRarest(index: PassageIndex, terms: readonly string[]): Promise<string | undefined> {
  const frequencies = await index.frequencies(terms);
  const counted = terms.map((term, at) => ({ term, count: frequencies[at] ?? 0 }));
  return counted.sort((left, right) => left.count - right.count)[0]?.term;
}
