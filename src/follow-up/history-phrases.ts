import type { CueWords } from './cue-words.ts';
import type { LeanFeatures } from './describe-lean.ts';
import { findPhrases, fullNameOf } from './find-phrases.ts';
import type { ReadTurn, TurnWord } from './read-turn.ts';

/** How a phrase stands in the history, and that against how the question leans; each 0 to 1, or -1 to 1 with `lean`. */
export type PhraseFeatures = Readonly<Record<(typeof PHRASE_FEATURES)[number], number>>;

export const PHRASE_FEATURES = [
  'lean',
  'recency',
  'inLast',
  'inFocus',
  'inFirst',
  'afterFocus',
  'share',
  'repeated',
  'name',
  'number',
  'rare',
  'relative',
  'single',
  'long',
  'ends',
  'opens',
  'few',
  'overlap',
  'sharedTurn',
  'loose',
  'referenceInLast',
  'referenceInFocus',
  'referenceRelative',
  'personName',
  'shortInLast',
  'shortInFocus',
  'shortInFirst',
  'fragmentInLast',
  'fragmentInFocus',
  'leanName',
  'leanRelative',
  'leanFirst',
  'leanLast',
  'leanRare',
] as const;

/** Content words in a row of the history, at least one of which the question lacks. */
export interface HistoryPhrase {
  /** As it was written, the latest time. */
  readonly text: string;
  readonly terms: readonly string[];
  /** The turn it is taken from, 0 the oldest. */
  readonly turn: number;
  /** UTF-16 units into that turn's text. */
  readonly start: number;
  readonly name: boolean;
  /** The longest row of its words that are written like a name. */
  readonly fullName?: string;
  /** It was said with an article (the cotton gin). */
  readonly article: boolean;
  readonly features: PhraseFeatures;
}

export interface HistoryView {
  /** Oldest first. */
  readonly turns: readonly ReadTurn[];
  /** Log odds that each turn leans itself. */
  readonly leans: readonly number[];
  readonly question: ReadTurn;
  readonly cues: CueWords;
  readonly questionLean: number;
  readonly questionFeatures: LeanFeatures;
  /** Of an index term: 0 when every passage has it, 1 when none does. */
  readonly rarity: (term: string) => number;
  /** Whether the corpus has the term; of others only names are carried, which may be spelt otherwise there. */
  readonly isKnown: (term: string) => boolean;
}

/** Beyond this the log odds of leaning say nothing more. */
const LEAN_LIMIT = 3;
/** Against division by 0, where every passage has every word. */
const NO_RARITY = 1e-6;

/** Every phrase of the history that the question lacks, described; the latest mention of each. */
export function describeHistory(view: HistoryView): HistoryPhrase[] {
  const { turns, question } = view;
  const asked = new Set(question.words.map(({ term }) => term));
  const context = { view, asked, focus: focusTurn(view), mentions: countMentions(turns) };
  const isCarried = ({ term, name }: TurnWord) => !asked.has(term) && (name || view.isKnown(term));
  const seen = new Set<string>();
  const phrases: HistoryPhrase[] = [];
  for (let turn = turns.length - 1; turn >= 0; turn -= 1) {
    for (const words of findPhrases(turns[turn], view.cues)) {
      const key = words.map(({ term }) => term).join(' ');
      if (seen.has(key) || !words.some(isCarried)) continue;
      seen.add(key);
      phrases.push(describePhrase(words, turn, context));
    }
  }
  return phrases;
}

/** In how many turns each term occurs. */
function countMentions(turns: readonly ReadTurn[]): Map<string, Set<number>> {
  const mentions = new Map<string, Set<number>>();
  for (const [turn, { words }] of turns.entries()) {
    for (const { term } of words) {
      const known = mentions.get(term);
      if (known) known.add(turn);
      else mentions.set(term, new Set([turn]));
    }
  }
  return mentions;
}

