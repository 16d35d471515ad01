import { shortShare } from '../../src/evaluate/report-rows.ts';
import type { Evaluation } from '../../src/evaluate/summarize.ts';
import type { Figure, Measure } from '../../src/evaluate/types.ts';

interface Column {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly cell: (evaluation: Evaluation) => string;
}

/** The bench's table after the columns for set and system. */
const FIGURES: readonly Column[] = [
  measureColumn('hit@1', 'hit@1'),
  measureColumn('hit@5', 'hit@5'),
  measureColumn('nDCG', 'ndcg@10'),
  measureColumn('MRR', 'mrr@10'),
  measureColumn('ev@1', 'evidence@1'),
  measureColumn('ev@3', 'evidence@3'),
  measureColumn('an@1', 'answer@1'),
  measureColumn('an@3', 'answer@3'),
  measureColumn('cite', 'citation-precision'),
  {
    title: 'right',
    width: 9,
    cell: ({ results }) => `${results.filter((result) => result.right).length}/${results.length}`,
  },
  { title: 'decide', width: 6, cell: ({ abstention }) => share(abstention.shipped?.accuracy) },
  { title: 'ECE', width: 5, cell: ({ abstention }) => share(abstention.calibrationError) },
  {
    title: 'verbatim %',
    width: 10,
    cell: ({ quotes }) => (quotes ? ((100 * quotes.verbatim) / quotes.count).toFixed(1) : '-'),
  },
  {
    title: 'in place %',
    width: 10,
    cell: ({ quotes }) =>
      quotes?.inPlace === undefined ? '-' : ((100 * quotes.inPlace) / quotes.count).toFixed(1),
  },
  {
    title: 'retrieve ms',
    width: 11,
    cell: ({ latency: { retrieve } }) => (retrieve ? pair(retrieve.p50, retrieve.p95) : '-'),
  },
  { title: 'whole ms', width: 11, cell: ({ latency: { whole } }) => pair(whole.p50, whole.p95) },
  { title: 'ingest s', width: 8, cell: ({ ingest }) => ingest.seconds.toFixed(1) },
  {
    title: 'AUROC',
    width: 0,
    cell: ({ abstention }) =>
      Object.entries(abstention.auroc)
        .map(([kind, figure]) => `${shortShare(figure.value)} ${kind}`)
        .join(', '),
  },
];

export const BENCH_COLUMNS: readonly Pick<Column, 'title' | 'width'>[] = [
  { title: 'set', width: 14 },
  { title: 'system', width: 19 },
  ...FIGURES,
];

/** A row of the bench's table. */
export function benchCells(set: string, evaluation: Evaluation): readonly string[] {
  return [set, evaluation.system, ...FIGURES.map((column) => column.cell(evaluation))];
}

function measureColumn(title: string, measure: Measure): Column {
  return { title, width: 5, cell: ({ measures }) => share(measures[measure]) };
}

function share(figure: Figure | undefined): string {
  return figure ? shortShare(figure.value) : '-';
}

function pair(first: number, second: number): string {
  return `${first.toFixed(1)}/${second.toFixed(1)}`;
}
