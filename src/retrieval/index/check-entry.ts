import type { IndexedDocument } from '../../types.ts';

/** How far the length of a stored vector may be from 1; a vector of zeros says that nothing is known, and is taken. */
const LENGTH_TOLERANCE = 0.01;

function checkVector(vector: Float32Array, dimensions: number, where: string): void {
  if (vector.length !== dimensions) {
    throw new RangeError(`A vector of ${where} has ${vector.length} dimensions instead of ${dimensions}`);
  }
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  // A vector that holds NaN or infinity would come first in every search.
  if (!Number.isFinite(length))
    throw new RangeError(`A vector of ${where} holds a number that is not finite`);
  if (length !== 0 && Math.abs(length - 1) > LENGTH_TOLERANCE) {
    throw new RangeError(`A vector of ${where} has length ${length} instead of 1`);
  }
}

/** Throws a RangeError where an entry would break the index: a mistake of the caller, never of an operator. */
export function checkEntry({ document, passages }: IndexedDocument, dimensions: number): void {
  for (const [ordinal, { passage, vectors }] of passages.entries()) {
    const id = `${document.id}#${ordinal}`;
    if (passage.id !== id || passage.ordinal !== ordinal || passage.documentId !== document.id) {
      throw new RangeError(`Passage ${passage.id} stands where ${id} should`);
    }
    if (vectors.length !== passage.sentences.length) {
      throw new RangeError(
        `Passage ${id} has ${passage.sentences.length} sentences but ${vectors.length} vectors`,
      );
    }
    for (const vector of vectors) checkVector(vector, dimensions, `passage ${id}`);
  }
}

/** Throws a RangeError for a query vector that cannot be compared. */
export function checkQuery(vector: Float32Array, dimensions: number): void {
  checkVector(vector, dimensions, 'the query');
}
