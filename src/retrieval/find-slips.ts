import { doubleSlipsOf, type Slip, slipsOf } from '../text/slips.ts';
import { fold, indexTerm, termsOfTokens, tokenise } from '../text/words.ts';
import type { Passage, PassageIndex, WeightedTerm } from '../types.ts';
import type { QueryTerm } from './analyse-question.ts';
import type { CorpusFacts } from './corpus-facts.ts';
import { createLetterSampler, type LetterSample } from './letter-sample.ts';
import { wordRarity } from './word-rarity.ts';

/** What a word of a question is looked at with. */
export interface SlipContext {
  readonly corpus: CorpusFacts;
  /** BCP 47 */
  readonly language: string;
  /** The question's other words that the corpus holds, by how much each tells. */
  readonly others: readonly WeightedTerm[];
}

/** Terms of the corpus that a word which it does not hold may be a slip for, likeliest first. */
export type SlipFinder = (term: QueryTerm, context: SlipContext) => Promise<WeightedTerm[]>;

/** A word of fewer letters is nearly as near to others as to itself: two of them swapped is all that it is taken for. */
const LEAST_LETTERS = 5;
const LEAST_LETTERS_SWAPPED = 4;
/** Letters of a word that is taken for a slip although nothing else in the question says what is meant. */
const ALONE_LETTERS = 7;
/** Letters of a word that may hold two slips. */
const TWICE_LETTERS = 8;
/** What a corrected word counts for, against 1 for the word itself. */
const CORRECTED_WEIGHT = 0.8;
/** Terms that are seen in their surroundings, and that are searched. */
const TRIED_LIMIT = 8;
const FOUND_LIMIT = 3;
/** Passages that are read to see a word in its surroundings. */
const READ_PASSAGES = 20;
/** The corrected word's weight in finding them: it must be in there, and then as many of the others as can be. */
const TRIED_WEIGHT = 2;
/** Other words of a question, at most, for one of them to be corrected. */
const MOST_OTHERS = 10;
/**
 * Share of what the best passage holds of the question's other words that one with the corrected word must hold too.
 * Words that a corpus lacks are mostly right and rare (motel), and what they resemble (model) stands elsewhere.
 */
const TOGETHER = 0.75;

/** A spelling that the corpus may hold. */
interface Correction {
  /** Folded. */
  readonly spelling: string;
  readonly term: string;
  /** The word has letters in a row that the corpus never has, and this spelling has fewer of them. */
  readonly heals: boolean;
  /** Begins with another letter than the word, which is rarely got wrong. */
  readonly changesInitial: boolean;
}

/**
 * Returns a function that takes a word for a slip where one slip (in a long word two light ones) makes a word of it that
 * the corpus has in that very form, and either its letters never follow each other in the corpus, or the corrected word
 * stands with the question's other words. Numbers, names and common English words are never corrected.
 */
export function createSlipFinder(index: PassageIndex): SlipFinder {
  const sample = createLetterSampler(index);
  return async (term, context) => {
    // A long question says in so many words what it means that one more tells little, and holds many rare ones.
    if (context.others.length > MOST_OTHERS) return [];
    const word = plainLetters(term.surface);
    const isRight = term.name || wordRarity(word, context.language) < 1;
    const slips = word.length < LEAST_LETTERS_SWAPPED || isRight ? [] : slipsOf(word);
    if (slips.length === 0) return [];
    const sampled = { ...context, letters: await sample(context.corpus) };
    const found = await correct(index, plausible(word, slips, sampled), context);
    if (found.length > 0 || word.length < TWICE_LETTERS) return found;
    return correct(index, plausible(word, doubleSlipsOf(word), sampled), context);
  };
}

/** Small letters as they are typed. Cyrillic й keeps its breve, which stemmers know endings by. */
function plainLetters(surface: string): string {
  return /й/i.test(surface) ? surface.toLowerCase().replaceAll('ё', 'е') : fold(surface);
}

