/** A small corpus for the answer steps: documents, and candidates cut from them, without an index. */
import { segmentSentences } from '../../src/text/segment.ts';
import type { Candidate, Document, DocumentFacts, Passage, Retrieval, Span } from '../../src/types.ts';

/** A candidate for the whole document, or for the sentences inside a span of it. */
export function makeCandidate(document: Document, span?: Span): Candidate {
  const sentences = segmentSentences(document.text, document.language, span);
  const whole = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 };
  const passage: Passage = {
    id: `${document.id}#${span?.start ?? 0}`,
    documentId: document.id,
    ordinal: 0,
    span: whole,
    sentences,
    text: document.text.slice(whole.start, whole.end),
  };
  const { text: _text, digest: _digest, source: _source, boilerplate: _b, warnings: _w, ...facts } = document;
  return {
    passage,
    document: facts satisfies DocumentFacts,
    score: 1,
    sentences: sentences.map((place) => ({
      span: place,
      text: document.text.slice(place.start, place.end),
      score: 1,
      highlights: [],
    })),
    trace: { lists: {}, features: {}, variants: [] },
  };
}

/** How verify fetches whole documents. */
export const shelfOf =
  (...documents: readonly Document[]) =>
  async (id: string): Promise<Document | undefined> =>
    documents.find((document) => document.id === id);

/** What a drafter is given. */
export const retrievalOf = (...candidates: readonly Candidate[]): Retrieval => ({
  question: { text: 'Who won?' },
  candidates,
  documents: [],
  confidence: 1,
  threshold: 0,
  tookMs: 0,
});
