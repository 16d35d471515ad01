/** Letters that Unicode does not decompose into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ə: 'a',
};

/** Apostrophes and the marks used for them: they stand for ayin, hamza, a soft sign or aspiration. */
const APOSTROPHES = /['’‘`´ʿʾʼʻ]/gu;
const POSSESSIVE = /['’](?:s)?$/u;
/** The Arabic article before a hyphen or space, its l as it is or turned into the sun letter that follows. */
const ARTICLE = /^(?:[ae]l|ul)[- ](?=\p{L}{2})|^a(sh|th|dh|[srzdtn])[- ](?=\1\p{L})/u;
/** Abd al-, Abdel-, Abdul, and what assimilation leaves of it: Abdurrahman. */
const SERVANT_OF = /^abd[- ]?[aeu](?:l[- ]?|([rsnzdt])[- ]?(?=\1))/u;

/** Places of which two romanisations are in use that share too little: postal or Russian, and today's. */
const RESPELT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kiev: 'kyiv',
    rangoon: 'yangon',
    calcutta: 'kolkata',
    peking: 'beijing',
    nanking: 'nanjing',
    chungking: 'chongqing',
    tientsin: 'tianjin',
  }),
);

/**
 * A name in lower-case Latin letters only: accents, apostrophes, hyphens, spaces, possessive and the Arabic article
 * taken off. Letters of other scripts stay as they are.
 */
export function foldName(word: string): string {
  let folded = word.toLowerCase().replace(POSSESSIVE, '');
  if (/[^a-z]/u.test(folded)) {
    const southSlavic = /[čćšž]/u.test(folded);
    folded = folded
      .replace(APOSTROPHES, '')
      .replace(/[łøßıæœđðþə]/gu, (letter) =>
        letter === 'đ' && southSlavic ? 'dj' : (LETTERS[letter] ?? letter),
      )
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[‐‑–—]/gu, '-')
      .trim()
      .replace(ARTICLE, '');
  }
  folded = folded
    .replace(SERVANT_OF, 'abdul')
    .replace(/(?<=^|-)hs(?=[iu])/u, 'x')
    .replace(/[^\p{L}]/gu, '');
  return RESPELT.get(folded) ?? folded;
}
