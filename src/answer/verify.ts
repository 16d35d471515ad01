/** The only maker of quotes: what is drafted becomes what is believed here, or is dropped and counted. */

import { widenToGraphemes } from '../text/graphemes.ts';
import type {
  Candidate,
  Citation,
  ClosestPassage,
  Disagreement,
  Document,
  Draft,
  DraftClaim,
  DropKind,
  Drops,
  Quote,
  Retrieval,
  Span,
  Statement,
} from '../types.ts';
import { cleanClaim } from './clean-claim.ts';
import { findDisagreements } from './conflict.ts';
import { factsOf } from './document-facts.ts';
import { citationLink } from './link.ts';
import { locateQuote, prepareText, type SearchableText } from './locate.ts';
import { isStitched } from './stitched.ts';
import { checkSupport } from './support.ts';

export interface VerifierDeps {
  /** The passages that the drafter was given; a quote from any other is misattributed. */
  readonly candidates: readonly Candidate[];
  /** A whole document, or undefined when it is gone: its quotes are then dropped. */
  readonly document: (id: string) => Promise<Document | undefined>;
  /** Where the reader page is served, without a trailing slash. */
  readonly readerUrl: string;
  /** What was asked: sources disagree about something. */
  readonly question?: string;
}

/** What became of one claim. */
export interface VerifiedClaim {
  /** Absent when the claim was dropped. */
  readonly statement?: Statement;
  /** The citations that the statement names, as they stand now: a later, longer quote may replace a shorter one. */
  readonly citations: readonly Citation[];
  readonly drops: Drops;
}

export interface Verified {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly drops: Drops;
  readonly disagreements: readonly Disagreement[];
}

/** Verifies claims one by one, so that each can be shown as soon as it stands. */
export interface Verifier {
  verify(claim: DraftClaim): Promise<VerifiedClaim>;
  /** Everything verified so far, with the disagreements among it. */
  finish(): Verified;
}

/** UTF-16 units; no sentence that a reader wants is longer, and longer input is no claim. */
const MAX_CLAIM_LENGTH = 4_000;
const MAX_QUOTES_PER_CLAIM = 16;
const CLOSEST_LIMIT = 3;

/** Checks a whole draft: quotes are found and sliced again, claims are borne out by them, what fails is dropped. */
export async function verifyDraft(draft: Draft, deps: VerifierDeps): Promise<Verified> {
  const verifier = createVerifier(deps);
  for (const claim of draft.claims) await verifier.verify(claim);
  return verifier.finish();
}

/** A verifier over the candidates of one question. Claims are numbered in the order in which they are handed in. */
export function createVerifier(deps: VerifierDeps): Verifier {
  const documents = new DocumentShelf(deps.document);
  const ledger = new CitationLedger(deps.readerUrl);
  const passages = new Map(deps.candidates.map((candidate) => [candidate.passage.id, candidate]));
  const statements: Statement[] = [];
  const total: DropCount = new Map();
  let queue: Promise<unknown> = Promise.resolve();

  const verifyNext = async (claim: DraftClaim): Promise<VerifiedClaim> => {
    const drops: DropCount = new Map();
    const drop = (kind: DropKind): void => {
      count(drops, kind);
      count(total, kind);
    };
    const found = await findClaimQuotes(claim, { passages, documents, drop });
    const dropped = (): VerifiedClaim => ({ citations: [], drops: Object.fromEntries(drops) });
    if (found.length === 0) return dropped();
    const { text, emphasis } = cleanClaim(claim.text.slice(0, MAX_CLAIM_LENGTH + 1), claim.emphasis ?? []);
    const facts = found.map(({ document }) => document);
    const isBorneOut =
      text !== '' &&
      text.length <= MAX_CLAIM_LENGTH &&
      checkSupport(
        text,
        found.map(({ quote }) => quote.text),
        facts,
      ).supported;
    if (!isBorneOut) {
      drop(text === '' ? 'empty' : 'unsupported');
      return dropped();
    }
    const numbers = [...new Set(found.map((place) => ledger.cite(place)))];
    const [first, ...rest] = numbers;
    if (first === undefined) return dropped();
    const statement: Statement = { text, citations: [first, ...rest], emphasis };
    statements.push(statement);
    return { statement, citations: ledger.citations(numbers), drops: Object.fromEntries(drops) };
  };

  return {
    verify: (claim) => {
      // One after the other, or two claims handed in at once would race for their citation numbers.
      const next = queue.then(() => verifyNext(claim));
      queue = next.catch(() => undefined);
      return next;
    },
    finish: () => {
      const citations = ledger.citations();
      return {
        statements: [...statements],
        citations,
        drops: Object.fromEntries(total),
        disagreements: findDisagreements(statements, citations, deps.question),
      };
    },
  };
}

/** Words of a document as a quote: widened to whole graphemes; undefined when blank, or touching boilerplate. */
export function quoteSpan(document: Document, span: Span): Quote | undefined {
  const whole = widenToGraphemes(document.text, span);
  const text = document.text.slice(whole.start, whole.end);
  if (!/[\p{L}\p{N}]/u.test(text) || touches(document.boilerplate, whole)) return undefined;
  return brand({ documentId: document.id, span: whole, text });
}

