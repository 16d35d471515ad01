/** The interactions that Discord still waits for: it gives each of them 3 s to be acknowledged. */
export interface Acknowledgements {
  /** Counts an acknowledgement until it has come through. */
  track<Result>(acknowledging: Promise<Result>): Promise<Result>;
  /** Resolves when those that are on their way have come through, however they ended. */
  settled(): Promise<void>;
}

/**
 * Answering keeps the processor busy for tens of milliseconds at a time. Where many ask at once, the acknowledgements of
 * the last would be sent only after the answers to the first: so answering waits for those that are on their way.
 */
export function createAcknowledgements(): Acknowledgements {
  const pending = new Set<Promise<unknown>>();
  return {
    async track(acknowledging) {
      pending.add(acknowledging);
      try {
        return await acknowledging;
      } finally {
        pending.delete(acknowledging);
      }
    },
    async settled() {
      await Promise.allSettled(pending);
    },
  };
}
