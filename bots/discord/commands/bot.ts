import { type Block, type SpaceSettings, sayBlock } from '../../../src/index.ts';
import { placeOf } from '../origin.ts';
import { replyWith } from '../reply.ts';
import {
  countOption,
  flagOption,
  optionName,
  type SlashAction,
  type SlashGroup,
  type SlashUse,
} from './command.ts';

const DAY_SECONDS = 86_400;
const QUESTIONS_LIMIT = 100_000;

const pause: SlashAction = {
  key: 'botPause',
  reply: 'private',
  async run({ interaction, bot, origin, locale }) {
    bot.desk.settings.change(origin, { paused: true });
    await replyWith(interaction, [sayBlock('botPaused', locale)]);
  },
};

const resume: SlashAction = {
  key: 'botResume',
  reply: 'private',
  async run({ interaction, bot, origin, locale }) {
    bot.desk.settings.change(origin, { paused: false });
    await replyWith(interaction, [sayBlock('botResumed', locale)]);
  },
};

/** Shows where the bot answers; with a channel it opens or closes that, and `allowed` alone opens or closes all. */
const channels: SlashAction = {
  key: 'botChannels',
  options: [
    { key: 'channel', kind: 'channel' },
    { key: 'allowed', kind: 'flag' },
  ],
  reply: 'private',
  async run(use) {
    const { interaction, bot, origin } = use;
    const { settings } = bot.desk;
    const chosen = interaction.options.getChannel(optionName('channel'));
    const isAllowed = flagOption(use, 'allowed');
    if (!chosen && isAllowed === undefined)
      return replyWith(interaction, [describeChannels(settings.of(origin), use)]);
    const chats = chosen ? withChannel(chosen.id, isAllowed ?? true, use) : isAllowed ? undefined : [];
    await replyWith(interaction, [describeChannels(settings.change(origin, { chats }), use)]);
  },
};

/** The open channels with one more, or one less. */
function withChannel(channelId: string, isAllowed: boolean, use: SlashUse): readonly string[] {
  const { bot, origin } = use;
  const { chat } = placeOf(channelId, bot.client.channels.cache.get(channelId));
  const open = bot.desk.settings.of(origin).chats ?? (isAllowed ? [] : textChannels(use));
  const others = open.filter((id) => id !== chat);
  return isAllowed ? [...others, chat] : others;
}

const limits: SlashAction = {
  key: 'botLimits',
  options: [
    { key: 'personSeconds', kind: 'count', minimum: 0, maximum: DAY_SECONDS },
    { key: 'channelSeconds', kind: 'count', minimum: 0, maximum: DAY_SECONDS },
    { key: 'questionsPerDay', kind: 'count', minimum: 1, maximum: QUESTIONS_LIMIT },
  ],
  reply: 'private',
  async run(use) {
    const { interaction, bot, origin, locale } = use;
    const [person, channel, perDay] = (['personSeconds', 'channelSeconds', 'questionsPerDay'] as const).map(
      (key) => countOption(use, key),
    );
    const changes = {
      ...(person !== undefined && { personCooldownSeconds: person }),
      ...(channel !== undefined && { chatCooldownSeconds: channel }),
      ...(perDay !== undefined && { questionsPerDay: perDay }),
    };
    const isAsking = Object.keys(changes).length === 0;
    const { settings } = bot.desk;
    const now = isAsking ? settings.of(origin) : settings.change(origin, changes);
    await replyWith(interaction, [
      sayBlock('botLimitsAre', locale, {
        personSeconds: now.personCooldownSeconds,
        channelSeconds: now.chatCooldownSeconds,
        questionsPerDay: now.questionsPerDay,
      }),
    ]);
  },
};

export const bot: SlashGroup = {
  kind: 'group',
  key: 'bot',
  isForModerators: true,
  actions: [pause, resume, channels, limits],
};

/** Every channel of the server in which one can write or start threads, as far as the bot sees it. */
function textChannels({ interaction }: SlashUse): readonly string[] {
  const channels = interaction.guild?.channels.cache.filter(
    (channel) => !channel.isThread() && (channel.isTextBased() || channel.isThreadOnly()),
  );
  return channels ? [...channels.keys()] : [];
}

function describeChannels({ chats }: SpaceSettings, { bot, locale }: SlashUse): Block {
  if (!chats) return sayBlock('botAnswersEverywhere', locale);
  const names = chats.map((id) => {
    const channel = bot.client.channels.cache.get(id);
    return channel && 'name' in channel ? `#${channel.name}` : id;
  });
  return sayBlock('botAnswersIn', locale, { channels: names.length === 0 ? '—' : names.join(', ') });
}
