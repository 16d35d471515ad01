/** Negation of a claim against that of its quotes: none may be dropped, added or turned round by an opposite. */

import { stem } from '../text/words.ts';
import type { Evidence, SupportProblem } from './evidence.ts';
import { isSameName } from './same-name.ts';
import { stemsOf } from './stems-of.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';
import { isVerbLike } from './verb-like.ts';

/** Verbs and adjectives that negate what follows them. */
const LEXICAL_NEGATIVES = stemsOf(
  `refuse reject deny fail decline lack absent prevent avoid boycott halt stop cancel ban prohibit block unable
  unwilling empty forbid rule dismiss abandon scrap unlikely impossible skip drop end free miss`,
);

/** Rows of words that say opposite things of the same matter: left against right. */
const OPPOSITES: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = (
  [
    ['accept approve adopt pass back endorse', 'reject dismiss veto'],
    ['support back favour favor endorse', 'oppose'],
    ['rise increase grow climb gain raise', 'fall decrease shrink decline drop lower cut reduce'],
    ['win beat defeat', 'lose'],
    ['allow permit', 'ban forbid prohibit'],
    ['open', 'close shut'],
    ['acquit', 'convict'],
    ['begin start launch', 'end stop finish'],
    ['agree', 'refuse disagree'],
    ['attend', 'boycott'],
    ['confirm admit acknowledge', 'deny'],
    ['hire appoint', 'fire sack dismiss'],
    ['arrive enter join', 'leave depart'],
    ['survive', 'die kill'],
    ['friend ally', 'enemy foe'],
    ['guilty', 'innocent'],
    ['legal lawful', 'illegal unlawful'],
    ['likely', 'unlikely'],
    ['majority', 'minority'],
    ['maximum', 'minimum'],
    ['success succeed', 'failure fail'],
  ] as const
).map(([left, right]) => [stemsOf(left), stemsOf(right)]);

/** Past these a negation does not reach. */
const SCOPE_ENDS = new Set([
  'but',
  'until',
  'unless',
  'because',
  'although',
  'though',
  'while',
  'whether',
  'that',
  'than',
  'since',
  'after',
  'before',
  'which',
  'who',
  'and',
]);
/** Words looked through for what a negation negates. */
const SCOPE_WORDS = 7;

/** What stands within the reach of a negation or a negative verb in a sentence, by position. */
export function negatedPlaces(sentence: SupportSentence, withLexical: boolean): ReadonlySet<number> {
  const negated = new Set<number>();
  sentence.words.forEach((word, index) => {
    // `visa-free` says `without a visa`.
    if (word.folded === 'free' && sentence.text[word.start - 1] === '-') negated.add(index - 1);
    const isLexical = withLexical && isLexicalNegative(sentence.words, index);
    if (!(isNegator(sentence.words, index) || isLexical)) return;
    if (isNegativeObject(sentence.words, index)) negated.add(index - 1);
    for (const place of scopeAfter(sentence.words, index)) negated.add(place);
  });
  return negated;
}

/** `not only` and `no fewer than` negate nothing; `rather than` and `instead of` do. */
function isNegator(words: readonly SupportWord[], index: number): boolean {
  const word = words[index];
  const next = words[index + 1]?.folded ?? '';
  if (word === undefined) return false;
  if (word.isNegation) return !/^(?:only|fewer|less|more|just|doubt)$/.test(next);
  const previous = words[index - 1]?.folded;
  return (
    (word.folded === 'than' && previous === 'rather') || (word.folded === 'of' && previous === 'instead')
  );
}

/** `killed nobody` says that nobody was killed. */
const isNegativeObject = (words: readonly SupportWord[], index: number): boolean =>
  /^(?:no|nobody|nothing|none|noone)$/.test(words[index]?.folded ?? '') && isVerbLike(words, index - 1);

function isLexicalNegative(words: readonly SupportWord[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !LEXICAL_NEGATIVES.has(word.stem)) return false;
  if (word.stem === 'rule' && words[index + 1]?.folded !== 'out') return false;
  if (word.stem === 'free' || word.stem === 'drop' || word.stem === 'end')
    return words[index + 1]?.folded === 'of';
  return true;
}