/** The best sentences of the best candidates, for an abstention that shows what came closest. */
export async function quoteClosest(
  retrieval: Pick<Retrieval, 'candidates'>,
  deps: Pick<VerifierDeps, 'document' | 'readerUrl'>,
): Promise<readonly ClosestPassage[]> {
  const closest: ClosestPassage[] = [];
  for (const { passage, sentences, score } of retrieval.candidates) {
    if (closest.length >= CLOSEST_LIMIT) break;
    const document = await deps.document(passage.documentId);
    const span = sentences[0]?.span ?? passage.sentences[0] ?? passage.span;
    const quote = document && quoteSpan(document, span);
    if (document === undefined || quote === undefined) continue;
    const link = citationLink(document, quote.span, deps.readerUrl);
    closest.push({ document: factsOf(document), quote, score, link });
  }
  return closest;
}

/** The one place where the brand is given. */
function brand(quote: Pick<Quote, 'documentId' | 'span' | 'text'>): Quote {
  return quote as Quote;
}

type DropCount = Map<DropKind, number>;
const count = (drops: DropCount, kind: DropKind): void => void drops.set(kind, (drops.get(kind) ?? 0) + 1);

const touches = (spans: readonly Span[], span: Span): boolean =>
  spans.some(({ start, end }) => start < span.end && span.start < end);

interface Found {
  readonly document: Document;
  readonly quote: Quote;
}

interface FindDeps {
  readonly passages: ReadonlyMap<string, Candidate>;
  readonly documents: DocumentShelf;
  readonly drop: (kind: DropKind) => void;
}

async function findClaimQuotes(claim: DraftClaim, deps: FindDeps): Promise<readonly Found[]> {
  const found: Found[] = [];
  if (claim.quotes.length === 0) deps.drop('empty');
  for (const quote of claim.quotes.slice(0, MAX_QUOTES_PER_CLAIM)) {
    const result = await findDraftQuote(quote, deps);
    if (typeof result === 'string') deps.drop(result);
    else found.push(result);
  }
  return found;
}

/** A drafted quote in the passage that it names, or why there is none. */
async function findDraftQuote(
  { passageId, text }: DraftClaim['quotes'][number],
  { passages, documents }: FindDeps,
): Promise<Found | DropKind> {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty';
  const candidate = passages.get(passageId);
  if (candidate === undefined) return 'misattributed';
  const shelved = await documents.get(candidate.passage.documentId);
  if (shelved === undefined) return 'not-found';
  const { document, searchable } = shelved;
  const located = locateQuote(searchable, text, { within: candidate.passage.span });
  if (located === undefined) return whyAbsent(text, { document, searchable, passageId, passages, documents });
  if (isTrivial(document.text, located.span, candidate.passage.sentences)) return 'empty';
  const quote = quoteSpan(document, located.span);
  return quote === undefined ? 'boilerplate' : { document, quote };
}

interface Absence {
  readonly document: Document;
  readonly searchable: SearchableText;
  readonly passageId: string;
  readonly passages: ReadonlyMap<string, Candidate>;
  readonly documents: DocumentShelf;
}

/** Pieces of the passage's document, words of elsewhere, or words of nowhere. */
async function whyAbsent(text: string, absence: Absence): Promise<DropKind> {
  const { document, searchable, passageId, passages, documents } = absence;
  const elsewhere = locateQuote(searchable, text, { near: false });
  if (elsewhere) return touches(document.boilerplate, elsewhere.span) ? 'boilerplate' : 'misattributed';
  for (const { passage } of passages.values()) {
    if (passage.id === passageId) continue;
    const other = await documents.get(passage.documentId);
    if (other && locateQuote(other.searchable, text, { within: passage.span, near: false }))
      return 'misattributed';
  }
  return isStitched(searchable, text) ? 'stitched' : 'not-found';
}

/** One word says nothing by itself, unless it is all that was said, or its script does not part words. */
function isTrivial(text: string, span: Span, sentences: readonly Span[]): boolean {
  const words = text.slice(span.start, span.end).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length >= 2 || (words[0]?.length ?? 0) > 20) return false;
  const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2}/u.test(
    words[0] ?? '',
  );
  const isSentence = sentences.some(({ start, end }) => span.start <= start + 1 && span.end >= end - 2);
  return !isUnspaced && !isSentence;
}

interface Shelved {
  readonly document: Document;
  readonly searchable: SearchableText;
}

/** Whole documents, each fetched and folded once per question. */
class DocumentShelf {
  readonly #fetch: VerifierDeps['document'];
  readonly #shelved = new Map<string, Shelved | undefined>();

  constructor(fetch: VerifierDeps['document']) {
    this.#fetch = fetch;
  }

  async get(id: string): Promise<Shelved | undefined> {
    if (!this.#shelved.has(id)) {
      const document = await this.#fetch(id);
      this.#shelved.set(id, document && { document, searchable: prepareText(document.text) });
    }
    return this.#shelved.get(id);
  }
}

/** Numbers quotes in order of appearance; a quote inside another of its document shares its number. */
class CitationLedger {
  readonly #readerUrl: string;
  readonly #citations: Citation[] = [];

  constructor(readerUrl: string) {
    this.#readerUrl = readerUrl;
  }

  cite({ document, quote }: Found): number {
    const index = this.#citations.findIndex(
      (citation) =>
        citation.quote.documentId === quote.documentId &&
        (contains(citation.quote.span, quote.span) || contains(quote.span, citation.quote.span)),
    );
    const known = this.#citations[index];
    const number = known?.number ?? this.#citations.length + 1;
    if (known && contains(known.quote.span, quote.span)) return number;
    const link = citationLink(document, quote.span, this.#readerUrl);
    this.#citations[number - 1] = { number, document: factsOf(document), quote, link };
    return number;
  }

  citations(numbers?: readonly number[]): readonly Citation[] {
    return this.#citations.filter(({ number }) => numbers === undefined || numbers.includes(number));
  }
}

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
