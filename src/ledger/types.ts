/**
 * What is remembered of questions and answers, the same for every platform. Calls are synchronous: each is one short
 * transaction, and what it wrote is there for every process that has the ledger open. Instants are milliseconds since
 * 1970 (UTC), days are `YYYY-MM-DD` (UTC). Every engine passes `tests/contracts/ledger.ts`.
 */
import type { Answer, Document, DocumentFacts, Quote, Span, Tokens } from '../types.ts';

/** Who asks, and where: the platform's own ids. A person's id is hashed before anything is kept. */
export interface Origin {
  /** `discord`, `telegram`, ... */
  readonly platform: string;
  /** What settings hold for: a Discord guild, a Telegram group. Absent in a private chat. */
  readonly space?: string;
  /** Channel or chat. */
  readonly chat: string;
  /** Thread or forum topic of the chat. */
  readonly thread?: string;
  readonly person: string;
}

/** Where an answer was posted. All messages of one answer together. */
export interface Post {
  readonly platform: string;
  readonly space?: string;
  readonly chat: string;
  readonly thread?: string;
  /** Platform's message ids, in order. */
  readonly messages: readonly string[];
  /** BCP 47 language of the bot's own words in it. */
  readonly locale: string;
  /** Anything that the adapter needs to edit it (e.g. buttons); JSON. */
  readonly extra?: string;
}

/** A message of a post. */
export interface MessageAddress {
  readonly platform: string;
  readonly chat: string;
  readonly message: string;
}

/** Words of a document as they were kept. They are a quote again only when `verify` has sliced them anew. */
export type KeptWords = Pick<Quote, 'documentId' | 'span' | 'text'>;

/** A value as it comes back from the ledger: every quote in it is nothing but kept words. */
export type Kept<Value> = Value extends Quote
  ? KeptWords
  : Value extends object
    ? { readonly [Key in keyof Value]: Kept<Value[Key]> }
    : Value;

/** Words of a document that an answer shows. */
export interface CitedSpan {
  readonly documentId: string;
  /** Digest of the document when they were sliced. */
  readonly digest: string;
  readonly span: Span;
  /** The words; only their hash is kept beside the answer itself. */
  readonly text: string;
}

/** An answer with what is needed to find, follow and edit it later. */
export interface AnswerToKeep {
  readonly id: string;
  readonly askedAt: number;
  readonly origin: Origin;
  readonly locale: string;
  readonly isPrivate: boolean;
  readonly answer: Answer;
  readonly cited: readonly CitedSpan[];
  /** The answer before this one in its conversation. */
  readonly parent?: string;
  /** Generation of the index that it was made from. */
  readonly generation: number;
  /** Says what a post of it shows, so that posts which show something else can be told. */
  readonly fingerprint: string;
}

/** Words of a document that a moderator put in an answer's place. */
export interface KeptCorrection {
  readonly words: KeptWords;
  readonly at: number;
}

/** An answer as it was given. What it quotes has to be sliced anew before it is shown. */
export interface KeptAnswer {
  readonly id: string;
  readonly askedAt: number;
  readonly platform: string;
  readonly locale: string;
  readonly isPrivate: boolean;
  readonly answer: Kept<Answer>;
  readonly state: 'standing' | 'retracted' | 'corrected';
  readonly correction?: KeptCorrection;
  readonly generation: number;
}

/** What was asked and answered. */
export interface AnswerBook {
  /** Keeps an answer, its cited spans and its turn of the conversation; its earlier turns are answers of their own. */
  add(answer: AnswerToKeep): void;
  /** Undefined where it is unknown, forgotten or too old. */
  get(id: string): KeptAnswer | undefined;
  /** The answer that a message shows. */
  at(message: MessageAddress): string | undefined;
  /** False for an answer whose asker was forgotten. */
  isAskedBy(id: string, origin: Pick<Origin, 'platform' | 'person'>): boolean;
  /** Takes back what it says. False where there is no such answer. */
  retract(id: string): boolean;
  /** Puts words of a document in its place; they are watched from then on. False where there is no such answer. */
  correct(id: string, correction: CitedSpan & { readonly at: number }): boolean;
  /** Makes a private answer one that everybody may see. */
  share(id: string): void;
  /** Takes an answer out of its conversation: another one has its place. Posts are taken over by `posts.add`. */
  supersede(id: string, by: string): void;
}

/** A turn of a conversation, by its answer. */
export interface TurnLink {
  readonly answerId: string;
  readonly isPrivate: boolean;
}

