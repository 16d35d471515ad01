import type {
  BotCommand,
  BotCommandScope,
  InlineQueryResult,
  Message,
  MessageEntity,
  Update,
  User,
  UserFromGetMe,
} from 'grammy/types';
import type { Failure } from './failure.ts';

/**
 * A Bot API server for tests, and the people who use the bot behind it. What it does is told in
 * `start-fake-telegram.ts`; this file holds the types that tests see.
 */
export interface FakeTelegram {
  /** `http://127.0.0.1:PORT`: what TELEGRAM_API_ROOT is set to. */
  readonly apiRoot: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  /** Every request that arrived, oldest first, failed ones included. */
  readonly calls: readonly ApiCall[];
  /**
   * What the real server would not have taken, or only by silently dropping it: methods and parameters that the Bot API
   * does not have (where `specification` is given), entities that are cut off or moved. Tests assert that it is empty.
   */
  readonly violations: readonly string[];
  /** Everything sent to the bot so far, in order of `update_id`. */
  readonly updates: readonly Update[];

  /** The person of this name, made when first asked for. They have never spoken to the bot until they `write`. */
  user(name: string, facts?: UserFacts): FakeUser;
  /** Another bot that is in groups with ours. */
  otherBot(name: string): FakeUser;
  /** A group with the bot in it, made when first asked for; a forum is always a supergroup. */
  group(name: string, options?: GroupOptions): FakeGroup;
  channel(name: string, options?: { readonly admin?: boolean }): FakeChannel;
  /** The chat of this id; it must exist. */
  chat(id: number): FakeChat;

  /** Calls of one method, oldest first. */
  callsOf(method: string): readonly ApiCall[];
  /** Makes the next calls of a method (`*` for any but getUpdates) fail, `times` times (1). See `failure.ts`. */
  failNext(method: string, failure: Failure, times?: number): void;
  /** Every open connection is cut now, mid-answer. */
  dropConnections(): void;
  /** The token is revoked in BotFather: 401 to every call, and to the long poll that is open. */
  revokeToken(): void;
  /** A second bot process polls with the same token, until it is stopped. The two take each other's place: 409. */
  pollElsewhere(): Promise<{ stop(): Promise<void> }>;
  /** Keeps updates back, until `release` hands them on in another order than they happened. */
  holdUpdates(): { release(order?: 'reversed' | 'as they happened'): void };
  /** Hands the bot an update once more, as after a lost confirmation; the latest one if not named. */
  repeatUpdate(updateId?: number): void;

  /** The commands as a person with these facts would be offered them. */
  commandsFor(user: FakeUser, chat: FakeChat): readonly BotCommand[];
  /** The command lists as set, by scope and language (`''` for every language). */
  readonly commandLists: readonly {
    readonly scope: BotCommandScope;
    readonly language: string;
    readonly commands: readonly BotCommand[];
  }[];
  /** Name, description and short description of the bot by language (`''` for every language). */
  readonly profile: ReadonlyMap<
    string,
    { readonly name?: string; readonly description?: string; readonly shortDescription?: string }
  >;
  /** The webhook that is set, if one is. */
  readonly webhook:
    | { readonly url: string; readonly pending: number; readonly lastError?: string }
    | undefined;

  /**
   * Waits until `check` returns something true (not false, 0, '', null or undefined), and resolves to it. Looks again whenever
   * the bot called or the world changed, so that no test sleeps. Rejects after `timeoutMs` (5,000) with what is shown
   * in all chats and the latest calls.
   */
  until<T>(check: () => T, options?: { readonly timeoutMs?: number }): Promise<Found<T>>;
  /** Resolves when the bot has confirmed every update: its long poll asked for later ones, or its webhook said 2xx. */
  untilConfirmed(options?: { readonly timeoutMs?: number }): Promise<void>;
  /** Cuts all connections and stops listening. */
  close(): Promise<void>;
}

