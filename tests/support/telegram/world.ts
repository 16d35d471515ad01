import type {
  BotCommand,
  BotCommandScope,
  Chat,
  Message,
  MessageEntity,
  User,
  UserFromGetMe,
} from 'grammy/types';

/** A message as the server keeps it. `message` is replaced with every change. */
export interface MessageRecord {
  message: Message;
  readonly earlierTexts: string[];
  deleted: boolean;
  /** Clients would show a preview of the first link. */
  showsLinkPreview: boolean;
  /** Of a message that was sent through inline mode. */
  readonly inlineId?: string;
}

export type Standing = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface ChatRecord {
  readonly id: number;
  readonly type: Chat['type'];
  readonly title: string;
  readonly username?: string;
  /** Of a private chat. */
  readonly user?: User;
  readonly isForum: boolean;
  /** User ids and what they are in the chat; the bot's own among them. */
  readonly standings: Map<number, Standing>;
  /** Topic ids and names. */
  readonly topics: Map<number, string>;
  readonly messages: MessageRecord[];
  readonly drafts: {
    readonly id: number;
    readonly text: string;
    readonly entities: readonly MessageEntity[];
  }[];
  readonly actions: string[];
  /** When the bot sent or edited something, in milliseconds. */
  readonly botActivity: number[];
  /** The id of the supergroup that this group became. */
  migratedTo?: number;
  /** The person of a private chat has spoken to the bot, and has not blocked it since. */
  isOpen: boolean;
  isBlocked: boolean;
  /** The bot that wrote last: general commands go to it alone where privacy mode is on. */
  lastBot?: number;
  lastMessageId: number;
}

export interface FileRecord {
  readonly id: string;
  readonly uniqueId: string;
  readonly path: string;
  /** As claimed in updates. */
  readonly size: number;
  readonly content: Uint8Array;
}

export interface CommandList {
  readonly scope: BotCommandScope;
  readonly language: string;
  readonly commands: readonly BotCommand[];
}

export interface Profile {
  name?: string;
  description?: string;
  shortDescription?: string;
}

/** Everything that is true on the server's side. Whoever changes it calls `changed`. */
export class World {
  readonly bot: UserFromGetMe;
  readonly now: () => number;
  readonly users = new Map<number, User>();
  readonly chats = new Map<number, ChatRecord>();
  readonly files = new Map<string, FileRecord>();
  readonly commandLists = new Map<string, CommandList>();
  readonly profile = new Map<string, Profile>();
  readonly violations: string[] = [];
  readonly watchers = new Set<() => void>();
  #nextId = 1000;
  /** Private chats and basic groups count their messages together, as one account does. */
  #lastSharedMessageId = 0;

  constructor(bot: UserFromGetMe, now: () => number) {
    this.bot = bot;
    this.now = now;
    this.users.set(bot.id, bot);
  }

  changed(): void {
    for (const look of [...this.watchers]) look();
  }

  nextId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  nextMessageId(chat: ChatRecord): number {
    if (chat.type === 'supergroup' || chat.type === 'channel') {
      chat.lastMessageId += 1;
      return chat.lastMessageId;
    }
    this.#lastSharedMessageId += 1;
    return this.#lastSharedMessageId;
  }

  /** Seconds since 1970. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  addChat(
    facts: Pick<ChatRecord, 'id' | 'type' | 'title'> &
      Partial<Pick<ChatRecord, 'username' | 'user' | 'isForum'>>,
  ): ChatRecord {
    const chat: ChatRecord = {
      isForum: false,
      ...facts,
      standings: new Map(),
      topics: new Map(),
      messages: [],
      drafts: [],
      actions: [],
      botActivity: [],
      isOpen: facts.type !== 'private',
      isBlocked: false,
      lastMessageId: 0,
    };
    this.chats.set(chat.id, chat);
    return chat;
  }

  findMessage(chat: ChatRecord, id: number): MessageRecord | undefined {
    return chat.messages.find(({ message, deleted }) => message.message_id === id && !deleted);
  }
}

/** The chat as updates and messages name it. */
export function describeChat(chat: ChatRecord): Chat {
  const { id, title, username } = chat;
  const named = username === undefined ? {} : { username };
  if (chat.type === 'private') return { id, type: 'private', first_name: title, ...named };
  if (chat.type === 'group') return { id, type: 'group', title };
  if (chat.type === 'channel') return { id, type: 'channel', title, ...named };
  return { id, type: 'supergroup', title, ...named, ...(chat.isForum && { is_forum: true as const }) };
}

export function isAdministrator(standing: Standing | undefined): boolean {
  return standing === 'creator' || standing === 'administrator';
}
