/** How strongly a claim speaks against how strongly its quotes do: quantifiers, superlatives, hedges, conditions. */
import type { Evidence, SupportProblem } from './evidence.ts';
import { stemsOf } from './stems-of.ts';
import { type SupportSentence, type SupportWord, sharesStem } from './support-words.ts';
import { isVerbLike, SPEECH } from './verb-like.ts';

/** Words of one row say the same; a claim may use one only where its quotes use one. */
const STRONG = `
all every everyone everybody everything each entire entirely whole wholly total totally complete completely throughout
only sole solely merely alone exclusively
always constantly invariably forever
never
most majority mostly largely
unanimous unanimously
exactly precisely
certain certainly definitely undoubtedly surely inevitably
prove proved proves proven proof
guarantee guaranteed guarantees
best
worst
`
  .trim()
  .split('\n')
  .map((row) => new Set(row.split(' ')));

const NOT_SUPERLATIVE =
  /^(?:interest|forest|protest|request|latest|arrest|suggest|test|invest|contest|honest|west|guest|harvest|conquest|rest|nest|chest|quest|pest|fest|midwest|northwest|southwest|priest|manifest|digest|modest|behest|bequest|unrest|attest|detest|molest|everest|bucharest|budapest|just)$/;

export function checkQuantifiers({
  claimSentences,
  quoteWords,
  factWords,
}: Evidence): readonly SupportProblem[] {
  const given = new Set([...quoteWords, ...factWords].map(({ folded }) => folded));
  const isStronger = claimSentences.some(({ words }) =>
    words.some((word, index) => {
      const row = STRONG.find((words) => words.has(word.folded));
      if (row) return ![...row].some((strong) => given.has(strong)) && !isPartOfPhrase(words, index);
      return isSuperlative(words, index) && !given.has(word.folded);
    }),
  );
  return isStronger ? ['strength'] : [];
}

/** `at all`, `most recently`, `first of all`, `in all`. */
const isPartOfPhrase = (words: readonly SupportWord[], index: number): boolean =>
  words[index]?.folded === 'all' && /^(?:at|of|in|after|above)$/.test(words[index - 1]?.folded ?? '');

function isSuperlative(words: readonly SupportWord[], index: number): boolean {
  const folded = words[index]?.folded ?? '';
  if (!/^\p{Ll}{2,}est$/u.test(folded) || NOT_SUPERLATIVE.test(folded) || words[index]?.isName) return false;
  return true;
}

/** Words behind a superlative in which its noun is looked for. */
const SUPERLATIVE_REACH = 2;

