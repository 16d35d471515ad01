import {
  type APIApplicationCommand,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageType,
} from 'discord.js';
import { messageBody, readBody } from './bodies.ts';
import type { Discord } from './discord.ts';
import type {
  CommandUse,
  FakeDiscord,
  FakeInteraction,
  FakeMember,
  FakeMessage,
  Where,
} from './fake-discord.ts';
import { isThinking, type StoredInteraction } from './interactions.ts';
import { createMessage, deleteMessage, editMessage, storeFile } from './messages.ts';
import { permissionsOf } from './permissions.ts';
import { contextOf, type NewInteraction, sendInteraction } from './send-interaction.ts';
import { type FilledOption, fillCommand } from './use-command.ts';
import { addChannel, directChannel, found, type StoredChannel, type StoredMessage } from './world.ts';

/** What the members need of the fake that they live in. */
export interface Surroundings {
  readonly discord: Discord;
  readonly until: FakeDiscord['until'];
  channelOf(where: Where): StoredChannel;
  viewChannel(id: string): FakeMember['dm'];
  viewMessage(message: StoredMessage): FakeMessage;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly hasInstalled: boolean;
}

export function createMember(surroundings: Surroundings, person: Person): FakeMember {
  const { discord, until, channelOf, viewChannel, viewMessage } = surroundings;
  const { world } = discord;
  const user = () => found(world.users.get(person.id), person.name);
  const stored = ({ id }: FakeMessage) => found(world.messages.get(id), `message ${id}`);
  const { botId } = world.application;
  const privateChannel = addChannel(world, {
    name: `${person.name}, somebody`,
    type: ChannelType.DM,
    recipients: [person.id],
  });
  const interact = (facts: Omit<NewInteraction, 'userId' | 'locale'>): FakeInteraction => {
    const sent = sendInteraction(discord, { ...facts, userId: person.id, locale: person.locale });
    return viewInteraction(surroundings, sent);
  };
  const write = (text: string, where: Where, reference?: StoredMessage, ping = true): FakeMessage => {
    const body = readBody(messageBody, { content: text, allowed_mentions: { replied_user: ping } });
    const message = createMessage(discord, {
      channel: channelOf(where),
      author: user(),
      body,
      reference,
      ...(reference && { type: MessageType.Reply }),
    });
    return viewMessage(message);
  };
  const send = (use: CommandUse & { readonly focused?: string }): StoredInteraction => {
    const channel = channelOf(use.in ?? 'general');
    const { command, options } = fillCommand(offeredCommands(discord, person, channel), use);
    const files = Object.fromEntries(
      flatten(options).flatMap((option) =>
        option.type === ApplicationCommandOptionType.Attachment
          ? [[option.name, upload(discord, channel, option)]]
          : [],
      ),
    );
    return sendInteraction(discord, {
      type:
        use.focused === undefined
          ? InteractionType.ApplicationCommand
          : InteractionType.ApplicationCommandAutocomplete,
      userId: person.id,
      locale: person.locale,
      channel,
      commandName: use.name,
      data: {
        id: command.id,
        name: command.name,
        type: command.type,
        ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
        options: options.map((option) => withFileIds(option, files)),
        ...(Object.keys(files).length > 0 && {
          resolved: {
            attachments: Object.fromEntries(Object.values(files).map((file) => [file.id, file])),
          },
        }),
      },
    });
  };
  return {
    ...person,
    dm: viewChannel(directChannel(world, person.id).id),
    privateChannel: viewChannel(privateChannel.id),
    command: (use) => viewInteraction(surroundings, send(use)),
    autocomplete: async (use) => {
      const sent = send(use);
      return until(() => failOr(sent, () => sent.choices), { what: `suggestions for /${use.name}` });
    },
    messageMenu: (name, message) => {
      const channel = channelOf(message.channel);
      const command = offeredCommands(discord, person, channel).find(
        (one) => one.type === ApplicationCommandType.Message && one.name === name,
      );
      if (!command) throw new Error(`There is no message menu "${name}" for ${person.name} here`);
      return interact({
        type: InteractionType.ApplicationCommand,
        channel,
        commandName: name,
        isMenu: true,
        data: {
          id: command.id,
          name,
          type: command.type,
          target_id: message.id,
          resolved: { messages: { [message.id]: stored(message).data } },
        },
      });
    },
    press: (message, wanted) => {
      checkVisible(message, person);
      const button = message.buttons.find(({ label, customId }) => label === wanted || customId === wanted);
      if (!button)
        throw new Error(
          `The message shows no button "${wanted}": ${message.buttons.map(({ label }) => label).join(', ') || 'none'}`,
        );
      if (button.customId === undefined) throw new Error(`"${wanted}" is a link`);
      if (button.isDisabled) throw new Error(`"${wanted}" is disabled`);
      return interact({
        type: InteractionType.MessageComponent,
        channel: channelOf(message.channel),
        source: stored(message),
        data: { component_type: ComponentType.Button, custom_id: button.customId, id: 1 },
      });
    },
    select: (message, customId, values) => {
      checkVisible(message, person);
      const select = message.selects.find((one) => one.customId === customId);
      if (!select || select.isDisabled) throw new Error(`The message shows no select menu ${customId}`);
      const unknown = values.find((value) => select.options.every((option) => option.value !== value));
      if (unknown !== undefined) throw new Error(`${customId} has no option ${unknown}`);
      return interact({
        type: InteractionType.MessageComponent,
        channel: channelOf(message.channel),
        source: stored(message),
        data: { component_type: ComponentType.StringSelect, custom_id: customId, values, id: 1 },
      });
    },
    submitModal: (modal, values) => {
      const opener = [...discord.interactions.values()].findLast(
        (one) => one.userId === person.id && one.modal?.custom_id === modal.customId,
      );
      if (!opener) throw new Error(`${person.name} sees no form ${modal.customId}`);
      for (const input of modal.inputs) {
        const value = values[input.customId] ?? input.value ?? '';
        if (input.isRequired && value === '') throw new Error(`The form needs ${input.customId}`);
        if (value.length > (input.maxLength ?? Infinity))
          throw new Error(`${input.customId} takes ${input.maxLength} characters`);
      }
      return interact({
        type: InteractionType.ModalSubmit,
        channel: opener.channel,
        source: opener.source,
        data: { custom_id: modal.customId, components: fillModal(opener, values) },
      });
    },
    say: (text, where = 'general') => write(text, where),
    mention: (text, where = 'general') => write(`<@${botId}> ${text}`, where),
    mentionRole: (text, where = 'general') => {
      const channel = channelOf(where);
      const guild = world.guilds.get(channel.guildId ?? '');
      return write(`<@&${found(guild?.botRoleId, 'a role of the bot')}> ${text}`, where);
    },
    replyTo: (message, text, { ping = true } = {}) => write(text, message.channel, stored(message), ping),
    writeDm: (text) => write(text, viewChannel(directChannel(world, person.id).id)),
    editMessage: (message, text) => {
      editMessage(discord, stored(message), { body: { content: text } });
    },
    deleteMessage: (message) => deleteMessage(discord, stored(message)),
    answerTo: (message, ready = () => true) =>
      until(
        () =>
          [...world.messages.values()]
            .filter(
              ({ data, isDeleted }) =>
                data.author.id === botId && !isDeleted && data.message_reference?.message_id === message.id,
            )
            .map(viewMessage)
            .find((answer) => ready(answer)),
        { what: `an answer to ${message.id} "${message.content}"` },
      ),
  };
}

