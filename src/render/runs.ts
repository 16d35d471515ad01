import type { Span } from '../types.ts';
import { joinRuns, type Run } from './block.ts';
import { cleanText } from './clean.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

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
  const segments = graphemes.segment(text);
  return spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const last = segments.containing(end - 1);
      return {
        start: segments.containing(start)?.index ?? start,
        end: last ? last.index + last.segment.length : end,
      };
    });
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
