/** The link of a citation: to the very sentence in the source, or to the reader page where there is no source online. */
import type { Document, Span } from '../types.ts';

/** Discord refuses link buttons beyond it; the shortest limit of all platforms. */
export const LINK_LIMIT = 512;
/** A quote of more units than this is given by its first and last words. */
const WHOLE_QUOTE_LIMIT = 120;
const CONTEXT_WORDS = 6;

/**
 * A link to `span`: the document's url with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) that is
 * unique in the document's text, or `${readerUrl}/documents/${id}?start=..&end=..#quote`. At most `LINK_LIMIT` units,
 * http and https only.
 */
export function citationLink(
  document: Pick<Document, 'id' | 'url' | 'text'>,
  span: Span,
  readerUrl: string,
): string {
  const url = webUrl(document.url);
  if (url === undefined) {
    return `${readerUrl.replace(/\/+$/, '')}/documents/${encodeURIComponent(document.id)}?start=${span.start}&end=${span.end}#quote`;
  }
  const base = `${url}${url.includes('#') ? '' : '#'}:~:text=`;
  const fragment = fragments(document.text, span).find(
    (candidate) => base.length + candidate.length <= LINK_LIMIT,
  );
  return fragment === undefined ? url : base + fragment;
}

function webUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) && href.length <= LINK_LIMIT ? href.replace(/:~:.*$/, '') : undefined;
}

/** Text fragments for a span, from the most telling to the shortest. */
function fragments(text: string, span: Span): readonly string[] {
  const quote = text.slice(span.start, span.end).trim();
  const page = flatten(text);
  const isUnique = (part: string): boolean => {
    const first = page.indexOf(part);
    return first >= 0 && page.indexOf(part, first + 1) < 0;
  };
  const before = lastLine(text.slice(Math.max(0, span.start - 200), span.start));
  const after = firstLine(text.slice(span.end, span.end + 200));
  // A piece without a comma must lie in one block of the page, so a quote of several lines is given by its ends.
  const isWhole = quote.length <= WHOLE_QUOTE_LIMIT && !/[\r\n]/.test(quote);
  const candidates: string[] = [];
  const bodies = isWhole ? [encode(quote), ...ends(quote)] : ends(quote);
  for (const body of bodies) {
    const isAlone = isWhole && isUnique(flatten(quote));
    if (!isAlone && before !== '' && !startsUnique(quote, isUnique)) {
      const suffix = after === '' ? '' : `,-${encode(after)}`;
      candidates.push(`${encode(before)}-,${body}${suffix}`, `${encode(before)}-,${body}`);
    } else if (!isAlone && before === '' && after !== '' && !startsUnique(quote, isUnique)) {
      candidates.push(`${body},-${encode(after)}`);
    }
    candidates.push(body);
  }
  return candidates;
}

const startsUnique = (quote: string, isUnique: (part: string) => boolean): boolean =>
  isUnique(flatten(firstWords(firstLine(quote, Number.POSITIVE_INFINITY), 8)));

/** `first words,last words` with fewer and fewer words; a one-word quote by itself. */
function ends(quote: string): readonly string[] {
  const first = firstLine(quote, Number.POSITIVE_INFINITY);
  const last = lastLine(quote, Number.POSITIVE_INFINITY);
  const isOneLine = first.length === flatten(quote).length;
  const words = quote.split(/\s+/).length;
  return [8, 5, 3, 2, 1]
    .filter((count) => !isOneLine || words >= count * 2)
    .map((count) => `${encode(firstWords(first, count))},${encode(lastWords(last, count))}`);
}

/** As browsers compare: one space between words, no case. */
const flatten = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const firstWords = (text: string, count: number): string => text.split(' ').slice(0, count).join(' ');
const lastWords = (text: string, count: number): string => text.split(' ').slice(-count).join(' ');

const lines = (text: string): readonly string[] =>
  text.split(/[\r\n]+/).map((line) => line.replace(/\s+/g, ' ').trim());
const firstLine = (text: string, words = CONTEXT_WORDS): string =>
  firstWords(lines(text.trimStart()).at(0) ?? '', words);
const lastLine = (text: string, words = CONTEXT_WORDS): string =>
  lastWords(lines(text.trimEnd()).at(-1) ?? '', words);

/** Percent-encodes what has a meaning in a fragment directive (`-` `,` `&`) and what markup would trip over. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
