/**
 * The desk: everything that a chat platform needs beside its own messages, the same for each. It answers within limits,
 * keeps conversations and posted answers in the ledger, and does what moderators ask. An adapter turns its platform's
 * events into these calls and blocks into its messages, and decides nothing else.
 */
import type { WordingCheck } from '../answer/check-wording.ts';
import type { AskOptions } from '../assistant.ts';
import type { Origin, Post } from '../ledger/types.ts';
import type { FoundPlace } from '../look-up.ts';
import type { Block } from '../render/block.ts';
import type { Answer, Citation, Document, DocumentFacts, Filters } from '../types.ts';

export type { Origin, Post };

/** A question as it came from a platform. */
export interface DeskQuestion {
  readonly origin: Origin;
  readonly text: string;
  readonly filters?: Filters;
  /** BCP 47 language of the bot's own words. */
  readonly locale: string;
  /** The answer that is replied to: its conversation goes on, whoever asks. Absent: the person's own conversation here. */
  readonly follows?: string;
  /** The answer to an earlier wording of the same question (the message was edited): this one takes its place. */
  readonly replaces?: string;
  /** Only the asker sees it. */
  readonly isPrivate?: boolean;
}

/** What is told while a question waits and is answered. */
export interface DeskAskOptions extends Pick<AskOptions, 'signal' | 'onStatement'> {
  /** Called at once where the question has to wait. */
  readonly onQueued?: (wait: { readonly ahead: number; readonly seconds: number }) => void;
  /** Called when its turn has come and the answer is being worked on. */
  readonly onStarted?: () => void;
}

/** Why a question is not taken. Nobody's failure: said to the asker by `phrases`. */
export interface Refusal {
  readonly reason:
    | 'paused'
    /** The bot is being restarted. */
    | 'stopping'
    /** Moderators have not opened this channel to the bot. */
    | 'not-here'
    /** The person, or everybody here, has just asked. */
    | 'cooldown'
    | 'daily-limit'
    /** The queue is full. */
    | 'busy'
    | 'too-long'
    | 'empty';
  /** After which asking makes sense again. */
  readonly retryAfterSeconds?: number;
  /** Of `too-long`: characters; of `daily-limit`: questions. */
  readonly limit?: number;
}

