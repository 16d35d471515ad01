import type { Hit, IndexedDocument, WeightedTerm } from '../../src/types.ts';

interface Row {
  readonly id: string;
  readonly body: readonly string[];
  readonly field: readonly string[];
}

const split = (terms: string): readonly string[] => terms.split(' ').filter((term) => term !== '');
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const count = (terms: readonly string[], term: string): number =>
  terms.filter((other) => other === term).length;

/** What each list is to rank: a passage has its own terms as body and its document's fields as field. */
export const passageRows = (corpus: readonly IndexedDocument[]): readonly Row[] =>
  corpus.flatMap(({ passages, fieldTerms }) =>
    passages.map(({ passage, terms }) => ({ id: passage.id, body: split(terms), field: split(fieldTerms) })),
  );

export const documentRows = (corpus: readonly IndexedDocument[]): readonly Row[] =>
  corpus.map(({ document, passages, fieldTerms }) => ({
    id: document.id,
    body: passages.flatMap(({ terms }) => split(terms)),
    field: split(fieldTerms),
  }));

/** BM25F written down plainly (k1 1.2, b 0.75 in both fields), to compare an engine with. */
export function rankPlainly(
  rows: readonly Row[],
  terms: readonly WeightedTerm[],
  fieldWeight: number,
): readonly Hit[] {
  const [k1, b] = [1.2, 0.75];
  const bodyAverage = mean(rows.map((row) => row.body.length));
  const fieldAverage = mean(rows.map((row) => row.field.length));
  const scoreTerm = (row: Row, term: string): number => {
    const frequency = rows.filter(({ body, field }) => body.includes(term) || field.includes(term)).length;
    const inverse = Math.log(1 + (rows.length - frequency + 0.5) / (frequency + 0.5));
    const inBody = count(row.body, term) / (1 - b + (b * row.body.length) / bodyAverage);
    const inField = count(row.field, term) / (1 - b + (b * row.field.length) / fieldAverage);
    const occurrences = (inBody || 0) + fieldWeight * (inField || 0);
    return (inverse * occurrences * (k1 + 1)) / (occurrences + k1);
  };
  return rows
    .map((row) => ({
      id: row.id,
      score: terms.reduce((sum, { term, weight }) => sum + weight * scoreTerm(row, term), 0),
    }))
    .filter(({ score }) => score > 0)
    .sort((x, y) => y.score - x.score);
}
