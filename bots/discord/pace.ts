/** Shows values one after the other, never two at once; of those that come too fast, the newest. */
export interface Pacer<Value> {
  offer(value: Value): void;
  /** Drops what has not been shown, and resolves when nothing is being shown. */
  stop(): Promise<void>;
}

/**
 * Waits `intervalMs` before the first value and between two: what is complete within that time is shown once, and a
 * channel's rate limit (5 in 5 s) is never reached by edits. `show` must not reject.
 */
export function createPacer<Value>(intervalMs: number, show: (value: Value) => Promise<void>): Pacer<Value> {
  let newest: { readonly value: Value } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let shown = performance.now();
  let showing = Promise.resolve();
  let isStopped = false;

  const schedule = (): void => {
    if (isStopped || timer) return;
    const dueMs = shown + intervalMs - performance.now();
    timer = setTimeout(next, Math.max(0, dueMs));
  };
  const next = (): void => {
    const value = newest;
    newest = undefined;
    if (!value) return;
    showing = show(value.value).finally(() => {
      shown = performance.now();
      timer = undefined;
      if (newest) schedule();
    });
  };
  return {
    offer(value) {
      newest = { value };
      schedule();
    },
    async stop() {
      isStopped = true;
      newest = undefined;
      clearTimeout(timer);
      await showing;
    },
  };
}