/** What a member did, and what came of it. */
function viewInteraction({ until, viewMessage }: Surroundings, sent: StoredInteraction): FakeInteraction {
  const what = `an answer to ${sent.commandName === undefined ? 'a component or form' : `/${sent.commandName}`}`;
  return {
    id: sent.id,
    token: sent.token,
    get state() {
      if (sent.hasFailed) return 'failed';
      return sent.response ? 'acknowledged' : 'waiting';
    },
    acknowledged: () => until(() => failOr(sent, () => sent.response), { what }),
    reply: (ready = () => true) =>
      until(
        () =>
          failOr(sent, () => {
            const { original } = sent;
            if (!original || isThinking(original)) return undefined;
            const message = viewMessage(original);
            return ready(message) ? message : undefined;
          }),
        { what },
      ),
    followUps: () => sent.followUps.map(viewMessage),
    modal: () => until(() => failOr(sent, () => sent.modal && viewModal(sent.modal)), { what: 'a form' }),
    expire: () => {
      sent.isExpired = true;
    },
  };
}

function viewModal({ custom_id, title, components }: NonNullable<StoredInteraction['modal']>) {
  const inputs = components.flatMap((component) => {
    if (component.type === ComponentType.ActionRow)
      return component.components.map((input) => ({ input, label: input.label ?? '' }));
    return component.type === ComponentType.Label && component.component.type === ComponentType.TextInput
      ? [{ input: component.component, label: component.label }]
      : [];
  });
  return {
    customId: custom_id,
    title,
    inputs: inputs.map(({ input, label }) => ({
      customId: input.custom_id,
      label,
      isRequired: input.required ?? true,
      ...(input.max_length != null && { maxLength: input.max_length }),
      ...(input.value != null && { value: input.value }),
    })),
  };
}

