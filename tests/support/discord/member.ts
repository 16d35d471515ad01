import { ChannelType, MessageType } from 'discord.js';
import { messageBody, readBody } from './bodies.ts';
import type { FakeMember, FakeMessage, Where } from './fake-discord.ts';
import { failOr, viewInteraction } from './interaction-view.ts';
import type { StoredInteraction } from './interactions.ts';
import { createMessage, deleteMessage, editMessage } from './messages.ts';
import { sendCommand, sendMenu } from './send-command.ts';
import { chooseOptions, pressButton, submitModal } from './send-component.ts';
import { type Person, type Surroundings, storedMessage } from './surroundings.ts';
import { addChannel, directChannel, found } from './world.ts';

export function createMember(surroundings: Surroundings, person: Person): FakeMember {
  const { discord, until, viewChannel } = surroundings;
  const { world } = discord;
  const { botId } = world.application;
  const privateChannel = addChannel(world, {
    name: `${person.name}, somebody`,
    type: ChannelType.DM,
    recipients: [person.id],
  });
  const dm = viewChannel(directChannel(world, person.id).id);
  const view = (sent: StoredInteraction) => viewInteraction(surroundings, sent);
  const write = (text: string, where: Where) => writeMessage(surroundings, person, { text, where });
  return {
    ...person,
    dm,
    privateChannel: viewChannel(privateChannel.id),
    command: (use) => view(sendCommand(surroundings, person, use)),
    autocomplete: async (use) => {
      const sent = sendCommand(surroundings, person, use);
      return until(() => failOr(sent, () => sent.choices), { what: `suggestions for /${use.name}` });
    },
    messageMenu: (name, message) => view(sendMenu(surroundings, person, { name, message })),
    press: (message, wanted) => view(pressButton(surroundings, person, { message, wanted })),
    select: (message, customId, values) =>
      view(chooseOptions(surroundings, person, { message, customId, values })),
    submitModal: (modal, values) => view(submitModal(surroundings, person, { modal, values })),
    say: (text, where = 'general') => write(text, where),
    mention: (text, where = 'general') => write(`<@${botId}> ${text}`, where),
    mentionRole: (text, where = 'general') => {
      const guild = world.guilds.get(surroundings.channelOf(where).guildId ?? '');
      return write(`<@&${found(guild?.botRoleId, 'a role of the bot')}> ${text}`, where);
    },
    replyTo: (message, text, { ping = true } = {}) =>
      writeMessage(surroundings, person, { text, where: message.channel, answered: message, ping }),
    writeDm: (text) => write(text, dm),
    editMessage: (message, text) => {
      editMessage(discord, storedMessage(surroundings, message), { body: { content: text } });
    },
    deleteMessage: (message) => deleteMessage(discord, storedMessage(surroundings, message)),
    answerTo: (message, ready = () => true) =>
      until(() => botRepliesTo(surroundings, message).find((answer) => ready(answer)), {
        what: `an answer to ${message.id} "${message.content}"`,
      }),
  };
}

interface Written {
  readonly text: string;
  readonly where: Where;
  readonly answered?: FakeMessage;
  readonly ping?: boolean;
}

function writeMessage(
  surroundings: Surroundings,
  { id, name }: Person,
  { text, where, answered, ping = true }: Written,
): FakeMessage {
  const { discord, channelOf, viewMessage } = surroundings;
  const message = createMessage(discord, {
    channel: channelOf(where),
    author: found(discord.world.users.get(id), name),
    body: readBody(messageBody, { content: text, allowed_mentions: { replied_user: ping } }),
    ...(answered && { reference: storedMessage(surroundings, answered), type: MessageType.Reply }),
  });
  return viewMessage(message);
}

function botRepliesTo(
  { discord, viewMessage }: Surroundings,
  { id, channel }: FakeMessage,
): readonly FakeMessage[] {
  const { application, messagesIn } = discord.world;
  return (messagesIn.get(channel.id) ?? [])
    .filter(
      ({ data, isDeleted }) =>
        data.author.id === application.botId && !isDeleted && data.message_reference?.message_id === id,
    )
    .map(viewMessage);
}
