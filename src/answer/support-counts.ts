/** Which number goes with what: counts that changed places, and scores turned round. */
import { type FoundNumber, findNumbers } from '../text/numbers.ts';
import type { Evidence, SupportProblem } from './evidence.ts';
import { isSameName } from './same-name.ts';
import { isCommonOpener, namesOf } from './support-names.ts';
import { plainNumbers } from './support-values.ts';
import type { SupportSentence, SupportWord } from './support-words.ts';

interface Zone {
  readonly value: number;
  readonly stems: ReadonlySet<string>;
  /** What it counts. */
  readonly counted: string | undefined;
}

/** `Two were injured and eleven died` where two died and eleven were injured. */
export function checkCounts({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(zonesOf);
  const isMixed = claimSentences.flatMap(zonesOf).some((claimed) => {
    // A number at the end, `a driver of 39`, has nothing behind it to compare.
    const own = given.filter(({ value }) => value === claimed.value);
    if (own.some(({ stems, counted }) => stems.size === 0 && counted === undefined)) return false;
    const others = given.filter(({ value }) => value !== claimed.value);
    const isIn = (zones: readonly Zone[]) => (word: string) => zones.some(({ stems }) => stems.has(word));
    const words = [...claimed.stems];
    const isOwn = (word: string): boolean => isIn(own)(word) || own.some(({ counted }) => counted === word);
    return own.length > 0 && words.some(isIn(others)) && !words.some(isOwn);
  });
  return isMixed ? ['roles'] : [];
}

/** What is said of each number: the verbs and nouns behind it and before the next, what it counts left out. */
function zonesOf(sentence: SupportSentence): readonly Zone[] {
  const numbers = plainNumbers(sentence.text).filter(
    ({ kind, span }) => kind !== 'ordinal' && !AGED.test(sentence.text.slice(0, span.start)),
  );
  return numbers.map(({ span, value }, index) => {
    // In `27 of its 112 passengers were found` what is said of the whole is said of the part.
    const step = isPartOfNext(sentence.text, numbers[index], numbers[index + 1]) ? 2 : 1;
    const next = numbers[index + step]?.span.start ?? sentence.text.length;
    const cut = sentence.text.slice(span.end, next).search(/[;:]|\s(?:while|whereas|but)\s/);
    const end = cut < 0 ? next : span.end + cut;
    const words = sentence.words.filter(
      (word) =>
        word.start >= span.end &&
        word.end <= end &&
        !word.isStop &&
        !word.isName &&
        /^\p{L}/u.test(word.text),
    );
    const [counted] = words;
    const isCounted = (word: SupportWord): boolean =>
      word === counted && word.start <= span.end + 1 && !/ed$/.test(word.folded);
    const stems = new Set(words.filter((word) => !isCounted(word)).map(({ stem }) => stem));
    return { value, stems, counted: counted?.stem };
  });
}

/** Ages count nobody: `four men aged 19 to 27`. */
const AGED = /\baged\s(?:between\s)?(?:\p{N}{1,3}\s(?:to|and)\s)?$/u;

function isPartOfNext(text: string, part: FoundNumber | undefined, whole: FoundNumber | undefined): boolean {
  if (part === undefined || whole === undefined) return false;
  return /^\s(?:out\s)?of\s(?:(?:the|its|their|all)\s){0,2}$/.test(
    text.slice(part.span.end, whole.span.start),
  );
}

/** `22 votes to 61` where it was 61 to 22. */
export function checkScores({ body, quotes }: Evidence): readonly SupportProblem[] {
  const given = quotes.flatMap(scoresOf);
  const isTurned = scoresOf(body).some(
    ([first, second]) =>
      given.some(([left, right]) => left === second && right === first) &&
      !given.some(([left, right]) => left === first && right === second),
  );
  return isTurned ? ['roles'] : [];
}

function scoresOf(text: string): readonly (readonly [number, number])[] {
  const numbers = findNumbers(text);
  return numbers.flatMap((number, index) => {
    const next = numbers[index + 1];
    if (next === undefined) return [];
    const between = text.slice(number.span.end, next.span.start);
    return /^\s?(?:[-–]|(?:\p{L}{2,12}\s)?(?:to|against)\s)\s?$/u.test(between)
      ? [[number.value, next.value] as const]
      : [];
  });
}

/** `Vaal 35 percent and Krantz 38` where it is Vaal who has 38: whose a number is, by the name before it. */
export function checkShares({ claimSentences, quoteSentences }: Evidence): readonly SupportProblem[] {
  const given = quoteSentences.flatMap(sharesOf);
  const isMixed = claimSentences.flatMap(sharesOf).some(({ name, value, kind }) => {
    const ofName = given.filter((share) => share.kind === kind && isSameName(share.name, name));
    const ofValue = given.filter((share) => share.kind === kind && share.value === value);
    return ofName.length > 0 && ofValue.length > 0 && !ofName.some((share) => share.value === value);
  });
  return isMixed ? ['roles'] : [];
}

interface Share {
  readonly name: SupportWord;
  readonly value: number;
  readonly kind: FoundNumber['kind'];
}

/** Numbers that stand close behind a name in its clause. */
function sharesOf(sentence: SupportSentence): readonly Share[] {
  const names = namesOf(sentence).filter((name) => !isCommonOpener(name, sentence));
  return plainNumbers(sentence.text).flatMap(({ span, value, kind }) => {
    if (kind !== 'percent') return [];
    const name = names.findLast(({ end }) => end <= span.start);
    const between = name && sentence.text.slice(name.end, span.start);
    if (!name || between === undefined || /[,;:.]|\b(?:by|of|than|over)\b/.test(between)) return [];
    return between.trim().split(/\s+/).length <= SHARE_WORDS ? [{ name, value, kind }] : [];
  });
}

/** Words between a name and its number at most. */
const SHARE_WORDS = 4;
