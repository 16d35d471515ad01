/** Verbatim sentences of one document, for reading or for quoting. */
import { segmentSentences } from '../text/segment.ts';
import { indexTerms } from '../text/words.ts';
import type { Document, Quote, Span } from '../types.ts';
import { locateQuote } from './locate.ts';
import { quoteSpan } from './verify.ts';

export interface FoundQuote {
  readonly quote: Quote;
  /** How well the sentence matches the query; 0 when there is none. Comparable within one call. */
  readonly score: number;
}

export interface FindQuotesOptions {
  /** Best first when given, else in the order of the text. */
  readonly query?: string;
  /** All when absent. */
  readonly limit?: number;
  /** Sentences of the document's passages; found anew when absent. */
  readonly sentences?: readonly Span[];
}

/** What a sentence gains that holds the query word for word. */
const PHRASE_BONUS = 100;

/** Sentences of a document with their places, without boilerplate; with a query, those that share a word with it. */
export function findQuotes(document: Document, options: FindQuotesOptions = {}): readonly FoundQuote[] {
  const spans = options.sentences ?? segmentSentences(document.text, document.language);
  const quotes = inOrder(spans).flatMap((span) => quoteSpan(document, span) ?? []);
  const query = options.query?.trim() ?? '';
  const found =
    query === '' ? quotes.map((quote) => ({ quote, score: 0 })) : rank(quotes, query, document.language);
  return found.slice(0, options.limit ?? found.length);
}

/** Sorted and each once: windows of passages may overlap. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const places = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...places.values()].sort((left, right) => left.start - right.start || left.end - right.end);
}

/** By shared words, rare ones heavier, and against the sentence's length, so that the one to the point comes first. */
function rank(quotes: readonly Quote[], query: string, language: string): readonly FoundQuote[] {
  const wanted = new Set(indexTerms(query, language));
  const terms = quotes.map((quote) => indexTerms(quote.text, language));
  const weightOf = (term: string): number => {
    const holding = terms.filter((list) => list.includes(term)).length;
    return Math.log(1 + quotes.length / (1 + holding));
  };
  const weights = new Map([...wanted].map((term) => [term, weightOf(term)]));
  return quotes
    .map((quote, index): FoundQuote => {
      const held = new Set(terms[index]);
      const shared = [...weights].reduce((sum, [term, weight]) => sum + (held.has(term) ? weight : 0), 0);
      const phrase = locateQuote(quote.text, query, { near: false }) ? PHRASE_BONUS : 0;
      return { quote, score: phrase + shared / (1 + Math.log(1 + held.size)) };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score || left.quote.span.start - right.quote.span.start);
}