/** Conversations: each answer knows the one before it. */
export interface ConversationBook {
  /** The person's latest answer here that is not older than `since`, or undefined. Private ones only where asked for. */
  latest(
    origin: Origin,
    options: { readonly since: number; readonly withPrivate: boolean },
  ): string | undefined;
  /** Turns up to and with an answer, oldest first: at most `limit`, none of them older than `since`. */
  thread(answerId: string, options: { readonly since: number; readonly limit: number }): readonly TurnLink[];
  /** The first answer of its conversation: names the conversation. */
  root(answerId: string): string;
  /** The answer before it; undefined for the first one. */
  parent(answerId: string): string | undefined;
}

/** A post with what it shows. */
export interface KeptPost {
  /** Of this ledger. */
  readonly row: number;
  readonly answerId: string;
  readonly post: Post;
  /** Fingerprint of what it shows. */
  readonly shown: string;
}

/** Where answers stand. */
export interface PostBook {
  /** Keeps where an answer stands; a post of the same messages is replaced. False where there is no such answer. */
  add(answerId: string, post: Post): boolean;
  /** In the order in which they were posted. */
  of(answerId: string): readonly KeptPost[];
  /** The post is gone, or cannot be edited any more. */
  remove(row: number): void;
}

/** A post that may have to be edited. */
export interface PendingEdit extends KeptPost {
  /** Changes when it is asked for again. */
  readonly version: number;
  /** Failed so far. */
  readonly attempts: number;
}

/** An answer that cites a document which is no longer what it was when that was last looked at. */
export interface StaleAnswer {
  readonly answerId: string;
  readonly documentId: string;
}

/** What must be edited, across restarts. */
export interface EditBook {
  /** Asks for an edit of every post of an answer, at once. Returns how many there are. */
  request(answerId: string, now: number): number;
  /** Pending edits of a platform whose time has come, oldest first. */
  due(platform: string, options: { readonly now: number; readonly limit: number }): readonly PendingEdit[];
  /** When the next one is due; undefined where none is pending. */
  nextDue(platform: string): number | undefined;
  /** The post shows this now. An edit that was asked for again meanwhile stays pending. */
  done(edit: PendingEdit, shown: string): void;
  /** Later again. */
  postpone(edit: PendingEdit, until: number): void;
  /** Not any more. */
  giveUp(edit: PendingEdit): void;
  /** Answers with cited words of documents whose digest is now another, or that are gone (no digest). */
  stale(digests: ReadonlyMap<string, string>): readonly StaleAnswer[];
  /** The answer was looked at with its documents as they are now. */
  checked(answerId: string, digests: ReadonlyMap<string, string>): void;
}

/** What a reader thought of an answer. */
export type Verdict = 'helpful' | 'not-helpful';

/** What readers thought. */
export interface FeedbackBook {
  /** One verdict per person and answer: the last. Ignored for an answer that is not kept. */
  add(
    answerId: string,
    origin: Pick<Origin, 'platform' | 'person'>,
    feedback: { verdict: Verdict; at: number },
  ): void;
}

/** What moderators did. */
export interface AuditBook {
  /** One line: who (hashed), where, what, when. */
  add(by: Origin, line: { readonly action: string; readonly detail?: string; readonly at: number }): void;
}

/** What was set for spaces. */
export interface SettingsBook {
  /** JSON of what was set for a space. */
  get(platform: string, space: string): string | undefined;
  /** In place of all that was set before. */
  set(platform: string, space: string, settings: string): void;
}

/** Questions of a person and day, for limits. */
export interface QuestionCounts {
  /** Of this person in this space, or in private chats. */
  count(origin: Origin, day: string): number;
  /** Adds to the count; a negative number takes back. */
  add(origin: Origin, day: string, count: number): void;
}

/** What models read and wrote, for limits. */
export interface TokenCounts {
  /** Adds to the day's count of all, and of the person where one is named. */
  spend(day: string, person: string | undefined, tokens: Tokens): void;
  /** Read and written on a day: by one person, or by all. */
  spent(day: string, person?: string): Tokens;
  /** The newest days first, by all. */
  byDay(limit: number): readonly { readonly day: string; readonly tokens: Tokens }[];
}

/** Small things that an adapter remembers. Keys are kept hashed and values sealed: either may name a person. */
export interface MemoryBook {
  /** Undefined where it was never set, or is forgotten. */
  get(key: string): string | undefined;
  /** @param until when it may be forgotten: it goes with the next purge */
  set(key: string, value: string, until?: number): void;
  /** False for an update that was received before. */
  receive(updateId: string, update: { readonly payload: string; readonly at: number }): boolean;
  /** Its id is remembered, its payload is not. */
  settle(updateId: string): void;
  /** Received and not settled, oldest first. */
  unsettled(): readonly { readonly id: string; readonly payload: string }[];
}

/** What a moderator did to a document. */
export type ChangeAction = 'added' | 'replaced' | 'removed' | 'undone';

