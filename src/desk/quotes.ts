/** Word-for-word quotes for whoever asks for them: shown, found, checked, and in their context. */
import { citationLink } from '../answer/link.ts';
import { quoteSpan } from '../answer/verify.ts';
import { LookupError } from '../errors.ts';
import { type FoundPlace, findDocument, findDocumentId, findPlaces } from '../look-up.ts';
import { indexTerms } from '../text/words.ts';
import type { Candidate, Citation, Document, Span } from '../types.ts';
import type { DeskContext } from './parts.ts';
import type { FindQuotesOptions, QuoteInContext, StandingAnswer } from './types.ts';

type QuoteParts = Pick<DeskContext, 'index' | 'retriever' | 'readerUrl'>;

/** UTF-16 units shown before and after a quote, at most. */
const CONTEXT_UNITS = 300;

/** The sentences of a passage, by ordinal; of the first one without. Throws `LookupError`. */
export async function showQuote(
  documentId: string,
  passage: number | undefined,
  { index, readerUrl }: QuoteParts,
): Promise<readonly FoundPlace[]> {
  const document = await findDocument(index, documentId);
  const passages = await index.passagesOf(document.id);
  const wanted = passages[passage ?? 0];
  if (!wanted) {
    throw new LookupError(
      `"${document.id}" has ${passages.length} passages and none of the number ${passage}: choose another`,
    );
  }
  return wanted.sentences.flatMap((span) => placeAt(document, span, { readerUrl, score: 0 }));
}

/** Sentences that fit the words, best first. Throws `LookupError` for a document that is not there. */
export async function findQuotesFor(
  words: string,
  { document, limit, offset = 0 }: FindQuotesOptions,
  parts: QuoteParts,
): Promise<readonly FoundPlace[]> {
  if (words.trim() === '') return [];
  const { index, readerUrl } = parts;
  const found =
    document === undefined
      ? await findInCorpus(words, parts)
      : await findPlaces(await findDocumentId(index, document), { index, readerUrl, query: words });
  return found.slice(offset, offset + limit);
}

async function findInCorpus(
  words: string,
  { index, retriever, readerUrl }: QuoteParts,
): Promise<readonly FoundPlace[]> {
  const { candidates } = await retriever.retrieve({ text: words });
  const documents = new Map<string, Document | undefined>();
  for (const { document } of candidates) {
    if (!documents.has(document.id)) documents.set(document.id, await index.document(document.id));
  }
  return sentencesOf(candidates, words).flatMap(({ documentId, span, score }) => {
    const document = documents.get(documentId);
    return document ? placeAt(document, span, { readerUrl, score }) : [];
  });
}

interface Sentence {
  readonly documentId: string;
  readonly span: Span;
  readonly score: number;
}

/** Those that share a word with what is looked for, best first, each once: passages may overlap. */
function sentencesOf(candidates: readonly Candidate[], words: string): readonly Sentence[] {
  const sentences = candidates.flatMap((candidate) => {
    const { passage, document } = candidate;
    const wanted = wantedTerms(candidate, words);
    return candidate.sentences
      .filter(({ text }) => indexTerms(text, document.language).some((term) => wanted.has(term)))
      .map(({ span, score }) => ({ documentId: passage.documentId, span, score }));
  });
  const places = new Map<string, Sentence>();
  for (const sentence of sentences.sort((left, right) => right.score - left.score)) {
    const key = `${sentence.documentId} ${sentence.span.start}`;
    if (!places.has(key)) places.set(key, sentence);
  }
  return [...places.values()];
}

/** The words as the document's language has them, and the spellings that they were found by. */
function wantedTerms({ document, trace }: Candidate, words: string): ReadonlySet<string> {
  const spellings = trace.variants.flatMap((variant) => variant.split(' -> ').slice(1));
  return new Set([...indexTerms(words, document.language), ...spellings]);
}

function placeAt(
  document: Document,
  span: Span,
  { readerUrl, score }: { readonly readerUrl: string; readonly score: number },
): readonly FoundPlace[] {
  const quote = quoteSpan(document, span);
  return quote ? [{ document, quote, score, link: citationLink(document, quote.span, readerUrl) }] : [];
}

/** The quotes that an answer rests on, or the closest passages that it shows instead, numbered in their order. */
export async function quotesInContext(
  standing: StandingAnswer,
  { index }: Pick<QuoteParts, 'index'>,
): Promise<readonly QuoteInContext[]> {
  const found: QuoteInContext[] = [];
  for (const citation of citationsOf(standing)) {
    const document = await index.document(citation.document.id);
    if (document) found.push({ citation, ...contextOf(document, citation.quote.span) });
  }
  return found;
}

function citationsOf({ answer, state, correction }: StandingAnswer): readonly Citation[] {
  if (state === 'retracted') return [];
  if (correction) return [correction.citation];
  if (answer.kind === 'grounded') return answer.citations;
  return answer.closest.map(({ document, quote, link }, index) => ({
    number: index + 1,
    document,
    quote,
    link,
  }));
}

/** What stands around a quote, up to whole words and never into boilerplate. */
function contextOf(
  { text, boilerplate }: Document,
  { start, end }: Span,
): Pick<QuoteInContext, 'before' | 'after'> {
  const from = Math.max(0, ...boilerplate.map((span) => (span.end <= start ? span.end : 0)));
  const to = Math.min(
    text.length,
    ...boilerplate.map((span) => (span.start >= end ? span.start : text.length)),
  );
  const [first, last] = [Math.max(from, start - CONTEXT_UNITS), Math.min(to, end + CONTEXT_UNITS)];
  const before = text.slice(first, start);
  const after = text.slice(end, last);
  return {
    before: first > from ? before.replace(/^\S*\s*/u, '') : before.replace(/^\s+/u, ''),
    after: last < to ? after.replace(/\s*\S*$/u, '') : after.replace(/\s+$/u, ''),
  };
}
