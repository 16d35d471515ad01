import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord.js';
import type { OptionValue } from './fake-discord.ts';

/** What an option of a command carries once it is filled in. */
export interface FilledOption {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly value?: OptionValue;
  readonly focused?: true;
  readonly options?: readonly FilledOption[];
}

export interface FilledCommand {
  readonly command: APIApplicationCommand;
  readonly options: readonly FilledOption[];
}

/**
 * Fills in a command as Discord's client does: `quote show` with its options. Throws where the client would not let a
 * person send it: an unknown command or option, a required one missing, a wrong type or length, none of the choices.
 */
export function fillCommand(
  commands: readonly APIApplicationCommand[],
  use: {
    readonly name: string;
    readonly options?: Readonly<Record<string, OptionValue>>;
    readonly focused?: string;
  },
): FilledCommand {
  const [name = '', ...path] = use.name.split(' ');
  const command = commands.find((one) => one.type === ApplicationCommandType.ChatInput && one.name === name);
  if (!command)
    throw new Error(
      `There is no command /${name}; registered: ${commands.map((one) => one.name).join(', ') || 'none'}`,
    );
  return { command, options: fillPath(command.options ?? [], path, use) };
}

type Use = Parameters<typeof fillCommand>[1];

function fillPath(
  known: readonly APIApplicationCommandOption[],
  path: readonly string[],
  use: Use,
): readonly FilledOption[] {
  const [name, ...rest] = path;
  const inner = known.find((option) => option.name === name && isPath(option));
  if (name !== undefined) {
    if (!inner || !('options' in inner)) throw new Error(`/${use.name}: there is no ${name}`);
    return [{ type: inner.type, name, options: fillPath(inner.options ?? [], rest, use) }];
  }
  if (known.some(isPath))
    throw new Error(`/${use.name}: one of ${known.map((option) => option.name).join(', ')} has to follow`);
  return fillValues(known, use);
}

function fillValues(
  known: readonly APIApplicationCommandOption[],
  { name, options = {}, focused }: Use,
): readonly FilledOption[] {
  const unknown = Object.keys(options).find((key) => known.every((option) => option.name !== key));
  if (unknown !== undefined) throw new Error(`/${name} has no option ${unknown}`);
  const focusedOption = known.find((option) => option.name === focused);
  if (
    focused !== undefined &&
    !(focusedOption && 'autocomplete' in focusedOption && focusedOption.autocomplete)
  )
    throw new Error(`/${name}: option ${focused} suggests nothing`);
  return known.flatMap((option) => {
    const value = options[option.name] ?? (option.name === focused ? '' : undefined);
    if (value === undefined) {
      if (focused === undefined && 'required' in option && option.required)
        throw new Error(`/${name}: option ${option.name} is required`);
      return [];
    }
    const isFocused = option.name === focused;
    if (!isFocused) checkValue(option, value, name);
    return [{ type: option.type, name: option.name, value, ...(isFocused && { focused: true as const }) }];
  });
}

function isPath({ type }: APIApplicationCommandOption): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}

const JS_TYPES: Readonly<Partial<Record<ApplicationCommandOptionType, string>>> = {
  [ApplicationCommandOptionType.String]: 'string',
  [ApplicationCommandOptionType.Integer]: 'number',
  [ApplicationCommandOptionType.Number]: 'number',
  [ApplicationCommandOptionType.Boolean]: 'boolean',
  [ApplicationCommandOptionType.Channel]: 'string',
  [ApplicationCommandOptionType.Attachment]: 'object',
};

const TEXT_OPTION_LIMIT = 6000;

function checkValue(option: APIApplicationCommandOption, value: OptionValue, command: string): void {
  const refuse = (why: string) => {
    throw new Error(`/${command}: option ${option.name} ${why}`);
  };
  const wanted = JS_TYPES[option.type] ?? 'string';
  if (typeof value !== wanted) refuse(`takes a ${wanted}`);
  if ('choices' in option && option.choices && option.choices.length > 0) {
    if (option.choices.every((choice) => choice.value !== value)) refuse(`is none of its choices: ${value}`);
  }
  if (typeof value === 'string') {
    const { min_length: min = 0, max_length: max = TEXT_OPTION_LIMIT } = option as {
      min_length?: number;
      max_length?: number;
    };
    if (value.length < min || value.length > max) refuse(`takes ${min} to ${max} characters`);
  }
  if (typeof value === 'number') {
    const { min_value: min = -Infinity, max_value: max = Infinity } = option as {
      min_value?: number;
      max_value?: number;
    };
    if (value < min || value > max) refuse(`takes ${min} to ${max}`);
  }
}
