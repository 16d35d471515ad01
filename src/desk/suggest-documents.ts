import { fold, tokenise } from '../text/words.ts';
import type { DocumentFacts } from '../types.ts';
import type { Catalogue, CorpusState } from './catalogue.ts';

/** Words of a query that count; nobody types more into a field that completes. */
const MOST_WORDS = 8;
/** UTF-16 units of a query that are read. */
const LONGEST_QUERY = 200;
/** A word that begins the id counts more than one that begins a word of the title, and that more than one inside. */
const SCORES = { idStart: 8, titleStart: 4, wordStart: 2, inside: 1 };

/** What a document is found by, folded once per generation of the index. */
interface Entry {
  readonly document: DocumentFacts;
  readonly id: string;
  /** Words with one space before each. */
  readonly title: string;
  /** Compared as text, the newest last; without a date before all others. */
  readonly published: string;
}

export type SuggestDocuments = (
  words: string,
  limit: number,
  offset?: number,
) => Promise<readonly DocumentFacts[]>;

/** Documents that a moderator may mean while typing: all words must begin something, in the id or the title. */
export function createSuggestions(catalogue: Catalogue): SuggestDocuments {
  let known: { readonly state: CorpusState; readonly entries: readonly Entry[] } | undefined;
  return async (words, limit, offset = 0) => {
    const state = await catalogue.read();
    if (known?.state !== state) known = { state, entries: state.documents.map(toEntry).sort(newestFirst) };
    const found = rank(known.entries, wordsOf(words.slice(0, LONGEST_QUERY)));
    return found.slice(offset, offset + limit).map(({ document }) => document);
  };
}

function toEntry(document: DocumentFacts): Entry {
  const { id, title, language, published = '' } = document;
  const words = tokenise(title, language).map(({ text }) => fold(text));
  return { document, id: id.toLowerCase(), title: ` ${words.join(' ')}`, published };
}

function wordsOf(query: string): readonly string[] {
  return query
    .split(/\s+/u)
    .flatMap((word) => {
      // An id is typed as it stands, with its underscores; a word of a title is folded as titles are.
      const folded = tokenise(word, 'en').map(({ text }) => fold(text));
      return word === ''
        ? []
        : [/[_\d]/.test(word) ? word.toLowerCase() : folded.join(' ') || word.toLowerCase()];
    })
    .slice(0, MOST_WORDS);
}

/** Best first, and the newest first among equals. */
function rank(entries: readonly Entry[], words: readonly string[]): readonly Entry[] {
  if (words.length === 0) return entries;
  return entries
    .flatMap((entry) => {
      const scores = words.map((word) => scoreOf(entry, word));
      const score = scores.includes(0) ? 0 : scores.reduce((sum, each) => sum + each, 0);
      return score > 0 ? [{ entry, score }] : [];
    })
    .sort((left, right) => right.score - left.score)
    .map(({ entry }) => entry);
}

function scoreOf({ id, title }: Entry, word: string): number {
  if (id.startsWith(word)) return SCORES.idStart;
  if (title.startsWith(` ${word}`)) return SCORES.titleStart;
  if (title.includes(` ${word}`)) return SCORES.wordStart;
  return title.includes(word) || id.includes(word) ? SCORES.inside : 0;
}

function newestFirst(left: Entry, right: Entry): number {
  if (left.published !== right.published) return left.published < right.published ? 1 : -1;
  return left.id < right.id ? -1 : 1;
}
