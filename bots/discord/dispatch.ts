import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RepliableInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import { MessageFlags } from 'discord.js';
import { sayBlock } from '../../src/index.ts';
import type { Bot } from './bot.ts';
import type { Boundary } from './boundary.ts';
import type { Action, CommandOption, Use } from './commands/command.ts';
import { commandName, optionName } from './commands/command.ts';
import { COMMANDS } from './commands/table.ts';
import type { Component } from './components/component.ts';
import { BUTTONS, FORMS, MENUS } from './components/table.ts';
import { readCustomId } from './custom-id.ts';
import { isExpired } from './errors.ts';
import { explain } from './explain.ts';
import { CHOICES_LIMIT } from './limits.ts';
import { localeOfInteraction, originOfInteraction } from './origin.ts';
import { isModerator } from './permissions.ts';
import { Refusal } from './refusal.ts';
import { tellPrivately } from './reply.ts';

interface Listed<Interaction> {
  readonly action: Action<Interaction> & { readonly options?: readonly CommandOption[] };
  readonly isForModerators: boolean;
}

/** `quote show` -> what it does. */
const SLASH: ReadonlyMap<string, Listed<ChatInputCommandInteraction>> = new Map(
  COMMANDS.flatMap((command) => {
    const isForModerators = command.isForModerators ?? false;
    if (command.kind === 'slash')
      return [[commandName(command.key), { action: command, isForModerators }] as const];
    if (command.kind === 'menu') return [];
    return command.actions.map((action) => {
      const name = `${commandName(command.key)} ${commandName(action.key)}`;
      return [name, { action, isForModerators }] as const;
    });
  }),
);

const MENU: ReadonlyMap<string, Listed<MessageContextMenuCommandInteraction>> = new Map(
  COMMANDS.flatMap((command) =>
    command.kind === 'menu'
      ? [
          [
            commandName(command.key),
            { action: command, isForModerators: command.isForModerators ?? false },
          ] as const,
        ]
      : [],
  ),
);

/** Answers an interaction. Never rejects. */
export async function dispatch(interaction: Interaction, bot: Bot, boundary: Boundary): Promise<void> {
  if (interaction.isAutocomplete())
    return boundary.run('autocomplete', () => complete(interaction, bot), noReply);
  if (!interaction.isRepliable()) return;
  const locale = localeOfInteraction(interaction, bot);
  const what = describeInteraction(interaction);
  const tell = async (error: unknown): Promise<void> => {
    const document = interaction.isChatInputCommand() ? documentOf(interaction) : undefined;
    await tellPrivately(interaction, [explain(error, { locale, document })]);
  };
  await boundary.run(what, () => answer(interaction, bot, locale), tell);
}

async function answer(interaction: RepliableInteraction, bot: Bot, locale: string): Promise<void> {
  if (bot.isClosing()) return tellPrivately(interaction, [sayBlock('stopping', locale)]);
  if (interaction.isChatInputCommand())
    return runCommand(interaction, SLASH.get(nameOf(interaction)), { bot, locale });
  if (interaction.isMessageContextMenuCommand())
    return runCommand(interaction, MENU.get(interaction.commandName), { bot, locale });
  if (interaction.isButton()) return runComponent(interaction, BUTTONS, { bot, locale });
  if (interaction.isStringSelectMenu()) return runComponent(interaction, MENUS, { bot, locale });
  if (interaction.isModalSubmit()) return runComponent(interaction, FORMS, { bot, locale });
}

type Setting = Pick<Use<unknown>, 'bot' | 'locale'>;

async function runCommand<Kind extends ChatInputCommandInteraction | MessageContextMenuCommandInteraction>(
  interaction: Kind,
  listed: Listed<Kind> | undefined,
  { bot, locale }: Setting,
): Promise<void> {
  // A command of an older version of the bot, still shown by somebody's Discord.
  if (!listed) throw new Refusal('expired');
  const { action, isForModerators } = listed;
  const use = { interaction, bot, locale, origin: originOfInteraction(interaction) };
  if (isForModerators) checkModerator(interaction, use, describeInteraction(interaction));
  const reply = typeof action.reply === 'function' ? action.reply(use) : action.reply;
  if (reply !== 'form') {
    const isAnswerable = await defer(interaction, reply === 'private');
    if (!isAnswerable && !action.outlivesInteraction)
      throw new Error(
        'the interaction had expired before it could be deferred: look for what keeps this machine busy',
      );
  }
  await action.run(use);
}

