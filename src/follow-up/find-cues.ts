import type { CueWords } from './cue-words.ts';
import { ENGLISH } from './cues-english.ts';
import { ARABIC, CHINESE, FRENCH, GERMAN, HEBREW, RUSSIAN, SPANISH } from './cues-other.ts';

const CUES: Readonly<Record<string, CueWords>> = {
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  de: GERMAN,
  ru: RUSSIAN,
  ar: ARABIC,
  he: HEBREW,
  zh: CHINESE,
};

/** Cues of a BCP 47 tag; undefined where the language is not among them. */
export function findCues(language: string): CueWords | undefined {
  return CUES[language.toLowerCase().split('-')[0] ?? ''];
}
