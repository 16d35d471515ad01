/** Words that were quoted once, in a document as it is now. */
import type { Citation, Document, Quote } from '../types.ts';
import { factsOf } from './document-facts.ts';
import { citationLink } from './link.ts';
import { quoteSpan } from './verify.ts';

/** Words as they were kept, with the place where they stood. */
export type KeptQuote = Pick<Quote, 'documentId' | 'span' | 'text'>;

/**
 * The very same words as a quote again: where they stood, else where they stand nearest to that. Undefined when the
 * document no longer has them, or has them in boilerplate only.
 */
export function requote(document: Document, kept: KeptQuote): Quote | undefined {
  if (kept.text === '') return undefined;
  const { start } = kept.span;
  const places = placesOf(document.text, kept.text).sort(
    (left, right) => Math.abs(left - start) - Math.abs(right - start),
  );
  for (const place of places) {
    const quote = quoteSpan(document, { start: place, end: place + kept.text.length });
    if (quote?.text === kept.text) return quote;
  }
  return undefined;
}

/** A kept quote as the footnote that it was, with the document's facts and its link as they are now. */
export function recite(
  document: Document,
  { quote: kept, number }: { readonly quote: KeptQuote; readonly number: number },
  readerUrl: string,
): Citation | undefined {
  const quote = requote(document, kept);
  return (
    quote && {
      number,
      document: factsOf(document),
      quote,
      link: citationLink(document, quote.span, readerUrl),
    }
  );
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}
