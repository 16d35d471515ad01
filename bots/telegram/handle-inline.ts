import { createHash } from 'node:crypto';
import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types';
import {
  cleanText,
  type DocumentFacts,
  type FoundPlace,
  formatDate,
  renderPlaces,
  safeLink,
} from '../../src/index.ts';
import { type Adapter, localeOf, say } from './adapter.ts';
import { troubleOf } from './api-errors.ts';
import { askerOf } from './origin.ts';
import { textsOf } from './send-blocks.ts';

/** Cards of one answer. */
export const CARDS_LIMIT = 10;
/** Telegram gives the same cards again for so long: a removed document disappears from them soon. */
export const CARDS_CACHE_SECONDS = 30;
/** Cards further down than this are nobody's choice. */
const OFFSET_LIMIT = 1_000;
/** Characters of a quote on a card; clients show two lines. */
const DESCRIPTION_LENGTH = 200;

/** Offers quotes that fit the words, or how the newest documents begin. What is sent is the quote with its source. */
export async function handleInline(adapter: Adapter, query: InlineQuery): Promise<void> {
  const asker = askerOf({ chat: query.from.id, isPrivate: true }, query.from);
  const locale = localeOf(asker, adapter);
  const offset = Math.min(Number.parseInt(query.offset, 10) || 0, OFFSET_LIMIT);
  const words = query.query.trim();
  // One more than is shown tells whether there are further ones.
  const places = await findPlaces(adapter, { words, offset, limit: CARDS_LIMIT + 1 });
  const cards = places.slice(0, CARDS_LIMIT).map((place) => describeCard(place, locale));
  const hasMore = places.length > CARDS_LIMIT && offset < OFFSET_LIMIT;
  try {
    await adapter.api.answerInlineQuery(query.id, cards, {
      cache_time: CARDS_CACHE_SECONDS,
      // Dates are in the person's language.
      is_personal: true,
      next_offset: hasMore ? String(offset + CARDS_LIMIT) : '',
      ...(cards.length === 0 && {
        button: { text: cut(say('noQuotes', locale), 64), start_parameter: 'help' },
      }),
    });
  } catch (error) {
    // The person has typed on meanwhile.
    if (troubleOf(error) !== 'late' && troubleOf(error) !== 'transient') throw error;
  }
}

interface CardSearch {
  readonly words: string;
  readonly offset: number;
  readonly limit: number;
}

async function findPlaces(
  { desk }: Adapter,
  { words, offset, limit }: CardSearch,
): Promise<readonly FoundPlace[]> {
  if (words !== '') return desk.findQuotes(words, { limit, offset });
  const documents = await desk.suggestDocuments('', limit, offset);
  const beginnings = await Promise.all(documents.map(({ id }) => desk.showQuote(id)));
  return beginnings.flatMap((places) => places.slice(0, 1));
}

function describeCard(place: FoundPlace, locale: string): InlineQueryResultArticle {
  const { document, quote } = place;
  const [content] = textsOf(renderPlaces([place], { locale }));
  const url = safeLink(place.link);
  const title = cleanText(document.title).trim() || document.id;
  return {
    type: 'article',
    id: createHash('sha256')
      .update(`${document.id} ${quote.span.start} ${quote.span.end}`)
      .digest('base64url'),
    title: cut(title, DESCRIPTION_LENGTH),
    description:
      `${describeOrigin(document, locale)}\n${cut(cleanText(quote.text).trim(), DESCRIPTION_LENGTH)}`.trim(),
    ...(url !== undefined && /^https?:/u.test(url) && { url }),
    input_message_content: {
      message_text: content?.text ?? title,
      entities: [...(content?.entities ?? [])],
      link_preview_options: { is_disabled: true },
    },
  };
}

function describeOrigin({ publisher, published }: DocumentFacts, locale: string): string {
  const facts = [publisher, published === undefined ? undefined : formatDate(published, locale)];
  return facts.flatMap((fact) => (fact === undefined ? [] : cleanText(fact))).join(', ');
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const beginning = text.slice(0, length - 1);
  // No half of a surrogate pair.
  return `${beginning.isWellFormed() ? beginning : beginning.slice(0, -1)}…`;
}
