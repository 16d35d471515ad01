/**
 * When do two texts say the same, for scoring? Kept apart from the product's own folding on purpose: a change of how
 * the product reads words must not change how it is marked.
 */

/** Scripts written without spaces: each character counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const WORD = new RegExp(`${UNSPACED.source}|[\\p{L}\\p{N}\\p{M}]+`, 'gu');

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value): [string, string] => [word, String(value)])
    .concat(
      'thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, index): [string, string] => [word, String(30 + 10 * index)]),
    ),
);

/** `twenty-five` or `twenty five`. */
const TENS_AND_UNITS =
  /\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](one|two|three|four|five|six|seven|eight|nine)\b/g;

function writeNumber(_: string, tens: string, units: string): string {
  return String(Number(NUMBER_WORDS.get(tens)) + Number(NUMBER_WORDS.get(units)));
}

/** A quote shorter than this says too little to count for a sentence that contains it. */
const LEAST_QUOTE_WORDS = 4;
/** Share of the shorter text's words that the longer one must hold. */
const OVERLAP_SHARE = 0.6;

/**
 * Words of a text, folded for comparison: compatibility forms and accents removed, lower case, grouping commas out of
 * numbers (`1,000` is `1000`), English number words below a hundred as digits (`twenty-five` is `25`), apostrophes dropped.
 */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`´\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');
  return (plain.replace(TENS_AND_UNITS, writeNumber).match(WORD) ?? []).map(
    (word) => NUMBER_WORDS.get(word) ?? word,
  );
}

/** Whether `part`'s words stand in `whole` one after another. Nothing is contained in anything when it has no words. */
export function containsWords(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false;
  return ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `);
}

/**
 * Whether a quote shows a gold evidence sentence: it contains it; or it is a part of it, of at least four words; or,
 * for cuts and tokens that differ, both have at least four words and the longer one holds 60 % of the shorter one's
 * words (each counted as often as it occurs).
 */
export function quoteShowsEvidence(quote: string, evidence: string): boolean {
  const quoted = foldWords(quote);
  const gold = foldWords(evidence);
  if (containsWords(quoted, gold)) return true;
  if (Math.min(quoted.length, gold.length) < LEAST_QUOTE_WORDS) return false;
  return containsWords(gold, quoted) || sharedWords(quoted, gold) >= OVERLAP_SHARE;
}

/** Whether a quote contains a string, up to case, accents, punctuation and spacing. */
export function quoteContains(quote: string, part: string): boolean {
  return containsWords(foldWords(quote), foldWords(part));
}

/**
 * Whether a statement holds a gold answer: the answer's words stand in it one after another; in scripts other than
 * Latin the characters are enough, as articles, prefixes and endings are written together with the word there.
 */
export function statementHoldsAnswer(statement: string, answer: string): boolean {
  const said = foldWords(statement);
  const gold = foldWords(answer);
  if (containsWords(said, gold)) return true;
  const joined = gold.join(' ');
  return gold.length > 0 && !/\p{Script=Latin}|^[\d ]*$/u.test(joined) && said.join(' ').includes(joined);
}

/** Whether the answer is a bare yes or no, which no sentence of an article contains. */
export function isYesOrNo(answer: string): boolean {
  return /^(?:yes|no|true|false)\W*$/i.test(answer.trim());
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const left = new Map<string, number>();
  for (const word of longer) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of shorter) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return shorter.length === 0 ? 0 : shared / shorter.length;
}
