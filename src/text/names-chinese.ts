/**
 * Wade-Giles initials and the pinyin initials that they may stand for, as one class each: newspapers drop the
 * apostrophe that tells p (pinyin b) from p' (pinyin p), so that both fall together here.
 */
const INITIAL_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:hs|x)/u, 'X'],
  [/^(?:ch|zh|j|q)/u, 'J'],
  [/^(?:ts|tz|z|c)/u, 'Z'],
  [/^(?:ss|sz)/u, 's'],
  [/^[pb]/u, 'P'],
  [/^[td]/u, 'T'],
  [/^[kg]/u, 'K'],
];

/** Wade-Giles finals and their pinyin. */
const FINALS: Readonly<Record<string, string>> = {
  ien: 'ian',
  ieh: 'ie',
  ueh: 'ue',
  eh: 'e',
  ung: 'ong',
  erh: 'er',
  ih: 'i',
  uei: 'ui',
  yen: 'yan',
};

const SYLLABLE = /^(?:[ptk]'?|ch'?|ts'?|tz'?|hs|sh|ss|sz|[mfnlhjrwy])?(?:[aeiouü]{1,3}(?:ng|n|rh|h)?)$/u;
/** Spellings that only Wade-Giles has, and common enough in news to be taken for it without a hyphen. */
const SINGLE = /^(?:hs[iu]|ch(?:'|[aeiou])|ts[eu]|t'?eng$)/u;

const PINYIN_SYLLABLE =
  '(?:[jqx](?=[iu])|zh|ch|sh|[bpmfdtnlgkhrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|uan|iao|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)';
const PINYIN = new RegExp(`^(${PINYIN_SYLLABLE})(${PINYIN_SYLLABLE})?$`, 'u');

/**
 * The pinyin class of a Chinese name written in Wade-Giles; undefined when it is not recognisably so.
 * Comparable with `pinyinClass` of the other spelling.
 *
 * @param word lower case, hyphens and apostrophes kept
 */
export function wadeGilesClass(word: string): string | undefined {
  const plain = word.replace(/[’‘`ʻ]/gu, "'");
  const syllables = plain.split('-');
  if (syllables.length > 2 || !syllables.every((syllable) => SYLLABLE.test(syllable))) return undefined;
  if (syllables.length === 1 && !SINGLE.test(plain)) return undefined;
  return syllables.map(syllableClass).join('');
}

/** Class of a name taken as pinyin of one or two syllables, e.g. `jinping`; undefined when it cannot be that. */
export function pinyinClass(word: string): string | undefined {
  const match = PINYIN.exec(word);
  if (match === null) return undefined;
  return [match[1] ?? '', match[2] ?? '']
    .map((syllable) => (syllable === '' ? '' : syllableClass(syllable)))
    .join('');
}

function syllableClass(syllable: string): string {
  const plain = syllable.replaceAll("'", '').replace('ü', 'u');
  for (const [initial, kind] of INITIAL_CLASSES) {
    if (initial.test(plain)) return kind + final(plain.replace(initial, ''));
  }
  return final(plain);
}

function final(rest: string): string {
  const wadeGiles = Object.keys(FINALS).find((ending) => rest.endsWith(ending));
  return wadeGiles === undefined ? rest : rest.slice(0, -wadeGiles.length) + FINALS[wadeGiles];
}
