/** Lines at most this long may be hard-wrapped; with longer ones every newline ends a paragraph. UTF-16 units. */
const MAX_WRAP_WIDTH = 120;
/** Nobody wraps running text narrower than this: shorter blocks are lists, headings or verse. */
const MIN_WRAP_WIDTH = 40;
/** Lines looked at in each direction to learn a block's width. */
const MAX_BLOCK_LINES = 40;

const BULLET = /^\s*(?:[-*+•▪●◦‣–—]\s|#{1,6}\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s|>\s|\|)/;
const HEADING_MARK = /^\s*(?:#{1,6}\s|\|)/;
const ENDS_OPEN = /[,;–—\-(]$/;
const STOP_AT_END = /[.!?…。！？؟۔।"”’)]$/;
const UNSPACED_SCRIPT = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Where a single newline stands: the text, the block of lines around it (between blank lines) and its own place. */
export interface LineBreak {
  readonly text: string;
  /** Index of the newline. */
  readonly newline: number;
}

/**
 * Whether a single newline ends a paragraph, heading or list item. A line was wrapped if the first word of the next one
 * would not have fitted on it; a line that was left short on purpose ended something.
 */
export function endsParagraph(place: LineBreak): boolean {
  const line = lineBefore(place);
  const next = lineAfter(place);
  if (BULLET.test(next) || HEADING_MARK.test(line)) return true;
  const trimmed = line.trimEnd();
  if (/^\s*\p{Ll}/u.test(next) || ENDS_OPEN.test(trimmed)) return false;
  if (trimmed.endsWith(':') && /^\s*["“«„「]/.test(next)) return false;
  if (trimmed.length > MAX_WRAP_WIDTH && !STOP_AT_END.test(trimmed) && /^\s*\p{Nd}/u.test(next)) return false;
  const width = blockWidth(place);
  if (width > MAX_WRAP_WIDTH || width < MIN_WRAP_WIDTH) return true;
  const word = UNSPACED_SCRIPT.test(next) ? 2 : (/^\s*(\S+)/.exec(next)?.[1]?.length ?? 0);
  return trimmed.length + 1 + word <= width;
}

function lineBefore({ text, newline }: LineBreak): string {
  const start = text.lastIndexOf('\n', newline - 1) + 1;
  return text.slice(Math.min(start, newline), newline);
}

function lineAfter({ text, newline }: LineBreak): string {
  const end = text.indexOf('\n', newline + 1);
  return text.slice(newline + 1, end < 0 ? text.length : end);
}

/** The longest line of the block; stops looking once it is too long to have been wrapped. */
function blockWidth({ text, newline }: LineBreak): number {
  let width = 0;
  for (let end = newline, lines = 0; end > 0 && lines < MAX_BLOCK_LINES; lines += 1) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const length = text.slice(start, end).trimEnd().length;
    if (length === 0 || width > MAX_WRAP_WIDTH) break;
    width = Math.max(width, length);
    end = start - 1;
  }
  for (let start = newline + 1, lines = 0; start < text.length && lines < MAX_BLOCK_LINES; lines += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const length = text.slice(start, end).trimEnd().length;
    if (length === 0 || width > MAX_WRAP_WIDTH) break;
    width = Math.max(width, length);
    start = end + 1;
  }
  return width;
}
