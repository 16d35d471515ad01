import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { chatPhrasesFor, QUESTION_LIMIT, type StandingAnswer, sayBlock } from '../../../src/index.ts';
import { askFromInteraction } from '../ask-from-interaction.ts';
import { PLATFORM } from '../bot.ts';
import { answerButtons as buttonsOf } from '../buttons.ts';
import { payloadOf } from '../channel-outlet.ts';
import { writeCustomId } from '../custom-id.ts';
import { textForm } from '../form.ts';
import { answerBodies, sharedHeader } from '../messages.ts';
import { sourcePage } from '../pages.ts';
import { Refusal } from '../refusal.ts';
import { replyWith } from '../reply.ts';
import { argument, type ButtonPress, type Component, indexArgument, type Press } from './component.ts';

type Button = Component<ButtonInteraction>;

/** Opens the first quote of an answer in its context, for who pressed only. */
const sources: Button = {
  action: 'sources',
  reply: 'private',
  run: (press) => showSource(press, 0),
};

/** Leafs through them. */
const source: Button = {
  action: 'source',
  reply: 'update',
  run: (press) => showSource(press, indexArgument(press, 1)),
};

async function showSource(press: ButtonPress, index: number): Promise<void> {
  const { id } = await readableAnswer(press);
  const body = await sourcePage(id, index, { desk: press.bot.desk, locale: press.locale });
  if (!body) throw new Refusal('answerGone');
  await press.interaction.editReply({ ...payloadOf(body), attachments: [] });
}

const follow: Button = {
  action: 'follow',
  reply: 'form',
  async run(press) {
    const { id } = await readableAnswer(press);
    const { say } = chatPhrasesFor(press.locale);
    const field = { id: 'question', label: say.askFollowUpLabel, maxLength: QUESTION_LIMIT };
    await press.interaction.showModal(textForm(writeCustomId('follow', id), say.askFollowUpTitle, [field]));
  },
};

/** The question of the form, in the conversation of the answer. */
export const followForm: Component<ModalSubmitInteraction> = {
  action: 'follow',
  reply: 'public',
  async run(press) {
    const { interaction, bot, origin, locale } = press;
    const { id } = await readableAnswer(press);
    const text = interaction.fields.getTextInputValue('question');
    await askFromInteraction({ interaction, origin, question: { text, locale, follows: id } }, bot);
  },
};

const helpful: Button = {
  action: 'helpful',
  reply: 'private',
  run: (press) => takeFeedback(press, 'helpful'),
};

const unhelpful: Button = {
  action: 'unhelpful',
  reply: 'private',
  run: (press) => takeFeedback(press, 'not-helpful'),
};

async function takeFeedback(press: ButtonPress, verdict: 'helpful' | 'not-helpful'): Promise<void> {
  const { id } = await readableAnswer(press);
  press.bot.desk.feedback(id, press.origin, verdict);
  await replyWith(press.interaction, [sayBlock('thanks', press.locale)]);
}

/** Shows a private answer to everybody. Only who asked can, and only once. */
const share: Button = {
  action: 'share',
  reply: 'update',
  async run(press) {
    const { interaction, bot, origin, locale } = press;
    const found = await readableAnswer(press);
    if (!bot.desk.isAsker(found.id, origin)) throw new Refusal('notYours');
    await interaction.editReply({ components: [...buttonsOf(found, { canShare: false, locale })] });
    if (found.posts.length > 0) return;
    const { displayName } = interaction.user;
    const bodies = answerBodies(found, bot.desk.render(found, { locale }), {
      locale,
      header: sharedHeader(displayName, found.answer.question.text, locale),
    });
    const messages: string[] = [];
    for (const body of bodies) messages.push((await interaction.followUp(payloadOf(body))).id);
    bot.desk.posted(found.id, {
      platform: PLATFORM,
      ...(origin.space !== undefined && { space: origin.space }),
      chat: origin.chat,
      ...(origin.thread !== undefined && { thread: origin.thread }),
      messages,
      locale,
      extra: JSON.stringify({ hasQuestion: true }),
    });
  },
};

export const answerButtons: readonly Button[] = [sources, source, follow, helpful, unhelpful, share];

/** The answer of a button, if who pressed may see it. Throws `Refusal`. */
async function readableAnswer<Interaction>(press: Press<Interaction>): Promise<StandingAnswer> {
  const { desk } = press.bot;
  const found = await desk.answer(argument(press, 0));
  if (!found || found.state === 'retracted') throw new Refusal('answerGone');
  const isShown = !found.isPrivate || found.posts.length > 0;
  if (!isShown && !desk.isAsker(found.id, press.origin)) throw new Refusal('notYours');
  return found;
}