function fillModal(
  { modal }: StoredInteraction,
  values: Readonly<Record<string, string>>,
): readonly unknown[] {
  const answerOf = (input: { type: number; custom_id: string; value?: unknown }) => ({
    id: 1,
    type: input.type,
    custom_id: input.custom_id,
    value: values[input.custom_id] ?? (typeof input.value === 'string' ? input.value : ''),
  });
  return (modal?.components ?? []).map((component) => {
    if (component.type === ComponentType.ActionRow)
      return { id: 1, type: component.type, components: component.components.map(answerOf) };
    return component.type === ComponentType.Label
      ? { id: 1, type: component.type, component: answerOf(component.component) }
      : { id: 1, type: component.type };
  });
}

/** Rejects for an interaction that the bot let pass. */
function failOr<T>(sent: StoredInteraction, read: () => T): T {
  if (sent.hasFailed) throw new Error('The application did not respond');
  return read();
}

/** Commands that Discord's client offers to a person in a channel. */
function offeredCommands(
  { world }: Discord,
  { id, hasInstalled }: Person,
  channel: StoredChannel,
): readonly APIApplicationCommand[] {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const isForeign = guild ? !guild.hasBot : !channel.recipients.includes(world.application.botId);
  const held = permissionsOf(world, id, channel);
  const context = contextOf(channel, isForeign);
  const isInstalledHere = (command: APIApplicationCommand) =>
    isForeign
      ? hasInstalled && !!command.integration_types?.includes(ApplicationIntegrationType.UserInstall)
      : !command.integration_types ||
        command.integration_types.includes(ApplicationIntegrationType.GuildInstall);
  const isPermitted = ({ default_member_permissions: needed }: APIApplicationCommand) =>
    !guild || needed == null || (needed !== '0' && (held & BigInt(needed)) === BigInt(needed));
  const ofGuild = guild ? (world.commands.get(guild.id) ?? []) : [];
  const global = (world.commands.get('global') ?? []).filter(
    ({ contexts }) => !contexts || contexts.includes(context),
  );
  return [...ofGuild, ...global.filter(isInstalledHere)].filter(isPermitted);
}

function checkVisible(message: FakeMessage, { name }: Person): void {
  if (message.isDeleted) throw new Error('The message has been deleted');
  if (message.visibleTo !== undefined && message.visibleTo !== name)
    throw new Error(`Only ${message.visibleTo} sees this message`);
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
