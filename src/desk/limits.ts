/** What a desk takes on at once, and what a space is given that has set nothing. */
import type { SpaceSettings } from './types.ts';

/** What bounds a desk. */
export interface DeskLimits {
  /** Questions worked on at once. Without a model one keeps a processor busy; with one most of it is waiting. */
  readonly questionsAtOnce: number;
  /** Questions waiting at most; beyond it the desk is busy. */
  readonly queueLength: number;
  /** Longest wait, in seconds, that a question is taken for. */
  readonly longestWaitSeconds: number;
  /** Turns of a conversation that a question is understood from. */
  readonly turns: number;
  /** Milliseconds between looks for changes by other processes, and for edits that wait. */
  readonly pollMs: number;
  /** Milliseconds before a failed edit is tried again; doubled with each failure. */
  readonly retryMs: number;
  readonly defaults: SpaceSettings;
}

/** For a machine of two cores and a model that takes some seconds. */
export const DESK_LIMITS: DeskLimits = {
  questionsAtOnce: 8,
  queueLength: 500,
  longestWaitSeconds: 300,
  turns: 6,
  pollMs: 5_000,
  retryMs: 5_000,
  defaults: { paused: false, personCooldownSeconds: 0, chatCooldownSeconds: 0, questionsPerDay: 200 },
};

/** What a desk is made of beside its parts; a test turns the clock and shrinks the limits. */
export interface DeskOptions {
  /** Milliseconds since 1970; the system's clock when absent. */
  readonly clock?: () => number;
  /** Gets lines for the operator; silent when absent. */
  readonly note?: (line: string) => void;
  readonly limits?: Partial<DeskLimits>;
}
