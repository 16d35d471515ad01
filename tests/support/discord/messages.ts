import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  MessageFlags,
  MessageType,
} from 'discord.js';
import type { MessageBody } from './bodies.ts';
import type { Discord } from './discord.ts';
import { errors } from './discord-error.ts';
import type { ReceivedFile } from './http.ts';
import { messagesOf } from './payloads.ts';
import { found, type StoredChannel, type StoredMessage, type World } from './world.ts';

export interface NewMessage {
  readonly channel: StoredChannel;
  readonly author: APIUser;
  readonly body: MessageBody;
  readonly files?: readonly ReceivedFile[];
  readonly type?: MessageType;
  /** Flags that Discord sets itself. */
  readonly flags?: number;
  readonly visibleTo?: string | undefined;
  /** The message that it answers. */
  readonly reference?: StoredMessage | undefined;
  readonly interaction?: APIMessage['interaction_metadata'];
}

/** Flags that a sender may set. */
const SETTABLE_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Puts a message into a channel and tells the bot of it, unless a single member sees it alone. */
export function createMessage(discord: Discord, facts: NewMessage): StoredMessage {
  const { world } = discord;
  const { channel, author, body, reference, visibleTo, interaction } = facts;
  const id = world.nextId();
  const attachments = storeFiles(discord, channel, facts);
  const data: APIMessage = {
    id,
    channel_id: channel.id,
    author,
    content: (body.content ?? '').trim(),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    ...mentionsOf(world, facts),
    attachments,
    embeds: embedsOf(body),
    components: componentsOf(body),
    pinned: false,
    type: facts.type ?? (reference ? MessageType.Reply : MessageType.Default),
    flags: ((body.flags ?? 0) & SETTABLE_FLAGS) | (facts.flags ?? 0),
    ...(reference && referenceTo(reference, channel)),
    ...(author.bot && { application_id: world.application.id }),
    ...(interaction && { interaction_metadata: interaction, webhook_id: world.application.id }),
    ...(body.nonce != null && { nonce: body.nonce }),
  };
  const message: StoredMessage = {
    data,
    history: [],
    isDeleted: false,
    ...(visibleTo !== undefined && { visibleTo }),
    ...(body.nonce != null && { nonce: body.nonce }),
  };
  world.messages.set(id, message);
  const neighbours = world.messagesIn.get(channel.id) ?? [];
  world.messagesIn.set(channel.id, [...neighbours, message]);
  if (visibleTo === undefined) announce(discord, 'MESSAGE_CREATE', message);
  world.changed();
  return message;
}

/** Changes what the body names; a message that was "thinking" no longer is. */
export function editMessage(
  discord: Discord,
  message: StoredMessage,
  { body, files = [] }: { readonly body: MessageBody; readonly files?: readonly ReceivedFile[] },
): StoredMessage {
  const { world } = discord;
  const { data } = message;
  const channel = found(world.channels.get(data.channel_id), `channel ${data.channel_id}`);
  const kept = body.attachments
    ? data.attachments.filter(({ id }) => body.attachments?.some((wanted) => wanted.id === id))
    : data.attachments;
  const isThinking = ((data.flags ?? 0) & MessageFlags.Loading) !== 0;
  if (!isThinking) message.history.push(data.content);
  const next: APIMessage = {
    ...data,
    ...(body.content !== undefined && { content: (body.content ?? '').trim() }),
    ...(body.embeds !== undefined && { embeds: embedsOf(body) }),
    ...(body.components !== undefined && { components: componentsOf(body) }),
    attachments: [...kept, ...storeFiles(discord, channel, { body, files })],
    edited_timestamp: isThinking ? null : new Date().toISOString(),
    flags:
      ((data.flags ?? 0) & ~(MessageFlags.Loading | (body.flags == null ? 0 : MessageFlags.SuppressEmbeds))) |
      ((body.flags ?? 0) & SETTABLE_FLAGS),
  };
  if (isEmpty(next)) throw errors.emptyMessage();
  message.data = next;
  if (message.visibleTo === undefined) announce(discord, 'MESSAGE_UPDATE', message);
  world.changed();
  return message;
}

export function deleteMessage(discord: Discord, message: StoredMessage): void {
  message.isDeleted = true;
  if (message.visibleTo === undefined) {
    const { id, channel_id } = message.data;
    const guildId = discord.world.channels.get(channel_id)?.guildId;
    discord.dispatch({
      t: 'MESSAGE_DELETE',
      d: { id, channel_id, ...(guildId !== undefined && { guild_id: guildId }) },
      guildId,
    });
  }
  discord.world.changed();
}

/** A message that is there, of a channel. */
export function findMessage(world: World, channelId: string, messageId: string): StoredMessage {
  const message = world.messages.get(messageId);
  if (!message || message.isDeleted || message.data.channel_id !== channelId) throw errors.unknownMessage();
  return message;
}

export function isEmpty({
  content,
  embeds,
  components,
  attachments,
}: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>): boolean {
  return content.trim() === '' && embeds.length === 0 && !components?.length && attachments.length === 0;
}

/** Refuses a message of nothing, as Discord does. */
export function refuseEmpty(body: MessageBody, files: readonly ReceivedFile[]): void {
  const content = body.content ?? '';
  if (
    isEmpty({ content, embeds: embedsOf(body), components: componentsOf(body), attachments: [] }) &&
    files.length === 0
  )
    throw errors.emptyMessage();
}

