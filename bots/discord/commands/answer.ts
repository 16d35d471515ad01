import { ButtonStyle } from 'discord.js';
import {
  chatPhrasesFor,
  LookupError,
  type Origin,
  type StandingAnswer,
  sayBlock,
} from '../../../src/index.ts';
import { type Bot, PLATFORM } from '../bot.ts';
import { buttonRow } from '../buttons.ts';
import { writeCustomId } from '../custom-id.ts';
import { textForm } from '../form.ts';
import { placeOf } from '../origin.ts';
import { Refusal } from '../refusal.ts';
import { replyWith } from '../reply.ts';
import {
  type MenuCommand,
  type MenuUse,
  type SlashAction,
  type SlashGroup,
  type SlashUse,
  textOption,
} from './command.ts';

/** A link to a message, or its id. */
const MESSAGE = /(?:\/channels\/\d+\/(?<channel>\d+)\/)?(?<message>\d{15,20})\s*$/u;

const retract: SlashAction = {
  key: 'answerRetract',
  options: [{ key: 'message', kind: 'text', isRequired: true }],
  reply: 'private',
  run: async (use) => confirmRetract(use, await namedAnswer(use)),
};

const correct: SlashAction = {
  key: 'answerCorrect',
  options: [
    { key: 'message', kind: 'text', isRequired: true },
    { key: 'words', kind: 'text', isRequired: true },
  ],
  reply: 'private',
  async run(use) {
    const answer = await namedAnswer(use);
    await correctAnswer(answer.id, textOption(use, 'words') ?? '', use);
    await replyWith(use.interaction, [sayBlock('correctDone', use.locale)]);
  },
};

export const answer: SlashGroup = {
  kind: 'group',
  key: 'answer',
  isForModerators: true,
  actions: [retract, correct],
};

export const retractMenu: MenuCommand = {
  kind: 'menu',
  key: 'menuRetract',
  isForModerators: true,
  reply: 'private',
  run: async (use) => confirmRetract(use, await chosenAnswer(use)),
};

/** Opens a form for the words; so the answer is looked up when they come. */
export const correctMenu: MenuCommand = {
  kind: 'menu',
  key: 'menuCorrect',
  isForModerators: true,
  reply: 'form',
  async run(use) {
    const { id } = await chosenAnswer(use);
    const { say } = chatPhrasesFor(use.locale);
    await use.interaction.showModal(
      textForm(writeCustomId('correct', id), say.correctTitle, [{ id: 'words', label: say.correctLabel }]),
    );
  },
};

/** Puts words of the corpus in an answer's place. Throws `Refusal` where they do not stand in it. */
export async function correctAnswer(
  answerId: string,
  words: string,
  { bot, origin }: { readonly bot: Bot; readonly origin: Origin },
): Promise<void> {
  try {
    await bot.desk.correct(answerId, words, origin);
  } catch (error) {
    throw error instanceof LookupError ? new Refusal('correctNotFound') : error;
  }
}

/** Throws `Refusal` unless the answer stands in the moderator's own server. */
export async function checkOwnAnswer(
  answerId: string,
  { bot, origin }: { readonly bot: Bot; readonly origin: Origin },
): Promise<void> {
  const found = await bot.desk.answer(answerId);
  if (!found || !isPostedIn(found, origin)) throw new Refusal('notAnAnswer');
}

async function confirmRetract(
  { interaction, locale }: SlashUse | MenuUse,
  { id }: StandingAnswer,
): Promise<void> {
  const components = buttonRow(
    [
      { label: 'buttonConfirm', id: writeCustomId('retract', id), style: ButtonStyle.Danger },
      { label: 'buttonCancel', id: writeCustomId('cancel') },
    ],
    locale,
  );
  await replyWith(interaction, [sayBlock('confirmRetract', locale)], { components });
}

function namedAnswer(use: SlashUse): Promise<StandingAnswer> {
  const { channel, message } = MESSAGE.exec(textOption(use, 'message') ?? '')?.groups ?? {};
  if (message === undefined) throw new Refusal('notAnAnswer');
  return answerAt(channel ?? use.interaction.channelId, message, use);
}

function chosenAnswer(use: MenuUse): Promise<StandingAnswer> {
  return answerAt(use.interaction.channelId, use.interaction.targetId, use);
}

async function answerAt(
  channelId: string,
  message: string,
  { bot, origin }: { readonly bot: Bot; readonly origin: Origin },
): Promise<StandingAnswer> {
  const { chat } = placeOf(channelId, bot.client.channels.cache.get(channelId));
  const found = await bot.desk.answerAt({ platform: PLATFORM, chat, message });
  if (!found || !isPostedIn(found, origin)) throw new Refusal('notAnAnswer');
  return found;
}

function isPostedIn({ posts }: StandingAnswer, { space }: Origin): boolean {
  return posts.some((post) => post.platform === PLATFORM && post.space !== undefined && post.space === space);
}