/** `refused to attend` and `denied that ...`, but not `rejected the accusation`, which leaves the accusation said. */
function takesBackVerb(words: readonly SupportWord[], index: number): boolean {
  const next = words[index + 1]?.folded ?? '';
  const isFollowed =
    /^(?:to|that|from|out)$|ing$/.test(next) ||
    REPORTS.test(next) ||
    words[index]?.stem === stem('deny', 'en');
  return isFollowed && isLexicalNegative(words, index);
}

/** `rejected reports that ...` takes back what they say. */
const REPORTS = /^(?:reports|claims|suggestions|allegations|rumou?rs|accusations)$/;

/** Positions of the words that a negation at `index` reaches. */
function scopeAfter(words: readonly SupportWord[], index: number): readonly number[] {
  const places: number[] = [];
  const clause = words[index]?.clause ?? 0;
  // `rather than the favourite, Luca Ferri`: what is passed over may carry an apposition.
  const reach = /^(?:than|of)$/.test(words[index]?.folded ?? '') ? 1 : 0;
  const isBeyond = (word: SupportWord): boolean => word.clause > clause + reach;
  for (let place = index + 1; place < words.length && place <= index + SCOPE_WORDS; place += 1) {
    const word = words[place];
    const isReport = place === index + 1 && REPORTS.test(word?.folded ?? '');
    if (isReport) continue;
    const isObjectOfDenial =
      word?.folded === 'that' &&
      (place === index + 1 || (place === index + 2 && REPORTS.test(words[index + 1]?.folded ?? '')));
    if (word === undefined || isBeyond(word) || (SCOPE_ENDS.has(word.folded) && !isObjectOfDenial)) break;
    if (!word.isStop && !word.isNegation) places.push(place);
  }
  return places;
}

interface Negated {
  readonly heads: readonly SupportWord[];
  /** By `no`: what is denied is the sentence, not its subject. */
  readonly isDeterminer: boolean;
}

/** The first two words in the reach of each plain negation: what is said not to be. */
function negatedHeads(sentence: SupportSentence, withLexical: boolean): readonly Negated[] {
  return sentence.words.flatMap((_, index) => {
    const negates = isNegator(sentence.words, index) || (withLexical && takesBackVerb(sentence.words, index));
    if (!negates) return [];
    const scope = scopeAfter(sentence.words, index).slice(0, 2);
    const heads = scope.flatMap((place) => sentence.words[place] ?? []);
    return heads.length === 0 ? [] : [{ heads, isDeterminer: sentence.words[index]?.folded === 'no' }];
  });
}

export function checkNegation(evidence: Evidence): readonly SupportProblem[] {
  const { claimSentences, quoteSentences } = evidence;
  const isTurned =
    differs(quoteSentences, claimSentences, { withLexical: true, whenUnsaid: false }) ||
    differs(claimSentences, quoteSentences, { withLexical: false, whenUnsaid: true }) ||
    hasOpposite(claimSentences, quoteSentences);
  return isTurned ? ['negation'] : [];
}

interface Comparison {
  /** Whether negative verbs on the first side count as negations. */
  readonly withLexical: boolean;
  /** What to say when the second side does not speak of what is negated: whether any negation there will do. */
  readonly whenUnsaid: boolean;
}

/** Whether something is negated on the first side and plainly said on the second. */
function differs(
  first: readonly SupportSentence[],
  second: readonly SupportSentence[],
  { withLexical, whenUnsaid }: Comparison,
): boolean {
  return first.some((sentence) =>
    negatedHeads(sentence, withLexical).some(({ heads, isDeterminer }) => {
      // `No oil has leaked` is denied by oil that leaked, not by oil.
      const [, predicate] = heads;
      if (isDeterminer && predicate && occurrences(predicate, second).length === 0) return false;
      for (const head of heads) {
        const said = occurrences(head, second);
        if (said.length > 0) return !said.some(({ isNegated }) => isNegated);
      }
      if (!whenUnsaid || heads.some((head) => hasPrefixed(head, second))) return false;
      return !second.some((other) => negatedPlaces(other, true).size > 0) && !hasNegativeWord(second);
    }),
  );
}

/** `unused` says `not used`. */
const hasPrefixed = (head: SupportWord, sentences: readonly SupportSentence[]): boolean =>
  sentences.some(({ words }) =>
    words.some(({ folded }) => /^(?:un|in|non-?)/.test(folded) && folded.endsWith(head.folded)),
  );

