import { chatEn } from './chat-en.ts';
import type { ChatPhrases } from './chat-phrases.ts';
import { languageOf } from './phrases.ts';

/** By primary language subtag. */
export const CHAT_PHRASES: ReadonlyMap<string, ChatPhrases> = new Map(Object.entries({ en: chatEn }));

/** The phrases of a BCP 47 tag; English where the language is not spoken. */
export function chatPhrasesFor(locale: string): ChatPhrases {
  return CHAT_PHRASES.get(languageOf(locale)) ?? chatEn;
}

/** A phrase with its words in braces filled in; a value that is not given stays as it stands. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