/** `the warmest month` of quotes that speak of the warmest October: what it is the most of is part of what is said. */
export function checkSuperlatives({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(({ words }) => superlativesOf(words));
  const isWidened = claimSentences
    .flatMap(({ words }) => superlativesOf(words))
    .some(({ folded, heads }) => {
      const same = given.filter((other) => other.folded === folded && other.heads.length > 0);
      return heads.length > 0 && same.length > 0 && !same.some((other) => sharesStem(heads, other.heads));
    });
  return isWidened ? ['strength'] : [];
}

interface Superlative {
  readonly folded: string;
  readonly heads: readonly SupportWord[];
}

function superlativesOf(words: readonly SupportWord[]): readonly Superlative[] {
  return words.flatMap(({ folded, clause }, index) => {
    if (!isSuperlative(words, index)) return [];
    const behind = words.slice(index + 1, index + 1 + SUPERLATIVE_REACH);
    const end = behind.findIndex(
      (word) => word.isStop || word.clause !== clause || /^(?:since|ever|yet|so)$/.test(word.folded),
    );
    return [{ folded, heads: end < 0 ? behind : behind.slice(0, end) }];
  });
}

/** Words that hold what follows them open. `would` is left out: reported speech is full of it. */
const HEDGES = stemsOf(
  `may might could possibly perhaps potentially maybe likely probably expect expected plan planned plans planning intend
  hope aim consider considering propose proposed seek allegedly reportedly apparently suspect suspected
  believe believed rumoured rumored suggest suggested urge want threaten threatened
  try tried attempt discuss risk fear feared warn warned appear seem ask demand request apply`,
);
/** Words that say what somebody holds against somebody. */
const ACCUSATIONS = stemsOf('accuse accused allege alleged claim claimed');
const HEDGES_IN_CLAIM = new Set([
  ...HEDGES,
  ...ACCUSATIONS,
  ...stemsOf(
    'would can should possible potential probable unconfirmed suspected alleged if whether due set schedule call',
  ),
]);
/** Words that say what somebody binds himself to; a claim may say that he will. */
const COMMITMENTS = stemsOf('pledge promise vow offer agree');
const COMMITTED_IN_CLAIM = new Set([...COMMITMENTS, ...stemsOf('will shall deal commit')]);
/** Content words after a hedge that it holds open. */
const HEDGED_WORDS = 4;

/** `may have accepted` must not become `accepted`. */
export function checkHedges({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const isFirmer = claimSentences.some((sentence) => {
    // `Three warnings` warn of nothing.
    const verbs = sentence.words.filter((word) => !/ings$/.test(word.folded));
    const uses = (words: ReadonlySet<string>): boolean => verbs.some((word) => words.has(word.stem));
    const own = verbs.filter((word) => HEDGES_IN_CLAIM.has(word.stem));
    // What is hedged itself hedges nothing: `planned`, of men who are suspected of having planned.
    const isHedged = ({ word }: Hedged): boolean => own.some(({ stem }) => stem !== word.stem);
    const isTold = uses(SPEECH);
    const open = [
      HEDGES,
      // Told as what somebody says, an accusation is still one.
      ...(isTold ? [] : [ACCUSATIONS]),
      ...(uses(COMMITTED_IN_CLAIM) ? [] : [COMMITMENTS]),
    ];
    return quoteSentences.some(
      (quote) =>
        open.some((hedges) =>
          hedgedWords(quote, hedges).some((hedged) => assertsIt(sentence, hedged) && !isHedged(hedged)),
        ) && !statesPlainly(quoteSentences, quote, sentence),
    );
  });
  return isFirmer ? ['strength'] : [];
}

interface Hedged {
  readonly word: SupportWord;
  /** Named, not done: `considered a ban`. A claim that something was banned makes it a deed. */
  readonly isThing: boolean;
}

/** What a hedge holds open: verbs, and things that a claim may make deeds of, among the next few words. */
function hedgedWords(sentence: SupportSentence, hedges: ReadonlySet<string>): readonly Hedged[] {
  const { words } = sentence;
  return words.flatMap((hedge, index) => {
    if (!hedges.has(hedge.stem) || isMonthName(hedge) || isNamedThing(hedge, words)) return [];
    return words
      .slice(index + 1)
      .filter((word) => word.clause === hedge.clause && !word.isStop && !word.isName)
      .slice(0, HEDGED_WORDS)
      .map((word, place) => {
        const isDone = /ing$/.test(word.folded) || isVerbLike(words, words.indexOf(word));
        return { word, isThing: !isDone && (place > 0 || isNounLike(word, words)) };
      });
  });
}

/** `called the plan an attack`: a plan that is spoken of holds nothing open. */
const isNamedThing = (hedge: SupportWord, words: readonly SupportWord[]): boolean =>
  isNounLike(hedge, words) && words[words.indexOf(hedge) + 1]?.folded !== 'to';

/** `May` the month and names. */
const isMonthName = (word: SupportWord): boolean => /^\p{Lu}/u.test(word.text) && !word.startsSentence;

const isNounLike = (word: SupportWord, words: readonly SupportWord[]): boolean =>
  /^(?:an?|the|its|his|her|their|this|that|no)$/.test(words[words.indexOf(word) - 1]?.folded ?? '');

const assertsIt = (sentence: SupportSentence, { word, isThing }: Hedged): boolean =>
  sentence.words.some(
    (other) => areLike(other.stem, word.stem) && !other.isStop && (!isThing || /ed$/.test(other.folded)),
  );

/** Verbs that say the same with another subject or another word. */
const LIKE = [
  'rise raise increase',
  'cut lower reduce fall drop',
  'ban prohibit forbid',
  'close shut',
  'begin start launch',
].map(stemsOf);

const areLike = (left: string, right: string): boolean =>
  left === right || LIKE.some((row) => row.has(left) && row.has(right));

/** Another sentence of the quotes may say plainly what one hedges. */
const statesPlainly = (
  quotes: readonly SupportSentence[],
  hedged: SupportSentence,
  claim: SupportSentence,
): boolean =>
  quotes.some(
    (quote) =>
      quote !== hedged &&
      claim.words
        .filter((word) => !word.isStop)
        .every((word) => quote.words.some((other) => other.stem === word.stem)),
  );

const CONDITIONS = new Set([
  'unless',
  'until',
  'if',
  'provided',
  'when',
  'once',
  'while',
  'till',
  'except',
  'conditional',
  'condition',
  'or',
]);

/** `unless it disarms` must not be left off what it restricts. */
export function checkConditions({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const isCut = claimSentences.some((sentence) => {
    if (sentence.words.some((word) => CONDITIONS.has(word.folded))) return false;
    return quoteSentences.some((quote) => {
      const restricted = restrictedWords(quote).filter((word) => !word.isStop && !word.isName);
      const shared = restricted.filter((word) => sentence.words.some((other) => other.stem === word.stem));
      return shared.length > 0 && shared.length >= Math.min(2, restricted.length);
    });
  });
  return isCut ? ['strength'] : [];
}

/** `asked if`, `see if`: no condition but a question. */
const WHETHER =
  /^(?:ask|asked|asks|asking|know|knew|known|wonder|wondered|see|say|said|tell|told|check|sure|clear|decide|learn|unclear|even|as|only)$/;

/** What a sentence says only under a condition: what stands before `unless` and `if`, or behind it where it opens. */
function restrictedWords({ words, text }: SupportSentence): readonly SupportWord[] {
  const at = words.findIndex(
    ({ folded }, index) =>
      folded === 'unless' || (folded === 'if' && !WHETHER.test(words[index - 1]?.folded ?? '')),
  );
  const condition = words[at];
  if (condition === undefined) return [];
  const opens = at === 0 || /[.;:“"]\s*$/.test(text.slice(0, condition.start));
  if (!opens) {
    const joint = words.findLastIndex(
      ({ folded }, index) => index < at && /^(?:and|but|that|while)$/.test(folded),
    );
    const before = words.slice(joint + 1, at);
    const own = before.filter(({ clause }) => clause === condition.clause);
    return own.length > 0 ? own : before.filter(({ clause }) => clause === condition.clause - 1);
  }
  return words.slice(at).filter(({ clause }) => clause > condition.clause);
}
