/** Characters that nobody sees and that can hide or reorder words: stripped before any offset exists. */
const HIDDEN =
  /(?![\t\n])\p{Cc}|[\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|\u034F/gu;
/** Joiners, which Arabic and Indic scripts and emoji need between letters and nothing else does. */
const JOINER = /[\u200C\u200D]/g;
const NEEDED_JOINER =
  /(?<=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]\p{M}*)[\u200C\u200D]|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)\u200D(?=\p{Extended_Pictographic})/gu;

/** A text ready to be kept, and what was done to it. */
export interface CleanText {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * Line ends become `\n` (a form feed or paragraph separator a blank line), hidden and control characters go, broken
 * surrogates become U+FFFD. What is left is never changed again.
 */
export function cleanText(raw: string): CleanText {
  const warnings: string[] = [];
  let text = raw;
  if (!text.isWellFormed()) {
    text = text.toWellFormed();
    warnings.push('replaced broken surrogate characters by U+FFFD');
  }
  text = text.replace(/\r\n?|[\v\u0085\u2028]/g, '\n').replace(/\f|\u2029/g, '\n\n');
  let stripped = 0;
  const visible = text.replace(HIDDEN, () => {
    stripped += 1;
    return '';
  });
  const needed = new Set(visible.search(JOINER) < 0 ? [] : positionsOf(NEEDED_JOINER, visible));
  const joined = visible.replace(JOINER, (joiner, at: number) => {
    if (needed.has(at)) return joiner;
    stripped += 1;
    return '';
  });
  if (stripped > 0)
    warnings.push(`stripped ${stripped} hidden or control character${stripped === 1 ? '' : 's'}`);
  return { text: joined, warnings };
}

function positionsOf(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].map((match) => match.index);
}

/** A fact for display: one line, no control characters, at most `limit` UTF-16 units; undefined when nothing is left. */
export function cleanFact(value: string, limit: number): string | undefined {
  const line = cleanText(value).text.replace(/\s+/g, ' ').trim();
  const short =
    line.length > limit
      ? `${line
          .slice(0, limit - 1)
          .toWellFormed()
          .trimEnd()}…`
      : line;
  return short === '' ? undefined : short;
}
