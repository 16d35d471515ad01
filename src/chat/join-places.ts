import type { FoundPlace } from '../look-up.ts';
import type { Place } from '../render/answer.ts';

/**
 * Places of one document that follow each other on a line, with nothing but spaces between, as one place each: a
 * paragraph reads as a whole, and its text is a slice of the document.
 */
export function joinPlaces(places: readonly FoundPlace[]): readonly Place[] {
  const joined: Place[] = [];
  for (const place of places) {
    const last = joined.at(-1);
    const { document, quote } = place;
    const between = last && document.text.slice(last.quote.span.end, quote.span.start);
    if (
      last?.document.id === document.id &&
      /^ *$/u.test(between ?? '-') &&
      quote.span.start >= last.quote.span.end
    ) {
      const span = { start: last.quote.span.start, end: quote.span.end };
      joined[joined.length - 1] = {
        ...last,
        quote: { span, text: document.text.slice(span.start, span.end) },
      };
    } else joined.push(place);
  }
  return joined;
}
