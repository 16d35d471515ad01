import { findDates } from '../text/dates.ts';
import { nameKeys, nameSimilarity, SAME_NAME } from '../text/names.ts';
import { fold, indexTerm } from '../text/words.ts';
import type { PassageIndex, WeightedTerm } from '../types.ts';
import { type AnalysedQuestion, foldedWords, type QueryTerm } from './analyse-question.ts';
import type { CorpusFacts } from './corpus-facts.ts';
import { findEnglishSpellings } from './find-english-spellings.ts';
import type { SlipFinder } from './find-slips.ts';
import type { QuestionSignals } from './signals.ts';
import { wordRarity } from './word-rarity.ts';

/** A question set against a corpus: what to look for and how much each word tells. */
export interface SignalledQuestion {
  readonly signals: QuestionSignals;
  /** Terms for the lexical lists, other spellings included. */
  readonly lookup: readonly WeightedTerm[];
  /** `mashal -> mashaal`, for the trace. */
  readonly variants: readonly string[];
}

/** Weight of another spelling against the same spelling, before its likeness is taken into account. */
const VARIANT_WEIGHT = 0.9;
const VARIANT_LIMIT = 4;
const VARIANT_MIN_LENGTH = 3;

export async function signalQuestion(
  analysed: AnalysedQuestion,
  corpus: CorpusFacts,
  { index, findSlips }: { readonly index: PassageIndex; readonly findSlips: SlipFinder },
): Promise<SignalledQuestion> {
  const { terms, question } = analysed;
  const frequencies = await index.frequencies(terms.map((term) => term.term));
  const rarity = terms.map((term) => (term.name ? 1 : wordRarity(term.surface, analysed.language)));
  const weigh = (at: number, frequency: number) =>
    inverseFrequency(frequency, { passages: corpus.passages, rarity: rarity[at] ?? 1 }) * (rarity[at] ?? 1);
  const idf = frequencies.map((frequency, at) => weigh(at, frequency));
  const matches = new Map<string, { index: number; weight: number }[]>();
  const lookup: WeightedTerm[] = [];
  const variants: string[] = [];
  const dates = findDates(question.text, question.today).filter((date) => date.range);
  const dateTerms = terms.flatMap(({ start }, at) =>
    dates.some(({ span }) => start >= span.start && start < span.end) ? [at] : [],
  );
  const unknown = new Set<number>();
  const lowerCase = question.text === question.text.toLowerCase();
  const slipContext = { corpus, language: analysed.language, others: heldTerms(terms, frequencies, idf) };
  for (const [at, term] of terms.entries()) {
    addMatch(matches, term.term, { index: at, weight: 1 });
    lookup.push({ term: term.term, weight: rarity[at] ?? 1 });
    const spellings = await findSpellings(term, {
      index,
      language: analysed.language,
      isHeld: (frequencies[at] ?? 0) > 0,
      mayBeName: term.name || lowerCase,
      findSlips: async () => (dateTerms.includes(at) ? [] : findSlips(term, slipContext)),
    });
    for (const spelling of spellings) {
      addMatch(matches, spelling.term, { index: at, weight: spelling.weight });
      lookup.push(spelling);
      variants.push(`${term.term} -> ${spelling.term}`);
    }
    if (frequencies[at] === 0 && spellings.length === 0 && !dateTerms.includes(at)) unknown.add(at);
    if (frequencies[at] === 0 && spellings.length > 0) {
      const [frequency] = await index.frequencies([spellings[0]?.term ?? '']);
      idf[at] = weigh(at, frequency ?? 0);
    }
  }
  const publishers = namedPublishers(question.text, corpus);
  for (const at of dateTerms) idf[at] = DATE_WEIGHT * (idf[at] ?? 0);
  const kinds = indexTermKinds(analysed, publishers, new Set(dateTerms));
  return {
    lookup,
    variants,
    signals: {
      analysed,
      idf,
      matches,
      unknown,
      publishers,
      ...kinds,
      afterCorpus: isAfterCorpus(
        dates.flatMap((date) => date.range ?? []),
        corpus.newest,
      ),
      idfTotal: idf.reduce((sum, value) => sum + value, 0),
      totals: {
        content: sumOf(kinds.indexes.content, idf),
        names: sumOf(kinds.indexes.names, idf),
        numbers: sumOf(kinds.indexes.numbers, idf),
        focus: sumOf(kinds.indexes.focus, idf),
      },
      smallness: 1 / (1 + corpus.passages / SMALL_CORPUS_PASSAGES),
      rarest: rarestOf(kinds.indexes.content, idf),
      dateTerms,
      times: dates.flatMap((date) => date.range ?? []),
      known: new Set([...matches.keys()]),
    },
  };
}

/** A corpus of so many passages is half small. */
const SMALL_CORPUS_PASSAGES = 60;

/** A date says when rather than what, and an article seldom repeats its own: what it weighs against other words. */
const DATE_WEIGHT = 0.5;

/** Passages of English at large that every corpus is taken to hold besides its own: a few articles tell no word's rarity. */
const BACKGROUND_PASSAGES = 200;
/** Share of those that hold the commonest word. */
const COMMONEST_SHARE = 0.5;

