/** Read from the beginning of a text to tell its language. UTF-16 units. */
const SAMPLE_UNITS = 3000;
/** Fewer letters than this are too few to tell one Latin language from another. */
const MIN_LATIN_LETTERS = 40;
const DEFAULT_LANGUAGE = 'en';

interface ScriptLanguages {
  readonly script: RegExp;
  /** Languages written in it, the likeliest first; one alone needs no detector. */
  readonly languages: readonly string[];
}

/** Kana before Han: Japanese mixes both. */
const SCRIPTS: readonly ScriptLanguages[] = [
  { script: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, languages: ['ja'] },
  { script: /\p{sc=Hangul}/gu, languages: ['ko'] },
  { script: /\p{sc=Han}/gu, languages: ['zh'] },
  { script: /\p{sc=Arabic}/gu, languages: ['ar', 'fa', 'ur'] },
  { script: /\p{sc=Cyrillic}/gu, languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk'] },
  { script: /\p{sc=Greek}/gu, languages: ['el'] },
  { script: /\p{sc=Hebrew}/gu, languages: ['he'] },
  { script: /\p{sc=Thai}/gu, languages: ['th'] },
  { script: /\p{sc=Devanagari}/gu, languages: ['hi', 'mr'] },
  { script: /\p{sc=Bengali}/gu, languages: ['bn'] },
  { script: /\p{sc=Tamil}/gu, languages: ['ta'] },
  { script: /\p{sc=Telugu}/gu, languages: ['te'] },
  { script: /\p{sc=Armenian}/gu, languages: ['hy'] },
  { script: /\p{sc=Georgian}/gu, languages: ['ka'] },
  { script: /\p{sc=Ethiopic}/gu, languages: ['am'] },
];

const ENGLISH_WORDS = new Set(
  'the of and to in that is was for with on by from his it at as be has have'.split(' '),
);

/** Share of letters in a non-Latin script above which the text is taken to be in it. */
const MIN_SCRIPT_SHARE = 0.3;
const MIN_KANA_SHARE = 0.15;

/** Language of a text as a BCP 47 primary tag: by script, then by letter statistics; English when it cannot be told. */
export async function detectLanguage(text: string): Promise<string> {
  const sample = text.slice(0, SAMPLE_UNITS);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return DEFAULT_LANGUAGE;
  for (const { script, languages } of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share < (languages[0] === 'ja' ? MIN_KANA_SHARE : MIN_SCRIPT_SHARE)) continue;
    const [first = DEFAULT_LANGUAGE] = languages;
    return languages.length === 1 ? first : ((await likeliest(sample, new Set(languages))) ?? first);
  }
  if (letters < MIN_LATIN_LETTERS || isPlainlyEnglish(sample)) return DEFAULT_LANGUAGE;
  return (await likeliest(sample)) ?? DEFAULT_LANGUAGE;
}

/** Spares English corpora the detector's database (seconds to load, 100 MB): no other language says "the" so often. */
function isPlainlyEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const the = words.filter((word) => word === 'the').length;
  const common = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return the >= words.length * 0.02 || (the >= words.length * 0.01 && common >= words.length * 0.12);
}

/** The best-scored language, among these if given; undefined where the detector knows none. */
async function likeliest(sample: string, among?: ReadonlySet<string>): Promise<string | undefined> {
  const { eld } = await import('eld/small');
  const scores = Object.entries(eld.detect(sample).getScores());
  return scores
    .filter(([language]) => among?.has(language) ?? true)
    .sort(([, a], [, b]) => b - a)
    .at(0)?.[0];
}