/** What `until` resolves to. */
export type Found<T> = Exclude<T, false | 0 | '' | null | undefined>;

export interface FakeTelegramOptions {
  readonly token?: string;
  /** Without the `@`; `footnote_bot` when absent. */
  readonly username?: string;
  /** Privacy mode in groups, on by default: only commands, mentions and replies reach the bot. */
  readonly privacy?: boolean;
  /** Whether anybody can add the bot to a group (`/setjoingroups`); on by default. */
  readonly canJoinGroups?: boolean;
  /** Inline mode, set with BotFather; on by default. */
  readonly inline?: boolean;
  /** Whether chosen inline results are told (`/setinlinefeedback`); on by default. */
  readonly inlineFeedback?: boolean;
  /** Milliseconds since 1970: the server's clock. */
  readonly now?: () => number;
  /** Answers 429 where a group gets more than 20 messages or edits within a minute of that clock. Off by default. */
  readonly enforcesGroupRate?: boolean;
  /** Milliseconds within which a callback query can be answered; 15,000 on the real server. */
  readonly callbackAnswerMs?: number;
  /** Milliseconds before a webhook delivery that failed is tried again; 20 by default. */
  readonly webhookRetryMs?: number;
  /** Methods that this server does not know yet, as an older one behind TELEGRAM_API_ROOT: 404. */
  readonly withoutMethods?: readonly string[];
  /** Path of the Bot API's description as JSON; TELEGRAM_BOT_API_SPEC when absent. */
  readonly specification?: string;
}

/** One request to the API. */
export interface ApiCall {
  readonly method: string;
  /** Parameters as values: JSON in forms is parsed; an uploaded file is `{ filename, size }`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What was answered: a result, an error, or nothing when the connection was cut. Absent while it is worked on. */
  readonly response?: { readonly status: number; readonly description?: string; readonly result?: unknown };
  /** Milliseconds of the server's clock. */
  readonly at: number;
}

export interface UserFacts {
  /** IETF language tag of the person's client. */
  readonly language?: string;
  /** Without the `@`; the name when absent, `''` for none. */
  readonly username?: string;
}

/** What a person can do in a chat. */
export interface Voice {
  readonly user: User;
  readonly chat: FakeChat;
  /** Sends a text; commands, mentions, links and hashtags in it are found as by the real server. */
  write(text: string, options?: { readonly entities?: readonly MessageEntity[] }): FakeMessage;
  /** `/name words`, in groups with `@bot` behind the name unless `to` says otherwise (`''` for nobody). */
  command(name: string, words?: string, options?: { readonly to?: string }): FakeMessage;
  /** `@bot words` */
  mention(words: string): FakeMessage;
  /** Replies to a message, quoting part of it if `quote` is given. */
  replyTo(message: FakeMessage, text: string, quote?: string): FakeMessage;
  edit(message: FakeMessage, text: string): FakeMessage;
  /** Sends a file of at most 2 GB; `size` claims another size than the content has. */
  upload(file: UploadedFile, caption?: string): FakeMessage;
  /** Presses an inline button, named by its label (or a part of it) in the latest message that has it. */
  press(label: string, message?: FakeMessage): FakePress;
}

export interface FakeUser extends Voice {
  readonly id: number;
  /** The private chat with the bot. */
  readonly chat: FakeChat;
  /** The same person in a group, or a topic of it. */
  in(group: FakeGroup, topic?: FakeTopic): Voice;
  /** Types `@bot query` in some chat; resolves when the bot has answered, rejects when it does not in time. */
  inline(query: string, options?: InlineOptions): Promise<InlineAnswer>;
  /** Sends one of the results; the message it makes, as it is shown. */
  chooseInline(answer: InlineAnswer, index: number, into?: FakeChat): FakeMessage;
  /** Presses Start, with the parameter of a deep link if given. */
  start(parameter?: string): FakeMessage;
  block(): void;
  unblock(): void;
}

