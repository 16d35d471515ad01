import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { CHAT_PHRASES, type ChatPhrases, type CommandPhrase } from '../../../src/index.ts';
import {
  type Command,
  type CommandOption,
  commandName,
  english,
  optionName,
  type SlashAction,
} from '../commands/command.ts';
import { COMMANDS } from '../commands/table.ts';
import { TEXT_OPTION_LIMIT } from '../limits.ts';
import { MODERATOR_PERMISSION } from '../permissions.ts';

/** The command table as Discord registers it, in every language of the phrases that Discord has. */
export function describeCommands(): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  return COMMANDS.map((command) => {
    const phraseOf = ({ commands }: ChatPhrases) => commands[command.key];
    const audience = audienceOf(command);
    if (command.kind === 'menu') {
      const name = { name: commandName(command.key), name_localizations: localize(phraseOf, 'name') };
      return { ...audience, ...name, type: ApplicationCommandType.Message };
    }
    const options =
      command.kind === 'slash'
        ? (command.options ?? []).map(describeOption)
        : command.actions.map(describeSubcommand);
    return { ...audience, ...textsOf(phraseOf), type: ApplicationCommandType.ChatInput, options };
  });
}

/** Who is shown a command, and where. A member's own installation brings nothing that moderates. */
function audienceOf({ isForModerators }: Command) {
  if (isForModerators)
    return {
      default_member_permissions: String(MODERATOR_PERMISSION),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    };
  return {
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

function describeSubcommand({ key, options = [] }: SlashAction): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...textsOf(({ commands }) => commands[key]),
    options: options.map(describeOption),
  };
}

function describeOption(option: CommandOption): APIApplicationCommandBasicOption {
  const { key, isRequired = false, minimum, maximum, maxLength = TEXT_OPTION_LIMIT } = option;
  const texts = { ...textsOf(({ options }) => options[key]), name: optionName(key), required: isRequired };
  switch (option.kind) {
    case 'text':
      return option.suggest
        ? { ...texts, type: ApplicationCommandOptionType.String, autocomplete: true }
        : { ...texts, type: ApplicationCommandOptionType.String, max_length: maxLength };
    case 'count':
      return {
        ...texts,
        type: ApplicationCommandOptionType.Integer,
        ...(minimum !== undefined && { min_value: minimum }),
        ...(maximum !== undefined && { max_value: maximum }),
      };
    case 'flag':
      return { ...texts, type: ApplicationCommandOptionType.Boolean };
    case 'file':
      return { ...texts, type: ApplicationCommandOptionType.Attachment };
    case 'channel':
      return { ...texts, type: ApplicationCommandOptionType.Channel };
  }
}

type PhraseOf = (phrases: ChatPhrases) => CommandPhrase;

function textsOf(phraseOf: PhraseOf) {
  const { name, description } = phraseOf(english);
  return {
    name,
    name_localizations: localize(phraseOf, 'name'),
    description,
    description_localizations: localize(phraseOf, 'description'),
  };
}

/** One entry for each of Discord's locales whose language the phrases speak; English is the default. */
function localize(phraseOf: PhraseOf, field: keyof CommandPhrase): LocalizationMap {
  const entries = Object.values(Locale).flatMap((locale) => {
    const { language } = new Intl.Locale(locale);
    const phrases = CHAT_PHRASES.get(language);
    return phrases && phrases !== english ? [[locale, phraseOf(phrases)[field]] as const] : [];
  });
  return Object.fromEntries(entries);
}
