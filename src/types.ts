/**
 * The nouns and the seams of Footnote. This file imports nothing; every other file may import it.
 *
 * Offsets are UTF-16 code units into `Document.text`, half-open, unless a field says otherwise.
 * Dates are ISO 8601 and may be partial: `2011`, `2011-11` or `2011-11-24`.
 */

/** A half-open range of UTF-16 code units into a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An `article` speaks for itself; a `digest` restates an article in other words and is always shown as one. */
export type DocumentKind = 'article' | 'digest';

/** What a reader is told about a document: everything but its text. */
export interface DocumentFacts {
  /** The file's stem, unless front matter or the JSONL line names one. Unique in a corpus. */
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly url?: string;
  /** BCP 47, e.g. `en`, `zh`. */
  readonly language: string;
  readonly kind: DocumentKind;
  /** For a digest: what it restates, in words. */
  readonly digestOf?: string;
}

/** One article as it was read. `text` is never changed after reading: all offsets point into it. */
export interface Document extends DocumentFacts {
  readonly text: string;
  /** SHA-256, in hex, over the text and the facts: equal digests mean that nothing changed. */
  readonly digest: string;
  /** Where the document came from (a path or `path:line`), for operators; never shown to users. */
  readonly source: string;
  /** Parts of the text that are not the article: trailers, navigation, repeated headlines. Never quoted. */
  readonly boilerplate: readonly Span[];
  /** What ingest wants an operator to know, e.g. hidden characters in the text. */
  readonly warnings: readonly string[];
}

/** A run of whole sentences. `text === document.text.slice(span.start, span.end)`. */
export interface Passage {
  /** `${documentId}#${ordinal}` */
  readonly id: string;
  readonly documentId: string;
  /** Position in the document, from 0. */
  readonly ordinal: number;
  readonly span: Span;
  /** Spans into the document's text, in order, without overlap, none of them boilerplate. */
  readonly sentences: readonly Span[];
  readonly text: string;
}

/** Narrows what may be retrieved. Every field that is present must hold. */
export interface Filters {
  readonly documents?: readonly string[];
  /** Compared without case. */
  readonly publisher?: string;
  /** Published on or after / on or before; a document without a date never passes these two. */
  readonly after?: string;
  readonly before?: string;
}

/** An earlier exchange of a conversation. */
export interface Turn {
  readonly question: string;
  /** What was said: the statements of the answer, a line each. Absent where there was none. */
  readonly answer?: string;
}

/** A question, free of any platform. */
export interface Question {
  readonly text: string;
  readonly filters?: Filters;
  /** Earlier turns of the same conversation, oldest first. */
  readonly history?: readonly Turn[];
  /** BCP 47; detected from the text when absent. */
  readonly language?: string;
  /** The day on which it is asked, `YYYY-MM-DD`: what "this week" is relative to. */
  readonly today?: string;
}

/** Why a passage is here: its rank (from 1) and score in each list that returned it, and what the ranker saw. */
export interface Trace {
  readonly lists: Readonly<Record<string, { readonly rank: number; readonly score: number }>>;
  readonly features: Readonly<Record<string, number>>;
  /** Query words that were matched through another spelling: `mashal -> mashaal`. */
  readonly variants: readonly string[];
}

/** A sentence of a candidate with the ranker's estimate that it answers the question. */
export interface ScoredSentence {
  readonly span: Span;
  readonly text: string;
  /** Comparable between sentences of one retrieval; higher is better. */
  readonly score: number;
  /** Ranges of `text` (offsets into the sentence, not the document) that look like the answer itself. */
  readonly highlights: readonly Span[];
}

export interface Candidate {
  readonly passage: Passage;
  readonly document: DocumentFacts;
  /** Comparable between candidates of one retrieval; higher is better. */
  readonly score: number;
  /** Best first. */
  readonly sentences: readonly ScoredSentence[];
  readonly trace: Trace;
}

