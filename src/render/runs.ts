import { widenToGraphemes } from '../text/graphemes.ts';
import type { Span } from '../types.ts';
import { joinRuns, type Run } from './block.ts';
import { cleanText } from './clean.ts';

/** Cleaned runs of a text; `emphasis` (offsets into it, in any order) is set in strong, widened to whole graphemes. */
export function runsOf(text: string, emphasis: readonly Span[] = []): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const span of wholeGraphemes(text, emphasis)) {
    if (span.end <= at) continue;
    runs.push({ text: cleanText(text.slice(at, span.start)) });
    runs.push({ text: cleanText(text.slice(Math.max(at, span.start), span.end)), strong: true });
    at = span.end;
  }
  runs.push({ text: cleanText(text.slice(at)) });
  return trimRuns(joinRuns(runs));
}

function wholeGraphemes(text: string, spans: readonly Span[]): readonly Span[] {
  return spans
    .map((span) => widenToGraphemes(text, span))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

/** Drops spaces at both ends, and one of two that meet where runs join. */
function trimRuns(runs: readonly Run[]): readonly Run[] {
  const trimmed: Run[] = [];
  for (const run of runs) {
    const previous = trimmed.at(-1);
    const text = !previous || previous.text.endsWith(' ') ? run.text.trimStart() : run.text;
    if (text !== '') trimmed.push({ ...run, text });
  }
  const last = trimmed.pop();
  if (!last) return trimmed;
  const text = last.text.trimEnd();
  return text === '' ? trimmed : [...trimmed, { ...last, text }];
}
