/** The link of a citation: to the very sentence in the source, or to the reader page where there is no source online. */
import type { Document, Span } from '../types.ts';

/** Discord refuses link buttons beyond it; the shortest limit of all platforms. */
export const LINK_LIMIT = 512;
/** A quote of more units than this is given by its first and last words. */
const WHOLE_QUOTE_LIMIT = 120;
const CONTEXT_WORDS = 6;
const MOST_END_WORDS = 8;

/**
 * A link to `span`: the document's url with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) that is
 * unique in the document's text, or `${readerUrl}/documents/${id}?start=..&end=..#quote`. At most `LINK_LIMIT` units,
 * http and https only.
 */
export function citationLink(
  document: Pick<Document, 'id' | 'url' | 'text'> & { readonly kind?: Document['kind'] },
  span: Span,
  readerUrl: string,
): string {
  // A digest's words do not stand on the page that it restates: its link leads to the reader.
  const url = document.kind === 'digest' ? undefined : webUrl(document.url);
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
  // A piece without a comma must lie in one block of the page, so a quote of several lines is given by its ends.
  const isWhole = quote.length <= WHOLE_QUOTE_LIMIT && !/[\r\n]/.test(quote);
  const bodies = isWhole ? [encode(quote), ...ends(quote)] : ends(quote);
  if (isFirst(text, span, isWhole ? quote : firstWords(firstLine(quote), MOST_END_WORDS))) return bodies;
  const before = lastWords(lastLine(text.slice(0, span.start)), CONTEXT_WORDS);
  const after = firstWords(firstLine(text.slice(span.end)), CONTEXT_WORDS);
  const [prefix, suffix] = [before && `${encode(before)}-,`, after && `,-${encode(after)}`];
  return [...bodies.flatMap((body) => [`${prefix}${body}${suffix}`, `${prefix}${body}`]), ...bodies];
}

/** Browsers go to the first match: whether none comes before the span. */
function isFirst(text: string, span: Span, piece: string): boolean {
  const before = flatten(text.slice(0, span.start)).length;
  return flatten(text).indexOf(flatten(piece)) >= before;
}

/** `first words,last words` with fewer and fewer words. */
function ends(quote: string): readonly string[] {
  const words = flatten(quote).split(' ').length;
  const isOneLine = !/[\r\n]/.test(quote);
  return [MOST_END_WORDS, 5, 3, 2, 1]
    .filter((count) => !isOneLine || words >= count * 2)
    .map(
      (count) =>
        `${encode(firstWords(firstLine(quote), count))},${encode(lastWords(lastLine(quote), count))}`,
    );
}

/** As browsers compare: one space between words, no case. */
const flatten = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const firstWords = (text: string, count: number): string => text.split(' ').slice(0, count).join(' ');
const lastWords = (text: string, count: number): string => text.split(' ').slice(-count).join(' ');

const lines = (text: string): readonly string[] =>
  text.split(/[\r\n]+/).map((line) => line.replace(/\s+/g, ' ').trim());
const firstLine = (text: string): string => lines(text.trimStart()).at(0) ?? '';
const lastLine = (text: string): string => lines(text.trimEnd()).at(-1) ?? '';

/** Percent-encodes what has a meaning in a fragment directive (`-` `,` `&`) and what markup would trip over. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