const hasNegativeWord = (sentences: readonly SupportSentence[]): boolean =>
  sentences.some(({ words }) =>
    words.some((word, index) => word.isNegation || isLexicalNegative(words, index)),
  );

function occurrences(
  head: SupportWord,
  sentences: readonly SupportSentence[],
): readonly { isNegated: boolean }[] {
  return sentences.flatMap((sentence) => {
    const negated = negatedPlaces(sentence, true);
    return sentence.words.flatMap((word, place) =>
      word.stem === head.stem && !word.isStop ? [{ isNegated: negated.has(place) }] : [],
    );
  });
}

/** Verbs that a particle makes, by the stem of the plain one: `turned it down` is a rejection. */
const PARTICLE_VERBS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:turn(?:s|ed|ing)?|vot(?:es?|ed|ing)|knock(?:s|ed)?)\b[^.;]{0,30}\bdown\b/i, stem('reject', 'en')],
  [/\brul(?:es?|ed|ing)\b[^.;]{0,30}\bout\b/i, stem('reject', 'en')],
  [/\btak(?:es?|ing|en)\b part\b|\btook part\b/i, stem('attend', 'en')],
  [/\b(?:gives?|gave|given|hands?|handed)\b[^.;]{0,20}\b(?:backing|support)\b/i, stem('support', 'en')],
];

const particleVerbs = (text: string): readonly string[] =>
  PARTICLE_VERBS.flatMap(([pattern, plain]) => (pattern.test(text) ? [plain] : []));

/** `accepted` for `rejected`, unless one of them is negated or the quotes use both. */
function hasOpposite(claimed: readonly SupportSentence[], given: readonly SupportSentence[]): boolean {
  const stemsIn = (sentences: readonly SupportSentence[]) =>
    new Set(
      sentences.flatMap((sentence) => [
        ...sentence.words.map((word) => word.stem),
        ...particleVerbs(sentence.text),
      ]),
    );
  const [ours, theirs] = [stemsIn(claimed), stemsIn(given)];
  const crosses = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => {
    const said = [...left].filter((word) => ours.has(word) && !theirs.has(word));
    const opposed = [...right].some((word) => theirs.has(word));
    const isAgreed = [...left].some((word) => theirs.has(word));
    return (
      said.length > 0 &&
      opposed &&
      !isAgreed &&
      !said.some((word) => isNegatedIn(word, claimed)) &&
      ![...right].some((word) => isNegatedIn(word, given))
    );
  };
  const ofOthers = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
    areOthers(subjectsOf(left, claimed), subjectsOf(right, given));
  return OPPOSITES.some(
    ([left, right]) =>
      (crosses(left, right) && !ofOthers(left, right)) || (crosses(right, left) && !ofOthers(right, left)),
  );
}

/** The name next before each of these verbs. */
function subjectsOf(
  verbs: ReadonlySet<string>,
  sentences: readonly SupportSentence[],
): readonly SupportWord[] {
  return sentences.flatMap(({ words }) =>
    words.flatMap((word, index) =>
      verbs.has(word.stem) ? (words.slice(0, index).findLast(({ isName }) => isName) ?? []) : [],
    ),
  );
}

/** Skara beat, and Torra lost: opposite things of two are one thing. */
const areOthers = (left: readonly SupportWord[], right: readonly SupportWord[]): boolean =>
  left.length > 0 && right.length > 0 && !left.some((word) => right.some((other) => isSameName(word, other)));

/** Where two sentences say opposite things (`approved`, `rejected`), by position in each; undefined where they do not. */
export function oppositePlaces(
  left: SupportSentence,
  right: SupportSentence,
): readonly [number, number] | undefined {
  if (!hasOpposite([left], [right]) || !hasOpposite([right], [left])) return undefined;
  const placeOf = ({ words }: SupportSentence, side: ReadonlySet<string>): number =>
    words.findIndex((word) => side.has(word.stem));
  for (const [one, other] of [...OPPOSITES, ...OPPOSITES.map(([a, b]) => [b, a] as const)]) {
    const places = [placeOf(left, one), placeOf(right, other)] as const;
    if (places[0] >= 0 && places[1] >= 0) return places;
  }
  return undefined;
}

function isNegatedIn(word: string, sentences: readonly SupportSentence[]): boolean {
  return sentences.some((sentence) => {
    const negated = negatedPlaces(sentence, false);
    return sentence.words.some((other, place) => other.stem === word && negated.has(place));
  });
}
