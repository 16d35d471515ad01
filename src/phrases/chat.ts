import { chatAr } from './chat-ar.ts';
import { chatDe } from './chat-de.ts';
import { chatEn } from './chat-en.ts';
import { chatEs } from './chat-es.ts';
import { chatFr } from './chat-fr.ts';
import { chatHe } from './chat-he.ts';
import type { ChatPhrases } from './chat-phrases.ts';
import { chatRu } from './chat-ru.ts';
import { languageOf } from './phrases.ts';

/** By primary language subtag. */
export const CHAT_PHRASES: ReadonlyMap<string, ChatPhrases> = new Map(
  Object.entries({ en: chatEn, es: chatEs, fr: chatFr, de: chatDe, ru: chatRu, ar: chatAr, he: chatHe }),
);

/** The phrases of a BCP 47 tag; English where the language is not spoken. */
export function chatPhrasesFor(locale: string): ChatPhrases {
  return CHAT_PHRASES.get(languageOf(locale)) ?? chatEn;
}

/** A phrase with its words in braces filled in; a value that is not given stays as it stands. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
