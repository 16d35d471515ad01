import { createRequire } from 'node:module';

/**
 * Stemmers and stop words by language, from @orama/stemmers and @orama/stopwords, loaded on first use: a process that
 * only ever sees English loads English only. `require` because callers are synchronous and the packages ship CommonJS.
 */
const require = createRequire(import.meta.url);

/** BCP 47 primary subtag -> the packages' names. */
const PACKAGE_NAMES: Readonly<Record<string, { readonly stemmer?: string; readonly stopWords?: string }>> = {
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
  nl: { stemmer: 'dutch', stopWords: 'dutch' },
  no: { stemmer: 'norwegian', stopWords: 'norwegian' },
  pt: { stemmer: 'portuguese', stopWords: 'portuguese' },
  ro: { stemmer: 'romanian', stopWords: 'romanian' },
  ru: { stemmer: 'russian', stopWords: 'russian' },
  sv: { stemmer: 'swedish', stopWords: 'swedish' },
  tr: { stemmer: 'turkish', stopWords: 'turkish' },
  uk: { stemmer: 'ukrainian', stopWords: 'ukrainian' },
  zh: { stopWords: 'mandarin' },
};

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
const BEFORE: Readonly<Record<string, (word: string) => string>> = {
  ar: (word) => word.replace(ARABIC_ARTICLE, ''),
};
const AFTER: Readonly<Record<string, (stem: string) => string>> = {
  ru: (stem) => stem.slice(0, RUSSIAN_STEM_LETTERS),
};

const loaded = new Map<string, LanguageRules>();

/** Rules for a BCP 47 tag; an unknown language gets no stemming and no stop words. */
export function languageRules(language: string, fold: (word: string) => string): LanguageRules {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const known = loaded.get(primary);
  if (known) return known;
  const names = PACKAGE_NAMES[primary] ?? {};
  const same = (word: string) => word;
  const before = BEFORE[primary] ?? same;
  const after = AFTER[primary] ?? same;
  const stem = names.stemmer
    ? loadExport(`@orama/stemmers/${names.stemmer}`, 'stemmer', isStemmer, same)
    : same;
  const rules: LanguageRules = {
    stem: (word) => after(stem(before(word))),
    stopWords: new Set(
      (names.stopWords
        ? loadExport(`@orama/stopwords/${names.stopWords}`, 'stopwords', isWordList, [])
        : []
      ).map(fold),
    ),
  };
  loaded.set(primary, rules);
  return rules;
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
