import { chatPhrasesFor, fillPhrase } from '../phrases/chat.ts';
import type { SayKey } from '../phrases/chat-phrases.ts';
import type { Block } from '../render/block.ts';
import { cleanText } from '../render/clean.ts';

/** A phrase of the bot in a language, with its words in braces filled in: values are data, and cleaned. */
export function sayText(
  key: SayKey,
  locale: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const clean = Object.entries(values).map(([name, value]) => [name, cleanText(String(value))]);
  return fillPhrase(chatPhrasesFor(locale).say[key], Object.fromEntries(clean));
}

/** The same as a paragraph. */
export function sayBlock(...phrase: Parameters<typeof sayText>): Block {
  return { kind: 'notice', runs: [{ text: sayText(...phrase) }] };
}
