import { pinyinClass, wadeGilesClass } from './names-chinese.ts';
import { type Sounds, soundDistance, toSounds } from './names-distance.ts';
import { foldName } from './names-fold.ts';
import { phonemes, skeletonKeys } from './names-phonemes.ts';

/**
 * `nameSimilarity` at or above which two words are taken for spellings of one name. On the table of
 * tests/text/names-pairs.ts: precision .97, recall .96; on the third of it that nothing was tuned on .96 and .96.
 */
export const SAME_NAME = 0.75;

/** Below this many phonemes a name has little to be told apart by, so that every difference weighs more. */
const SHORT_NAME_PHONEMES = 6;
/** How much of its length each missing phoneme takes from a short name. */
const SHORTNESS = 0.6;
/** Similarity of a name and a word derived from it (Niger, Nigeria; Israel, Israeli): related, not the same. */
const DERIVED = 0.5;
/** Similarity of a name in pinyin and in Wade-Giles. */
const SAME_IN_CHINESE = 0.95;

/** How much a difference weighs by where the spelling comes from: vowels are free only in what was transliterated. */
const FIRMNESS = { transliterated: 1, plain: 2, english: 3 } as const;
const TRANSLITERATED =
  /kh|dh|gh(?!t)|zh|q(?!u[aeio])|[aeiou]sh[aeiou]|aa|[aeiou]h[bdfgjklmnqrstz]|[ae]h$|iyy|([bdfhkmnqsyz])\1[au]|[aeiou]y[nkd]/u;
const ENGLISH = /ck|[aeo]w(?![aeiou])|[cglkvs]e$|[klvgpt]er$|[^aeiou]on$|ght|oa|ea[^u]|^wh|wr/u;

/** No name is longer; a longer word is equal to another or different, which bounds the work on hostile input. */
const LONGEST_NAME_PHONEMES = 48;

/** Words are met again and again: one question word against a bucket of names. */
const REMEMBERED_WORDS = 4096;
const remembered = new Map<string, Spelling>();

interface Spelling {
  readonly folded: string;
  readonly phonemes: string;
  readonly sounds: Sounds;
  readonly origin: keyof typeof FIRMNESS;
  /** Class of the name read as Wade-Giles, where it can be. */
  readonly wadeGiles: string | undefined;
}

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
 * the consonants in their order, is dear; set against the length of the longer word. Derived words (Israel, Israeli)
 * and an s without an apostrophe (Robert, Roberts) are other words: stemming may join them, this does not.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = spell(a);
  const right = spell(b);
  if (left.folded === '' || right.folded === '') return 0;
  if (left.folded === right.folded) return 1;
  if (isSameInChinese(left, right) || isSameInChinese(right, left)) return SAME_IN_CHINESE;
  const length = Math.max(left.phonemes.length, right.phonemes.length);
  if (length > LONGEST_NAME_PHONEMES) return 0;
  const room = Math.max(1, length - Math.max(0, SHORT_NAME_PHONEMES - length) * SHORTNESS);
  const cost = firmness(left, right) * soundDistance(left.sounds, right.sounds);
  const similarity = Math.max(0, 1 - (2 * cost) / room);
  return isDerived(left.folded, right.folded) || isDerived(right.folded, left.folded)
    ? Math.min(similarity, DERIVED)
    : similarity;
}

function spell(word: string): Spelling {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const folded = foldName(word);
  const sounds = phonemes(folded);
  const spelling: Spelling = {
    folded,
    phonemes: sounds,
    sounds: toSounds(sounds),
    origin: ENGLISH.test(folded) ? 'english' : TRANSLITERATED.test(folded) ? 'transliterated' : 'plain',
    wadeGiles: wadeGilesClass(word.toLowerCase()),
  };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  if (sounds.length <= LONGEST_NAME_PHONEMES) remembered.set(word, spelling);
  return spelling;
}

function firmness(a: Spelling, b: Spelling): number {
  if (a.origin === 'english' || b.origin === 'english') return FIRMNESS.english;
  return Math.min(FIRMNESS[a.origin], FIRMNESS[b.origin]);
}

function isSameInChinese(older: Spelling, newer: Spelling): boolean {
  return older.wadeGiles !== undefined && older.wadeGiles === pinyinClass(newer.folded);
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
  if (word.length <= stem.length || !word.startsWith(stem)) return false;
  const ending = word.slice(stem.length);
  return DERIVATIONS.has(ending) && !(ending === 'i' && /[iy]$/u.test(stem));
}
