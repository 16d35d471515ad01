import { type MessageBody, messageBody, readBody } from '../bodies.ts';
import type { Discord } from '../discord.ts';
import { errors } from '../discord-error.ts';
import { type Call, noContent, ok, param, type Route, route } from '../http.ts';
import {
  checkMentions,
  createMessage,
  deleteMessage,
  editMessage,
  findByNonce,
  findMessage,
  refuseEmpty,
} from '../messages.ts';
import { isThread, publicMessagesOf, redactMessage } from '../payloads.ts';
import { permissionBits, permissionsOf } from '../permissions.ts';
import { found, type StoredChannel, type StoredMessage } from '../world.ts';
import { reachChannel } from './access.ts';

const PATH = '/channels/{channel_id}/messages';

/** https://discord.com/developers/docs/resources/message */
export function messageRoutes(discord: Discord): readonly Route[] {
  const { world } = discord;
  const { botId } = world.application;
  const reachMessage = (call: Call): StoredMessage => {
    const channel = reachChannel(discord, call);
    const message = findMessage(world, channel.id, param(call, 'message_id'));
    if (message.visibleTo !== undefined) throw errors.unknownMessage();
    return message;
  };
  return [
    route(`GET ${PATH}`, (call) => {
      const channel = reachChannel(discord, call, ['ReadMessageHistory']);
      return ok(
        pageOf(publicMessagesOf(world, channel), call.query).map(({ data }) => redactMessage(world, data)),
      );
    }),
    route(`GET ${PATH}/{message_id}`, (call) => ok(redactMessage(world, reachMessage(call).data))),
    route(`POST ${PATH}`, (call) => {
      const channel = reachChannel(discord, call);
      const body = readBody(messageBody, call.body);
      refuseUnlessMaySend(discord, channel, body);
      checkMentions(discord, `POST ${call.path}`, body);
      refuseEmpty(body, call.files);
      const known = findByNonce(world, channel, body);
      if (known) return ok(known.data);
      const author = found(world.users.get(botId), 'its bot');
      const reference = findReference(discord, channel, body);
      return ok(createMessage(discord, { channel, author, body, files: call.files, reference }).data);
    }),
    route(`PATCH ${PATH}/{message_id}`, (call) => {
      const message = reachMessage(call);
      if (message.data.author.id !== botId) throw errors.notAuthor();
      const body = readBody(messageBody, call.body);
      return ok(editMessage(discord, message, { body, files: call.files }).data);
    }),
    route(`DELETE ${PATH}/{message_id}`, (call) => {
      const message = reachMessage(call);
      if (message.data.author.id !== botId) reachChannel(discord, call, ['ManageMessages']);
      deleteMessage(discord, message);
      return noContent;
    }),
    route(`PUT ${PATH}/{message_id}/reactions/{emoji_name}/@me`, (call) => {
      reachChannel(discord, call, ['AddReactions', 'ReadMessageHistory']);
      react(reachMessage(call), param(call, 'emoji_name'));
      world.changed();
      return noContent;
    }),
    route('POST /channels/{channel_id}/typing', (call) => {
      world.typing.push(reachChannel(discord, call).id);
      world.changed();
      return noContent;
    }),
  ];
}

function refuseUnlessMaySend({ world }: Discord, channel: StoredChannel, body: MessageBody): void {
  const held = permissionsOf(world, world.application.botId, channel);
  const needed = isThread(channel)
    ? permissionBits(['SendMessagesInThreads'])
    : permissionBits(['SendMessages']);
  if ((held & needed) === 0n) throw errors.missingPermissions();
  const history = permissionBits(['ReadMessageHistory']);
  if (body.message_reference && (held & history) === 0n) throw errors.noHistory();
}

function findReference(
  { world }: Discord,
  channel: StoredChannel,
  body: MessageBody,
): StoredMessage | undefined {
  const wanted = body.message_reference;
  if (!wanted?.message_id) return undefined;
  const message = world.messages.get(wanted.message_id);
  if (message && !message.isDeleted && message.data.channel_id === channel.id) return message;
  if (wanted.fail_if_not_exists === false) return undefined;
  throw errors.invalidForm({
    message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
  });
}

/** Newest first, as Discord lists them. */
function pageOf(messages: readonly StoredMessage[], query: Call['query']): readonly StoredMessage[] {
  const limit = Math.min(Number(query.limit ?? 50), 100);
  const { before, after } = query;
  const isWithin = ({ data: { id } }: StoredMessage) =>
    (before === undefined || BigInt(id) < BigInt(before)) &&
    (after === undefined || BigInt(id) > BigInt(after));
  const within = messages.filter(isWithin);
  const page = after === undefined ? within.slice(-limit) : within.slice(0, limit);
  return page.toReversed();
}

function react(message: StoredMessage, emoji: string): void {
  const reactions = message.data.reactions ?? [];
  if (reactions.some((reaction) => reaction.emoji.name === emoji && reaction.me)) return;
  const reaction = {
    emoji: { id: null, name: emoji },
    count: 1,
    count_details: { burst: 0, normal: 1 },
    me: true,
    me_burst: false,
    burst_colors: [],
  };
  message.data = { ...message.data, reactions: [...reactions, reaction] };
}