/** What retrieval hands on: candidates best first, and how likely it is that they hold an answer. */
export interface Retrieval {
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  /** Distinct documents, best first, at most 10. */
  readonly documents: readonly { readonly documentId: string; readonly score: number }[];
  /** Calibrated probability, 0 to 1, that the corpus answers the question. */
  readonly confidence: number;
  /** `confidence` at or above which an answer is given. */
  readonly threshold: number;
  /** Milliseconds. */
  readonly tookMs: number;
}

/** A claim as drafted: nothing in it is believed yet. */
export interface DraftClaim {
  readonly text: string;
  readonly quotes: readonly { readonly passageId: string; readonly text: string }[];
  /** Ranges of `text` to set in bold. */
  readonly emphasis?: readonly Span[];
}

/** What a drafter proposes. Untrusted, whoever wrote it. */
export interface Draft {
  /** e.g. `extractive` or `openai:gpt-4.1` */
  readonly drafter: string;
  readonly claims: readonly DraftClaim[];
  /** The drafter says that the candidates hold no answer. */
  readonly declined: boolean;
  /** Prompt and completion tokens, where a model was asked. */
  readonly tokens?: Tokens;
}

/** What a model read and wrote. */
export interface Tokens {
  readonly input: number;
  readonly output: number;
  /** Counted by length, at least in part: the provider sent no count. */
  readonly estimated?: true;
}

declare const verified: unique symbol;

/** Words of a document, sliced from it. Only `verify` makes one. `text === document.text.slice(start, end)`. */
export interface Quote {
  readonly documentId: string;
  readonly span: Span;
  readonly text: string;
  readonly [verified]: true;
}

/** A footnote. Every field is computed from the document and the quote's place in it. */
export interface Citation {
  /** From 1, in order of appearance. */
  readonly number: number;
  readonly document: DocumentFacts;
  readonly quote: Quote;
  /** Leads to the sentence: the document's url with a text fragment, or the reader page. */
  readonly link: string;
}

/** A sentence shown to a reader; it cannot exist without a citation. */
export interface Statement {
  readonly text: string;
  readonly citations: readonly [number, ...number[]];
  readonly emphasis: readonly Span[];
}

/** Sources that differ on the same thing, by citation number. Statements carry the words; this says that they differ. */
export interface Disagreement {
  readonly about: 'number' | 'date' | 'position';
  readonly citations: readonly [number, number, ...number[]];
}

/** Why a quote or claim was dropped. */
export type DropKind = 'not-found' | 'misattributed' | 'stitched' | 'unsupported' | 'boilerplate' | 'empty';

export type Drops = Readonly<Partial<Record<DropKind, number>>>;

export interface Timings {
  /** Milliseconds each. `rephrase` where there were earlier turns. */
  readonly rephrase?: number;
  readonly retrieve: number;
  readonly draft: number;
  readonly verify: number;
}

/**
 * Why a model's answer is not the one shown: it cannot be reached, did not answer in time, refused, answered in a form
 * that cannot be read, would exceed the tokens allowed, or nothing that it wrote could be verified.
 */
export type FallbackReason = 'unavailable' | 'slow' | 'refused' | 'malformed' | 'over-budget' | 'unverified';

/**
 * What is to be said of the question itself. `judgement`: it asks for one, which sources may make and the bot does not.
 * `talk`: it greets, or is about the bot, and no document answers it. `language`: nothing was found, but it was asked in
 * another language than the documents are in.
 */
export type Remark = 'judgement' | 'talk' | 'language';

interface Answered {
  /** As it was asked. */
  readonly question: Question;
  /** How a follow-up was understood, where that differs from its words. */
  readonly understoodAs?: string;
  readonly remark?: Remark;
  readonly confidence: number;
  readonly drafter: string;
  /** Present where a model was to answer, and the sources' own words stand in for it. */
  readonly fallback?: FallbackReason;
  /** Of all drafts that were verified for this answer. */
  readonly drops: Drops;
  /** Of everything that a model was asked for this answer. */
  readonly tokens?: Tokens;
  readonly timings: Timings;
  readonly retrieved: Retrieval['documents'];
}