function inverseFrequency(
  frequency: number,
  { passages, rarity }: { passages: number; rarity: number },
): number {
  const seen = frequency + BACKGROUND_PASSAGES * COMMONEST_SHARE * (1 - rarity);
  return Math.log(1 + (passages + BACKGROUND_PASSAGES - seen + 0.5) / (seen + 0.5));
}

function addMatch(
  matches: Map<string, { index: number; weight: number }[]>,
  term: string,
  match: { index: number; weight: number },
): void {
  const known = matches.get(term);
  if (known) known.push(match);
  else matches.set(term, [match]);
}

/** The terms that the corpus holds, by how much each tells. */
function heldTerms(
  terms: readonly QueryTerm[],
  frequencies: readonly number[],
  idf: readonly number[],
): WeightedTerm[] {
  return terms.flatMap(({ term }, at) =>
    (frequencies[at] ?? 0) > 0 ? [{ term, weight: idf[at] ?? 0 }] : [],
  );
}

interface SpellingSearch {
  readonly index: PassageIndex;
  readonly language: string;
  /** The corpus has the term as it is spelt. */
  readonly isHeld: boolean;
  readonly mayBeName: boolean;
  findSlips(): Promise<WeightedTerm[]>;
}

/** Other spellings of a term in the corpus: British or American, of a name, or, failing those, what it is a slip for. */
async function findSpellings(
  term: QueryTerm,
  { index, language, isHeld, mayBeName, findSlips }: SpellingSearch,
): Promise<WeightedTerm[]> {
  const english = term.name ? [] : await findEnglishSpellings(term, language, index);
  const isMissing = !isHeld && english.length === 0;
  const names = mayBeName || isMissing ? await otherSpellings(term, language, index) : [];
  if (isMissing && names.length === 0) return findSlips();
  const known = new Set(english.map((spelling) => spelling.term));
  return [...english, ...names.filter((spelling) => !known.has(spelling.term))];
}

async function otherSpellings(
  term: QueryTerm,
  language: string,
  index: PassageIndex,
): Promise<WeightedTerm[]> {
  const folded = fold(term.surface);
  if (folded.length < VARIANT_MIN_LENGTH || term.number) return [];
  const names = await index.namesByKey(nameKeys(folded));
  const byTerm = new Map<string, number>();
  for (const name of names) {
    const similarity = nameSimilarity(folded, name);
    const spelling = indexTerm(name, language);
    if (similarity < SAME_NAME || spelling === '' || spelling === term.term) continue;
    byTerm.set(spelling, Math.max(byTerm.get(spelling) ?? 0, similarity));
  }
  return [...byTerm]
    .sort((a, b) => b[1] - a[1])
    .slice(0, VARIANT_LIMIT)
    .map(([spelling, similarity]) => ({ term: spelling, weight: VARIANT_WEIGHT * similarity }));
}

function namedPublishers(text: string, corpus: CorpusFacts): string[] {
  const lowerCase = text === text.toLowerCase();
  const haystack = ` ${foldedWords(text, 'en')} `;
  const named: string[] = [];
  for (const [publisher, names] of corpus.publishers) {
    const said = names.some((name) => {
      const folded = foldedWords(name, 'en');
      if (!haystack.includes(` ${folded} `)) return false;
      return lowerCase ? folded.includes(' ') : text.includes(name) || /^[A-Z]{2,}$/.test(name);
    });
    if (said) named.push(publisher);
  }
  return named;
}

/** Whether every time named begins after the newest document; its own day is the last that it can tell of. */
function isAfterCorpus(times: readonly { readonly from: string }[], newest: string | undefined): boolean {
  return (
    newest !== undefined &&
    times.length > 0 &&
    times.every(({ from }) => from.slice(0, newest.length) > newest)
  );
}

function sumOf(indexes: readonly number[], idf: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + (idf[index] ?? 0), 0);
}

function rarestOf(indexes: readonly number[], idf: readonly number[]): number {
  return indexes.reduce((rarest, index) => ((idf[index] ?? 0) > (idf[rarest] ?? -1) ? index : rarest), -1);
}

/** Terms by kind and clause; terms of a publisher's name say where to look, and are no content. */
function indexTermKinds(
  analysed: AnalysedQuestion,
  publishers: readonly string[],
  dateTerms: ReadonlySet<number>,
) {
  const aside = new Set(
    publishers.flatMap((name) => name.split(' ').map((word) => indexTerm(word, analysed.language))),
  );
  const places = new Map(analysed.terms.map((term, at) => [term.term, at]));
  const where = (wanted: (term: QueryTerm, at: number) => boolean) =>
    analysed.terms.flatMap((term, at) => (!aside.has(term.term) && wanted(term, at) ? [at] : []));
  const content = where(() => true);
  return {
    indexes: {
      content,
      names: where((term, at) => term.name && !dateTerms.has(at)),
      numbers: where((term) => term.number),
      focus: where((term) => term.position >= analysed.focusFrom),
    },
    clauses: analysed.clauses.map((clause) =>
      clause.flatMap((term) => (aside.has(term) ? [] : (places.get(term) ?? []))),
    ),
  };
}