/** A change to one document. */
export interface ChangeToKeep {
  readonly id: string;
  readonly at: number;
  readonly action: ChangeAction;
  readonly document: DocumentFacts;
  /** Of the document afterwards; absent where it is gone. */
  readonly digest?: string;
  /** The document before; absent where there was none. Kept until the next change. */
  readonly previous?: Document;
  /** What holds for the document when the change is finished; absent: folders decide on it again. */
  readonly hold?: Hold;
}

/** A change with what held before it. */
export interface KeptChange extends ChangeToKeep {
  /** What held for the document when the change was begun. */
  readonly holdBefore?: Hold;
}

/** What a moderator decided on a document: it is left so when folders are indexed again. */
export interface Hold {
  readonly documentId: string;
  readonly kind: 'removed' | 'replaced';
  /** Of the document that a moderator put there. */
  readonly digest?: string;
  /** That document: it came from no folder, so an index that is built anew has it from here only. */
  readonly document?: Document;
}

/** Changes to the corpus by moderators. A change is begun before the index is touched and finished after it. */
export interface ChangeBook {
  /** Before the index is touched. */
  begin(change: ChangeToKeep): void;
  /** From now on the change is in the history, and its hold in force. */
  finish(id: string): void;
  /** It was not made. Finished ones stay. */
  abandon(id: string): void;
  /** Begun and neither finished nor abandoned, e.g. because the process was killed. */
  unfinished(): readonly KeptChange[];
  /** Finished ones, newest first; `previous` only of the first. */
  history(limit: number): readonly KeptChange[];
  /** What holds now. */
  holds(): readonly Hold[];
  /** Folders decide on the document again. */
  release(documentId: string): void;
}

/** What is kept of people. */
export interface PeopleBook {
  /** BCP 47 language that the person chose; undefined for none. */
  localeOf(origin: Pick<Origin, 'platform' | 'person'>): string | undefined;
  /** Undefined takes the choice back. */
  setLocale(origin: Pick<Origin, 'platform' | 'person'>, locale: string | undefined): void;
  /**
   * Deletes conversations, questions and feedback of a person. Answers that stand in a space stay as they were said,
   * so that they can still be edited, without question and asker; those of private chats go with their posts. Counts
   * for today's limits stay until midnight (UTC), or forgetting would lift them.
   */
  forget(origin: Pick<Origin, 'platform' | 'person'>): ForgottenCounts;
  /** Everything that is kept of a person. */
  dataOf(origin: Pick<Origin, 'platform' | 'person'>): PersonData;
}

/** How much was deleted. */
export interface ForgottenCounts {
  readonly conversations: number;
  readonly answers: number;
  readonly feedback: number;
}

/** Everything that is kept of a person, for that person to read. Instants are ISO 8601. */
export interface PersonData {
  readonly locale?: string;
  readonly questions: readonly {
    readonly at: string;
    readonly question: string;
    readonly answer: readonly string[];
    readonly sources: readonly string[];
    readonly isPrivate: boolean;
  }[];
  readonly feedback: readonly { readonly at: string; readonly verdict: Verdict }[];
  readonly actions: readonly { readonly at: string; readonly action: string; readonly detail?: string }[];
  readonly questionsToday: number;
  readonly tokensToday: number;
}

/** How much is kept. */
export interface LedgerStats {
  readonly answers: number;
  readonly abstentions: number;
  readonly people: number;
  readonly posts: number;
  readonly helpful: number;
  readonly notHelpful: number;
  readonly retracted: number;
  readonly corrected: number;
  readonly pendingEdits: number;
}

/** One line of an export: a table and one of its records, without hashes of persons but for equality. */
export interface ExportLine {
  readonly table: 'answer' | 'feedback' | 'audit' | 'corpus' | 'tokens';
  readonly [column: string]: unknown;
}

/** The ledger of a data folder. */
export interface Ledger {
  readonly answers: AnswerBook;
  readonly conversations: ConversationBook;
  readonly posts: PostBook;
  readonly edits: EditBook;
  readonly feedback: FeedbackBook;
  readonly audit: AuditBook;
  readonly settings: SettingsBook;
  readonly questions: QuestionCounts;
  readonly tokens: TokenCounts;
  readonly changes: ChangeBook;
  readonly people: PeopleBook;
  /** What the adapter of a platform remembers. */
  memory(platform: string): MemoryBook;
  /** What stands for a person: the same for the same id of the same platform, and no way back. */
  personKey(origin: Pick<Origin, 'platform' | 'person'>): string;
  /** Moves everything of one chat to another id. */
  moveChat(platform: string, from: string, to: string): void;
  /** Deletes what is older than is kept. Returns how many answers went. */
  purge(now: number): number;
  /** Deletes everything of before an instant; without one, everything but settings and what moderators hold. */
  erase(before?: number): number;
  /** How much is kept. */
  stats(): LedgerStats;
  /** Everything that was said and done, oldest first within each table. */
  export(): Iterable<ExportLine>;
  close(): void;
}
