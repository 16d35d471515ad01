import type { Span } from '../types.ts';
import { readHead } from './read-head.ts';

/** Lines longer than this are prose, whatever they begin with. UTF-16 units. */
const MAX_LABEL_LINE_UNITS = 250;
/** A link or teaser below a label is no longer than this. */
const MAX_TEASER_UNITS = 160;

/** A line that only announces links: what stands below it, up to the next prose, belongs to it. */
const LABEL_ALONE =
  /^(?:related(?: (?:offers?|story|stories|articles?|content|links?|topics?|coverage|news|posts?|reading|videos?))?|(?:previous|next) (?:story|stories|articles?)|read (?:more|next|also)|see also|more (?:on this|stories|news|like this)|more from [^.!?]{2,40}|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading| stories)?|most (?:read|popular|viewed|shared)|trending(?: now)?|latest (?:news|stories|headlines)|top stories|don['’]t miss|around the web|share this(?: article| story)?|filed under|tags|sponsored(?: content| links)?|advertisements?|leave a (?:comment|reply)|post a comment|\d+ comments?)\s*:?$/i;
/** A label with its link in the same line. */
const LABEL_WITH_LINK =
  /^(?:(?:RELATED|MORE|READ MORE|READ ALSO|SEE ALSO|ALSO READ|WATCH|LISTEN)(?: [A-Z]+){0,2}\s*:|(?:[Rr]elated (?:story|stories|article|offer|link)s?|[Rr]ead (?:more|next|also)|[Ss]ee also|(?:[Pp]revious|[Nn]ext) (?:story|article)|[Tt]ags|[Ff]iled under)\s*:)\s*\S/;
const CALL =
  /^(?:(?:please )?click here\b|sign up (?:for|to) (?:our|the|get|receive)\b|subscribe (?:to (?:our|the)|now|today|here|for free)\b|(?:download|get) (?:the|our) [^.]{0,40}\b(?:app|newsletter)\b|follow (?:us|me|@\S+|[^.]{2,40} on (?:twitter|facebook|instagram|x)\b)|like us on\b|join (?:the conversation|our newsletter)\b|share this\b|(?:e-?mail|print) this\b|support (?:our|independent) journalism|all rights reserved\b|skip to (?:main )?content|advertisement\b|(?:story|article) continues below|continue reading\b|(?:note: )?(?:please )?(?:read|see) our [^.]{0,40}(?:guidelines|policy|rules|terms)\b|this (?:article|story|material) (?:originally appeared|first appeared|was originally published|may not be (?:published|reproduced))|have a (?:news )?tip\?|(?:image|photo|picture)s? (?:source|credits?)\b|enjoyed this article\?)/i;
const COPYRIGHT =
  /^(?:©|\(c\)|copyright(?: ©| \(c\))?)\s*(?:the |by |\p{Lu}[\p{L} .]{2,40} )?(?:19|20)\d{2}\b/iu;
const CREDIT =
  /^(?:(?:photo|image|picture|photograph|graphic|credit)(?: credit| by)?s?\s*:|\(?(?:AP Photo|Photo by)\b)|^[^.!?]{0,80}(?:\/| via |, )?(?:Wikimedia Commons|Getty Images|Flash ?90|Shutterstock)\)?\.?$/i;
const CONTRIBUTED = /^[^.!?]{3,160} contributed to this (?:report|story|article)\.?$/;
const ADDRESS_ONLY = /^(?:https?:\/\/\S+|www\.\S+)(?:\s*\|)?$/i;
const BREADCRUMB_LINE = /^[^.!?>»]{2,40}(?:\s[>»]\s[^.!?>»\n]{2,80}){2,}$/;
const PROSE_END = /[.。”"…]\)?$/;

/** At the end of a long line, where a scraper glued everything together: each follows the end of a sentence. */
const GLUED_TRAILERS = [
  /(?<=[.!?”"’)])\s+(?:https?:\/\/\S+|www\.\S+)(?:\s*\|)*\s*$/i,
  /(?<=[.!?”"’)])\s*(?:©|\(c\)|Copyright(?: ©)?)\s*(?:19|20)\d{2}[^.!?]{0,80}(?:\.\s*All rights reserved)?\.?\s*$/i,
  /(?<=[.!?”"’)])\s*All rights reserved\.?\s*$/i,
  /(?<=[.!?”"’)])\s+(?:Related (?:stories|articles|offer)|Read more|Previous story|Share this)\s*:[^\n]{0,300}$/i,
  /(?<=[\p{L}\p{N}.!?”"’)])(?:\s*\|)+\s*$/u,
];

interface Line extends Span {
  readonly text: string;
}

/**
 * Spans of a text that are not the article: head matter, trailers, calls to click, credits, bare addresses, repeated
 * headlines. In order, without overlap. Built for precision: an article's own sentence is worth more than a trailer.
 *
 * @param title Marks a Markdown heading that only repeats it.
 */
export function findBoilerplate(text: string, title: string): Span[] {
  const lines = linesOf(text);
  const spans = [...readHead(text).spans];
  let belowLabel = false;
  for (const line of lines) {
    const alone = LABEL_ALONE.test(line.text);
    const marked = alone || isBoilerplateLine(line.text, title);
    if (marked || (belowLabel && isTeaser(line.text))) spans.push({ start: line.start, end: line.end });
    else spans.push(...gluedTrailers(line));
    belowLabel = alone || (belowLabel && (marked || isTeaser(line.text)));
  }
  return mergeSpans(text, spans);
}

function isBoilerplateLine(line: string, title: string): boolean {
  if (/^#{1,2} /.test(line) && line.replace(/^#+\s*|\s*#+$/g, '') === title) return true;
  if (line.length > MAX_LABEL_LINE_UNITS) return false;
  if (ADDRESS_ONLY.test(line) || COPYRIGHT.test(line) || CALL.test(line) || BREADCRUMB_LINE.test(line))
    return true;
  if (LABEL_WITH_LINK.test(line)) return /^[A-Z ]+:/.test(line) || !/[.。]$/.test(line);
  return CREDIT.test(line) || CONTRIBUTED.test(line);
}

/** A headline or offer below a label: short and not a sentence of prose. */
function isTeaser(line: string): boolean {
  return line.length <= MAX_TEASER_UNITS && !PROSE_END.test(line);
}

/** Trailers peel off one after another from the end of a line. */
function gluedTrailers(line: Line): Span[] {
  let end = line.text.length;
  for (let peeled = true; peeled; ) {
    peeled = false;
    for (const pattern of GLUED_TRAILERS) {
      const match = pattern.exec(line.text.slice(0, end));
      if (match === null) continue;
      end = match.index;
      peeled = true;
    }
  }
  return end < line.text.length && end > 0 ? [{ start: line.start + end, end: line.end }] : [];
}

/** Lines that hold something, trimmed. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\s][^\n]*/g)) {
    const line = match[0].trimEnd();
    lines.push({ text: line, start: match.index, end: match.index + line.length });
  }
  return lines;
}

/** Joins spans that overlap or have only white space between them. */
function mergeSpans(text: string, spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && text.slice(last.end, span.start).trim() === '') {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}
