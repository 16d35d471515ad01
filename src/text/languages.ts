import { createRequire } from 'node:module';

/**
 * Stemmers and stop words by language, from @orama/stemmers and @orama/stopwords, and stop words of more languages from
 * stopword, loaded on first use: a process that only ever sees English loads English only. `require` because callers are
 * synchronous and the packages ship CommonJS.
 */
const require = createRequire(import.meta.url);

interface PackageNames {
  readonly stemmer?: string;
  readonly stopWords?: string;
  /** Name of the list in stopword, for languages that @orama/stopwords lacks. */
  readonly listed?: string;
}

/** BCP 47 primary subtag -> the packages' names. */
const PACKAGE_NAMES = new Map<string, PackageNames>(
  Object.entries({
    ar: { stemmer: 'arabic', stopWords: 'arabic' },
    bg: { stemmer: 'bulgarian', stopWords: 'bulgarian' },
    da: { stemmer: 'danish', stopWords: 'danish' },
    de: { stemmer: 'german', stopWords: 'german' },
    el: { stemmer: 'greek', stopWords: 'greek' },
    en: { stemmer: 'english', stopWords: 'english' },
    es: { stemmer: 'spanish', stopWords: 'spanish' },
    fi: { stemmer: 'finnish', stopWords: 'finnish' },
    fr: { stemmer: 'french', stopWords: 'french' },
    hi: { stemmer: 'indian', stopWords: 'indian' },
    hu: { stemmer: 'hungarian', stopWords: 'hungarian' },
    it: { stemmer: 'italian', stopWords: 'italian' },
    nb: { stemmer: 'norwegian', stopWords: 'norwegian' },
    nl: { stemmer: 'dutch', stopWords: 'dutch' },
    nn: { stemmer: 'norwegian', stopWords: 'norwegian' },
    no: { stemmer: 'norwegian', stopWords: 'norwegian' },
    pt: { stemmer: 'portuguese', stopWords: 'portuguese' },
    ro: { stemmer: 'romanian', stopWords: 'romanian' },
    ru: { stemmer: 'russian', stopWords: 'russian' },
    sv: { stemmer: 'swedish', stopWords: 'swedish' },
    tr: { stemmer: 'turkish', stopWords: 'turkish' },
    uk: { stemmer: 'ukrainian', stopWords: 'ukrainian' },
    ca: { listed: 'cat' },
    cs: { listed: 'ces' },
    fa: { listed: 'fas' },
    he: { listed: 'heb' },
    hr: { listed: 'hrv' },
    id: { listed: 'ind' },
    ja: { listed: 'jpn' },
    ko: { listed: 'kor' },
    pl: { listed: 'pol' },
    sk: { listed: 'slk' },
    th: { listed: 'tha' },
    vi: { listed: 'vie' },
    zh: { stopWords: 'mandarin' },
  }),
);

export interface LanguageRules {
  /** A folded word's stem; the word itself where the language has no stemmer. */
  readonly stem: (word: string) => string;
  /** Folded. */
  readonly stopWords: ReadonlySet<string>;
}

/**
 * What Arabic writes together with the word that follows, and its stemmer leaves on: the article, alone or after "and",
 * "with", "like", "so", "for".
 */
const ARABIC_ARTICLE = /^(?:وال|بال|كال|فال|ولل|ال|لل)(?=.{3})/u;

/** Letters of a Russian stem: what comes after them is mostly derivation (построить, построенный), which a question changes. */
const RUSSIAN_STEM_LETTERS = 6;

/** What is done to a folded word before, and to its stem after, the package's stemmer. */
const BEFORE = new Map([['ar', (word: string) => word.replace(ARABIC_ARTICLE, '')]]);
const AFTER = new Map([['ru', (stem: string) => stem.slice(0, RUSSIAN_STEM_LETTERS)]]);

const loaded = new Map<string, LanguageRules>();

/** Rules for a BCP 47 tag; an unknown language gets no stemming and no stop words. */
export function languageRules(language: string, fold: (word: string) => string): LanguageRules {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const known = loaded.get(primary);
  if (known) return known;
  const names = PACKAGE_NAMES.get(primary) ?? {};
  const same = (word: string) => word;
  const before = BEFORE.get(primary) ?? same;
  const after = AFTER.get(primary) ?? same;
  const stem = names.stemmer
    ? loadExport(`@orama/stemmers/${names.stemmer}`, 'stemmer', isStemmer, same)
    : same;
  const rules: LanguageRules = {
    stem: (word) => after(stem(before(word))),
    stopWords: new Set(loadStopWords(names).map(fold)),
  };
  loaded.set(primary, rules);
  return rules;
}

function loadStopWords({ stopWords, listed }: PackageNames): string[] {
  if (stopWords) return loadExport(`@orama/stopwords/${stopWords}`, 'stopwords', isWordList, []);
  return listed ? loadExport('stopword', listed, isWordList, []) : [];
}

function loadExport<T>(name: string, key: string, check: (value: unknown) => value is T, otherwise: T): T {
  try {
    const module: unknown = require(name);
    const value: unknown =
      typeof module === 'object' && module !== null ? Reflect.get(module, key) : undefined;
    return check(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

function isStemmer(value: unknown): value is (word: string) => string {
  return typeof value === 'function';
}

function isWordList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}
