import type { DocumentFacts, IndexedDocument, Span } from '../../src/types.ts';

/** What a test says of a document; the rest follows from it. */
export interface Recipe extends Partial<DocumentFacts> {
  readonly id: string;
  /** Sentences by passage. A sentence is its terms, joined by spaces. */
  readonly passages: readonly (readonly string[])[];
  readonly fieldTerms?: string;
  readonly names?: IndexedDocument['names'];
  /** A vector per sentence, in order; `vectorOf(sentence)` by default. */
  readonly vectors?: readonly Float32Array[];
}

/** A generator of numbers from 0 to 1 that gives the same ones every time. */
export function seedRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function unitVector(dimensions: number, random: () => number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
  return scaleToUnit(vector);
}

export function scaleToUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** A direction of its own for every sentence, and the same one for the same sentence. */
export function vectorOf(sentence: string, dimensions: number): Float32Array {
  let seed = 7;
  for (const character of sentence) seed = Math.imul(seed, 31) + (character.codePointAt(0) ?? 0);
  return unitVector(dimensions, seedRandom(seed));
}

/** Passages are set apart by a blank line, sentences by a space; vectors have 8 dimensions unless given. */
export function makeEntry(recipe: Recipe, dimensions = 8): IndexedDocument {
  const { passages, fieldTerms = '', names = [], vectors, id, ...facts } = recipe;
  const allVectors = vectors ?? passages.flat().map((sentence) => vectorOf(sentence, dimensions));
  const text = passages.map((sentences) => sentences.join(' ')).join('\n\n');
  let offset = 0;
  let vector = 0;
  const indexed = passages.map((sentences, ordinal) => {
    const start = offset;
    const spans: Span[] = sentences.map((sentence) => {
      const span = { start: offset, end: offset + sentence.length };
      offset = span.end + 1;
      return span;
    });
    const span = { start, end: offset - 1 };
    offset += 1;
    const own = allVectors.slice(vector, vector + sentences.length);
    vector += sentences.length;
    return {
      passage: {
        id: `${id}#${ordinal}`,
        documentId: id,
        ordinal,
        span,
        sentences: spans,
        text: text.slice(span.start, span.end),
      },
      terms: sentences.join(' '),
      sentenceTerms: sentences,
      vectors: own,
    };
  });
  return {
    document: {
      id,
      title: `Title of ${id}`,
      language: 'en',
      kind: 'article',
      ...facts,
      text,
      digest: `digest of ${text}`,
      source: `corpus/${id}.txt`,
      boilerplate: [{ start: 0, end: 2 }],
      warnings: ['a warning'],
    },
    fieldTerms,
    passages: indexed,
    names,
  };
}