type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction | ModalSubmitInteraction;

async function runComponent<Kind extends ComponentInteraction>(
  interaction: Kind,
  table: ReadonlyMap<string, Component<Kind>>,
  { bot, locale }: Setting,
): Promise<void> {
  const id = readCustomId(interaction.customId);
  const component = id && table.get(id.action);
  if (!component) throw new Refusal('expired');
  const press = { interaction, bot, locale, origin: originOfInteraction(interaction), args: id.args };
  if (component.isForModerators) checkModerator(interaction, press, describeInteraction(interaction));
  if (component.reply === 'update') await deferUpdate(interaction);
  else if (component.reply !== 'form')
    await defer(interaction, component.reply === 'private' || isHidden(interaction));
  await component.run(press);
}

/** Throws `Refusal` for who is no moderator; the use is audited. */
function checkModerator(
  interaction: RepliableInteraction,
  { bot, origin }: Pick<Use<unknown>, 'bot' | 'origin'>,
  what: string,
): void {
  if (!isModerator(interaction)) throw new Refusal('notAllowed');
  bot.desk.audit(origin, what, detailOf(interaction));
}

/** False where the interaction had expired already. */
async function defer(interaction: RepliableInteraction, isPrivate: boolean): Promise<boolean> {
  try {
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    return true;
  } catch (error) {
    if (isExpired(error)) return false;
    throw error;
  }
}

async function deferUpdate(interaction: ComponentInteraction): Promise<void> {
  if (interaction.isModalSubmit() && !interaction.isFromMessage())
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else await interaction.deferUpdate();
}

/** Whether only one person sees the message with the component: then nobody else sees what comes of it. */
function isHidden(interaction: ComponentInteraction): boolean {
  return interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
}

async function complete(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const { action, isForModerators } = SLASH.get(nameOf(interaction)) ?? {};
  const focused = interaction.options.getFocused(true);
  const option = action?.options?.find(({ key }) => optionName(key) === focused.name);
  const isOpen = !bot.isClosing() && (!isForModerators || isModerator(interaction));
  const use = {
    interaction,
    bot,
    locale: localeOfInteraction(interaction, bot),
    origin: originOfInteraction(interaction),
  };
  const choices = isOpen && option?.suggest ? await option.suggest(focused.value, use) : [];
  await interaction.respond(choices.slice(0, CHOICES_LIMIT));
}

/** A failed suggestion shows as none. */
async function noReply(): Promise<void> {}

function nameOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const subcommand = interaction.options.getSubcommand(false);
  return subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`;
}

/** For log and audit: what was used, never what was written. */
function describeInteraction(interaction: RepliableInteraction): string {
  if (interaction.isChatInputCommand()) return `/${nameOf(interaction)}`;
  if (interaction.isMessageContextMenuCommand()) return `menu "${interaction.commandName}"`;
  if (interaction.isModalSubmit())
    return `form ${readCustomId(interaction.customId)?.action ?? 'of another version'}`;
  if (interaction.isMessageComponent())
    return `button ${readCustomId(interaction.customId)?.action ?? 'of another version'}`;
  return 'an interaction';
}

/** What it was used on: the options of a command, the message of a menu, the arguments of a button. */
function detailOf(interaction: RepliableInteraction): string | undefined {
  if (interaction.isMessageContextMenuCommand()) return interaction.targetId;
  if (interaction.isMessageComponent() || interaction.isModalSubmit())
    return readCustomId(interaction.customId)?.args.join(' ');
  return interaction.isChatInputCommand() ? documentOf(interaction) : undefined;
}

function documentOf(interaction: ChatInputCommandInteraction): string | undefined {
  return interaction.options.getString(optionName('document')) ?? undefined;
}
