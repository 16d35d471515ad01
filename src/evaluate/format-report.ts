import { type ReportCell, reportSections } from './report-rows.ts';
import type { Evaluation } from './summarize.ts';
import type { QuestionResult } from './types.ts';
import { verdictOf } from './verdict.ts';

const COLUMN_GAP = '  ';

/** The figures of several evaluations of one set as a table in plain text, one column each. */
export function formatReport(setName: string, evaluations: readonly Evaluation[]): string {
  const first = evaluations[0];
  if (!first) return '';
  const sections = reportSections(evaluations);
  const head = ['', ...evaluations.map((evaluation) => evaluation.system)];
  const body = sections.flatMap((section) => [
    [section.title],
    ...section.rows.map((row) => [`  ${row.label}`, ...row.cells.map(formatCell)]),
    [''],
  ]);
  const lines = [head, ...body];
  const widths = head.map((_, column) =>
    Math.max(
      ...lines.filter((line) => column > 0 || line.length > 1).map((line) => line[column]?.length ?? 0),
    ),
  );
  const table = lines.map((line) =>
    line
      .map((cell, column) => (line.length > 1 ? cell.padEnd(widths[column] ?? 0) : cell))
      .join(COLUMN_GAP)
      .trimEnd(),
  );
  const title = `${setName}: ${first.questions} questions, ${first.answerable} answerable, over ${first.ingest.documents} documents`;
  const right = first.results.filter((result) => result.right).length;
  return [title, '', ...table, `${right} of ${first.questions} right as shipped`].join('\n');
}

/** One paragraph per question that went wrong as shipped. */
export function formatFailures(results: readonly QuestionResult[]): string {
  return results
    .filter((result) => !result.right)
    .map(formatFailure)
    .join('\n\n');
}

function formatFailure(result: QuestionResult): string {
  const { gold, outcome } = result;
  const said = outcome.statements?.slice(0, 3).map((statement) => statement.text) ?? [];
  const wanted = gold.answerable ? [...gold.answers, ...gold.evidence].slice(0, 3) : ['silence'];
  return [
    `${gold.id}  ${verdictOf(result)}  (confidence ${outcome.confidence.toFixed(2)}, rank ${result.rank ?? '-'})`,
    `  asked   ${gold.question.text}`,
    ...(said.length > 0 ? said : [outcome.declined ?? 'nothing']).map((text) => `  said    ${oneLine(text)}`),
    ...wanted.map((text) => `  wanted  ${oneLine(text)}`),
    ...(gold.docs.length > 0 ? [`  from    ${gold.docs.join(', ')}`] : []),
  ].join('\n');
}

function formatCell(cell: ReportCell | undefined): string {
  if (!cell) return '-';
  if (!cell.detail) return cell.value;
  return cell.alarm ? `${cell.value} !! ${cell.detail}` : `${cell.value} (${cell.detail})`;
}

function oneLine(text: string): string {
  const limit = 160;
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