export interface InlineOptions {
  readonly offset?: string;
  readonly chatType?: 'sender' | 'private' | 'group' | 'supergroup' | 'channel';
  readonly timeoutMs?: number;
}

export interface InlineAnswer {
  readonly query: string;
  readonly results: readonly InlineQueryResult[];
  readonly nextOffset: string;
  readonly cacheTime: number;
  readonly isPersonal: boolean;
  readonly button?: { readonly text: string; readonly startParameter?: string };
  /** Whether the server gave it from its cache, without asking the bot. */
  readonly cached: boolean;
}

export interface UploadedFile {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly type?: string;
  /** Bytes, where it should differ from the content's. */
  readonly size?: number;
}

/** A pressed button. */
export interface FakePress {
  readonly id: string;
  /** What the bot answered; resolves when it did, rejects when it does not in time. */
  readonly answer: Promise<{ readonly text: string; readonly alert: boolean; readonly url?: string }>;
}

/** A chat as its members see it. */
export interface FakeChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title: string;
  /** Messages that are there now, oldest first, deleted ones left out. */
  messages(): readonly FakeMessage[];
  /** Those of the bot. */
  fromBot(): readonly FakeMessage[];
  /** Drafts shown by sendMessageDraft, oldest first, each as it was when it was sent. */
  drafts(): readonly {
    readonly id: number;
    readonly text: string;
    readonly entities: readonly MessageEntity[];
  }[];
  /** Chat actions, oldest first: `typing` ... */
  actions(): readonly string[];
  /** Most messages and edits of the bot within any minute of the server's clock. */
  busiestMinute(): number;
  /** The chat as readable text: who said what, with entities as marks and buttons in brackets. */
  snapshot(): string;
}

export interface GroupOptions {
  readonly members?: readonly FakeUser[];
  readonly admins?: readonly FakeUser[];
  /** Has topics. */
  readonly forum?: boolean;
  readonly type?: 'group' | 'supergroup';
  /** The bot itself is an administrator, and sees every message. */
  readonly botIsAdmin?: boolean;
}

export interface FakeGroup extends FakeChat {
  /** A topic of a forum, made when first asked for. */
  topic(name: string): FakeTopic;
  /** An administrator who speaks in the group's name. */
  anonymousAdmin(topic?: FakeTopic): Voice;
  addAdmin(user: FakeUser): void;
  removeAdmin(user: FakeUser): void;
  /** Becomes a supergroup with another id; the old id answers 400 with `migrate_to_chat_id`. */
  migrate(): FakeGroup;
  /** Removes the bot from the group. */
  kickBot(): void;
  /** Forbids the bot to write. */
  muteBot(): void;
}

export interface FakeTopic {
  /** `message_thread_id` */
  readonly id: number;
  readonly name: string;
  /** Messages in this topic only. */
  messages(): readonly FakeMessage[];
}

export interface FakeChannel extends FakeChat {
  post(text: string): FakeMessage;
  editPost(message: FakeMessage, text: string): FakeMessage;
}

/** A message as it is shown now: every field is read anew. */
export interface FakeMessage {
  readonly id: number;
  readonly chat: FakeChat;
  readonly text: string;
  /** Entities that were sent or found by the server, in its order. */
  readonly entities: readonly MessageEntity[];
  readonly fromBot: boolean;
  /** Rows of the inline keyboard. */
  readonly buttons: readonly (readonly FakeButton[])[];
  readonly topicId?: number;
  /** What it replies to, and the words that it quotes. */
  readonly replyTo?: { readonly messageId: number; readonly quote?: string };
  /** Texts before this one, oldest first. */
  readonly earlierTexts: readonly string[];
  readonly deleted: boolean;
  /** Whether a preview of a link in it would be shown. */
  readonly showsLinkPreview: boolean;
  /** As the API tells it. */
  readonly raw: Message;
}

export interface FakeButton {
  readonly label: string;
  readonly callbackData?: string;
  readonly url?: string;
  readonly switchInlineQuery?: string;
}
