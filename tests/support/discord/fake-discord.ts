import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIAttachment,
  APIEmbed,
  APIMessage,
  PermissionFlagsBits,
} from 'discord.js';

/**
 * A Discord for tests: a real HTTP and WebSocket server on 127.0.0.1 that speaks API v10 to the real discord.js client,
 * and people who use it. Start it with `startFakeDiscord`, point the bot at `apiUrl`, then act as a member:
 *
 *     await using fake = await startFakeDiscord();
 *     // new Client({ intents, rest: { api: fake.apiUrl } }).login(fake.token)
 *     const ann = fake.member('ann');
 *     const asked = ann.command({ name: 'ask', options: { question: 'Who won?' } });
 *     const reply = await asked.reply((message) => message.buttons.length > 0);
 *     console.log(fake.readChannel('general'), fake.violations);
 *
 * The world starts with one guild, "Newsroom", its channel "general", and the bot in it; channels and members appear
 * when they are first named. Members see what their Discord client would show them: a command that is not registered, or
 * that their permissions or the place hide, cannot be used, and the attempt throws.
 */
export interface FakeDiscord extends AsyncDisposable {
  /** For the client's `rest.api`, e.g. `http://127.0.0.1:40001/api`. `/gateway/bot` leads on to the gateway. */
  readonly apiUrl: string;
  /** The bot's token: anything else is refused. */
  readonly token: string;
  readonly applicationId: string;
  /** The bot's user. */
  readonly botId: string;
  /** The bot's own role in the first guild, as members mention it by mistake. */
  readonly botRoleId: string;
  /** The first guild. */
  readonly guild: FakeGuild;

  /** A text channel of the first guild, made when first named. */
  channel(name: string, options?: ChannelOptions): FakeChannel;
  /** A member of the first guild, made when first named; options count at that time only. */
  member(name: string, options?: MemberOptions): FakeMember;
  /** A further guild. `installed: false`: the bot is no member of it (people may have installed it for themselves). */
  addGuild(name: string, options?: { readonly installed?: boolean }): FakeGuild;

  /** Messages that everybody sees, oldest first, without the deleted; with `viewer`, also what only that member sees. */
  messagesIn(channel: FakeChannel | string, viewer?: FakeMember): readonly FakeMessage[];
  /** A channel as text for reading: authors, content, buttons, replies, edits. */
  readChannel(channel: FakeChannel | string, viewer?: FakeMember): string;
  /**
   * Resolves with the predicate’s first truthy value; asked again whenever anything changes, and now and then. Rejects after `timeoutMs`
   * (`waitMs`) with what the channels hold.
   */
  until<T>(
    predicate: () => T,
    options?: { readonly timeoutMs?: number; readonly what?: string },
  ): Promise<NonNullable<T>>;
  /** Resolves when no request is running and none has come for `quietMs` (50). */
  quiet(quietMs?: number): Promise<void>;

  /** Commands as they are registered: globally, or in a guild. */
  commands(guild?: FakeGuild): readonly APIApplicationCommand[];
  /** Every request so far, oldest first; of a route such as `POST /channels/*\/messages` where one is given. */
  requests(route?: string): readonly RecordedRequest[];
  /** Ids of channels in which typing was shown, oldest first. */
  readonly typing: readonly string[];
  /** What Discord's own API document, or a limit that it leaves out, forbids. Tests assert that it is empty. */
  readonly violations: readonly string[];
  /** Requests answered with 401, 403, 404 or 429: 10,000 in 10 minutes lead to a ban. */
  readonly invalidRequests: number;
  /** What has happened at the gateway. */
  readonly gateway: GatewayCounts;

  /** Ends the connections without a word, as a lost network does; or with a close code. */
  dropConnections(code?: number): void;
  /** Opcode 7: asks the client to reconnect and resume. */
  requestReconnect(): void;
  /** Opcode 9: the session is invalid; a resumable one may be resumed, any other has to start anew. */
  invalidateSession(options?: { readonly resumable?: boolean }): void;
  /** Opcode 1: asks for a heartbeat at once. */
  requestHeartbeat(): void;
  /** Leaves heartbeats without an answer, as a dead connection does. */
  ignoreHeartbeats(ignored?: boolean): void;
  /** Answers the next `times` (1) requests of a route with an error. */
  failNext(route: string, failure: Failure): void;
  /** Answers the next requests of a route with 429. */
  rateLimitNext(
    route: string,
    options: { readonly retryAfterMs: number; readonly global?: boolean; readonly times?: number },
  ): void;
  /** Keeps requests of a route waiting until the returned function is called. */
  hold(route: string): () => void;
  /** Interaction tokens so far are as if 15 minutes had passed. */
  expireInteractionTokens(): void;
  /** The token is no longer good: REST answers 401, the gateway closes with 4004. */
  revokeToken(): void;
  /** A message of the bot, or any, goes away as if a moderator had deleted it. */
  deleteMessage(message: FakeMessage): void;
  /** Takes permissions from the bot in a channel. */
  denyBot(channel: FakeChannel | string, permissions: readonly PermissionName[]): void;
  deleteChannel(channel: FakeChannel | string): void;
  close(): Promise<void>;
}

