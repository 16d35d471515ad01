import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js';
import {
  callbackBody,
  choicesBody,
  type MessageBody,
  type ModalBody,
  messageBody,
  modalBody,
  readBody,
} from './bodies.ts';
import type { Discord } from './discord.ts';
import { errors } from './discord-error.ts';
import type { Acknowledgement } from './fake-discord.ts';
import { type Call, noContent, ok, type Reply } from './http.ts';
import { checkMentions, createMessage, editMessage, refuseEmpty } from './messages.ts';
import { found, type StoredChannel, type StoredMessage } from './world.ts';

export interface StoredInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: StoredChannel;
  /** Of a chat command, or a message's menu: what its answer is marked with. */
  readonly commandName?: string;
  readonly isMenu: boolean;
  /** The message whose component was used. */
  readonly source: StoredMessage | undefined;
  /** `performance.now()` when it was sent. */
  readonly sentAt: number;
  /** Whether its messages are limited, since the bot is no member there. */
  readonly isForeign: boolean;
  response?: Acknowledgement;
  original?: StoredMessage;
  readonly followUps: StoredMessage[];
  modal?: ModalBody;
  choices?: readonly APIApplicationCommandOptionChoice[];
  /** The member was told that the application did not respond. */
  hasFailed: boolean;
  isExpired: boolean;
}

/** What a bot that is not in the place may add to one answer. */
const FOREIGN_FOLLOW_UPS = 5;

/** POST /interactions/{id}/{token}/callback */
export function answerInteraction(discord: Discord, interaction: StoredInteraction, call: Call): Reply {
  if (interaction.hasFailed) throw errors.unknownInteraction();
  if (interaction.response) throw errors.alreadyAcknowledged();
  const { type, data } = readBody(callbackBody, call.body);
  const refuse = () => {
    throw errors.invalidForm({
      type: {
        _errors: [
          {
            code: 'INTERACTION_TYPE_INVALID',
            message: `Response type ${type} does not fit an interaction of type ${interaction.type}`,
          },
        ],
      },
    });
  };
  if (!mayRespond(interaction, type)) refuse();
  respond(discord, interaction, { type, data: data ?? {}, call });
  discord.world.changed();
  if (call.query.with_response !== 'true') return noContent;
  return ok(describeCallback(interaction, type));
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
function mayRespond({ type, source }: StoredInteraction, response: number): boolean {
  if (type === InteractionType.ApplicationCommandAutocomplete)
    return response === InteractionResponseType.ApplicationCommandAutocompleteResult;
  switch (response) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return true;
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage:
      return source !== undefined;
    case InteractionResponseType.Modal:
      return type !== InteractionType.ModalSubmit;
    default:
      return false;
  }
}

function respond(
  discord: Discord,
  interaction: StoredInteraction,
  { type, data, call }: { readonly type: number; readonly data: unknown; readonly call: Call },
): void {
  const acknowledge = (kind: Acknowledgement['kind'], isEphemeral = false) => {
    const tookMs = performance.now() - interaction.sentAt;
    interaction.response = { kind, isEphemeral, tookMs };
  };
  const { source } = interaction;
  if (type === InteractionResponseType.ChannelMessageWithSource) {
    const body = readBody(messageBody, data);
    checkMentions(discord, 'interaction callback', body);
    refuseEmpty(body, call.files);
    interaction.original = post(discord, interaction, { body, call });
    acknowledge('message', isEphemeralBody(body));
  } else if (type === InteractionResponseType.DeferredChannelMessageWithSource) {
    const body = readBody(messageBody, data);
    interaction.original = post(discord, interaction, { body, call, flags: MessageFlags.Loading });
    acknowledge('deferred', isEphemeralBody(body));
  } else if (type === InteractionResponseType.DeferredMessageUpdate && source) {
    interaction.original = source;
    acknowledge('deferred update');
  } else if (type === InteractionResponseType.UpdateMessage && source) {
    interaction.original = editMessage(discord, source, {
      body: readBody(messageBody, data),
      files: call.files,
    });
    acknowledge('update');
  } else if (type === InteractionResponseType.Modal) {
    interaction.modal = readBody(modalBody, data);
    acknowledge('modal');
  } else {
    interaction.choices = readBody(choicesBody, data).choices.map(({ name, value }) => ({ name, value }));
    acknowledge('choices');
  }
}

/** What discord.js reads `withResponse` from. */
function describeCallback(
  { id, type, original, response }: StoredInteraction,
  responseType: number,
): unknown {
  const message = response?.kind === 'deferred update' ? undefined : original?.data;
  return {
    interaction: {
      id,
      type,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
        response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(message && { resource: { type: responseType, message } }),
  };
}

/** POST /webhooks/{application}/{token}: the first one after deferring fills the deferred message. */
export function followUp(discord: Discord, interaction: StoredInteraction, call: Call): StoredMessage {
  const body = readBody(messageBody, call.body);
  checkMentions(discord, 'follow-up', body);
  refuseEmpty(body, call.files);
  const { original } = interaction;
  if (original && !original.isDeleted && isThinking(original))
    return editMessage(discord, original, { body, files: call.files });
  if (interaction.isForeign && interaction.followUps.length >= FOREIGN_FOLLOW_UPS)
    throw errors.tooManyFollowUps();
  const message = post(discord, interaction, { body, call });
  interaction.followUps.push(message);
  return message;
}

/** Whether it was acknowledged with "thinking", and nothing has come since. */
export function isThinking({ data }: StoredMessage): boolean {
  return ((data.flags ?? 0) & MessageFlags.Loading) !== 0;
}

function post(
  discord: Discord,
  interaction: StoredInteraction,
  { body, call, flags = 0 }: { readonly body: MessageBody; readonly call: Call; readonly flags?: number },
): StoredMessage {
  const { world } = discord;
  const { channel, userId, source, isMenu, commandName } = interaction;
  const isPrivate = isEphemeralBody(body);
  const isFollowUp = interaction.response !== undefined;
  const type = isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
  const reference = isFollowUp ? interaction.original : source;
  return createMessage(discord, {
    channel,
    author: found(world.users.get(world.application.botId), 'its bot'),
    body,
    files: call.files,
    type: reference ? MessageType.Reply : commandName === undefined ? MessageType.Default : type,
    flags: flags | (isPrivate ? MessageFlags.Ephemeral : 0),
    visibleTo: isPrivate ? userId : undefined,
    reference,
    interaction: metadataOf(discord, interaction),
  });
}

function isEphemeralBody({ flags }: MessageBody): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function metadataOf(
  { world }: Discord,
  { id, type, userId, channel, source, original }: StoredInteraction,
): NonNullable<APIMessage['interaction_metadata']> {
  const common = {
    id,
    user: found(world.users.get(userId), `user ${userId}`),
    authorizing_integration_owners: { 0: channel.guildId ?? '0' },
    ...(original && { original_response_message_id: original.data.id }),
  };
  if (type === InteractionType.MessageComponent)
    return { ...common, type, interacted_message_id: source?.data.id ?? '0' };
  if (type === InteractionType.ModalSubmit)
    return {
      ...common,
      type,
      triggering_interaction_metadata: { ...common, type: InteractionType.ApplicationCommand },
    };
  return { ...common, type: InteractionType.ApplicationCommand };
}
