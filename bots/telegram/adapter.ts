import type { Api } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { CHAT_PHRASES, type Desk, type PlatformMemory, phrasesFor, sayText } from '../../src/index.ts';
import type { Buttons } from './buttons.ts';
import type { Moderators } from './moderators.ts';
import type { Notes } from './notes.ts';
import { type Asker, originOf } from './origin.ts';
import type { QuestionLog } from './question-log.ts';

/** What every part of the adapter works with. */
export interface Adapter {
  readonly desk: Desk;
  readonly memory: PlatformMemory;
  readonly api: Api;
  readonly me: UserFromGetMe;
  readonly buttons: Buttons;
  readonly moderators: Moderators;
  readonly notes: Notes;
  readonly questions: QuestionLog;
  /** Gets files that people upload. */
  readonly download: (path: string) => Promise<Uint8Array>;
  /** BCP 47 language of the bot's words to whom no other is known. */
  readonly locale: string;
  /** Days for which questions are kept. */
  readonly ledgerDays: number;
  readonly pace: Pace;
  /** Gets lines for the operator; the token is taken out of them. */
  readonly log: (line: string) => void;
  /** Aborted when the adapter gives up what is at work. */
  readonly signal: AbortSignal;
}

/** Milliseconds; tests shorten them. */
export interface Pace {
  /** Between two drafts of one answer, and before the first. */
  readonly draftMs: number;
  /** Between two chat actions. */
  readonly actionMs: number;
  /** For one edit of an answer that says something else by now. */
  readonly editMs: number;
  /** Before the first of further attempts at a call that failed, doubled with each. */
  readonly retryMs: number;
}

/** What a person chose, else the language of their client where the bot speaks it, else the bot's. */
export function localeOf(asker: Asker, { desk, locale }: Pick<Adapter, 'desk' | 'locale'>): string {
  const { language } = asker;
  const isSpoken = language !== undefined && CHAT_PHRASES.has(language.toLowerCase().split('-', 1)[0] ?? '');
  return desk.localeOf(originOf(asker)) ?? (isSpoken ? language : locale);
}

/** What a person is told where something failed that is not theirs to mend. */
export function sayFailure(locale: string): string {
  return phrasesFor(locale).failed;
}

export { sayText as say };
