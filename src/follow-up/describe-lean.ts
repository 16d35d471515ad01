import type { CueWords } from './cue-words.ts';
import type { ReadTurn } from './read-turn.ts';

/** How a question leans; each 0 to 1. */
export type LeanFeatures = Readonly<Record<(typeof LEAN_FEATURES)[number], number>>;

export const LEAN_FEATURES = [
  'pronoun',
  'expletive',
  'person',
  'demonstrative',
  'opener',
  'half',
  'backReference',
  'newSubject',
  'fragment',
  'empty',
  'one',
  'two',
  'three',
  'many',
  'name',
  'rarest',
  'told',
  'definite',
  'subjectless',
  'comparative',
  'known',
  'complete',
  'asked',
] as const;

/** Content words from which a question is long. */
const MANY_WORDS = 6;
/** A question with rarities of this sum tells what it is about. */
const TOLD_RARITY = 3;

export interface LeanView {
  readonly cues: CueWords;
  /** Of an index term: 0 when every passage has it, 1 when none does. */
  readonly rarity: (term: string) => number;
  /** Terms of the turns before. */
  readonly earlier: ReadonlySet<string>;
}

/** Describes how a question leans on the turns before it. */
export function describeLean(turn: ReadTurn, { cues, rarity, earlier }: LeanView): LeanFeatures {
  const has = (pattern: RegExp) => (pattern.test(turn.text) ? 1 : 0);
  const content = turn.words.filter(({ talk }) => !talk);
  const count = content.length;
  const rarities = content.map(({ term }) => rarity(term));
  const person = placeOf(cues.person, turn);
  const pronoun = placeOf(cues.pronoun, turn);
  const expletive = has(cues.expletive);
  const completed = has(cues.completed);
  return {
    // Of "he" and "it" the first stands for what was named before; the other may be that of this question.
    pronoun: pronoun <= person && pronoun < Number.POSITIVE_INFINITY ? 1 - expletive : 0,
    expletive,
    person: person <= pronoun && person < Number.POSITIVE_INFINITY ? 1 : 0,
    demonstrative: has(cues.demonstrative),
    opener: has(cues.opener),
    half: has(cues.swap),
    backReference: has(cues.backReference),
    newSubject: has(cues.newSubject),
    fragment: 1 - has(cues.asks),
    empty: count === 0 ? 1 : 0,
    one: count === 1 ? 1 : 0,
    two: count === 2 ? 1 : 0,
    three: count === 3 ? 1 : 0,
    many: count >= MANY_WORDS ? 1 : 0,
    name: content.some(({ name }) => name) ? 1 : 0,
    rarest: Math.max(0, ...rarities),
    told: Math.min(1, rarities.reduce((sum, rare) => sum + rare, 0) / TOLD_RARITY),
    definite: has(cues.definite),
    subjectless: has(cues.subjectless),
    comparative: has(cues.comparative) * (1 - completed),
    known: count === 0 ? 0 : content.filter(({ term }) => earlier.has(term)).length / count,
    complete: completed,
    asked: /[?？؟]/u.test(turn.text) ? 1 : 0,
  };
}

/** Where the pattern is met, in UTF-16 units; infinity where it is not, or only after a name that it may stand for. */
function placeOf(pattern: RegExp, { text, words }: ReadTurn): number {
  const at = pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  return words.some(({ name, start }) => name && start < at) ? Number.POSITIVE_INFINITY : at;
}
