import type { Document, DocumentFacts } from '../types.ts';

/** The facts alone: text, source path and warnings of a document do not travel with a citation. */
export function factsOf(document: Document): DocumentFacts {
  const {
    text: _text,
    digest: _digest,
    source: _source,
    boilerplate: _boilerplate,
    warnings: _warnings,
    ...facts
  } = document;
  return facts;
}
