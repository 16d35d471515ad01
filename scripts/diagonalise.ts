const SWEEP_LIMIT = 30;

/** Off-diagonal values below this share of their diagonal ones count as zero. */
const TOLERANCE = 1e-12;

/**
 * Eigenvalues, largest first, and the unit eigenvectors of a symmetric matrix, which is overwritten. Cyclic Jacobi: Golub
 * and Van Loan, Matrix Computations, section 8.5. Each vector's largest component is positive, so that runs compare.
 */
export function diagonalise(matrix: Float64Array[]): { values: number[]; vectors: Float64Array[] } {
  const size = matrix.length;
  const vectors = matrix.map((_, i) => Float64Array.from(matrix, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0, rotations = 1; rotations > 0 && sweep < SWEEP_LIMIT; sweep++) {
    rotations = 0;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) if (zeroOut(matrix, vectors, [p, q])) rotations += 1;
    }
  }
  const diagonal = matrix.map((row, i) => row[i] ?? 0);
  const order = diagonal.map((_, i) => i).sort((a, b) => (diagonal[b] ?? 0) - (diagonal[a] ?? 0));
  return {
    values: order.map((i) => diagonal[i] ?? 0),
    vectors: order.map((i) => orient(vectors[i] ?? new Float64Array(size))),
  };
}

/** Rotates the plane of axes p and q so that the matrix's value at (p, q) vanishes; says whether it had to. */
function zeroOut(
  matrix: Float64Array[],
  vectors: Float64Array[],
  [p, q]: readonly [number, number],
): boolean {
  const [rowP, rowQ, vectorP, vectorQ] = [matrix[p], matrix[q], vectors[p], vectors[q]];
  if (!rowP || !rowQ || !vectorP || !vectorQ) return false;
  const [pp, pq, qq] = [rowP[p] ?? 0, rowP[q] ?? 0, rowQ[q] ?? 0];
  if (Math.abs(pq) <= TOLERANCE * Math.sqrt(Math.abs(pp * qq))) return false;
  const slope = (qq - pp) / (2 * pq);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const row of matrix) {
    const [a, b] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  }
  for (const [first, second] of [
    [rowP, rowQ],
    [vectorP, vectorQ],
  ] as const) {
    for (let i = 0; i < first.length; i++) {
      const [a, b] = [first[i] ?? 0, second[i] ?? 0];
      first[i] = cosine * a - sine * b;
      second[i] = sine * a + cosine * b;
    }
  }
  return true;
}

function orient(vector: Float64Array): Float64Array {
  let largest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest < 0 ? vector.map((value) => -value) : vector;
}
