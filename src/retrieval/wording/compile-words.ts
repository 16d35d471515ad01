/** Vowel signs and other marks that are left out in ordinary writing of Arabic and Hebrew. */
const VOWEL_SIGNS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u0652\u0670]/gu;

/** Letters that are spelt one way or the other by the same people. */
const SAME_LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ё: 'е',
  ς: 'σ',
};
const SPELT_TWO_WAYS = new RegExp(`[${Object.keys(SAME_LETTERS).join('')}]`, 'gu');

/** Lower case, composed, without the marks and differences that careful and careless writers differ in; accents stay. */
export function foldSpelling(word: string): string {
  const lower = word.toLowerCase();
  // Nothing else applies to Basic Latin letters.
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .normalize('NFC')
    .replace(VOWEL_SIGNS, '')
    .replace('i\u0307', 'i')
    .replace(SPELT_TWO_WAYS, (letter) => SAME_LETTERS[letter] ?? letter);
}

/** Latin, Greek and Cyrillic letters without accents, for questions typed without them. */
export function dropAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd');
}

/** The source of a regular expression for any of a list of words, the longest first; `undefined` for none. */
export function anyOf(list: string | undefined): string | undefined {
  const words = foldSpelling(list ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('_', '(?:\\s+)').replaceAll('*', '[\\p{L}\\p{M}]*'))
    .join('|');
}
