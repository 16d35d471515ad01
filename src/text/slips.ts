/**
 * Spellings that a slip of the pen or the finger makes of a word, or that it was made of: what is close to a word by
 * Damerau and Levenshtein, less what nobody does, such as a consonant for another one that lies elsewhere on the keyboard.
 */
export interface Slip {
  readonly spelling: string;
  /** Two letters that stand side by side have changed places. */
  readonly swap: boolean;
}

interface Script {
  readonly letters: RegExp;
  /** Rows of the usual keyboard, each key half a key to the right of the one above it. */
  readonly rows: readonly string[];
  /** Letters that are not in the rows. */
  readonly others?: string;
  /** Letters that are taken for each other wherever they lie. */
  readonly vowels: string;
}

/** Scripts whose words are made of letters and set apart by spaces. Latin and Greek words come without their accents. */
const SCRIPTS: readonly Script[] = [
  { letters: /^[a-z]+$/, rows: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], vowels: 'aeiouy' },
  {
    letters: /^\p{Script=Cyrillic}+$/u,
    rows: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
    others: 'іїєґў',
    vowels: 'аеиоуыэюяйії',
  },
  { letters: /^\p{Script=Greek}+$/u, rows: ['ςερτυθιοπ', 'ασδφγηξκλ', 'ζχψωβνμ'], vowels: 'αεηιουω' },
  {
    letters: /^\p{Script=Arabic}+$/u,
    rows: ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ءرىهوزظ'],
    others: 'ذ',
    vowels: 'اوي',
  },
  { letters: /^\p{Script=Hebrew}+$/u, rows: ['קראטוןםפ', 'שדגכעיחלךף', 'זסבהנמצתץ'], vowels: 'אהוי' },
];

/** No word is longer: what is may be anything, and every letter costs some seventy spellings. */
const LONGEST_LETTERS = 24;

/** Every spelling that is one slip from a word in small letters; none for what is not written in one alphabet. */
export function slipsOf(word: string): Slip[] {
  const script = scriptOf(word);
  if (!script) return [];
  const alphabet = script.rows.join('') + (script.others ?? '');
  const slips = spellingsNear(word, (before, letter, after) => [
    before + after,
    ...Array.from(alphabet, (other) => before + other + letter + after),
    ...Array.from(keysBeside(letter, script), (other) => before + other + after),
  ]);
  for (const spelling of lightSlips(word, script)) slips.add(spelling);
  const swaps = new Set(swapsOf(word));
  return [...slips].map((spelling) => ({ spelling, swap: swaps.has(spelling) }));
}

/**
 * Every spelling that is two light slips from a word: letters doubled or single, side by side and swapped, one vowel for
 * another (neccesary, tommorow).
 */
export function doubleSlipsOf(word: string): Slip[] {
  const script = scriptOf(word);
  if (!script) return [];
  const slips = new Set<string>();
  for (const once of lightSlips(word, script))
    for (const twice of lightSlips(once, script)) if (twice !== word) slips.add(twice);
  return [...slips].map((spelling) => ({ spelling, swap: false }));
}

function scriptOf(word: string): Script | undefined {
  return word.length > LONGEST_LETTERS ? undefined : SCRIPTS.find(({ letters }) => letters.test(word));
}

function lightSlips(word: string, { vowels }: Script): Set<string> {
  const slips = spellingsNear(word, (before, letter, after) => [
    before + letter + letter + after,
    ...(after.startsWith(letter) ? [before + after] : []),
    ...(letter !== '' && vowels.includes(letter)
      ? Array.from(vowels, (other) => before + other + after)
      : []),
  ]);
  for (const spelling of swapsOf(word)) slips.add(spelling);
  return slips;
}

function swapsOf(word: string): Set<string> {
  return spellingsNear(word, (before, letter, after) =>
    after === '' ? [] : [before + after.charAt(0) + letter + after.slice(1)],
  );
}

/** What is made of a word at each of its letters, and behind the last one, the word itself left out. */
function spellingsNear(
  word: string,
  make: (before: string, letter: string, after: string) => string[],
): Set<string> {
  const spellings = new Set<string>();
  for (let at = 0; at <= word.length; at++)
    for (const spelling of make(word.slice(0, at), word.charAt(at), word.slice(at + 1)))
      spellings.add(spelling);
  spellings.delete(word);
  return spellings;
}

/** Letters that are typed for another one because their keys are neighbours. */
function keysBeside(letter: string, { rows }: Script): string {
  const row = rows.findIndex((keys) => letter !== '' && keys.includes(letter));
  if (row < 0) return '';
  const place = rows[row]?.indexOf(letter) ?? 0;
  const keys = (at: number, from: number, to: number) => (rows[at] ?? '').slice(Math.max(0, from), to);
  return (
    keys(row - 1, place, place + 2) + keys(row, place - 1, place + 2) + keys(row + 1, place - 1, place + 1)
  );
}