export type PermissionName = keyof typeof PermissionFlagsBits;

export interface FakeDiscordOptions {
  readonly token?: string;
  /** Discord: 3,000. */
  readonly acknowledgeWithinMs?: number;
  /** Discord: 900,000. */
  readonly tokenLifetimeMs?: number;
  /** Discord: 41,250. */
  readonly heartbeatIntervalMs?: number;
  /** Requests that one bucket takes; 50 in 1,000 ms when absent. */
  readonly rateLimit?: { readonly limit: number; readonly perMs: number };
  /** Discord's OpenAPI document; environment variable DISCORD_OPENAPI when absent. Without it, bodies go unchecked. */
  readonly openApiPath?: string;
  /** Whether anybody may add the bot to a server; false when absent: only who owns the application, the bot itself. */
  readonly isPublic?: boolean;
  /** Milliseconds that tests wait for anything; 10,000 when absent. */
  readonly waitMs?: number;
  /** Also holds the fake's own answers against the document. */
  readonly checkResponses?: boolean;
}

export interface ChannelOptions {
  /** `text` when absent. */
  readonly kind?: 'text' | 'announcement';
}

export interface MemberOptions {
  /** Permissions in the whole guild beside those that everybody has; e.g. `['ManageMessages']` for a moderator. */
  readonly permissions?: readonly PermissionName[];
  /** Language of the member's client; `en-US` when absent. */
  readonly locale?: string;
  /** Has installed the bot for themselves: commands work everywhere. */
  readonly hasInstalled?: boolean;
}

export interface FakeGuild {
  readonly id: string;
  readonly name: string;
  channel(name: string, options?: ChannelOptions): FakeChannel;
  /** Gives a member these permissions in the whole guild, in place of those that they had beside everybody's. */
  permit(member: FakeMember, permissions: readonly PermissionName[]): void;
  /** The bot is thrown out. */
  removeBot(): void;
}

export interface FakeChannel {
  readonly id: string;
  readonly name: string;
  readonly guildId?: string;
  readonly kind: 'text' | 'announcement' | 'thread' | 'dm' | 'private';
}

/** Where something is done: a channel, or the name of one in the first guild. `general` when absent. */
export type Where = FakeChannel | string;

export interface CommandUse {
  /** With subcommands: `quote show`, `corpus add`. */
  readonly name: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
  readonly in?: Where;
}

export type OptionValue = string | number | boolean | UploadedFile;

export interface UploadedFile {
  readonly filename: string;
  readonly contentType?: string;
  readonly data: string | Uint8Array;
}

/** A person. What they start resolves to what they see. */
export interface FakeMember {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** Their direct messages with the bot. */
  readonly dm: FakeChannel;
  /** A conversation of theirs with another person, which the bot is no part of. */
  readonly privateChannel: FakeChannel;

