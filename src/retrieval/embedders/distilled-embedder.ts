import { fold, tokenise } from '../../text/words.ts';
import type { Embedder } from '../../types.ts';
import { blankVector, spelledVector } from './hashed-vector.ts';
import { mapInTurns } from './map-in-turns.ts';
import { toUnitLength } from './unit-vector.ts';
import { createWordLookup } from './word-lookup.ts';
import { loadWordProjection, type WordProjection } from './word-projection.ts';

/** An embedder that can also say where single words lie, e.g. to align a question's words with a sentence's. */
export interface WordEmbedder extends Embedder {
  /** Vectors of length 1, by the words as they were given. Words are folded first. */
  wordVectors(words: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Float32Array>>;
}

/** Whether the embedder offers `wordVectors`. */
export function isWordEmbedder(embedder: Embedder): embedder is WordEmbedder {
  return 'wordVectors' in embedder;
}

export interface DistilledEmbedderOptions {
  /** Where words' vectors are kept from run to run. */
  readonly cacheFolder: string;
  readonly note: (message: string) => void;
}

/**
 * The built-in encoder, distilled to words: a text's vector is the mean of its words' vectors, weighted by how rare each
 * word is in its language, brought to length 1. A word's vector is what the encoder makes of the word alone, centred and
 * projected. Everything is a function of the text, so indexes grow without being rebuilt.
 *
 * A text without words gets a fixed vector. The model is loaded, in threads, only for words that were never seen.
 */
export function createDistilledEmbedder(options: DistilledEmbedderOptions): WordEmbedder {
  const projection = loadWordProjection();
  const words = createWordLookup(projection, options);
  return {
    id: `builtin-words-${projection.dimensions}-${projection.fingerprint}`,
    dimensions: projection.dimensions,
    async embed(texts, _purpose, signal) {
      const wanted = new Set<string>();
      const split = await mapInTurns(texts, (text) => {
        const split = splitWords(text);
        for (const word of split) wanted.add(word);
        return split;
      });
      const vectors = await words.find(wanted, signal);
      return mapInTurns(split, (text) => averageWords(text, vectors, projection));
    },
    async wordVectors(asked, signal) {
      const folded = new Map(asked.map((word) => [word, fold(word)]));
      const vectors = await words.find(new Set(folded.values()), signal);
      const found = new Map<string, Float32Array>();
      for (const [word, form] of folded) {
        found.set(word, vectors.get(form) ?? spelledVector(form, projection.dimensions));
      }
      return found;
    },
    close: () => words.close(),
  };
}

/** Folded words; the language does not matter here, only that a question and a sentence are split alike. */
function splitWords(text: string): string[] {
  return tokenise(text, 'und')
    .map((token) => fold(token.text))
    .filter((word) => word !== '');
}

function averageWords(
  words: readonly string[],
  vectors: ReadonlyMap<string, Float32Array>,
  projection: WordProjection,
): Float32Array {
  const mean = new Float32Array(projection.dimensions);
  for (const word of words) {
    const vector = vectors.get(word);
    if (!vector) continue;
    const weight = projection.weigh(word);
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + weight * (vector[i] ?? 0);
  }
  return mean.some((value) => value !== 0) ? toUnitLength(mean) : blankVector(projection.dimensions);
}
