import { createHash } from 'node:crypto';
import { type ReportCell, type ReportSection, reportSections } from '../report-rows.ts';
import type { Evaluation } from '../summarize.ts';
import { escapeHtml } from './escape-html.ts';
import { renderFailures } from './failures.ts';
import { SCRIPT, STYLE } from './page.ts';
import { plotRanks, plotReliability, plotRiskCoverage } from './plots.ts';

/**
 * Evaluations of one set as a page that stands alone: no file or address but its own is ever loaded, and its policy
 * forbids it. The first evaluation is the one whose failures are listed.
 */
export function renderReport(setName: string, evaluations: readonly Evaluation[], writtenOn: string): string {
  const first = evaluations[0];
  if (!first) return '';
  const title = `${setName}: how ${first.system} answers`;
  const failures = first.results.filter((result) => !result.right).length;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hash(STYLE)}'; script-src '${hash(SCRIPT)}'">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>
<h1>${escapeHtml(title)}</h1>
<p class="lead">${first.questions} questions, ${first.answerable} of them answerable, over ${first.ingest.documents} documents. ${
    first.questions - failures
  } right as shipped. Measured on ${escapeHtml(writtenOn)}.</p>
${renderAlarm(first)}
<div class="card scroll">${renderTable(evaluations)}</div>
<p class="note">Beside a figure: its 95 % interval from 1,000 bootstrap resamples of the questions. Bold green: best of the row, where
systems are compared. A statement of the tutorial pipeline is a chunk of up to 1,000 characters, so it holds evidence and answers more easily
than a sentence does.</p>
<h2>Curves</h2>${renderLegend(evaluations)}<div class="plots">${renderPlots(evaluations)}</div>
<h2>What went wrong (${failures})</h2>${renderFailures(first.results)}
</main><script>${SCRIPT}</script></body></html>
`;
}

function renderAlarm({ quotes, system }: Evaluation): string {
  if (!quotes || quotes.verbatim === quotes.count) return '';
  return `<p class="banner">${quotes.count - quotes.verbatim} of ${quotes.count} quotes of ${escapeHtml(
    system,
  )} do not stand at their offsets word for word.</p>`;
}

function renderTable(evaluations: readonly Evaluation[]): string {
  const head = evaluations.map((evaluation) => `<th scope="col">${escapeHtml(evaluation.system)}</th>`);
  return `<table><thead><tr><th></th>${head.join('')}</tr></thead><tbody>${reportSections(evaluations)
    .map(renderSection)
    .join('')}</tbody></table>`;
}

function renderSection(section: ReportSection): string {
  const rows = section.rows.map((row) => {
    const best = bestOf(row.cells);
    const cells = row.cells.map((cell) => renderCell(cell, best));
    return `<tr><th scope="row">${escapeHtml(row.label)}</th>${cells.join('')}</tr>`;
  });
  const span = (section.rows[0]?.cells.length ?? 0) + 1;
  return `<tr class="section"><th colspan="${span}">${escapeHtml(section.title)}</th></tr>${rows.join('')}`;
}

function renderCell(cell: ReportCell | undefined, best: string | undefined): string {
  if (!cell) return '<td class="none">–</td>';
  const classes = [cell.value === best ? 'best' : '', cell.alarm ? 'alarm' : ''].filter(Boolean).join(' ');
  const detail = cell.detail === undefined ? '' : `<small>${escapeHtml(cell.detail)}</small>`;
  return `<td${classes === '' ? '' : ` class="${classes}"`}><b>${escapeHtml(cell.value)}</b>${detail}</td>`;
}

/** The highest share of a row with intervals; rows without them have no best. */
function bestOf(cells: readonly (ReportCell | undefined)[]): string | undefined {
  const shares = cells.flatMap((cell) => (cell?.detail?.includes('–') ? [cell.value] : []));
  if (shares.length < 2) return undefined;
  return shares.reduce((best, value) => (Number(value) > Number(best) ? value : best));
}

function renderLegend(evaluations: readonly Evaluation[]): string {
  const items = evaluations.map(
    (evaluation, index) => `<li><i class="s${index + 1}"></i>${escapeHtml(evaluation.system)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

function renderPlots(evaluations: readonly Evaluation[]): string {
  const first = evaluations[0];
  const answered = first?.results.filter((result) => result.answers).length ?? 0;
  const shipped = first?.abstention.shipped ? { shippedCoverage: answered / first.questions } : {};
  const curvesOf = (pick: (evaluation: Evaluation) => Evaluation['abstention']['answerRisk']) =>
    evaluations.map((evaluation) => ({ name: evaluation.system, points: pick(evaluation) ?? [] }));
  const answers = curvesOf(({ abstention }) => abstention.answerRisk);
  const bins = first?.abstention.reliability ?? [];
  return [
    figure(
      'Risk and coverage: is the first document right?',
      plotRiskCoverage(
        curvesOf(({ abstention }) => abstention.documentRisk),
        {
          label: 'Risk over coverage by document',
          ...shipped,
        },
      ),
    ),
    answers.some((curve) => curve.points.length > 0)
      ? figure(
          'Risk and coverage: is what it says right?',
          plotRiskCoverage(answers, { label: 'Risk over coverage by answer', ...shipped }),
        )
      : '',
    figure(
      'Where the first relevant document ranks',
      plotRanks(evaluations.map(({ system, ranks }) => ({ name: system, ranks }))),
    ),
    bins.length > 0 ? figure('Calibration: does confidence mean what it says?', plotReliability(bins)) : '',
  ].join('');
}

function figure(caption: string, drawing: string): string {
  return `<figure class="card"><figcaption>${escapeHtml(caption)}</figcaption>${drawing}</figure>`;
}

function hash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
