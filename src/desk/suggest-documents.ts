import { setImmediate } from 'node:timers/promises';
import { fold, tokenise } from '../text/words.ts';
import type { DocumentFacts } from '../types.ts';
import type { Catalogue, CorpusState } from './catalogue.ts';

/** Words of a query that count; nobody types more into a field that completes. */
const MOST_WORDS = 8;
/** UTF-16 units of a query that are read. */
const LONGEST_QUERY = 200;
/** A word that begins the id counts more than one that begins the title, then one that begins a word of it. */
const SCORES = { idStart: 8, titleStart: 4, wordStart: 2, inside: 1 };
/** Titles folded before other work gets its turn: some milliseconds. */
const TITLES_A_SLICE = 500;

type ListedDocument = CorpusState['documents'][number];

/** What a document is found by. */
interface Entry {
  readonly document: DocumentFacts;
  readonly id: string;
  /** Folded words with one space before each. */
  readonly title: string;
  /** Compared as text; without a date before all others. */
  readonly published: string;
}

/** Completes what a moderator types into a field for a document. */
export interface Suggestions {
  /** Documents that may be meant while typing: each word must stand in the id or the title. The newest without words. */
  suggest(words: string, limit: number, offset?: number): Promise<readonly DocumentFacts[]>;
  /** Folds titles ahead of the first request, so that it is as fast as the others. */
  prepare(): Promise<void>;
}

/** Suggestions from the documents of a catalogue. */
export function createSuggestions(catalogue: Catalogue): Suggestions {
  /** A document that has not changed is the same object from one generation to the next. */
  const folded = new WeakMap<ListedDocument, Entry>();
  let known: { readonly state: CorpusState; readonly entries: readonly Entry[] } | undefined;
  const foldAll = async ({ documents }: CorpusState): Promise<readonly Entry[]> => {
    const entries: Entry[] = [];
    let fresh = 0;
    for (const document of documents) {
      const entry = folded.get(document) ?? toEntry(document);
      if (!folded.has(document)) fresh += 1;
      folded.set(document, entry);
      entries.push(entry);
      if (fresh >= TITLES_A_SLICE) {
        await setImmediate();
        fresh = 0;
      }
    }
    return entries.sort(newestFirst);
  };
  const read = async (): Promise<readonly Entry[]> => {
    const state = await catalogue.read();
    if (known?.state !== state) known = { state, entries: await foldAll(state) };
    return known.entries;
  };
  return {
    suggest: async (words, limit, offset = 0) => {
      const found = rank(await read(), wordsOf(words.slice(0, LONGEST_QUERY)));
      return found.slice(offset, offset + limit).map(({ document }) => document);
    },
    prepare: async () => void (await read()),
  };
}

function toEntry({ digest: _digest, source: _source, ...document }: ListedDocument): Entry {
  const { id, title, language, published = '' } = document;
  const words = tokenise(title, language).map(({ text }) => fold(text));
  return { document, id: id.toLowerCase(), title: ` ${words.join(' ')}`, published };
}

/** An id is typed as it stands, with its underscores and digits; a word of a title is folded as titles are. */
function wordsOf(query: string): readonly string[] {
  return query
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => {
      const plain = word.toLowerCase();
      if (/[_\d]/.test(word)) return plain;
      const folded = tokenise(word, 'en').map(({ text }) => fold(text));
      return folded.length > 0 ? folded.join(' ') : plain;
    });
}

/** Best first, and in the order given among equals. */
function rank(entries: readonly Entry[], words: readonly string[]): readonly Entry[] {
  if (words.length === 0) return entries;
  // There are few scores and many entries: no need to sort those.
  const byScore = new Map<number, Entry[]>();
  for (const entry of entries) {
    const score = scoreAll(entry, words);
    const equals = byScore.get(score);
    if (equals) equals.push(entry);
    else if (score > 0) byScore.set(score, [entry]);
  }
  return [...byScore].sort(([left], [right]) => right - left).flatMap(([, equals]) => equals);
}

/** 0 where a word is missing. */
function scoreAll(entry: Entry, words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const score = scoreOf(entry, word);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

function scoreOf({ id, title }: Entry, word: string): number {
  if (id.startsWith(word)) return SCORES.idStart;
  const at = title.indexOf(word);
  if (at === 1) return SCORES.titleStart;
  if (at < 0) return id.includes(word) ? SCORES.inside : 0;
  return title.includes(` ${word}`) ? SCORES.wordStart : SCORES.inside;
}

function newestFirst(left: Entry, right: Entry): number {
  if (left.published !== right.published) return left.published < right.published ? 1 : -1;
  return left.id < right.id ? -1 : 1;
}
