/** A consonant of one spelling that the other has nothing like: enough to part two names of ordinary length. */
const UNLIKE = 2;
/** The least that parts a name from the same name with another last vowel (Maria, Mario). */
const OTHER_LAST_VOWEL = 0.8;

/** What one phoneme costs against another, by how often transliteration takes one for the other; each pair once. */
const SWAPS: Readonly<Record<string, number>> = {
  ae: 0.3,
  ai: 0.45,
  ao: 0.3,
  au: 0.5,
  ei: 0.27,
  eo: 0.6,
  eu: 0.7,
  io: 0.7,
  iu: 0.8,
  ou: 0.2,
  iy: 0.1,
  ey: 0.3,
  ow: 0.3,
  uw: 0.2,
  vw: 0.2,
  fv: 0.3,
  kq: 0.05,
  gq: 0.15,
  gk: 0.45,
  ck: 0.1,
  cq: 0.1,
  kx: 0.15,
  cx: 0.3,
  qx: 0.3,
  hx: 0.3,
  gG: 0.1,
  Gj: 0.2,
  gj: 0.25,
  gh: 0.4,
  Gh: 0.4,
  CZ: 0.2,
  Cj: 0.3,
  Zj: 0.2,
  CS: 0.6,
  Dd: 0.1,
  Td: 0.5,
  DT: 0.2,
  Tt: 0.1,
  Dz: 0.3,
  dt: 0.5,
  sz: 0.2,
  Ts: 0.4,
  '4s': 0.4,
  '4z': 0.3,
  bp: 0.5,
  mn: 1,
};

const SYMBOLS = 128;
const swapCosts = new Float64Array(SYMBOLS * SYMBOLS).fill(UNLIKE);
for (let code = 0; code < SYMBOLS; code += 1) swapCosts[code * SYMBOLS + code] = 0;
for (const [pair, cost] of Object.entries(SWAPS)) {
  swapCosts[pair.charCodeAt(0) * SYMBOLS + pair.charCodeAt(1)] = cost;
  swapCosts[pair.charCodeAt(1) * SYMBOLS + pair.charCodeAt(0)] = cost;
}

/** Phonemes ready to be compared. */
export interface Sounds {
  readonly codes: Uint16Array;
  /** What it costs that the other spelling leaves out the phoneme at this place. */
  readonly drops: Float64Array;
}

/** @param phonemes symbols of names-phonemes.ts */
export function toSounds(phonemes: string): Sounds {
  const codes = new Uint16Array(phonemes.length);
  const drops = new Float64Array(phonemes.length);
  for (let at = 0; at < phonemes.length; at += 1) {
    codes[at] = phonemes.charCodeAt(at);
    drops[at] = dropCost(phonemes, at);
  }
  return { codes, drops };
}

/** Weighted edit distance, two rows at a time. */
export function soundDistance(a: Sounds, b: Sounds): number {
  const width = b.codes.length;
  let previous = new Float64Array(width + 1);
  let current = new Float64Array(width + 1);
  for (let j = 1; j <= width; j += 1) previous[j] = (previous[j - 1] ?? 0) + (b.drops[j - 1] ?? 0);
  for (let i = 1; i <= a.codes.length; i += 1) {
    const drop = a.drops[i - 1] ?? 0;
    const code = a.codes[i - 1] ?? 0;
    current[0] = (previous[0] ?? 0) + drop;
    for (let j = 1; j <= width; j += 1) {
      const isEnd = i === a.codes.length && j === width;
      const swap = (previous[j - 1] ?? 0) + swapCost(code, b.codes[j - 1] ?? 0, isEnd);
      const without = (previous[j] ?? 0) + drop;
      const extra = (current[j - 1] ?? 0) + (b.drops[j - 1] ?? 0);
      current[j] = Math.min(swap, without, extra);
    }
    [previous, current] = [current, previous];
  }
  return previous[width] ?? 0;
}

function swapCost(a: number, b: number, isEnd: boolean): number {
  if (a === b) return 0;
  if (a >= SYMBOLS || b >= SYMBOLS) return UNLIKE;
  const cost = swapCosts[a * SYMBOLS + b] ?? UNLIKE;
  return isEnd && isVowel(String.fromCharCode(a)) ? Math.max(cost, OTHER_LAST_VOWEL) : cost;
}

function isVowel(phoneme: string): boolean {
  return phoneme !== '' && 'aeiou'.includes(phoneme);
}

function dropCost(word: string, at: number): number {
  const phoneme = word.charAt(at);
  const before = word.charAt(at - 1);
  const after = word.charAt(at + 1);
  if (phoneme === before || (phoneme === 'd' && after === 'D')) return doublingCost(word, at);
  if (phoneme === 'y') return 0.15;
  if (phoneme === 'w') return isVowel(before) ? 0.3 : UNLIKE;
  if (phoneme === 'h') return breathCost(before, after);
  return isVowel(phoneme) ? vowelDropCost(word, at) : UNLIKE;
}

/** English doubles a stop to shorten the vowel before it: Biden and Bidden are said differently, Musa and Moussa not. */
function doublingCost(word: string, at: number): number {
  const letter = word.charAt(at);
  if (letter === 'i') return 0.03;
  // in Europe oo and ee are other vowels than o and e
  if (letter === 'o' || letter === 'e') return 0.3;
  const shortens = 'bdgnpt'.includes(letter) && word.charAt(at + 1) === 'e';
  return shortens && 'ieou'.includes(word.charAt(at - 2)) ? 0.8 : 0.1;
}

/** An h is heard at the beginning and between vowels (Netanyahu), hardly elsewhere (Tehran, Sarah). */
function breathCost(before: string, after: string): number {
  if (before === '') return UNLIKE;
  if (after === '') return 0.2;
  return isVowel(before) && isVowel(after) ? 1 : 0.35;
}

function vowelDropCost(word: string, at: number): number {
  const phoneme = word.charAt(at);
  const before = word.charAt(at - 1);
  const after = word.charAt(at + 1);
  // Mueller and Soeren for ü and ø; ou for u (Mahmoud)
  if (phoneme === 'e' && (before === 'u' || before === 'o' || before === 'a')) return 0.2;
  if (phoneme === 'o' && after === 'u') return 0.25;
  if (phoneme === 'i' && isVowel(before)) return isVowel(after) ? 0.2 : before === 'e' ? 0.4 : 0.75;
  if (phoneme === 'i' && isVowel(after)) return 1.2;
  if (after === '') return isVowel(before) ? 0.4 : 0.55;
  // vowels that break up a cluster: Dimitri, Alexander
  const breaksCluster = (at === 1 && !isVowel(after)) || (after === 'r' && at === word.length - 2);
  return breaksCluster ? 0.4 : 0.65;
}
