import {
  cleanText,
  type FoundPlace,
  joinPlaces,
  LookupError,
  renderPlaces,
  renderWordingCheck,
  sayBlock,
} from '../../../src/index.ts';
import { writeCustomId } from '../custom-id.ts';
import { interactionVerbs } from '../interaction-outlet.ts';
import { createOutlet } from '../outlet.ts';
import { pageBody, pageNumber } from '../pages.ts';
import { Refusal } from '../refusal.ts';
import { replyWith } from '../reply.ts';
import type { Page } from '../shelf.ts';
import {
  countOption,
  type MenuCommand,
  type MenuUse,
  type SlashAction,
  type SlashGroup,
  type SlashUse,
  textOption,
} from './command.ts';
import { findDocument, suggestDocuments, suggestSentences } from './suggest.ts';

/** Hits that are leafed through: nobody looks further. */
const FOUND_LIMIT = 20;
const TEXT_LIMIT = 2000;

const show: SlashAction = {
  key: 'quoteShow',
  options: [
    { key: 'document', kind: 'text', isRequired: true, suggest: suggestDocuments },
    { key: 'passage', kind: 'count', minimum: 1 },
  ],
  reply: 'private',
  async run(use) {
    const { bot, locale } = use;
    const { id } = await findDocument(textOption(use, 'document') ?? '', bot.desk);
    const passageAt = (index: number) => orNone(bot.desk.showQuote(id, index));
    const number = countOption(use, 'passage') ?? 1;
    if (!(await passageAt(number - 1))) throw new Refusal('noSuchPassage', { number });
    const page = async (index: number): Promise<Page> => {
      const [here, next] = await Promise.all([passageAt(index), passageAt(index + 1)]);
      const places = joinPlaces(here ?? []);
      return {
        blocks: renderPlaces(places, { locale }),
        words: places.map(({ quote }) => quote.text),
        hasPrevious: index > 0,
        hasNext: next !== undefined,
      };
    };
    await showPages(use, page, number - 1);
  },
};

const find: SlashAction = {
  key: 'quoteFind',
  options: [
    { key: 'query', kind: 'text', isRequired: true, suggest: suggestSentences },
    { key: 'document', kind: 'text', suggest: suggestDocuments },
  ],
  reply: 'private',
  async run(use) {
    const { bot, locale, interaction } = use;
    const typed = textOption(use, 'document');
    const document = typed === undefined ? undefined : (await findDocument(typed, bot.desk)).id;
    const query = textOption(use, 'query') ?? '';
    const search = () =>
      bot.desk.findQuotes(query, { limit: FOUND_LIMIT, ...(document !== undefined && { document }) });
    if ((await search()).length === 0) return replyWith(interaction, [sayBlock('noQuotes', locale)]);
    await showPages(use, async (index) => foundPage(await search(), index, locale), 0);
  },
};

function foundPage(found: readonly FoundPlace[], index: number, locale: string): Page {
  const place = found[index];
  if (!place) throw new LookupError('the quote that was looked at is gone: look for it again');
  return {
    blocks: [
      ...(found.length > 1 ? [pageNumber(index + 1, found.length, locale)] : []),
      ...renderPlaces([place], { locale }),
    ],
    words: [place.quote.text],
    hasPrevious: index > 0,
    hasNext: index < found.length - 1,
  };
}

const check: SlashAction = {
  key: 'quoteCheck',
  options: [{ key: 'text', kind: 'text', isRequired: true, maxLength: TEXT_LIMIT }],
  reply: 'private',
  run: (use) => checkText(use, textOption(use, 'text') ?? ''),
};

export const quote: SlashGroup = {
  kind: 'group',
  key: 'quote',
  isForModerators: true,
  actions: [show, find, check],
};

export const checkQuote: MenuCommand = {
  kind: 'menu',
  key: 'menuCheckQuote',
  isForModerators: true,
  reply: 'private',
  run: (use) => checkText(use, use.interaction.targetMessage.content),
};

async function checkText(use: SlashUse | MenuUse, text: string): Promise<void> {
  const { bot, locale } = use;
  const page = async (): Promise<Page> => {
    const result = await bot.desk.check(text);
    const asked = { kind: 'notice' as const, runs: [{ text: `“${cleanText(result.wording).trim()}”` }] };
    return {
      blocks: [asked, ...renderWordingCheck(result, locale)],
      words: [],
      hasPrevious: false,
      hasNext: false,
    };
  };
  await showPages(use, page, 0);
}

/** Shows one of several pages, with arrows and a button that posts the page for everybody. */
async function showPages(
  { interaction, bot, locale }: SlashUse | MenuUse,
  page: (index: number) => Promise<Page>,
  index: number,
): Promise<void> {
  const first = await page(index);
  const token = bot.shelf.put({ kind: 'pages', page });
  const body = pageBody(first, {
    idOf: (at, arrow) => writeCustomId('page', token, at, arrow),
    index,
    locale,
    postId: writeCustomId('post', token, index),
  });
  await createOutlet(interactionVerbs(interaction)).show([body]);
}

/** Undefined for what is not there. */
async function orNone<Found>(looking: Promise<Found>): Promise<Found | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof LookupError) return undefined;
    throw error;
  }
}
