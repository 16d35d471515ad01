import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { payloadOf } from '../channel-outlet.ts';
import { writeCustomId } from '../custom-id.ts';
import { documentsPage } from '../documents-page.ts';
import { pageBody } from '../pages.ts';
import { Refusal } from '../refusal.ts';
import { updateMessage } from '../reply.ts';
import type { Page } from '../shelf.ts';
import { argument, type ButtonPress, type Component, indexArgument } from './component.ts';

type Button = Component<ButtonInteraction>;

/** Leafs through the documents. */
const documents: Button = {
  action: 'documents',
  reply: 'update',
  async run(press) {
    const { interaction, bot, locale } = press;
    const { blocks, rows } = await documentsPage(indexArgument(press, 0), { desk: bot.desk, locale });
    await updateMessage(interaction, blocks, { components: rows });
  },
};

/** Leafs through quotes. */
const page: Button = {
  action: 'page',
  reply: 'update',
  isForModerators: true,
  async run(press) {
    const index = indexArgument(press, 1);
    const token = argument(press, 0);
    const body = pageBody(await makePage(press), {
      idOf: (at, arrow) => writeCustomId('page', token, at, arrow),
      index,
      locale: press.locale,
      postId: writeCustomId('post', token, index),
    });
    await press.interaction.editReply({ ...payloadOf(body), attachments: [] });
  },
};

/** Shows the page to everybody. */
const post: Button = {
  action: 'post',
  reply: 'update',
  isForModerators: true,
  async run(press) {
    const { components, ...body } = pageBody(await makePage(press), {
      idOf: (at, arrow) => writeCustomId('page', 'posted', at, arrow),
      index: indexArgument(press, 1),
      locale: press.locale,
    });
    await press.interaction.followUp({ ...payloadOf(body), flags: [MessageFlags.SuppressEmbeds] });
  },
};

export const pageButtons: readonly Button[] = [documents, page, post];

async function makePage(press: ButtonPress): Promise<Page> {
  const item = press.bot.shelf.take(argument(press, 0));
  if (item?.kind !== 'pages') throw new Refusal('expired');
  return item.page(indexArgument(press, 1));
}