export interface GroundedAnswer extends Answered {
  readonly kind: 'grounded';
  readonly statements: readonly [Statement, ...Statement[]];
  readonly citations: readonly [Citation, ...Citation[]];
  readonly disagreements: readonly Disagreement[];
  /** The model stopped before its answer was complete; what it had said by then is verified and shown. */
  readonly cutShort?: FallbackReason;
}

/** What is verified of an answer that is still being written: nothing in it is taken back, more may follow. */
export interface PartialAnswer {
  readonly drafter: string;
  /** How a follow-up was understood, where that differs from its words. */
  readonly understoodAs?: string;
  readonly remark?: Remark;
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
}

/**
 * Not knowing is a result with a name. `no-evidence`: nothing retrieved is likely to answer. `declined`: the drafter
 * saw the passages and found no answer. `unsupported`: what it wrote did not survive verification.
 */
export type AbstentionReason = 'no-evidence' | 'declined' | 'unsupported';

export interface ClosestPassage {
  readonly document: DocumentFacts;
  readonly quote: Quote;
  readonly score: number;
  readonly link: string;
}

export interface Abstention extends Answered {
  readonly kind: 'abstention';
  readonly reason: AbstentionReason;
  /** Best first, at most 3. */
  readonly closest: readonly ClosestPassage[];
}

/** An answer or an honest no. A failure is neither: it is thrown. */
export type Answer = GroundedAnswer | Abstention;

// ---- seams ----

/** A passage on its way into an index: the words and vectors it is found by. */
export interface IndexedPassage {
  readonly passage: Passage;
  /** Index terms of the passage (folded, stemmed, stop words dropped), joined by one space. */
  readonly terms: string;
  /** One string per sentence: the index term of each of its words, '' for a stop word, joined by one space. */
  readonly sentenceTerms: readonly string[];
  /** One vector per sentence of the passage, in order, each of the embedder's dimensions and of length 1. */
  readonly vectors: readonly Float32Array[];
}

/** A document on its way into an index. */
export interface IndexedDocument {
  readonly document: Document;
  /** Index terms of title, publisher, author and date: searchable with every passage of the document. */
  readonly fieldTerms: string;
  /** All of the text that can be searched; the terms of a document are those of its passages. */
  readonly passages: readonly IndexedPassage[];
  /** Names of the document by a key that their spellings share, for variants. */
  readonly names: readonly { readonly key: string; readonly term: string }[];
}

/** A query term; the engine multiplies its bm25 contribution by `weight`. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A hit of one list, best first, scores higher is better. */
export interface Hit<Id = string> {
  readonly id: Id;
  readonly score: number;
}

/** A hit of `nearest`: which sentence of the passage it was. */
export interface VectorHit extends Hit {
  /** Index into `passage.sentences`. */
  readonly sentence: number;
}

export interface IndexStats {
  readonly documents: number;
  readonly passages: number;
  readonly vectors: number;
  /** Raised by one with every change. */
  readonly generation: number;
  readonly embedder: string;
  readonly dimensions: number;
  /** How nearest neighbours are searched now. */
  readonly search: 'exact' | 'hnsw';
  /** Bytes on disk. */
  readonly bytes: number;
}

/**
 * Holds documents, passages, words and vectors, and searches them. Fusion, reranking and thresholds are policy and stay
 * above it. Every engine passes `tests/contracts/passage-index.ts`.
 */
