import type { Interaction, RepliableInteraction } from 'discord.js';
import { sayBlock } from '../../src/index.ts';
import type { Bot } from './bot.ts';
import type { Boundary } from './boundary.ts';
import type { Action, Use } from './commands/command.ts';
import {
  type CommandInteraction,
  type Listed,
  MENU_ACTIONS,
  SLASH_ACTIONS,
} from './commands/index-commands.ts';
import { complete } from './complete.ts';
import type { Component } from './components/component.ts';
import { BUTTONS, FORMS, MENUS } from './components/table.ts';
import { readCustomId } from './custom-id.ts';
import { type ComponentInteraction, defer, deferUpdate, isHidden } from './defer.ts';
import { describeInteraction, describeTarget, documentOption, slashName } from './describe-interaction.ts';
import { explain } from './explain.ts';
import { localeOfInteraction, originOfInteraction } from './origin.ts';
import { isModerator } from './permissions.ts';
import { Refusal } from './refusal.ts';
import { replacePublicReply, tellPrivately } from './reply.ts';

/** Answers an interaction. Never rejects. */
export async function dispatch(interaction: Interaction, bot: Bot, boundary: Boundary): Promise<void> {
  if (interaction.isAutocomplete()) {
    const none = async () => interaction.respond([]);
    return boundary.run('autocomplete', () => complete(interaction, bot), none);
  }
  if (!interaction.isRepliable()) return;
  const tell = async (error: unknown): Promise<void> => {
    const locale = localeOfInteraction(interaction, bot);
    const document = interaction.isChatInputCommand() ? documentOption(interaction) : undefined;
    const why = [explain(error, { locale, document })];
    const isThinking = interaction.isCommand() && interaction.deferred && !interaction.replied;
    await (isThinking ? replacePublicReply(interaction, why) : tellPrivately(interaction, why));
  };
  await boundary.run(describeInteraction(interaction), () => answer(interaction, bot), tell);
}

async function answer(interaction: RepliableInteraction, bot: Bot): Promise<void> {
  const locale = localeOfInteraction(interaction, bot);
  const setting = { bot, locale, origin: originOfInteraction(interaction) };
  if (bot.isClosing()) return tellPrivately(interaction, [sayBlock('stopping', locale)]);
  if (interaction.isChatInputCommand())
    return runCommand(interaction, SLASH_ACTIONS.get(slashName(interaction)), setting);
  if (interaction.isMessageContextMenuCommand())
    return runCommand(interaction, MENU_ACTIONS.get(interaction.commandName), setting);
  if (interaction.isButton()) return runComponent(interaction, BUTTONS, setting);
  if (interaction.isStringSelectMenu()) return runComponent(interaction, MENUS, setting);
  if (interaction.isModalSubmit()) return runComponent(interaction, FORMS, setting);
}

type Setting = Pick<Use<unknown>, 'bot' | 'locale' | 'origin'>;

async function runCommand<Kind extends CommandInteraction>(
  interaction: Kind,
  listed: Listed<Action<Kind>> | undefined,
  setting: Setting,
): Promise<void> {
  // A command of an older version of the bot, still shown by somebody's Discord.
  if (!listed) throw new Refusal('expired');
  const { action, isForModerators } = listed;
  const use = { interaction, ...setting };
  if (isForModerators) checkModerator(interaction, setting);
  const reply = typeof action.reply === 'function' ? action.reply(use) : action.reply;
  const { track } = setting.bot.acknowledgements;
  const isAnswerable = reply === 'form' || (await track(defer(interaction, reply)));
  if (!isAnswerable && !action.outlivesInteraction)
    throw new Error(
      'the interaction expired before it could be deferred: look for what keeps this machine busy',
    );
  await action.run(use);
}

async function runComponent<Kind extends ComponentInteraction>(
  interaction: Kind,
  table: ReadonlyMap<string, Component<Kind>>,
  setting: Setting,
): Promise<void> {
  const id = readCustomId(interaction.customId);
  const component = id && table.get(id.action);
  if (!component) throw new Refusal('expired');
  if (component.isForModerators) checkModerator(interaction, setting);
  const { reply } = component;
  const { track } = setting.bot.acknowledgements;
  if (reply === 'update') await track(deferUpdate(interaction));
  else if (reply !== 'form') await track(defer(interaction, isHidden(interaction) ? 'private' : reply));
  await component.run({ interaction, ...setting, args: id.args });
}

/** Throws `Refusal` for who is no moderator; the use is audited. */
function checkModerator(interaction: RepliableInteraction, { bot, origin }: Setting): void {
  if (!isModerator(interaction)) throw new Refusal('notAllowed');
  bot.desk.audit(origin, describeInteraction(interaction), describeTarget(interaction));
}
