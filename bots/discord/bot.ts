import type { Client } from 'discord.js';
import type { Desk } from '../../src/index.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { Shelf } from './shelf.ts';

/** This platform's name in the desk. */
export const PLATFORM = 'discord';

export interface DiscordOptions {
  readonly token: string;
  /** Of a Discord-compatible server, with `/api` and without the version. */
  readonly apiUrl: string;
  /** Answer a question in a channel in a thread of its own. */
  readonly threads: boolean;
  /** BCP 47 language of the bot's own words where nobody has chosen one. */
  readonly locale: string;
  /** Days for which questions and answers are kept, as `/help` says. */
  readonly ledgerDays: number;
  /** Told of failures and of what an operator should know, one line each. */
  readonly log: (line: string) => void;
  /** Least milliseconds between two edits of an answer that is being written. */
  readonly editIntervalMs?: number;
  /** Milliseconds that questions at work have when the bot is closed. */
  readonly drainTimeLimitMs?: number;
  /** Milliseconds before the first new attempt to reach Discord, or to show an answer; doubled with each. */
  readonly retryDelayMs?: number;
}

/** What every handler works with. */
export interface Bot {
  readonly desk: Desk;
  readonly client: Client;
  readonly options: DiscordOptions;
  /** What short-lived buttons refer to. */
  readonly shelf: Shelf;
  /** What has to come through before questions are worked on. */
  readonly acknowledgements: Acknowledgements;
  /** Logs a line at most once an hour. */
  readonly logOnce: (line: string) => void;
  /** Aborts when questions at work have to be given up. */
  readonly givingUp: AbortSignal;
  /** Whether the bot is being closed, and takes no more questions. */
  isClosing(): boolean;
  /** Whether only its owner can install the application, so that whoever moderates a server was let in. */
  isClosedCircle(): boolean;
  /** Whether the person owns the application, alone or in its team. */
  isOwner(userId: string): boolean;
}