function plausible(
  word: string,
  slips: readonly Slip[],
  { letters, language, others }: SlipContext & { readonly letters: LetterSample },
): Correction[] {
  const unseen = letters.countUnseen(fold(word));
  const isLongAlone = others.length === 0 && word.length >= ALONE_LETTERS;
  return slips.flatMap(({ spelling, swap }): Correction[] => {
    const folded = fold(spelling);
    const left = letters.countUnseen(folded);
    const heals = left < unseen || (left === unseen && isLongAlone);
    if (left > unseen || (word.length < LEAST_LETTERS && !(heals && swap))) return [];
    const term = indexTerm(spelling, language);
    const changesInitial = folded.charAt(0) !== fold(word).charAt(0);
    return term === '' ? [] : [{ spelling: folded, term, heals, changesInitial }];
  });
}

/** Searches the corpus for corrections. */
async function correct(
  index: PassageIndex,
  corrections: readonly Correction[],
  context: SlipContext,
): Promise<WeightedTerm[]> {
  if (corrections.length === 0) return [];
  const byTerm = Map.groupBy(corrections, ({ term }) => term);
  const known = await commonestFirst(index, await index.knownTerms([...byTerm.keys()]));
  if (known.length === 0) return [];
  const tried = known.slice(0, TRIED_LIMIT);
  const read = createReader(index, new Set(tried), context);
  const most = Math.max(0, ...(await read(context.others)).map(({ weight }) => weight));
  const found = await Promise.all(
    tried.map(async (term) => {
      const passages = await read([{ term, weight: TRIED_WEIGHT }, ...context.others]);
      return { term, together: bestTogether(byTerm.get(term) ?? [], passages, most) };
    }),
  );
  return found
    .filter(({ together }) => together >= 0)
    .sort((a, b) => b.together - a.together)
    .slice(0, FOUND_LIMIT)
    .map(({ term }) => ({ term, weight: CORRECTED_WEIGHT }));
}

async function commonestFirst(index: PassageIndex, terms: readonly string[]): Promise<string[]> {
  const frequencies = await index.frequencies(terms);
  return terms
    .map((term, at) => ({ term, frequency: frequencies[at] ?? 0 }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => b.frequency - a.frequency)
    .map(({ term }) => term);
}

interface ReadPassage {
  /** Its words whose terms are tried, folded. */
  readonly words: ReadonlySet<string>;
  /** Sum of the weights of the question's other words in it. */
  readonly weight: number;
}

/** Returns a function that finds passages by terms and reads each once. */
function createReader(index: PassageIndex, tried: ReadonlySet<string>, { language, others }: SlipContext) {
  const passages = new Map<string, ReadPassage>();
  const read = ({ text }: Passage): ReadPassage => {
    const places = termsOfTokens(text, language);
    const terms = new Set(places);
    const words = terms.isDisjointFrom(tried)
      ? []
      : tokenise(text, language).filter((_, at) => tried.has(places[at] ?? ''));
    return {
      words: new Set(words.map((token) => fold(token.text))),
      weight: others.reduce((sum, { term, weight }) => sum + (terms.has(term) ? weight : 0), 0),
    };
  };
  return async (terms: readonly WeightedTerm[]): Promise<ReadPassage[]> => {
    const hits = await index.matchingPassages(terms, { limit: READ_PASSAGES, fieldWeight: 0 });
    const fresh = hits.map(({ id }) => id).filter((id) => !passages.has(id));
    for (const passage of await index.passages(fresh)) passages.set(passage.id, read(passage));
    return hits.flatMap(({ id }) => passages.get(id) ?? []);
  };
}

/** Share of the other words with which one of the spellings stands, 0 to 1; -1 where none is likely to be meant. */
function bestTogether(
  corrections: readonly Correction[],
  passages: readonly ReadPassage[],
  most: number,
): number {
  let best = -1;
  for (const { words, weight } of passages) {
    const together = most === 0 ? 0 : weight / most;
    const isMeant = ({ spelling, heals, changesInitial }: Correction) =>
      words.has(spelling) && (together >= TOGETHER ? heals || !changesInitial : heals && !changesInitial);
    if (together > best && corrections.some(isMeant)) best = together;
  }
  return best;
}
