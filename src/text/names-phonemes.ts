/**
 * Spellings of one sound, longest first, as one symbol each: S sh, C ch, Z zh, T th, D dh, G soft g, x kh, 4 ts.
 * Lower-case letters stand for themselves; c for a hard c, which is k to the ear but not where k is a transliteration.
 */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['tsch', 'C'],
  ['dzh', 'j'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['sh', 'S'],
  ['ch', 'C'],
  ['zh', 'Z'],
  ['kh', 'x'],
  ['gh', 'g'],
  ['ph', 'f'],
  ['th', 'T'],
  ['dh', 'D'],
  ['dj', 'j'],
  ['ts', '4'],
  ['tz', '4'],
  ['cz', 'C'],
  ['sz', 'S'],
  ['ck', 'k'],
]);

const LONGEST_SPELLING = 4;
const FIRST_LETTERS = [...new Set([...SPELLINGS.keys()].map((spelling) => spelling.charAt(0)))].join('');
const SECOND_LETTERS = [...new Set([...SPELLINGS.keys()].map((spelling) => spelling.charAt(1)))].join('');

/** The sounds of a folded name, a symbol each, as far as its spelling tells. */
export function phonemes(folded: string): string {
  let sounds = '';
  for (let at = 0; at < folded.length; ) {
    const [symbol, length] = multigraph(folded, at) ?? [single(folded, at), 1];
    sounds += symbol;
    at += length;
  }
  return sounds.replace(/eh$/u, 'ah').replace(/(?<=[^aeiouy])(?:iv|ow|(?<=[CSZ])ev)$/u, 'ov');
}

function multigraph(folded: string, at: number): [string, number] | undefined {
  if (!FIRST_LETTERS.includes(folded.charAt(at)) || !SECOND_LETTERS.includes(folded.charAt(at + 1)))
    return undefined;
  for (let length = LONGEST_SPELLING; length > 1; length -= 1) {
    const symbol = SPELLINGS.get(folded.slice(at, at + length));
    if (symbol !== undefined) return [symbol, length];
  }
  return undefined;
}

function single(folded: string, at: number): string {
  const letter = folded.charAt(at);
  const after = folded.charAt(at + 1);
  const isFront = after !== '' && 'eiy'.includes(after);
  if (letter === 'c') return isFront ? 's' : 'c';
  if (letter === 'g') return isFront ? 'G' : 'g';
  if (letter === 'x') return at === 0 ? 'S' : 'ks';
  if (letter === 'y') return after !== '' && 'aeiou'.includes(after) ? 'y' : 'i';
  return letter;
}

/** Sounds that transliteration confuses fall into one class; vowels, h, y inside a word are no part of a skeleton. */
const CLASSES: Readonly<Record<string, string>> = {
  c: 'k',
  k: 'k',
  q: 'k',
  g: 'k',
  G: 'k',
  x: 'k',
  t: 't',
  d: 't',
  T: 't',
  D: 't',
  s: 's',
  z: 's',
  '4': 's',
  S: 'c',
  C: 'c',
  Z: 'c',
  j: 'c',
  p: 'p',
  b: 'p',
  f: 'f',
  v: 'f',
  w: 'f',
};
const SILENT = 'aeiouyh';

/** One to three consonant skeletons of a name given as phonemes; none for the empty name. */
export function skeletonKeys(sounds: string): string[] {
  if (sounds === '') return [];
  const keys = new Set([skeleton(sounds)]);
  if (/[jG]/u.test(sounds))
    keys.add(skeleton(sounds.replace(/[jG]/gu, (sound) => (sound === 'j' ? 'g' : 'j'))));
  if (/[aeiou]w/u.test(sounds)) keys.add(skeleton(sounds.replace(/(?<=[aeiou])w/gu, '')));
  if (/[aeiou]h[aeiou]/u.test(sounds)) keys.add(skeleton(sounds.replace(/(?<=[aeiou])h(?=[aeiou])/gu, 'g')));
  if (sounds.startsWith('x')) keys.add(skeleton(`h${sounds.slice(1)}`));
  return [...keys].slice(0, 3);
}

function skeleton(sounds: string): string {
  const start = sounds.charAt(0);
  let key = start === 'h' ? 'h' : SILENT.includes(start) ? 'a' : '';
  let before = '';
  for (const sound of sounds) {
    const kind = SILENT.includes(sound) ? '' : (CLASSES[sound] ?? sound);
    if (kind !== before) key += kind;
    before = kind;
  }
  return key;
}
