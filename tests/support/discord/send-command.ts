import { ApplicationCommandOptionType, ApplicationCommandType, InteractionType } from 'discord.js';
import type { Discord } from './discord.ts';
import type { CommandUse, FakeMessage } from './fake-discord.ts';
import type { StoredInteraction } from './interactions.ts';
import { storeFile } from './messages.ts';
import { offeredCommands } from './offered-commands.ts';
import { channelPayload } from './payloads.ts';
import { sendInteraction } from './send-interaction.ts';
import { type Person, type Surroundings, storedMessage } from './surroundings.ts';
import { type FilledOption, fillCommand } from './use-command.ts';
import { found, type StoredChannel } from './world.ts';

/** Sends a slash command, or what has been typed of it so far. */
export function sendCommand(
  { discord, channelOf }: Surroundings,
  { id: userId, ...person }: Person,
  use: CommandUse & { readonly focused?: string },
): StoredInteraction {
  const channel = channelOf(use.in ?? 'general');
  const { command, options } = fillCommand(offeredCommands(discord, { id: userId, ...person }, channel), use);
  const all = flatten(options);
  const channels = all
    .filter(({ type }) => type === ApplicationCommandOptionType.Channel)
    .map(({ value }) =>
      channelPayload(discord.world, found(discord.world.channels.get(String(value)), 'channel')),
    );
  const files = Object.fromEntries(
    all
      .filter(({ type }) => type === ApplicationCommandOptionType.Attachment)
      .map((option) => [option.name, upload(discord, channel, option)]),
  );
  return sendInteraction(discord, {
    type:
      use.focused === undefined
        ? InteractionType.ApplicationCommand
        : InteractionType.ApplicationCommandAutocomplete,
    userId,
    locale: person.locale,
    channel,
    commandName: use.name,
    data: {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
      options: options.map((option) => withFileIds(option, files)),
      resolved: {
        attachments: Object.fromEntries(Object.values(files).map((file) => [file.id, file])),
        channels: Object.fromEntries(channels.map((one) => [one.id, { ...one, permissions: '0' }])),
      },
    },
  });
}

/** Uses an entry of a message's menu. */
export function sendMenu(
  surroundings: Surroundings,
  person: Person,
  { name, message }: { readonly name: string; readonly message: FakeMessage },
): StoredInteraction {
  const { discord, channelOf } = surroundings;
  const channel = channelOf(message.channel);
  const command = offeredCommands(discord, person, channel).find(
    (one) => one.type === ApplicationCommandType.Message && one.name === name,
  );
  if (!command) throw new Error(`There is no message menu "${name}" for ${person.name} here`);
  return sendInteraction(discord, {
    type: InteractionType.ApplicationCommand,
    userId: person.id,
    locale: person.locale,
    channel,
    commandName: name,
    isMenu: true,
    data: {
      id: command.id,
      name,
      type: command.type,
      target_id: message.id,
      resolved: { messages: { [message.id]: storedMessage(surroundings, message).data } },
    },
  });
}

function upload(discord: Discord, channel: StoredChannel, { name, value }: FilledOption) {
  if (typeof value !== 'object') throw new Error(`Option ${name} takes a file`);
  const { filename, contentType = 'text/plain; charset=utf-8', data } = value;
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  return { ...storeFile(discord, channel, { filename, contentType, data: bytes }), ephemeral: true };
}

function flatten(options: readonly FilledOption[]): readonly FilledOption[] {
  return options.flatMap((option) => [option, ...flatten(option.options ?? [])]);
}

function withFileIds(
  option: FilledOption,
  files: Readonly<Record<string, { readonly id: string }>>,
): unknown {
  const { options } = option;
  if (options) return { ...option, options: options.map((inner) => withFileIds(inner, files)) };
  return option.type === ApplicationCommandOptionType.Attachment
    ? { ...option, value: files[option.name]?.id }
    : option;
}