export interface PassageIndex {
  /** Adds the document, or replaces the one of its id, as one transaction: readers see all of it or none. */
  put(entry: IndexedDocument): Promise<void>;
  /** Removes a document from every list as one transaction. Resolves to whether it was there. */
  remove(documentId: string): Promise<boolean>;
  /** Makes everything put or removed so far searchable at full speed (e.g. rebuilds neighbours); idempotent. */
  flush(): Promise<void>;
  /** The whole document, or undefined. */
  document(id: string): Promise<Document | undefined>;
  /** Facts and digest of every document that passes the filters, by id. */
  documents(
    filters?: Filters,
  ): Promise<readonly (DocumentFacts & { readonly digest: string; readonly source: string })[]>;
  /** Passages of these ids, in the order asked; unknown ids are left out. */
  passages(ids: readonly string[]): Promise<readonly Passage[]>;
  /** All passages of a document, in order. */
  passagesOf(documentId: string): Promise<readonly Passage[]>;
  /** Sentence vectors of these passages, in the order asked. */
  vectors(passageIds: readonly string[]): Promise<readonly (readonly Float32Array[])[]>;
  /** Passages by bm25 over passage terms and, `fieldWeight` times as heavy, the document's field terms. */
  matchingPassages(terms: readonly WeightedTerm[], options: MatchOptions): Promise<readonly Hit[]>;
  /** Documents by bm25 over their whole text and fields. */
  matchingDocuments(terms: readonly WeightedTerm[], options: MatchOptions): Promise<readonly Hit[]>;
  /** Sentences by cosine similarity to a vector of length 1. */
  nearest(
    vector: Float32Array,
    options: { readonly limit: number; readonly filters?: Filters },
  ): Promise<readonly VectorHit[]>;
  /** Passage by passage, what was stored as `sentenceTerms`; nothing for an id that is not there. */
  sentenceTerms(passageIds: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** In how many passages each term occurs, in the order asked; 0 for an unknown one. */
  frequencies(terms: readonly string[]): Promise<readonly number[]>;
  /** Those of the terms that the text of any passage holds, in the order asked: for hundreds of guesses, most of them wrong. */
  knownTerms(terms: readonly string[]): Promise<readonly string[]>;
  /** Terms of the corpus that were put under any of these name keys. */
  namesByKey(keys: readonly string[]): Promise<readonly string[]>;
  /**
   * Runs work whose reads belong together, a question's say: where another index comes into use meanwhile, all of them go
   * to the one that was in use at the start.
   */
  during<T>(work: () => Promise<T>): Promise<T>;
  stats(): Promise<IndexStats>;
  close(): Promise<void>;
}

export interface MatchOptions {
  readonly limit: number;
  readonly filters?: Filters;
  /** Weight of field terms against body terms; 1 when absent. */
  readonly fieldWeight?: number;
}

export type EmbeddingPurpose = 'query' | 'passage';

/** Turns texts into vectors of length 1. */
export interface Embedder {
  /** Names model, version and dimensions: an index built with another id refuses to open. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector per text, in order. Throws `EmbedderError` when the model cannot be had. */
  embed(
    texts: readonly string[],
    purpose: EmbeddingPurpose,
    signal?: AbortSignal,
  ): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}

export interface DraftOptions {
  readonly signal?: AbortSignal;
  /**
   * Called with each claim as soon as it is complete, in order; the claims so handed over are the first ones of the
   * draft that is returned. A drafter that has all claims at once need not call it.
   */
  readonly onClaim?: (claim: DraftClaim) => void;
}

/** Writes a draft from candidates. What it returns is checked, never trusted. */
export interface Drafter {
  readonly name: string;
  /** Throws `ModelError` where a model cannot be had; claims that `onClaim` got before that keep their worth. */
  draft(retrieval: Retrieval, options?: DraftOptions): Promise<Draft>;
}

/** One way to understand a question. */
export interface Reading {
  readonly text: string;
  /** Above 0; those of a question sum to 1. */
  readonly weight: number;
}

/** A question as it stands alone. */
export interface Rephrased {
  /** The question's own text where it stands alone already. */
  readonly text: string;
  /** What to search for; `text` when absent. Several where it is not sure what was meant. */
  readonly readings?: readonly [Reading, ...Reading[]];
  readonly tokens?: Tokens;
}

/** Makes a follow-up stand alone. Its words are data: they are searched for, never obeyed. */
export interface Rephraser {
  /** Throws `ModelError` where a model cannot be had. */
  rephrase(question: Question, signal?: AbortSignal): Promise<Rephrased>;
}

/** Finds candidates for a question. */
export interface Retriever {
  retrieve(question: Question, signal?: AbortSignal): Promise<Retrieval>;
}
