import { ButtonStyle } from 'discord.js';
import {
  type Block,
  blockText,
  cleanText,
  type Desk,
  type QuoteInContext,
  renderQuoteInContext,
  sayText,
} from '../../src/index.ts';
import { type ButtonSpec, buttonRow } from './buttons.ts';
import { writeCustomId } from './custom-id.ts';
import { toBodies } from './messages.ts';
import type { MessageBody } from './outlet.ts';
import { textFile } from './reply.ts';
import type { Page } from './shelf.ts';

export interface PageButtons {
  /** Custom id of the page with this index. */
  readonly idOf: (index: number, arrow: 'previous' | 'next') => string;
  readonly index: number;
  readonly locale: string;
  /** Custom id of the button that shows the page to everybody. */
  readonly postId?: string;
}

/**
 * A page as one message, with arrows to its neighbours. Words that it does not show as they stand, or not all of them, come
 * as a file.
 */
export function pageBody(page: Page, { idOf, index, locale, postId }: PageButtons): MessageBody {
  const arrows: readonly ButtonSpec[] =
    page.hasPrevious || page.hasNext
      ? [
          { label: 'buttonPrevious', id: idOf(index - 1, 'previous'), isDisabled: !page.hasPrevious },
          { label: 'buttonNext', id: idOf(index + 1, 'next'), isDisabled: !page.hasNext },
        ]
      : [];
  const post: readonly ButtonSpec[] =
    postId === undefined ? [] : [{ label: 'buttonPost', id: postId, style: ButtonStyle.Primary }];
  const components = buttonRow([...arrows, ...post], locale);
  const [body, ...more] = toBodies(page.blocks);
  const isShown = more.length === 0 && page.words.every((words) => cleanText(words) === words);
  const words = page.words.length > 0 ? page.words : page.blocks.map(blockText);
  return {
    content: body?.content ?? '…',
    components,
    ...(!isShown && { files: [textFile('quote.txt', words.join('\n\n'))] }),
  };
}

/** `Quote 2 of 5`, above a quote. */
export function pageNumber(number: number, total: number, locale: string): Block {
  return { kind: 'notice', runs: [{ text: sayText('quoteOf', locale, { number, total }), faint: true }] };
}

/** A quote of an answer, in its context; undefined where the answer has no such quote (any more). */
export async function sourcePage(
  answerId: string,
  index: number,
  { desk, locale }: { readonly desk: Desk; readonly locale: string },
): Promise<MessageBody | undefined> {
  const quotes = await desk.quotesInContext(answerId);
  const quote = quotes[index];
  if (!quote) return undefined;
  const page: Page = {
    blocks: [pageNumber(index + 1, quotes.length, locale), ...fittingContext(quote, locale)],
    words: [quote.citation.quote.text],
    hasPrevious: index > 0,
    hasNext: index < quotes.length - 1,
  };
  return pageBody(page, { idOf: (at, arrow) => writeCustomId('source', answerId, at, arrow), index, locale });
}

/** The quote with what stands around it, where one message holds both. */
function fittingContext(quote: QuoteInContext, locale: string): readonly Block[] {
  const blocks = renderQuoteInContext(quote, locale);
  if (toBodies(blocks).length === 1) return blocks;
  return renderQuoteInContext({ ...quote, before: '', after: '' }, locale);
}
