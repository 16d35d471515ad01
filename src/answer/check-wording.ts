/** Is this wording in the corpus? Where, by whom, and how does it differ? */
import { fold, isStopWord, tokenise } from '../text/words.ts';
import type { Document, DocumentFacts, Quote } from '../types.ts';
import { factsOf } from './document-facts.ts';
import { citationLink } from './link.ts';
import { locateAll, MAX_WANTED_LENGTH, prepareText, type SearchableText } from './locate.ts';
import { findClosest, wordsOf } from './locate-near.ts';
import { type Attributed, readAttributions } from './read-attribution.ts';
import { isSameName } from './same-name.ts';
import { readSentence, type SupportWord } from './support-words.ts';
import { quoteSpan } from './verify.ts';
import { differByWords, type WordRun } from './word-difference.ts';

export interface WordingDeps {
  /** Ids of passages (`documentId#ordinal`) that may hold the words, best first. */
  readonly search: (text: string) => Promise<readonly string[]>;
  readonly document: (id: string) => Promise<Document | undefined>;
  /** Ids of all documents that may hold a wording. With them the exact check is complete: what search missed is read. */
  readonly documentIds?: (wording: string) => Promise<readonly string[]>;
  readonly readerUrl: string;
}

export interface WordingHit {
  readonly how: 'exact' | 'nearly';
  readonly document: DocumentFacts;
  readonly quote: Quote;
  /** 1 when exact, else the share of words that agree. */
  readonly similarity: number;
  /** What turns the document's words into the asked ones; one kept run when exact. */
  readonly difference: readonly WordRun[];
  /** Whether the document, or the text around the quote, names the source that the input names; absent without one. */
  readonly isClaimedSource?: boolean;
  readonly link: string;
}

export interface WordingCheck {
  /** `other-source`: said, but nowhere by whom the input names. */
  readonly verdict: 'exact' | 'nearly' | 'other-source' | 'not-found';
  /** The wording that was looked for, without its attribution. */
  readonly wording: string;
  readonly source?: string;
  /** Best first, at most `HIT_LIMIT`. */
  readonly hits: readonly WordingHit[];
}

export const HIT_LIMIT = 10;
/** Wordings that share fewer of their words are other wordings. */
const LEAST_SIMILARITY = 0.6;
/** Documents compared nearly; the exact comparison knows no such limit. */
const NEAR_DOCUMENTS = 20;
/** UTF-16 units before and behind a quote in which its speaker is looked for. */
const SPEAKER_REACH = 240;
const LEAST_WORDS = 2;

/**
 * Looks for a wording in whole documents, so that one that spans passages is found: in those that search returns for
 * it, for its parts and for its rarest words, and, where `documentIds` is given, in all that hold its longest words.
 */
export async function checkWording(text: string, deps: WordingDeps): Promise<WordingCheck> {
  const readings = readAttributions(text);
  const plain = readings.at(-1) ?? { wording: text };
  if (wordsOf(plain.wording).words.length < LEAST_WORDS || text.length > MAX_WANTED_LENGTH) {
    return { verdict: 'not-found', wording: plain.wording, hits: [] };
  }
  const candidates = await findDocuments(plain.wording, deps);
  for (const reading of readings) {
    const hits = candidates.flatMap((candidate) => findExact(candidate, reading, deps.readerUrl));
    if (hits.length > 0) return judge(reading, hits);
  }
  const reading = readings[0] ?? plain;
  const hits = candidates
    .slice(0, NEAR_DOCUMENTS)
    .flatMap((candidate) => findNearly(candidate, reading, deps.readerUrl));
  return judge(reading, hits);
}

interface CandidateDocument {
  readonly document: Document;
  readonly searchable: SearchableText;
}

async function findDocuments(wording: string, deps: WordingDeps): Promise<readonly CandidateDocument[]> {
  const found = new Set<string>();
  for (const query of queriesOf(wording)) {
    for (const id of await deps.search(query)) found.add(id.slice(0, id.lastIndexOf('#')));
  }
  const candidates: CandidateDocument[] = [];
  const signs = longestWords(wording);
  const add = async (id: string, isSure: boolean): Promise<void> => {
    const document = await deps.document(id);
    if (document === undefined || !(isSure || holdsAny(document.text, signs))) return;
    candidates.push({ document, searchable: prepareText(document.text) });
  };
  for (const id of found) await add(id, true);
  for (const id of (await deps.documentIds?.(wording)) ?? []) if (!found.has(id)) await add(id, false);
  return candidates;
}

