import { toUnitLength } from './unit-vector.ts';

/**
 * Vectors for what no model reads: random signs seeded by the letters, so that equal words meet and different ones are
 * nearly at right angles (expected cosine 0, standard deviation 1 / sqrt(dimensions)).
 */

/** FNV-1a over UTF-16 units, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ (text.charCodeAt(i) & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (text.charCodeAt(i) >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** The next 32 bits of a splitmix32 sequence and its next state. */
function nextBits(state: number): { state: number; bits: number } {
  const next = (state + 0x9e3779b9) | 0;
  let bits = next ^ (next >>> 16);
  bits = Math.imul(bits, 0x21f0aaad);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x735a2d97);
  return { state: next, bits: bits ^ (bits >>> 15) };
}

/** A vector of length 1 that depends on the text alone. */
export function hashedVector(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  let state = hashText(text);
  for (let start = 0; start < dimensions; start += 32) {
    const next = nextBits(state);
    state = next.state;
    for (let i = start; i < Math.min(start + 32, dimensions); i++) {
      vector[i] = (next.bits >>> (i - start)) & 1 ? 1 : -1;
    }
  }
  return toUnitLength(vector);
}

/** Letters of a piece by which long words are compared: 4 served Russian and Arabic better than 3 and 5. */
const PIECE_LETTERS = 4;

/**
 * A vector of length 1 for a folded word that no model reads, from the runs of four letters in it, its ends marked: words
 * that share a stem (президент, президента) come near each other. Short words and numbers are hashed whole.
 */
export function spelledVector(word: string, dimensions: number): Float32Array {
  const letters = [...`<${word}>`];
  const pieces = letters.length - PIECE_LETTERS + 1;
  if (pieces <= 3 || /^\p{N}/u.test(word)) return hashedVector(word, dimensions);
  const sum = new Float32Array(dimensions);
  for (let start = 0; start < pieces; start++) {
    const piece = hashedVector(letters.slice(start, start + PIECE_LETTERS).join(''), dimensions);
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (piece[i] ?? 0);
  }
  return toUnitLength(sum);
}

/** What a text without words embeds to: fixed and of length 1, so that no index ever meets a zero vector. */
export function blankVector(dimensions: number): Float32Array {
  return hashedVector('', dimensions);
}
