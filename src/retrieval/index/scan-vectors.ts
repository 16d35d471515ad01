import type { BestOf } from './best-of.ts';

/** How many vectors are compared in one pass: each number of the query is then fetched and widened once for all. */
const ABREAST = 4;

/**
 * Offers the dot product of `query` with each of the vectors that lie one after the other in `vectors`, numbered from
 * `first`. For vectors of length 1 that is the cosine.
 */
export function scanVectors(vectors: Float32Array, first: number, query: Float32Array, best: BestOf): void {
  const size = query.length;
  const count = vectors.length / size;
  const whole = count - (count % ABREAST);
  let threshold = best.threshold;
  const offer = (index: number, score: number): void => {
    if (score < threshold) return;
    best.offer(first + index, score);
    threshold = best.threshold;
  };
  for (let index = 0; index < whole; index += ABREAST) {
    const a = index * size;
    const b = a + size;
    const c = b + size;
    const d = c + size;
    let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const number = query[i] ?? 0;
      sumA += number * (vectors[a + i] ?? 0);
      sumB += number * (vectors[b + i] ?? 0);
      sumC += number * (vectors[c + i] ?? 0);
      sumD += number * (vectors[d + i] ?? 0);
    }
    offer(index, sumA);
    offer(index + 1, sumB);
    offer(index + 2, sumC);
    offer(index + 3, sumD);
  }
  for (let index = whole; index < count; index++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (query[i] ?? 0) * (vectors[index * size + i] ?? 0);
    offer(index, sum);
  }
}
