/** What a shell reports for a program that Ctrl-C ended: 128 + SIGINT. */
export const INTERRUPTED = 130;

/** One Ctrl-C may arrive twice: from the terminal, and handed on by npm or the launcher, which got it too. */
const SAME_KEYSTROKE_MS = 300;

export interface StopSignal extends Disposable {
  readonly signal: AbortSignal;
}

/** Aborts at the first SIGINT or SIGTERM, saying `farewell`; a second one leaves at once. */
export function listenForStop(say: (line: string) => void, farewell: string): StopSignal {
  const controller = new AbortController();
  let firstMs = 0;
  const stop = (): void => {
    if (controller.signal.aborted) {
      if (performance.now() - firstMs > SAME_KEYSTROKE_MS) process.exit(INTERRUPTED);
      return;
    }
    firstMs = performance.now();
    controller.abort();
    say(farewell);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      // A program on its way out has no handlers: it stays until the same keystroke, arriving again, can no longer kill it.
      const leftMs = SAME_KEYSTROKE_MS - (performance.now() - firstMs);
      if (controller.signal.aborted) return void setTimeout(() => {}, Math.max(0, leftMs));
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