/** What comes of a question. A failure is neither: it is thrown. */
export type DeskReply =
  | { readonly kind: 'answered'; readonly answer: StandingAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Words of a moderator's choice from the corpus, in place of what the bot had said. */
export interface Correction {
  readonly citation: Citation;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** A cited document that no longer holds the cited words. */
export interface SourceChange {
  readonly documentId: string;
  /** As it was when it was cited. */
  readonly title: string;
  readonly kind: 'changed' | 'removed';
}

/** An answer that was given, as it stands against the corpus of now: every quote in it was sliced anew. */
export interface StandingAnswer {
  /** Short, unguessable, of letters and digits (at most 22): fits into buttons. */
  readonly id: string;
  /** ISO 8601 instant. */
  readonly askedAt: string;
  readonly platform: string;
  readonly locale: string;
  readonly isPrivate: boolean;
  /** Statements that lost a quote since are gone from it. An abstention of reason `unsupported` when none is left. */
  readonly answer: Answer;
  readonly state: 'standing' | 'retracted' | 'corrected';
  readonly correction?: Correction;
  /** Cited documents that no longer hold the cited words: they were changed or removed after the answer was given. */
  readonly changes: readonly SourceChange[];
  readonly posts: readonly Post[];
}

/** A quote with what stands around it. `before + quote.text + after` is a slice of the document. */
export interface QuoteInContext {
  readonly citation: Citation;
  readonly before: string;
  readonly after: string;
}

/** A post that no longer says what it should: the adapter edits it. */
export interface PostEdit {
  readonly post: Post;
  readonly answer: StandingAnswer;
}

/** What came of an edit: `gone` when the message is no more or may not be edited; a throw means later again. */
export type EditOutcome = 'done' | 'gone';

/** An upload as a moderator sees it before it is added. */
export interface ReadUpload {
  readonly document: Document;
  /** What it would replace. */
  readonly replaces?: DocumentFacts;
  readonly passages: number;
  readonly warnings: readonly string[];
  /** Confirms exactly this: hand it to `add`. Forgotten after some minutes. */
  readonly ticket: string;
}

/** A file that somebody sent. */
export interface Upload {
  /** With its extension, which tells the format. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What was done to a document. */
export interface CorpusChange {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly action: 'added' | 'replaced' | 'removed' | 'undone';
  readonly document: DocumentFacts;
  /** It is the last change, and can be undone. */
  readonly canUndo: boolean;
}

/** What the corpus holds. */
export interface CorpusStatus {
  readonly documents: number;
  readonly passages: number;
  /** Newest `published`. */
  readonly newest?: string;
  readonly lastChange?: CorpusChange;
}

/** What moderators do to the corpus, effective at once and without a restart. Throws `LookupError`, `SourceError`. */
export interface DeskCorpus {
  status(): Promise<CorpusStatus>;
  /** Reads an upload without adding it. Throws `SourceError` when it is no document, or is too large. */
  read(upload: Upload): Promise<ReadUpload>;
  /** Adds what `read` showed. Throws `UsageError` where the ticket has expired. */
  add(ticket: string, by: Origin): Promise<CorpusChange>;
  remove(documentId: string, by: Origin): Promise<CorpusChange>;
  /** Newest first. */
  history(limit: number): Promise<readonly CorpusChange[]>;
  /** Takes the last change back. Throws `LookupError` where there is none. */
  undo(by: Origin): Promise<CorpusChange>;
}

/** What a space's moderators have set; the defaults elsewhere. */
export interface SpaceSettings {
  readonly paused: boolean;
  /** Where it answers; undefined: everywhere. */
  readonly chats?: readonly string[] | undefined;
  readonly personCooldownSeconds: number;
  readonly chatCooldownSeconds: number;
  /** Questions of one person a day (UTC). */
  readonly questionsPerDay: number;
}

/** What is to be set otherwise; the rest stays. */
export type SettingsChange = {
  readonly [Name in keyof SpaceSettings]?: SpaceSettings[Name] | undefined;
};

/** Limits on asking and on moderation, by space. A private chat has the defaults and cannot be paused by a group. */
export interface DeskSettings {
  of(origin: Pick<Origin, 'platform' | 'space'>): SpaceSettings;
  /** `chats: undefined` opens all of them again. Throws `UsageError` for values out of range, or without a space. Audited. */
  change(by: Origin, changes: SettingsChange): SpaceSettings;
}

/** Small things that an adapter must remember across restarts. */
export interface PlatformMemory {
  get(key: string): string | undefined;
  /** `lifetimeMs`: it may be forgotten after so long. */
  set(key: string, value: string, options?: { readonly lifetimeMs: number }): void;
  /**
   * Remembers an update that the platform will not send again. False when it is known already: it is being worked on
   * or was, and must not be answered twice.
   */
  receive(updateId: string, payload: string): boolean;
  /** The update needs no more work. Its id is remembered for two days. */
  settle(updateId: string): void;
  /** Updates received and not settled, oldest first: work on them after a restart. */
  unsettled(): readonly { readonly id: string; readonly payload: string }[];
}

/** Where quotes are looked for, and which page of them is wanted. */
export interface FindQuotesOptions {
  /** Beginning of an id. */
  readonly document?: string;
  readonly limit: number;
  readonly offset?: number;
}

/** Everything that an adapter asks for. */
export interface Desk {
  /**
   * Answers within the limits. Questions of one conversation are answered in order, those of different ones side by
   * side. Throws what the assistant throws, and `LookupError` for a document that filters name and nothing has; an
   * aborted question throws its signal's reason.
   */
  ask(question: DeskQuestion, options?: DeskAskOptions): Promise<DeskReply>;
  /** Remembers where an answer stands, so that it can be edited; several posts are possible. */
  posted(answerId: string, post: Post): void;
  /** Undefined where it is unknown, forgotten or too old. */
  answer(answerId: string): Promise<StandingAnswer | undefined>;
  /** The answer that a message shows. */
  answerAt(
    message: Pick<Post, 'platform' | 'chat'> & { readonly message: string },
  ): Promise<StandingAnswer | undefined>;
  isAsker(answerId: string, origin: Origin): boolean;
  /** Makes the asker's private answer one that others see and may follow. False for anybody else's. */
  share(answerId: string, origin: Origin): boolean;
  /** The quotes of an answer, in the order of their numbers; of an abstention the closest passages, numbered from 1. */
  quotesInContext(answerId: string): Promise<readonly QuoteInContext[]>;
  feedback(answerId: string, origin: Origin, verdict: 'helpful' | 'not-helpful'): void;

  /** An answer as blocks, with notices of what became of it since: retracted, corrected, sources changed. */
  render(answer: StandingAnswer, options?: { readonly locale?: string }): readonly Block[];
  /** What is verified so far, as blocks, while the rest is being written. */
  renderPartial(
    partial: Parameters<NonNullable<AskOptions['onStatement']>>[0],
    locale: string,
  ): readonly Block[];

  /** Documents whose id or title has these words or beginnings, best first; the newest ones without words. */
  suggestDocuments(words: string, limit: number, offset?: number): Promise<readonly DocumentFacts[]>;
  /** The sentences of a passage, by ordinal from 0, or the beginning of the document. Throws `LookupError`. */
  showQuote(documentId: string, passage?: number): Promise<readonly FoundPlace[]>;
  /** Sentences that fit the words, best first, each of them a verified quote. */
  findQuotes(words: string, options: FindQuotesOptions): Promise<readonly FoundPlace[]>;
  /** Whether words stand in the corpus: exactly, nearly, in somebody else's mouth, or not at all. */
  check(text: string): Promise<WordingCheck>;

  readonly corpus: DeskCorpus;
  readonly settings: DeskSettings;
  /** Takes an answer back: its posts are edited. Throws `LookupError`. */
  retract(answerId: string, by: Origin): Promise<StandingAnswer>;
  /** Puts words of the corpus in its place. Throws `LookupError` where they do not stand there. */
  correct(answerId: string, words: string, by: Origin): Promise<StandingAnswer>;
  /** One line for the audit: who (hashed), where, what, when. */
  audit(by: Origin, action: string, detail?: string): void;

  /** Deletes everything that is kept of a person: conversations, questions, feedback. Posts stay, unlinked from them. */
  forget(origin: Origin): {
    readonly conversations: number;
    readonly answers: number;
    readonly feedback: number;
  };
  /** Everything that is kept of a person, as JSON that a person can read. */
  dataOf(origin: Origin): string;
  localeOf(origin: Origin): string | undefined;
  setLocale(origin: Origin, locale: string | undefined): void;
  /** Moves everything of one chat to another id (a Telegram group that became a supergroup). */
  moveChat(platform: string, from: string, to: string): void;

  memory(platform: string): PlatformMemory;
  /**
   * Hands the platform every post of its own that must be edited, now and until the signal: after a retraction, a
   * correction, a change to the corpus by anybody, and what was left over from the last run. Resolves when aborted.
   */
  serveEdits(
    platform: string,
    edit: (edit: PostEdit) => Promise<EditOutcome>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Waits until questions at work are answered, at most so many milliseconds; new ones are refused as `stopping`. */
  drain(timeLimitMs: number): Promise<void>;
}
