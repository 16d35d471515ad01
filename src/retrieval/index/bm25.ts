/**
 * BM25F with the usual parameters. Not FTS5's own bm25(): that has no weight per term, gives a term of half the rows
 * no weight at all (which in a corpus of three articles is most of them), and is five times slower a row than reading
 * the postings and scoring them here.
 */

/** How soon more of the same term stops counting. */
export const K1 = 1.2;
/** How much a long text is marked down, from 0 (not) to 1 (in full proportion). */
export const B = 0.75;

/** How much a term tells that occurs in `frequency` of `count` rows; above 0 even where it occurs in all. */
export function inverseFrequency(count: number, frequency: number): number {
  return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}

/** Occurrences in a field of `length` terms, as if the field had the average length. */
export function normalise(occurrences: number, length: number, averageLength: number): number {
  return averageLength === 0 ? 0 : occurrences / (1 - B + (B * length) / averageLength);
}

/** The part of a row's score that a term's normalised occurrences, summed over weighted fields, give. */
export function saturate(occurrences: number): number {
  return (occurrences * (K1 + 1)) / (occurrences + K1);
}