  /** Sends a slash command. */
  command(use: CommandUse): FakeInteraction;
  /** Types into an option; resolves to what is suggested. Rejects when nothing came in time. */
  autocomplete(
    use: CommandUse & { readonly focused: string },
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Uses an entry of a message's context menu. */
  messageMenu(name: string, message: FakeMessage): FakeInteraction;
  /** Presses a button by label or custom id. Throws where the message shows none of it, or it is disabled. */
  press(message: FakeMessage, button: string): FakeInteraction;
  /** Chooses in a select menu. */
  select(message: FakeMessage, customId: string, values: readonly string[]): FakeInteraction;
  /** Fills in a form: values by the inputs' custom ids. */
  submitModal(modal: FakeModal, values: Readonly<Record<string, string>>): FakeInteraction;

  /** Writes a message that mentions nobody. */
  say(text: string, where?: Where): FakeMessage;
  /** Writes `@bot text`. */
  mention(text: string, where?: Where): FakeMessage;
  /** Writes `@role text` with the bot's own role. */
  mentionRole(text: string, where?: Where): FakeMessage;
  /** Answers a message; with `ping: false` its author is not mentioned, and a bot gets no content. */
  replyTo(message: FakeMessage, text: string, options?: { readonly ping?: boolean }): FakeMessage;
  /** Writes to the bot in direct messages. */
  writeDm(text: string): FakeMessage;
  editMessage(message: FakeMessage, text: string): void;
  deleteMessage(message: FakeMessage): void;
  /** The bot's answer to a message: its first reply to it that is not deleted and satisfies `ready`. */
  answerTo(message: FakeMessage, ready?: (answer: FakeMessage) => boolean): Promise<FakeMessage>;
}

/** One use of a command, button, menu or form. */
export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  /** `failed`: the bot did not answer in time, and the member was told so. */
  readonly state: 'waiting' | 'acknowledged' | 'failed';
  /** The first response. Rejects when it fails to come in time. */
  acknowledged(): Promise<Acknowledgement>;
  /**
   * The message that answers it (for a deferred update: the message with the component), once it is no longer
   * "thinking" and satisfies `ready`.
   */
  reply(ready?: (message: FakeMessage) => boolean): Promise<FakeMessage>;
  /** Messages sent after the reply, oldest first. */
  followUps(): readonly FakeMessage[];
  /** The form that it opened. */
  modal(): Promise<FakeModal>;
  /** The token is as if 15 minutes had passed. */
  expire(): void;
}

export interface Acknowledgement {
  readonly kind: 'message' | 'deferred' | 'update' | 'deferred update' | 'choices' | 'modal';
  readonly isEphemeral: boolean;
  /** Since the interaction was sent. */
  readonly tookMs: number;
}

/** A message, as it is now: fields change when it is edited. */
export interface FakeMessage {
  readonly id: string;
  readonly channel: FakeChannel;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  readonly content: string;
  /** Earlier contents, oldest first. */
  readonly history: readonly string[];
  readonly embeds: readonly APIEmbed[];
  readonly attachments: readonly APIAttachment[];
  readonly buttons: readonly FakeButton[];
  readonly selects: readonly FakeSelect[];
  /** Who alone sees it. */
  readonly visibleTo: string | undefined;
  readonly isEphemeral: boolean;
  /** "Footnote is thinking ..." */
  readonly isThinking: boolean;
  readonly isDeleted: boolean;
  readonly suppressesEmbeds: boolean;
  /** Id of the message that it answers. */
  readonly replyTo: string | undefined;
  /** The thread that was started from it. */
  readonly thread: FakeChannel | undefined;
  /** As the API gives it. */
  raw(): APIMessage;
}

export interface FakeButton {
  readonly label: string;
  readonly customId?: string;
  readonly url?: string;
  readonly isDisabled: boolean;
}

export interface FakeSelect {
  readonly customId: string;
  readonly options: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
  }[];
  readonly isDisabled: boolean;
}

export interface FakeModal {
  readonly customId: string;
  readonly title: string;
  readonly inputs: readonly {
    readonly customId: string;
    readonly label: string;
    readonly isRequired: boolean;
    readonly maxLength?: number;
    readonly value?: string;
  }[];
}

export interface RecordedRequest {
  readonly method: string;
  /** Without `/api/v10` and query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON, or `payload_json` of a multipart request. */
  readonly body: unknown;
  readonly files: readonly { readonly filename: string; readonly data: Uint8Array }[];
  /** 0 while it runs. */
  readonly status: number;
  /** Milliseconds since the fake started. */
  readonly atMs: number;
}

export interface GatewayCounts {
  readonly connections: number;
  readonly identifies: number;
  readonly resumes: number;
  readonly heartbeats: number;
  /** Connections that are open now. */
  readonly open: number;
  /** Of the last identify. */
  readonly intents: number;
}

export interface Failure {
  /** HTTP status, e.g. 500, 403, 404. */
  readonly status: number;
  /** Discord's error code, e.g. 10062 (unknown interaction), 50001 (missing access), 10008 (unknown message). */
  readonly code?: number;
  readonly message?: string;
  /** 1 when absent. */
  readonly times?: number;
  /** The request has its effect all the same: only the answer to it is lost. */
  readonly isDone?: boolean;
}
