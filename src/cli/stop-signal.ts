/** What a shell reports for a program that Ctrl-C ended: 128 + SIGINT. */
export const INTERRUPTED = 130;

export interface StopSignal extends Disposable {
  readonly signal: AbortSignal;
}

/** Aborts at the first SIGINT or SIGTERM, saying `farewell`; a second one leaves at once. */
export function listenForStop(say: (line: string) => void, farewell: string): StopSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
    say(farewell);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
