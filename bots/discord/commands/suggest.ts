import type { AutocompleteInteraction } from 'discord.js';
import { cleanText, type Desk, type DocumentFacts, formatDate } from '../../../src/index.ts';
import { clip } from '../clip.ts';
import { CHOICE_NAME_LIMIT, CHOICE_VALUE_LIMIT, CHOICES_LIMIT } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Choice, optionName, type Use } from './command.ts';

type Typing = Use<AutocompleteInteraction>;

/** UTF-16 units from which words are worth looking for. */
const LEAST_QUERY = 3;

/** The document of an id, or the one whose title fits what was typed best. Throws `Refusal` where none does. */
export async function findDocument(typed: string, desk: Desk): Promise<DocumentFacts> {
  const found = await desk.suggestDocuments(typed, CHOICES_LIMIT);
  const document = found.find(({ id }) => id === typed) ?? found[0];
  if (!document) throw new Refusal('noSuchDocument', { id: typed });
  return document;
}

/** Documents by title and id: `Title · date · id`. */
export async function suggestDocuments(typed: string, { bot, locale }: Typing): Promise<readonly Choice[]> {
  const found = await bot.desk.suggestDocuments(typed, CHOICES_LIMIT);
  return found
    .filter(({ id }) => id.length <= CHOICE_VALUE_LIMIT)
    .map(({ id, title, published }) => {
      const date = published === undefined ? '' : ` · ${formatDate(published, locale)}`;
      const facts = clip(`${date} · ${cleanText(id)}`, CHOICE_NAME_LIMIT / 2);
      return { name: clip(cleanText(title), CHOICE_NAME_LIMIT - facts.length) + facts, value: id };
    });
}

/** Sentences that fit what is typed; choosing one looks for its words. */
export async function suggestSentences(
  typed: string,
  { bot, interaction }: Typing,
): Promise<readonly Choice[]> {
  if (typed.trim().length < LEAST_QUERY) return [];
  const document = interaction.options.getString(optionName('document'));
  const found = await bot.desk.findQuotes(typed, {
    limit: CHOICES_LIMIT,
    ...(document !== null && document !== '' && { document }),
  });
  const texts = new Set(found.map(({ quote }) => cleanText(quote.text).trim()).filter((text) => text !== ''));
  return [...texts].map((text) => ({
    name: clip(text, CHOICE_NAME_LIMIT),
    value: clip(text, CHOICE_VALUE_LIMIT).replace(/…$/u, ''),
  }));
}