const QUERY_WORDS = 12;
const SIGN_COUNT = 3;

/** The wording, its beginning, middle and end, and its longest words: each finds what the others miss. */
function queriesOf(wording: string): readonly string[] {
  const words = wordsOf(wording).words;
  const part = (from: number): string =>
    wording.slice(words[from]?.span.start, words[Math.min(from + QUERY_WORDS, words.length) - 1]?.span.end);
  const parts =
    words.length > QUERY_WORDS
      ? [part(0), part(Math.floor((words.length - QUERY_WORDS) / 2)), part(words.length - QUERY_WORDS)]
      : [];
  return [...new Set([wording, ...parts, longestWords(wording).join(' ')])];
}

/** Rarer words are longer: those that a document with the wording must hold, folded. */
function longestWords(wording: string): readonly string[] {
  const words = tokenise(wording, 'en').map((token) => fold(token.text));
  const content = [...new Set(words)].filter((word) => !isStopWord(word, 'en'));
  return (content.length > 0 ? content : words)
    .sort((left, right) => right.length - left.length)
    .slice(0, SIGN_COUNT);
}

/** A cheap look before the text is folded; soft hyphens may split a word, hence any of several will do. */
function holdsAny(text: string, words: readonly string[]): boolean {
  const lower = text
    .normalize('NFKD')
    .replace(/\p{M}|\u00ad/gu, '')
    .toLowerCase();
  return words.some((word) => lower.includes(word));
}

function findExact(
  { document, searchable }: CandidateDocument,
  { wording, source }: Attributed,
  readerUrl: string,
): readonly WordingHit[] {
  return locateAll(searchable, wording, { near: false, limit: HIT_LIMIT }).flatMap(({ span }) => {
    const quote = quoteSpan(document, span);
    if (quote === undefined) return [];
    return [describeHit(document, quote, { how: 'exact', similarity: 1, wording, source, readerUrl })];
  });
}

function findNearly(
  { document, searchable }: CandidateDocument,
  { wording, source }: Attributed,
  readerUrl: string,
): readonly WordingHit[] {
  const closest = findClosest(searchable.words(), wordsOf(wording));
  if (closest === undefined || closest.similarity < LEAST_SIMILARITY) return [];
  const quote = quoteSpan(document, closest.span);
  if (quote === undefined) return [];
  return [
    describeHit(document, quote, {
      how: 'nearly',
      similarity: closest.similarity,
      wording,
      source,
      readerUrl,
    }),
  ];
}

interface HitDetails {
  readonly how: WordingHit['how'];
  readonly similarity: number;
  readonly wording: string;
  readonly source: string | undefined;
  readonly readerUrl: string;
}

function describeHit(document: Document, quote: Quote, details: HitDetails): WordingHit {
  const { how, similarity, wording, source, readerUrl } = details;
  return {
    how,
    similarity,
    document: factsOf(document),
    quote,
    difference: how === 'exact' ? [{ kind: 'kept', text: quote.text }] : differByWords(wording, quote.text),
    link: citationLink(document, quote.span, readerUrl),
    ...(source === undefined ? {} : { isClaimedSource: isSaidBy(document, quote, source) }),
  };
}

/** Whether the names of a source are all in the document's facts, or all around the quote. */
function isSaidBy(document: Document, quote: Quote, source: string): boolean {
  const names = readSentence(source, 'en').words.filter((word) => word.isName);
  const { start, end } = quote.span;
  const facts = [document.publisher, document.author, document.title, document.id].join('. ');
  const around = document.text.slice(Math.max(0, start - SPEAKER_REACH), end + SPEAKER_REACH);
  return [facts, around].some((text) => holdsNames(readSentence(text, 'en').words, names));
}

const holdsNames = (words: readonly SupportWord[], names: readonly SupportWord[]): boolean =>
  names.length > 0 && names.every((name) => words.some((word) => isSameName(name, word)));

function judge({ wording, source }: Attributed, hits: readonly WordingHit[]): WordingCheck {
  const best = [...hits]
    .sort(
      (left, right) =>
        Number(right.isClaimedSource ?? false) - Number(left.isClaimedSource ?? false) ||
        right.similarity - left.similarity,
    )
    .slice(0, HIT_LIMIT);
  const [first] = best;
  const named = source === undefined ? {} : { source };
  if (first === undefined) return { verdict: 'not-found', wording, ...named, hits: [] };
  const verdict = first.how === 'exact' && first.isClaimedSource === false ? 'other-source' : first.how;
  return { verdict, wording, ...named, hits: best };
}
