import { setImmediate } from 'node:timers/promises';
import { checkWording, type WordingCheck } from './answer/check-wording.ts';
import { findQuotes } from './answer/find-quotes.ts';
import { citationLink } from './answer/link.ts';
import { LookupError } from './errors.ts';
import { findHolders } from './find-holders.ts';
import type { Document, Filters, PassageIndex, Quote, Retriever } from './types.ts';

/** Ids named in a message about an ambiguous one. */
const NAMED_IDS = 5;

/** The id that this is, or is the only one to begin with it. Throws `LookupError` where none or several are. */
export async function findDocumentId(index: PassageIndex, beginning: string): Promise<string> {
  const ids = (await index.documents()).map(({ id }) => id);
  if (ids.includes(beginning)) return beginning;
  const matches = ids.filter((id) => id.toLowerCase().startsWith(beginning.toLowerCase()));
  const [match, ...others] = matches;
  if (match === undefined || beginning === '') {
    throw new LookupError(`no document has the id "${beginning}": \`footnote sources\` lists them all`);
  }
  if (others.length > 0) {
    const named = matches.slice(0, NAMED_IDS).join(', ');
    const more = matches.length > NAMED_IDS ? ` and ${matches.length - NAMED_IDS} more` : '';
    throw new LookupError(
      `"${beginning}" begins several ids (${named}${more}): write more of the one you mean`,
    );
  }
  return match;
}

/** The document of an id, or of an unambiguous beginning of one. Throws `LookupError`. */
export async function findDocument(index: PassageIndex, beginning: string): Promise<Document> {
  const id = await findDocumentId(index, beginning);
  const document = await index.document(id);
  if (!document)
    throw new LookupError(
      `the document "${id}" has just been removed: \`footnote sources\` lists the others`,
    );
  return document;
}

/** Filters with whole ids, so that a document that does not exist is said and not silently never found. */
export async function resolveFilters(
  index: PassageIndex,
  filters: Filters | undefined,
): Promise<Filters | undefined> {
  if (!filters?.documents) return filters;
  const documents: string[] = [];
  for (const beginning of filters.documents) documents.push(await findDocumentId(index, beginning));
  return { ...filters, documents };
}

/** Words of a document where they stand. */
export interface FoundPlace {
  readonly document: Document;
  readonly quote: Quote;
  /** How well it fits the query; 0 without one. */
  readonly score: number;
  readonly link: string;
}

export interface PlaceOptions {
  readonly index: PassageIndex;
  readonly readerUrl: string;
  /** Sentences that share words with it, best first; without it all, in the order of the text. */
  readonly query?: string | undefined;
}

/** Sentences of a document, by an unambiguous beginning of its id. Throws `LookupError`. */
export async function findPlaces(beginning: string, options: PlaceOptions): Promise<readonly FoundPlace[]> {
  return options.index.during(() => readPlaces(beginning, options));
}

async function readPlaces(
  beginning: string,
  { index, query, readerUrl }: PlaceOptions,
): Promise<readonly FoundPlace[]> {
  const document = await findDocument(index, beginning);
  const passages = await index.passagesOf(document.id);
  const found = findQuotes(document, {
    ...(query !== undefined && { query }),
    sentences: passages.flatMap(({ sentences }) => sentences),
  });
  return found.map(({ quote, score }) => ({
    document,
    quote,
    score,
    link: citationLink(document, quote.span, readerUrl),
  }));
}

/** Documents read through before other work gets its turn: some milliseconds. */
const DOCUMENTS_A_SLICE = 50;

export interface CheckParts {
  readonly index: PassageIndex;
  readonly retriever: Retriever;
  readonly readerUrl: string;
}

/** Whether words stand in the corpus: every document is looked through that may hold them. */
export async function checkInCorpus(
  text: string,
  { index, retriever, readerUrl }: CheckParts,
): Promise<WordingCheck> {
  let read = 0;
  const check = () =>
    checkWording(text, {
      search: async (part) =>
        (await retriever.retrieve({ text: part })).candidates.map(({ passage }) => passage.id),
      document: async (id) => {
        read += 1;
        if (read % DOCUMENTS_A_SLICE === 0) await setImmediate();
        return index.document(id);
      },
      documentIds: (wording) => findHolders(index, wording),
      readerUrl,
    });
  return index.during(check);
}
