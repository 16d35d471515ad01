import type { CueWords } from './cue-words.ts';
import type { LeanFeatures } from './describe-lean.ts';
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
/** A longer row of words is no name or noun any more, and gives its last ones. */
const PHRASE_WORDS = 4;
const NAME_WORDS = 6;
/** Joins two names rather than a noun and the name that it belongs to. */
const ADDS = /^ (?:and|and the|et|y|und) $/u;

/** Every phrase of the history that the question lacks, described; the latest mention of each. */
export function describeHistory(view: HistoryView): HistoryPhrase[] {
  const { turns, question } = view;
  const asked = new Set(question.words.map(({ term }) => term));
  const context = { view, asked, focus: focusTurn(view), mentions: countMentions(turns) };
  const isCarried = ({ term, name }: TurnWord) => !asked.has(term) && (name || view.isKnown(term));
  const seen = new Set<string>();
  const phrases: HistoryPhrase[] = [];
  for (let turn = turns.length - 1; turn >= 0; turn -= 1) {
    for (const words of phrasesOf(turns[turn], view.cues)) {
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

/** Rows of content words with nothing but a space, hyphen or joining word between them. */
function phrasesOf(turn: ReadTurn | undefined, cues: CueWords): TurnWord[][] {
  if (!turn) return [];
  const rows: TurnWord[][] = [];
  let row: TurnWord[] = [];
  for (const word of turn.words) {
    if (word.talk) continue;
    const last = row.at(-1);
    if (last && isJoined(turn.text.slice(last.end, word.start), [last, word], cues)) row.push(word);
    else {
      rows.push(row);
      row = [word];
    }
  }
  rows.push(row);
  return rows.map((words) => trimRow(words, turn, cues)).filter((words) => words.length > 0);
}

function isJoined(between: string, [last, next]: readonly [TurnWord, TurnWord], cues: CueWords): boolean {
  if (/^[\s\-‐‑'’&]{0,3}$/u.test(between)) return true;
  return next.name && cues.joiner.test(between) && (last.name || !ADDS.test(between));
}

/** A row without its verb, without loose words at its edges, and without the beginning of one that is too long. */
function trimRow(row: readonly TurnWord[], { text }: ReadTurn, cues: CueWords): TurnWord[] {
  const words = [...row];
  const [first] = words;
  if (first && cues.beforeSubject.test(text.slice(0, first.start))) words.splice(verbPlace(words));
  while (words.length > 1 && words.at(-1)?.loose) words.pop();
  while (words.length > 1 && words[0]?.loose) words.shift();
  return words.slice(words.some(({ name }) => name) ? -NAME_WORDS : -PHRASE_WORDS);
}

/** Where the verb of a subject stands that begins a row: after its name, or last. */
function verbPlace(words: readonly TurnWord[]): number {
  const named = words.findIndex(({ name }, at) => !name && words[at - 1]?.name === true);
  if (named > 0) return named;
  return words.length > 1 && !words.at(-1)?.name ? words.length - 1 : words.length;
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
  const { view, asked, focus, mentions } = context;
  const { turns, rarity, questionFeatures: q } = view;
  const own = turns[turn];
  const all = (own?.words ?? []).filter(({ talk }) => !talk);
  const first = words[0];
  const last = words.at(-1);
  const fresh = words.filter(({ term }) => !asked.has(term));
  const rarest = (of: readonly TurnWord[]) => of.reduce((most, { term }) => Math.max(most, rarity(term)), 0);
  const rare = rarest(fresh);
  const mentionedIn = new Set(fresh.flatMap(({ term }) => [...(mentions.get(term) ?? [])]));
  const name = words.some((word) => word.name) ? 1 : 0;
  const lean = Math.max(-LEAN_LIMIT, Math.min(LEAN_LIMIT, view.questionLean)) / LEAN_LIMIT;
  const relative = rare / Math.max(1e-6, rarest(all));
  const back = turns.length - turn;
  const inLast = back === 1 ? 1 : 0;
  const inFocus = mentionedIn.has(focus) ? 1 : 0;
  const inFirst = mentionedIn.has(0) ? 1 : 0;
  const reference = Math.max(q.pronoun, q.demonstrative);
  const short = Math.max(q.empty, q.one);
  const { fragment } = q;
  return {
    text: own?.text.slice(first?.start, last?.end) ?? '',
    terms: words.map(({ term }) => term),
    turn,
    start: first?.start ?? 0,
    name: name === 1,
    ...fullNameOf(words, own?.text ?? ''),
    article: /(?:^|\s)(?:the|an?) $/iu.test(own?.text.slice(0, first?.start) ?? ''),
    features: {
      lean,
      recency: 1 / back,
      inLast,
      inFocus,
      inFirst,
      afterFocus: turn > focus ? 1 : 0,
      share: mentionedIn.size / turns.length,
      repeated: mentionedIn.size > 1 ? 1 : 0,
      name,
      number: words.every((word) => word.number) ? 1 : 0,
      rare,
      relative,
      single: words.length === 1 ? 1 : 0,
      long: words.length > 2 ? 1 : 0,
      ends: last === all.at(-1) ? 1 : 0,
      opens: first === all[0] ? 1 : 0,
      few: 1 / Math.max(1, all.length),
      overlap: fresh.length < words.length ? 1 : 0,
      sharedTurn: all.some(({ term }) => asked.has(term)) ? 1 : 0,
      loose: words.every(({ loose }) => loose) ? 1 : 0,
      referenceInLast: reference * inLast,
      referenceInFocus: reference * inFocus,
      referenceRelative: reference * relative,
      personName: q.person * name,
      shortInLast: short * inLast,
      shortInFocus: short * inFocus,
      shortInFirst: short * inFirst,
      fragmentInLast: fragment * inLast,
      fragmentInFocus: fragment * inFocus,
      leanName: lean * name,
      leanRelative: lean * relative,
      leanFirst: lean * inFirst,
      leanLast: lean * inLast,
      leanRare: lean * rare,
    },
  };
}

function fullNameOf(words: readonly TurnWord[], text: string): { readonly fullName?: string } {
  let best: TurnWord[] = [];
  let row: TurnWord[] = [];
  for (const word of words) {
    const last = row.at(-1);
    if (!word.name || (last && last.position + 1 !== word.position)) row = [];
    if (word.name) row.push(word);
    if (row.length > best.length) best = [...row];
  }
  const [first] = best;
  return first ? { fullName: text.slice(first.start, best.at(-1)?.end) } : {};
}