/** Notes a message that could ping: without `allowed_mentions` every mention in the text does. */
export function checkMentions(
  discord: Discord,
  what: string,
  { allowed_mentions: allowed }: MessageBody,
): void {
  if (!allowed) {
    discord.violate(`${what}: allowed_mentions is missing, so that every mention in the text pings`);
    return;
  }
  const pings = [...(allowed.parse ?? []), ...(allowed.users ?? []), ...(allowed.roles ?? [])];
  if (pings.length > 0) discord.violate(`${what}: allowed_mentions pings ${pings.join(', ')}`);
  if (allowed.replied_user)
    discord.violate(`${what}: allowed_mentions pings the author of the message replied to`);
  if (!allowed.parse) discord.violate(`${what}: allowed_mentions.parse is missing`);
}

function announce(discord: Discord, t: string, { data }: StoredMessage): void {
  const channel = discord.world.channels.get(data.channel_id);
  const guild = channel?.guildId === undefined ? undefined : discord.world.guilds.get(channel.guildId);
  if (guild && !guild.hasBot) return;
  if (!guild && !channel?.recipients.includes(discord.world.application.botId)) return;
  const { user: _known, ...member } = guild?.members.get(data.author.id) ?? { user: undefined };
  discord.dispatch({
    t,
    d: {
      ...data,
      channel_type: channel?.type,
      ...(guild && { guild_id: guild.id, ...(guild.members.has(data.author.id) && { member }) }),
    },
    guildId: guild?.id,
  });
}

const USER_MENTION = /<@!?(\d+)>/gu;
const ROLE_MENTION = /<@&(\d+)>/gu;

/** People mention whom they name; the bot only whom `allowed_mentions` lets it. */
function mentionsOf(
  world: World,
  { author, body, reference }: NewMessage,
): Pick<APIMessage, 'mentions' | 'mention_roles'> {
  const allowed = body.allowed_mentions;
  const content = body.content ?? '';
  const mayMention = (kind: 'users' | 'roles', id: string) =>
    !author.bot || !allowed || !!allowed.parse?.includes(kind) || !!allowed[kind]?.includes(id);
  const users = [...content.matchAll(USER_MENTION)].flatMap(([, id = '']) =>
    mayMention('users', id) ? [id] : [],
  );
  const roles = [...content.matchAll(ROLE_MENTION)].flatMap(([, id = '']) =>
    mayMention('roles', id) ? [id] : [],
  );
  if (reference && (allowed?.replied_user ?? !author.bot)) users.push(reference.data.author.id);
  return {
    mentions: [...new Set(users)].flatMap((id) => world.users.get(id) ?? []),
    mention_roles: [...new Set(roles)],
  };
}

function referenceTo(
  reference: StoredMessage,
  channel: StoredChannel,
): Pick<APIMessage, 'message_reference' | 'referenced_message'> {
  const { referenced_message: _deeper, ...referenced } = reference.data;
  return {
    message_reference: {
      type: 0,
      channel_id: reference.data.channel_id,
      message_id: reference.data.id,
      ...(channel.guildId !== undefined && { guild_id: channel.guildId }),
    },
    referenced_message: reference.isDeleted ? null : referenced,
  };
}

function storeFiles(
  { world, cdnUrl }: Discord,
  channel: StoredChannel,
  { body, files = [] }: Pick<NewMessage, 'body' | 'files'>,
): APIAttachment[] {
  return files.map((file) => {
    const described = body.attachments?.find(({ id }) => id === file.index);
    return storeFile({ world, cdnUrl }, channel, { ...file, filename: described?.filename ?? file.filename });
  });
}

/** Keeps a file for download, as an attachment. */
export function storeFile(
  { world, cdnUrl }: Pick<Discord, 'world' | 'cdnUrl'>,
  channel: StoredChannel,
  { filename, contentType, data }: Omit<ReceivedFile, 'index'>,
): APIAttachment {
  const id = world.nextId();
  const path = `/attachments/${channel.id}/${id}/${encodeURIComponent(filename)}`;
  world.files.set(path, { filename, contentType, data });
  const url = `${cdnUrl}${path}`;
  return { id, filename, size: data.byteLength, url, proxy_url: url, content_type: contentType };
}

function embedsOf({ embeds }: MessageBody): APIEmbed[] {
  return (embeds ?? []).map((embed) => withoutNull({ type: 'rich', ...embed }) as APIEmbed);
}

/** Components with the ids that Discord gives to those that have none. */
function componentsOf({ components }: MessageBody): APIMessageTopLevelComponent[] {
  let next = 1;
  const numbered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(numbered);
    if (typeof value !== 'object' || value === null) return value;
    const isComponent = 'type' in value && typeof value.type === 'number';
    const own = isComponent ? { id: next++ } : {};
    return {
      ...own,
      ...Object.fromEntries(Object.entries(value).map(([key, part]) => [key, numbered(part)])),
    };
  };
  return numbered(withoutNull(components ?? [])) as APIMessageTopLevelComponent[];
}

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part == null ? [] : [[key, withoutNull(part)]])),
  );
}

/** The bot's earlier message of the same nonce, where it asked that there be only one. */
export function findByNonce(
  world: World,
  channel: StoredChannel,
  body: MessageBody,
): StoredMessage | undefined {
  if (!body.enforce_nonce || body.nonce == null) return undefined;
  return messagesOf(world, channel).find(
    ({ nonce, data }) => nonce === body.nonce && data.author.id === world.application.botId,
  );
}
