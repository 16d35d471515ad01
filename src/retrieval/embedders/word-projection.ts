import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { EmbedderError } from '../../errors.ts';
import { ENCODER_DIMENSIONS } from './encoder-messages.ts';
import { toUnitLength } from './unit-vector.ts';

/**
 * The constants of the distilled encoder, computed once by scripts/distil-words.ts: they make a word's vector and its
 * weight a function of the word alone.
 */
export interface WordProjection {
  /** Changes with any constant and with the encoder: vectors of different fingerprints must not be mixed. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /** Encoder output (512 values) -> vector of length 1 of `dimensions` values. */
  project(encoded: Float32Array): Float32Array;
  /** Smooth inverse frequency, a / (a + p(word)), above 0 and at most 1; takes a folded word. */
  weigh(word: string): number;
  /** The commonest words of some languages, folded. */
  readonly commonWords: readonly string[];
}

/**
 * The `a` of a / (a + p(word)), from Arora, Liang and Ma: A Simple but Tough-to-Beat Baseline for Sentence Embeddings,
 * ICLR 2017. 3e-4 finds documents a little better here, but sentences worse.
 */
const FREQUENCY_SMOOTHING = 0.001;

/** Raised when words are split, folded, hashed or averaged in another way: vectors before and after must not be mixed. */
const RECIPE = '1';

const Weights = z.object({
  encoder: z.string(),
  dimensions: z.number().int().positive(),
  /** float16, little endian, base64. */
  centre: z.string(),
  /** dimensions x 512, row by row, float16, little endian, base64. */
  projection: z.string(),
  /** The commonest words of some languages, joined by spaces, and each one's occurrences per million words. */
  words: z.string(),
  perMillion: z.array(z.number().positive()),
});

let shared: WordProjection | undefined;

/** The shipped constants; read once a process. Throws `EmbedderError` when the file is missing or malformed. */
export function loadWordProjection(): WordProjection {
  shared ??= readWordProjection(new URL('./distilled.weights.json', import.meta.url));
  return shared;
}

function readWordProjection(url: URL): WordProjection {
  try {
    const json = readFileSync(url);
    const weights = Weights.parse(JSON.parse(json.toString('utf8')));
    const centre = decodeHalves(weights.centre, ENCODER_DIMENSIONS);
    const rows = decodeHalves(weights.projection, weights.dimensions * ENCODER_DIMENSIONS);
    const commonWords = weights.words.split(' ');
    const perMillion = new Map(commonWords.map((word, i) => [word, weights.perMillion[i] ?? 0]));
    return {
      fingerprint: createHash('sha256').update(RECIPE).update(json).digest('hex').slice(0, 12),
      dimensions: weights.dimensions,
      project: (encoded) => project(encoded, centre, rows),
      weigh: (word) => FREQUENCY_SMOOTHING / (FREQUENCY_SMOOTHING + (perMillion.get(word) ?? 0) / 1e6),
      commonWords,
    };
  } catch (cause) {
    throw new EmbedderError(
      'The constants of the built-in encoder (distilled.weights.json) cannot be read, so no text can be embedded; restore the file from the repository.',
      { cause },
    );
  }
}

function project(encoded: Float32Array, centre: Float32Array, rows: Float32Array): Float32Array {
  const centred = encoded.map((value, i) => value - (centre[i] ?? 0));
  const vector = new Float32Array(rows.length / centre.length);
  for (let row = 0; row < vector.length; row++) {
    const start = row * centre.length;
    let sum = 0;
    for (let i = 0; i < centred.length; i++) sum += (rows[start + i] ?? 0) * (centred[i] ?? 0);
    vector[row] = sum;
  }
  return toUnitLength(vector);
}

function decodeHalves(base64: string, length: number): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  const values = Float32Array.from(new Float16Array(bytes.buffer));
  if (values.length !== length) throw new RangeError(`${values.length} values where ${length} belong`);
  return values;
}
