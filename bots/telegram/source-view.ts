import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import {
  type Block,
  type Origin,
  type QuoteInContext,
  renderQuoteInContext,
  type StandingAnswer,
  safeLink,
  sayBlock,
} from '../../src/index.ts';
import { type Adapter, localeOf, say } from './adapter.ts';
import { type Asker, originOf, type Place } from './origin.ts';
import { postOf } from './post-of.ts';
import { editBlocks, sendBlocks } from './send-blocks.ts';

/** Of deep links: `https://t.me/bot?start=s_<answer>`. */
export const SOURCES_PARAMETER = 's_';

/** One of an answer's quotes where it stands, with buttons to the others. */
export interface SourceView {
  readonly blocks: readonly Block[];
  readonly keyboard: InlineKeyboardMarkup;
}

/** Whether a person may see an answer: one of a private chat is nobody else's. */
export function maySee({ desk }: Adapter, answer: StandingAnswer, origin: Origin): boolean {
  const isPublic = !answer.isPrivate && answer.posts.some(({ space }) => space !== undefined);
  return isPublic || desk.isAsker(answer.id, origin);
}

/** Sends the first quote of an answer to a private chat. */
export async function sendSources(
  adapter: Adapter,
  asker: Asker,
  { answerId, replyTo }: { readonly answerId: string; readonly replyTo?: number },
): Promise<void> {
  const locale = localeOf(asker, adapter);
  const view = await findView(adapter, asker, { answerId, number: 1, locale });
  const messages = await sendBlocks(adapter, asker, {
    ...(view ?? { blocks: [sayBlock('answerGone', locale)] }),
    ...(replyTo !== undefined && { replyTo: { message: replyTo } }),
  });
  if (view) remember(adapter, asker, { answerId, number: 1, locale, messages });
}

/** Shows another quote in the same message. */
export async function turnToSource(
  adapter: Adapter,
  asker: Asker,
  {
    answerId,
    number,
    message,
  }: { readonly answerId: string; readonly number: number; readonly message: number },
): Promise<boolean> {
  const locale = localeOf(asker, adapter);
  const view = await findView(adapter, asker, { answerId, number, locale });
  if (!view) return false;
  const messages = await editBlocks(adapter, asker, { ...view, replaces: [message] });
  if (messages) remember(adapter, asker, { answerId, number, locale, messages });
  return true;
}

interface ViewOptions {
  readonly answerId: string;
  /** From 1. */
  readonly number: number;
  readonly locale: string;
}

async function findView(
  adapter: Adapter,
  asker: Asker,
  options: ViewOptions,
): Promise<SourceView | undefined> {
  const { desk } = adapter;
  const answer = await desk.answer(options.answerId);
  if (!answer || answer.state === 'retracted' || !maySee(adapter, answer, originOf(asker))) return undefined;
  return describeSource(adapter, asker.person, options);
}

/** The quote of a number, or the last one where there are fewer by now; undefined where there is none. */
export async function describeSource(
  { desk, buttons }: Adapter,
  person: number,
  { answerId, number: wanted, locale }: ViewOptions,
): Promise<SourceView | undefined> {
  const quotes = await desk.quotesInContext(answerId);
  const number = Math.min(wanted, quotes.length);
  const quote = quotes[number - 1];
  if (!quote) return undefined;
  const turn = (to: number, label: string): readonly InlineKeyboardButton[] =>
    quotes[to - 1]
      ? [{ text: label, callback_data: buttons.sign('source', `${answerId}:${to}`, person) }]
      : [];
  const heading: Block = {
    kind: 'heading',
    runs: [{ text: say('quoteOf', locale, { number, total: quotes.length }) }],
  };
  return {
    blocks: [...(quotes.length > 1 ? [heading] : []), ...renderQuoteInContext(quote, locale)],
    keyboard: {
      inline_keyboard: [
        [
          ...turn(number - 1, `‹ ${say('buttonPrevious', locale)}`),
          ...turn(number + 1, `${say('buttonNext', locale)} ›`),
        ],
        [
          {
            text: say('buttonAskSource', locale),
            callback_data: buttons.sign('askSource', `${answerId}:${number}`, person),
          },
          ...openButton(quote, locale),
        ],
      ].filter((row) => row.length > 0),
    },
  };
}

/** Telegram takes http(s) addresses with a dot in the host. */
export function openButton({ citation }: QuoteInContext, locale: string): readonly InlineKeyboardButton[] {
  const url = safeLink(citation.link);
  const hasHost = url !== undefined && URL.canParse(url) && /\.|^\[/u.test(new URL(url).hostname);
  return hasHost ? [{ text: `${say('buttonOpen', locale)} ↗`, url }] : [];
}

/** A view of an answer is a post of it: it is edited when a source goes, and a reply to it goes on from the answer. */
function remember(
  { desk }: Adapter,
  place: Place,
  { answerId, number, locale, messages }: ViewOptions & { readonly messages: readonly number[] },
): void {
  desk.posted(answerId, postOf(place, { messages, locale, view: { kind: 'source', number } }));
}
