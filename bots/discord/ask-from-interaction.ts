import type { Message, RepliableInteraction } from 'discord.js';
import type { DeskQuestion, Origin } from '../../src/index.ts';
import { type Asking, answerInto } from './answer.ts';
import type { Bot } from './bot.ts';
import { payloadOf } from './channel-outlet.ts';
import { interactionVerbs } from './interaction-outlet.ts';
import { questionHeader, toBodies } from './messages.ts';
import { createOutlet, type OutletVerbs } from './outlet.ts';
import { replacePublicReply } from './reply.ts';
import { takesThreads, threadOutlet } from './thread-outlet.ts';

export interface InteractionAsking {
  readonly interaction: RepliableInteraction;
  readonly origin: Origin;
  readonly question: Omit<DeskQuestion, 'origin' | 'isPrivate'>;
}

/** Answers a question that came by a command, menu or form, in the deferred reply or in a thread under it. */
export async function askFromInteraction(asking: InteractionAsking, bot: Bot): Promise<void> {
  const { interaction, origin, question } = asking;
  const isPrivate = interaction.ephemeral ?? false;
  const usesThread = bot.options.threads && !isPrivate && takesThreads(interaction.channel);
  const goal = usesThread ? inThread(asking, bot) : inPlace(asking);
  await answerInto(
    {
      ...goal,
      question: { ...question, origin, isPrivate },
      refuse: (why) => replacePublicReply(interaction, [why]),
    },
    bot,
  );
}

type Goal = Pick<Asking, 'outlet' | 'place' | 'header'>;

function inPlace({ interaction, origin, question }: InteractionAsking): Goal {
  return {
    outlet: createOutlet(interactionVerbs(interaction)),
    place: () => placeIn(origin),
    header: questionHeader(question.text),
  };
}

function inThread({ interaction, origin, question }: InteractionAsking, { options }: Bot): Goal {
  const own = interactionVerbs(interaction);
  const behindQuestion: OutletVerbs = { ...own, send: (body, index) => own.send(body, index + 1) };
  const thread = threadOutlet({
    root: () => showQuestion(interaction, question.text),
    name: question.text,
    otherwise: behindQuestion,
    log: options.log,
  });
  return { outlet: createOutlet(thread.verbs), place: () => thread.place() ?? placeIn(origin) };
}

function placeIn({ chat, thread }: Origin): Pick<Origin, 'chat' | 'thread'> {
  return { chat, ...(thread !== undefined && { thread }) };
}

/** The question alone, for a thread to hang on. */
async function showQuestion(interaction: RepliableInteraction, question: string): Promise<Message> {
  const [body = { content: '…' }] = toBodies(questionHeader(question));
  return interaction.editReply(payloadOf(body));
}