/** The latest turn that stands by itself. */
function focusTurn({ turns, leans }: HistoryView): number {
  for (let at = turns.length - 1; at > 0; at -= 1) {
    if ((leans[at] ?? 0) < 0 && (turns[at]?.words.filter(({ talk }) => !talk).length ?? 0) > 1) return at;
  }
  return 0;
}

interface Context {
  readonly view: HistoryView;
  readonly asked: ReadonlySet<string>;
  readonly focus: number;
  readonly mentions: ReadonlyMap<string, ReadonlySet<number>>;
}

function describePhrase(words: readonly TurnWord[], turn: number, context: Context): HistoryPhrase {
  const text = context.view.turns[turn]?.text ?? '';
  const start = words[0]?.start ?? 0;
  const own = ownFeatures(words, turn, context);
  return {
    text: text.slice(start, words.at(-1)?.end),
    terms: words.map(({ term }) => term),
    turn,
    start,
    name: own.name === 1,
    ...fullNameOf(words, text),
    article: /(?:^|\s)(?:the|an?) $/iu.test(text.slice(0, start)),
    features: { ...own, ...jointFeatures(own, context.view) },
  };
}

/** What the phrase is and where it stands. */
function ownFeatures(
  words: readonly TurnWord[],
  turn: number,
  { view: { turns, rarity }, asked, focus, mentions }: Context,
) {
  const all = (turns[turn]?.words ?? []).filter(({ talk }) => !talk);
  const fresh = words.filter(({ term }) => !asked.has(term));
  const mentionedIn = new Set(fresh.flatMap(({ term }) => [...(mentions.get(term) ?? [])]));
  const rarest = (of: readonly TurnWord[]) => of.reduce((most, { term }) => Math.max(most, rarity(term)), 0);
  const rare = rarest(fresh);
  const is = (holds: boolean) => (holds ? 1 : 0);
  return {
    recency: 1 / (turns.length - turn),
    inLast: is(turn === turns.length - 1),
    inFocus: is(mentionedIn.has(focus)),
    inFirst: is(mentionedIn.has(0)),
    afterFocus: is(turn > focus),
    share: mentionedIn.size / turns.length,
    repeated: is(mentionedIn.size > 1),
    name: is(words.some(({ name }) => name)),
    number: is(words.every(({ number }) => number)),
    rare,
    relative: rare / Math.max(NO_RARITY, rarest(all)),
    single: is(words.length === 1),
    long: is(words.length > 2),
    ends: is(words.at(-1) === all.at(-1)),
    opens: is(words[0] === all[0]),
    few: 1 / Math.max(1, all.length),
    overlap: is(fresh.length < words.length),
    sharedTurn: is(all.some(({ term }) => asked.has(term))),
    loose: is(words.every(({ loose }) => loose)),
  };
}

/** What that comes to for a question that leans so. */
function jointFeatures(
  own: ReturnType<typeof ownFeatures>,
  { questionLean, questionFeatures: q }: HistoryView,
) {
  const { inLast, inFocus, inFirst, name, rare, relative } = own;
  const lean = Math.max(-LEAN_LIMIT, Math.min(LEAN_LIMIT, questionLean)) / LEAN_LIMIT;
  const reference = Math.max(q.pronoun, q.demonstrative);
  const short = Math.max(q.empty, q.one);
  return {
    lean,
    referenceInLast: reference * inLast,
    referenceInFocus: reference * inFocus,
    referenceRelative: reference * relative,
    personName: q.person * name,
    shortInLast: short * inLast,
    shortInFocus: short * inFocus,
    shortInFirst: short * inFirst,
    fragmentInLast: q.fragment * inLast,
    fragmentInFocus: q.fragment * inFocus,
    leanName: lean * name,
    leanRelative: lean * relative,
    leanFirst: lean * inFirst,
    leanLast: lean * inLast,
    leanRare: lean * rare,
  };
}
