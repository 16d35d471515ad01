const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Text of at most `limit` UTF-16 units, with `…` where something is left out; no grapheme is cut. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
