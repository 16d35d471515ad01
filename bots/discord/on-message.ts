import { cleanContent, type Message, PermissionFlagsBits, type SendableChannels } from 'discord.js';
import { type Block, sayBlock } from '../../src/index.ts';
import { type Asking, answerInto } from './answer.ts';
import { type Bot, PLATFORM } from './bot.ts';
import type { Boundary } from './boundary.ts';
import { channelVerbs } from './channel-outlet.ts';
import { WRITE_REMEDY } from './errors.ts';
import { explain } from './explain.ts';
import { toBodies } from './messages.ts';
import { localeOfMessage, originOfMessage } from './origin.ts';
import { createOutlet } from './outlet.ts';
import { takesThreads, threadOutlet } from './thread-outlet.ts';
import { keepTyping } from './typing.ts';

/** Answers a message that is written to the bot: by mention, reply, or in direct messages. Never rejects. */
export async function onMessage(message: Message, bot: Bot, boundary: Boundary): Promise<void> {
  const { channel } = message;
  if (!channel.isSendable()) return;
  const say = async (why: Block): Promise<void> => {
    await replyTo(message, channel).show(toBodies([why]));
  };
  await boundary.run(
    'a question by message',
    () => answer(message, channel, { bot, say }),
    (error) => say(explain(error, { locale: bot.options.locale })),
  );
}

interface Answering {
  readonly bot: Bot;
  readonly say: (why: Block) => Promise<void>;
}

async function answer(message: Message, channel: SendableChannels, { bot, say }: Answering): Promise<void> {
  if (!isToBot(message, bot)) return;
  if (!mayWrite(channel))
    return bot.logOnce(`Discord: a question in channel ${channel.id} is not answered: ${WRITE_REMEDY}`);
  const locale = localeOfMessage(message, bot);
  if (bot.isClosing()) return say(sayBlock('stopping', locale));
  using _typing = keepTyping(channel);
  await ask({ message, channel, locale, bot });
}

/** Asked beforehand: a refused request counts towards a ban, and anybody can mention the bot. */
function mayWrite(channel: SendableChannels): boolean {
  if (channel.isDMBased()) return true;
  const held = channel.permissionsFor(channel.client.user);
  const needed = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return held?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory, needed]) ?? true;
}

interface Asked {
  readonly message: Message;
  readonly channel: SendableChannels;
  readonly locale: string;
  readonly bot: Bot;
}

async function ask({ message, channel, locale, bot }: Asked): Promise<void> {
  const origin = originOfMessage(message);
  const follows = await followedAnswer(message, bot);
  const question = {
    origin,
    text: questionOf(message, bot),
    locale,
    ...(follows !== undefined && { follows }),
  };
  const here = replyTo(message, channel);
  await answerInto(
    {
      ...(bot.options.threads && takesThreads(message.channel)
        ? inThread({ message, channel, locale, bot }, question.text)
        : { outlet: here, place: () => placeIn(origin) }),
      question,
      refuse: async (why) => void (await here.show(toBodies([why]))),
    },
    bot,
  );
}

function inThread({ message, channel, bot }: Asked, name: string): Pick<Asking, 'outlet' | 'place'> {
  const thread = threadOutlet({
    root: async () => message,
    name,
    otherwise: replyVerbs(message, channel),
    log: bot.options.log,
  });
  return {
    outlet: createOutlet(thread.verbs),
    place: () => thread.place() ?? placeIn(originOfMessage(message)),
  };
}

function placeIn({ chat, thread }: ReturnType<typeof originOfMessage>): ReturnType<Asking['place']> {
  return { chat, ...(thread !== undefined && { thread }) };
}

function replyTo(message: Message, channel: SendableChannels) {
  return createOutlet(replyVerbs(message, channel));
}

function replyVerbs(message: Message, channel: SendableChannels) {
  return channelVerbs(async () => ({ channel, replyTo: message.id }));
}

/** Only people are answered, and only when they speak to the bot: @everyone is no question. */
function isToBot(message: Message, { client }: Bot): boolean {
  const { author, webhookId, system, mentions } = message;
  if (author.bot || webhookId !== null || system) return false;
  if (message.channel.isDMBased()) return true;
  const ownRole = message.guild?.members.me?.roles.botRole?.id;
  return mentions.users.has(client.user?.id ?? '') || (ownRole !== undefined && mentions.roles.has(ownRole));
}

/** Without the mention of the bot; other people by their names. */
function questionOf(message: Message, { client }: Bot): string {
  const ownRole = message.guild?.members.me?.roles.botRole?.id;
  const own = [
    `<@${client.user?.id}>`,
    `<@!${client.user?.id}>`,
    ...(ownRole === undefined ? [] : [`<@&${ownRole}>`]),
  ];
  const text = own.reduce((rest, mention) => rest.replaceAll(mention, ' '), message.content);
  return cleanContent(text, message.channel)
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

/** The answer that the message replies to. */
async function followedAnswer(message: Message, { desk }: Bot): Promise<string | undefined> {
  const replied = message.reference?.messageId;
  if (replied === undefined) return undefined;
  const { chat } = originOfMessage(message);
  return (await desk.answerAt({ platform: PLATFORM, chat, message: replied }))?.id;
}
