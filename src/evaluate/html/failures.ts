import type { OutcomeStatement, QuestionResult } from '../types.ts';
import { verdictOf } from '../verdict.ts';
import { escapeHtml } from './escape-html.ts';

/** Every question that went wrong as shipped: what was asked, said and wanted, with the trace; filters above. */
export function renderFailures(results: readonly QuestionResult[]): string {
  const failures = results.filter((result) => !result.right);
  if (failures.length === 0) return '<p class="note">None.</p>';
  return `${renderFilters(failures)}${failures.map(renderFailure).join('')}`;
}

function renderFilters(failures: readonly QuestionResult[]): string {
  return `<form>
<input type="search" name="words" placeholder="Words in question, answer or trace" aria-label="Words to look for">
${renderSelect('verdict', 'all that went wrong', failures.map(verdictOf))}
${renderSelect('kind', 'all kinds', failures.map(kindOf))}
<output class="note"></output></form>`;
}

function renderSelect(name: string, all: string, values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => `<option value="${escapeHtml(value)}">${escapeHtml(value)} (${count})</option>`);
  return `<select name="${name}" aria-label="${name}"><option value="">${all} (${values.length})</option>${options.join('')}</select>`;
}

function renderFailure(result: QuestionResult): string {
  const { gold, outcome } = result;
  const verdict = verdictOf(result);
  const context = [gold.question.today, gold.question.language].filter((each) => each !== undefined);
  return `<details data-verdict="${escapeHtml(verdict)}" data-kind="${escapeHtml(kindOf(result))}"><summary>
<span class="chip bad">${escapeHtml(verdict)}</span><span class="question">${escapeHtml(gold.question.text)}</span>
<span class="chip">confidence ${outcome.confidence.toFixed(2)}</span></summary><div class="inside">
<section><h3>Said${result.answers ? '' : ', had it not abstained'}</h3>${renderSaid(result)}</section>
<section><h3>Wanted</h3>${renderWanted(result)}</section>
<section><h3>Documents found</h3>${renderRetrieved(result)}</section>
<section><h3>Question</h3><code>${escapeHtml([gold.id, kindOf(result), ...context].join(' · '))}</code></section>
${renderTrace(outcome.trace)}</div></details>`;
}

function renderSaid({ outcome }: QuestionResult): string {
  const statements = outcome.statements ?? [];
  if (statements.length === 0) return `<p>${escapeHtml(outcome.declined ?? 'Nothing.')}</p>`;
  return `<ol>${statements.map(renderStatement).join('')}</ol>`;
}

function renderStatement(statement: OutcomeStatement): string {
  const quotes = statement.citations.map(
    (citation) =>
      `<blockquote><code>${escapeHtml(citation.documentId)} ${citation.start}–${citation.end}</code> ${escapeHtml(
        citation.quote,
      )}</blockquote>`,
  );
  return `<li>${escapeHtml(statement.text)}${quotes.join('')}</li>`;
}

function renderWanted({ gold }: QuestionResult): string {
  if (!gold.answerable) return `<p>Silence: ${escapeHtml(gold.unanswerableKind ?? 'unanswerable')}.</p>`;
  const documents = gold.docs.map((id) => `<code>${escapeHtml(id)}</code>`).join(', ');
  const which = gold.docsAll.length > 0 ? 'all of these documents' : 'one of these documents';
  return [
    gold.answers.length > 0 ? `<p><b>${gold.answers.map(escapeHtml).join('</b> or <b>')}</b></p>` : '',
    gold.evidence.map((text) => `<blockquote>${escapeHtml(text)}</blockquote>`).join(''),
    documents === '' ? '' : `<p>from ${which}: ${documents}</p>`,
  ].join('');
}

function renderRetrieved({ gold, outcome }: QuestionResult): string {
  const items = outcome.retrieved.map(
    ({ documentId, score }) =>
      `<li${gold.docs.includes(documentId) ? ' class="hit"' : ''}><code>${escapeHtml(documentId)}</code> <small>${score.toFixed(
        3,
      )}</small></li>`,
  );
  return items.length === 0 ? '<p>None.</p>' : `<ol>${items.join('')}</ol>`;
}

function renderTrace(trace: readonly string[] | undefined): string {
  if (!trace || trace.length === 0) return '';
  return `<section class="wide"><h3>Trace</h3><pre>${escapeHtml(trace.join('\n'))}</pre></section>`;
}

function kindOf({ gold }: QuestionResult): string {
  return gold.unanswerableKind ?? gold.kind ?? (gold.answerable ? 'answerable' : 'unanswerable');
}
