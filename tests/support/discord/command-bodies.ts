import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord.js';
import { z } from 'zod';

/** https://discord.com/developers/docs/interactions/application-commands#create-global-application-command */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_TEXT_LIMIT = 8000;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

const chatName = z
  .string()
  .regex(CHAT_NAME)
  .refine((name) => name === name.toLowerCase(), { message: 'Must be lower case' });
const menuName = z.string().min(1).max(32);
const description = z.string().min(1).max(100);

const localized = <T extends z.ZodType>(value: T) =>
  z
    .record(
      z
        .string()
        .refine((locale) => LOCALES.has(locale), { message: 'Not one of the locales that Discord knows' }),
      value.nullable(),
    )
    .nullish();

const choice = z.looseObject({
  name: z.string().min(1).max(100),
  name_localizations: localized(z.string().min(1).max(100)),
  value: z.union([z.string().max(100), z.number()]),
});

const optionFacts = {
  name: chatName,
  name_localizations: localized(chatName),
  description,
  description_localizations: localized(description),
};

const isRequiredFirst = (options: readonly { required?: boolean | null | undefined }[]) =>
  options.findLastIndex(({ required }) => required) <= options.filter(({ required }) => required).length - 1;

const valueOption = z
  .looseObject({
    ...optionFacts,
    type: z
      .number()
      .int()
      .min(ApplicationCommandOptionType.String)
      .max(ApplicationCommandOptionType.Attachment),
    required: z.boolean().nullish(),
    choices: z.array(choice).max(25).nullish(),
    autocomplete: z.boolean().nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    min_length: z.number().int().min(0).max(6000).nullish(),
    max_length: z.number().int().min(1).max(6000).nullish(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices?.length), {
    message: 'autocomplete and choices exclude each other',
  });

const valueOptions = z
  .array(valueOption)
  .max(25)
  .refine(isRequiredFirst, { message: 'Required options must be placed before non-required options' })
  .nullish();

const subcommand = z.looseObject({
  ...optionFacts,
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  options: valueOptions,
});
const subcommandGroup = z.looseObject({
  ...optionFacts,
  type: z.literal(ApplicationCommandOptionType.SubcommandGroup),
  options: z.array(subcommand).min(1).max(25),
});

const commandFacts = {
  default_member_permissions: z.string().regex(/^\d+$/u).nullish(),
  contexts: z.array(z.number().int().min(0).max(2)).nullish(),
  integration_types: z.array(z.number().int().min(0).max(1)).nullish(),
  nsfw: z.boolean().nullish(),
};

const chatCommand = z
  .looseObject({
    ...commandFacts,
    ...optionFacts,
    type: z.literal(ApplicationCommandType.ChatInput).default(ApplicationCommandType.ChatInput),
    options: z.union([z.array(z.union([subcommand, subcommandGroup])).max(25), valueOptions]),
  })
  .refine((command) => textLength(command) <= COMMAND_TEXT_LIMIT, {
    message: `Names, descriptions and choices exceed ${COMMAND_TEXT_LIMIT} characters`,
  });

const menuCommand = z.looseObject({
  ...commandFacts,
  type: z.union([z.literal(ApplicationCommandType.User), z.literal(ApplicationCommandType.Message)]),
  name: menuName,
  name_localizations: localized(menuName),
});

export const commandBody = z.union([menuCommand, chatCommand]);

/** At most this many of a type, by https://discord.com/developers/docs/interactions/application-commands#registering-a-command */
const COUNTS: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

export const commandsBody = z.array(commandBody).superRefine((commands, context) => {
  for (const [type, limit] of Object.entries(COUNTS)) {
    const count = commands.filter((command) => String(command.type) === type).length;
    if (count > limit)
      context.addIssue({
        code: 'custom',
        message: `${count} commands of type ${type}; ${limit} are allowed`,
      });
  }
  const names = commands.map(({ type, name }) => `${type} ${name}`);
  if (new Set(names).size < names.length)
    context.addIssue({ code: 'custom', message: 'Application command names must be unique' });
});
export type CommandBody = z.infer<typeof commandBody>;

interface Texts {
  readonly name?: unknown;
  readonly description?: unknown;
  readonly value?: unknown;
  readonly name_localizations?: unknown;
  readonly description_localizations?: unknown;
  readonly options?: unknown;
  readonly choices?: unknown;
}

/** Discord counts the longest of each text's translations. */
function textLength(node: Texts): number {
  const own =
    longest(node.name, node.name_localizations) +
    longest(node.description, node.description_localizations) +
    (typeof node.value === 'string' ? node.value.length : 0);
  return [node.options, node.choices]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .reduce((sum: number, child: Texts) => sum + textLength(child), own);
}

function longest(text: unknown, localizations: unknown): number {
  const all = [text, ...(localizations ? Object.values(localizations) : [])];
  return Math.max(...all.map((one) => (typeof one === 'string' ? one.length : 0)));
}
