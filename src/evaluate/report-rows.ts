import type { Evaluation, Latency } from './summarize.ts';
import type { Figure, Measure } from './types.ts';

/** A table of figures: a column per evaluation, rows in sections. */
export interface ReportSection {
  readonly title: string;
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly label: string;
  /** One per evaluation, in order; undefined where the figure does not apply to the system. */
  readonly cells: readonly (ReportCell | undefined)[];
}

export interface ReportCell {
  readonly value: string;
  /** Its 95 % interval, or what it is taken over. */
  readonly detail?: string;
  /** Something that must not be overlooked. */
  readonly alarm?: true;
}

const FINDING: readonly Measure[] = ['hit@1', 'hit@3', 'hit@5', 'mrr@10', 'ndcg@10', 'recall@10'];
const SAYING: readonly Measure[] = ['evidence@1', 'evidence@3', 'answer@1', 'answer@3', 'citation-precision'];
const SHIPPED: readonly Measure[] = [
  'shipped-evidence@1',
  'shipped-evidence@3',
  'shipped-answer@1',
  'shipped-answer@3',
];

/** All figures of several evaluations of one set, side by side; rows and sections that hold nothing are left out. */
export function reportSections(evaluations: readonly Evaluation[]): ReportSection[] {
  const section = (title: string, rows: readonly ReportRow[]): ReportSection => ({
    title,
    rows: rows.filter((row) => row.cells.some((cell) => cell !== undefined)),
  });
  const row = (label: string, cell: (evaluation: Evaluation) => ReportCell | undefined): ReportRow => ({
    label,
    cells: evaluations.map(cell),
  });
  const measureRow = (measure: Measure) =>
    row(measure.replace('shipped-', '').replace('citation-', 'citation '), ({ measures }) =>
      figureCell(measures[measure]),
    );
  const kinds = [...new Set(evaluations.flatMap(({ abstention }) => Object.keys(abstention.auroc)))];
  return [
    section('Finds the document', FINDING.map(measureRow)),
    section('Says the right thing, if it did not abstain', [
      ...SAYING.map(measureRow),
      row(
        'quotes verbatim at their offsets',
        ({ quotes }) => quotes && quoteCell(quotes.count, quotes.verbatim),
      ),
      row('the same in the lines as given', ({ quotes }) =>
        quotes?.inPlace === undefined ? undefined : quoteCell(quotes.count, quotes.inPlace),
      ),
    ]),
    section('Says the right thing, as shipped', [
      ...SHIPPED.map(measureRow),
      row('right, or silent where it should be', ({ abstention }) => figureCell(abstention.shipped?.right)),
    ]),
    section('Knows when not to answer: AUROC of confidence', [
      ...kinds.map((kind) => row(kind, ({ abstention }) => figureCell(abstention.auroc[kind]))),
      row('mean risk over coverage, documents', ({ abstention }) => plainCell(abstention.documentRiskArea)),
      row('mean risk over coverage, answers', ({ abstention }) => plainCell(abstention.answerRiskArea)),
    ]),
    section('Decides, at the shipped threshold', [
      row('threshold', ({ abstention }) =>
        abstention.shipped ? { value: abstention.shipped.threshold.toFixed(3) } : undefined,
      ),
      row('right decisions', ({ abstention }) => figureCell(abstention.shipped?.accuracy)),
      row('unanswerable, yet answered', ({ abstention }) => figureCell(abstention.shipped?.falseAnswers)),
      row('answerable, yet silent', ({ abstention }) => figureCell(abstention.shipped?.falseAbstentions)),
      row('expected calibration error', ({ abstention }) => figureCell(abstention.calibrationError)),
    ]),
    section('Takes its time', [
      row('retrieve, p50 / p95', ({ latency }) => latency.retrieve && latencyCell(latency.retrieve)),
      row('whole, p50 / p95', ({ latency }) => latencyCell(latency.whole)),
      row('ingest', ingestCell),
    ]),
  ].filter((each) => each.rows.length > 0);
}

/** `.927`, `1.000`, as tables of this field have it. */
export function shortShare(value: number): string {
  return value.toFixed(3).replace(/^0\./, '.');
}

function figureCell(figure: Figure | undefined): ReportCell | undefined {
  if (!figure) return undefined;
  return { value: shortShare(figure.value), detail: `${shortShare(figure.low)}–${shortShare(figure.high)}` };
}

function plainCell(value: number | undefined): ReportCell | undefined {
  return value === undefined ? undefined : { value: shortShare(value) };
}

function quoteCell(count: number, standing: number): ReportCell {
  if (standing === count) return { value: '100 %', detail: `of ${count}` };
  return {
    value: `${((100 * standing) / count).toFixed(2)} %`,
    detail: `${count - standing} OF ${count} NOT`,
    alarm: true,
  };
}

function latencyCell(latency: Latency): ReportCell {
  return { value: `${latency.p50.toFixed(1)} / ${latency.p95.toFixed(1)} ms` };
}

function ingestCell({ ingest }: Evaluation): ReportCell {
  return {
    value: `${ingest.seconds.toFixed(1)} s`,
    detail: `${Math.round(ingest.documents / ingest.seconds)} documents/s`,
  };
}
