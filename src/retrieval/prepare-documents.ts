import { daysOf } from '../text/calendar.ts';
import { englishDate } from '../text/english-date.ts';
import { nameKeys } from '../text/names.ts';
import { fold, indexTerms, termsOfTokens, tokenise } from '../text/words.ts';
import type { Document, DocumentFacts, Embedder, IndexedDocument, Passage } from '../types.ts';

export interface DocumentWithPassages {
  readonly document: Document;
  readonly passages: readonly Passage[];
}

/** Turns documents into what an index stores: terms, name keys, and a vector per sentence. */
export function createPreparer(embedder: Embedder, signal?: AbortSignal) {
  return async (batch: readonly DocumentWithPassages[]): Promise<IndexedDocument[]> => {
    const sentences = batch.flatMap(({ document, passages }) =>
      passages.flatMap((passage) =>
        passage.sentences.map(({ start, end }) => document.text.slice(start, end)),
      ),
    );
    const vectors = await embedder.embed(sentences, 'passage', signal);
    let taken = 0;
    return batch.map(({ document, passages }) => ({
      document,
      fieldTerms: fieldTerms(document).join(' '),
      names: documentNames(document, passages),
      passages: passages.map((passage) => {
        const own = vectors.slice(taken, taken + passage.sentences.length);
        taken += passage.sentences.length;
        return {
          passage,
          terms: indexTerms(passage.text, document.language).join(' '),
          sentenceTerms: passage.sentences.map(({ start, end }) =>
            termsOfTokens(document.text.slice(start, end), document.language).join(' '),
          ),
          vectors: own,
        };
      }),
    }));
  };
}

/** Index terms of what is told about a document; its date in words too, since that is how people ask. */
export function fieldTerms(document: DocumentFacts): string[] {
  const { language, published } = document;
  return [
    document.title,
    document.publisher ?? '',
    document.author ?? '',
    published !== undefined && daysOf(published) ? englishDate(published) : '',
  ].flatMap((field) => indexTerms(field, language));
}

/** Folded capitalised words that do not merely open a sentence, by each of their keys. */
function documentNames(document: Document, passages: readonly Passage[]): { key: string; term: string }[] {
  const words = new Set<string>();
  for (const passage of passages) {
    for (const { start, end } of passage.sentences) {
      for (const token of tokenise(document.text.slice(start, end), document.language).slice(1)) {
        if (/^\p{Lu}\p{L}{2,}/u.test(token.text)) words.add(fold(token.text));
      }
    }
  }
  return [...words].flatMap((term) => nameKeys(term).map((key) => ({ key, term })));
}
