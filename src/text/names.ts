import { foldName } from './names-fold.ts';
import { phonemes, skeletonKeys } from './names-phonemes.ts';

/**
 * `nameSimilarity` at or above which two words are taken for spellings of one name.
 */
export const SAME_NAME = 0.75;

/** A consonant of one spelling that the other has nothing like: enough to part two names of ordinary length. */
const UNLIKE = 2;
/** Below this many phonemes a name has little to be told apart by, so that every difference weighs more. */
const SHORT_NAME_PHONEMES = 5;
/** Similarity of a name and a word derived from it (Niger, Nigeria; Israel, Israeli): related, not the same. */
const DERIVED = 0.5;

/**
 * Keys which the spellings of one name share, for look-up by equality: consonant skeletons in which letters that
 * transliteration confuses fall together. One to three of them; none for a word without letters.
 *
 * @param word one word or a hyphenated name; case, accents, article (al-, Az-) and possessive do not matter
 */
export function nameKeys(word: string): string[] {
  return skeletonKeys(phonemes(foldName(word)));
}

/**
 * How likely two words are spellings of one name, 0 to 1; symmetric, 1 for words that are equal once folded.
 *
 * It is an edit distance over phonemes in which what transliteration varies is cheap (Fateh, Fatah) and what it keeps,
 * the consonants in their order, is dear; set against the length of the longer word.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = foldName(a);
  const right = foldName(b);
  if (left === right) return left === '' ? 0 : 1;
  if (left === '' || right === '') return 0;
  const first = phonemes(left);
  const second = phonemes(right);
  const length = Math.max(first.length, second.length);
  const room = length < SHORT_NAME_PHONEMES ? length - (SHORT_NAME_PHONEMES - length) / 2 : length;
  const similarity = Math.max(0, 1 - (2 * distance(first, second)) / Math.max(room, 1));
  return isDerived(left, right) || isDerived(right, left) ? Math.min(similarity, DERIVED) : similarity;
}

const DERIVATIONS = new Set([
  'i',
  'n',
  'an',
  'ian',
  'ia',
  'ean',
  'ese',
  'ish',
  'ic',
  'ist',
  'ite',
  'ism',
  'er',
]);

function isDerived(stem: string, word: string): boolean {
  return word.length > stem.length && word.startsWith(stem) && DERIVATIONS.has(word.slice(stem.length));
}

/** Weighted edit distance, two rows at a time. */
function distance(a: string, b: string): number {
  let previous = new Float64Array(b.length + 1);
  let current = new Float64Array(b.length + 1);
  for (let j = 1; j <= b.length; j += 1) previous[j] = (previous[j - 1] ?? 0) + insertionCost(b, j - 1);
  for (let i = 1; i <= a.length; i += 1) {
    const dropA = insertionCost(a, i - 1);
    current[0] = (previous[0] ?? 0) + dropA;
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + swapCost(a, i - 1, b, j - 1);
      const drop = (previous[j] ?? 0) + dropA;
      const insert = (current[j - 1] ?? 0) + insertionCost(b, j - 1);
      current[j] = Math.min(swap, drop, insert);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}

const VOWELS = 'aeiou';

function isVowel(phoneme: string): boolean {
  return phoneme !== '' && VOWELS.includes(phoneme);
}

/** Cost of a phoneme that one spelling has and the other leaves out. */
function insertionCost(word: string, at: number): number {
  const phoneme = word.charAt(at);
  const before = word.charAt(at - 1);
  const after = word.charAt(at + 1);
  if (phoneme === before || (phoneme === 'd' && after === 'D')) return doublingCost(word, at);
  if (phoneme === 'h') return at === 0 ? UNLIKE : after === '' ? 0.2 : 0.35;
  if (phoneme === 'y') return 0.15;
  if (phoneme === 'w') return isVowel(before) ? 0.3 : UNLIKE;
  if (!isVowel(phoneme)) return UNLIKE;
  if (phoneme === 'e' && (before === 'u' || before === 'o' || before === 'a')) return 0.2;
  if (phoneme === 'o' && after === 'u') return 0.4;
  if (phoneme === 'i' && isVowel(before) && isVowel(after)) return 0.2;
  if (phoneme === 'i' && (isVowel(before) || isVowel(after))) return 0.9;
  return after === '' ? 0.35 : 0.65;
}

/** English doubles a stop to shorten the vowel before it: Biden and Bidden are said differently, Musa and Moussa not. */
function doublingCost(word: string, at: number): number {
  const shortens = 'bdgnpt'.includes(word.charAt(at)) && word.charAt(at + 1) === 'e';
  return shortens && 'ieou'.includes(word.charAt(at - 2)) ? 0.8 : 0.1;
}

/** Costs of one phoneme for another, each pair once in alphabetical order of code units. */
const SWAPS: ReadonlyMap<string, number> = new Map([
  ['ae', 0.25],
  ['ai', 0.45],
  ['ao', 0.3],
  ['au', 0.5],
  ['ei', 0.2],
  ['eo', 0.6],
  ['eu', 0.7],
  ['io', 0.7],
  ['iu', 0.8],
  ['ou', 0.2],
  ['iy', 0.1],
  ['ey', 0.3],
  ['ow', 0.3],
  ['uw', 0.2],
  ['vw', 0.2],
  ['fv', 0.3],
  ['kq', 0.1],
  ['gq', 0.15],
  ['gk', 0.45],
  ['ck', 0.1],
  ['cq', 0.1],
  ['kx', 0.15],
  ['cx', 0.3],
  ['qx', 0.3],
  ['hx', 0.3],
  ['gG', 0.1],
  ['Gg', 0.1],
  ['Gj', 0.2],
  ['gj', 0.4],
  ['CZ', 0.2],
  ['Cj', 0.3],
  ['Zj', 0.2],
  ['CS', 0.6],
  ['Dd', 0.1],
  ['Td', 0.5],
  ['DT', 0.2],
  ['Tt', 0.1],
  ['Dz', 0.3],
  ['dt', 0.5],
  ['sz', 0.3],
  ['Ts', 0.4],
  ['ts', UNLIKE],
  ['4s', 0.4],
  ['4z', 0.3],
  ['bp', 0.5],
  ['mn', 1],
]);

function swapCost(a: string, i: number, b: string, j: number): number {
  const x = a.charAt(i);
  const y = b.charAt(j);
  if (x === y) return 0;
  const cost = SWAPS.get(x < y ? x + y : y + x) ?? UNLIKE;
  return isVowel(x) && isVowel(y) && i === a.length - 1 && j === b.length - 1 ? Math.max(cost, 0.7) : cost;
}
