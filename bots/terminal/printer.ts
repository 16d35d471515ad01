import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes text, and resolves when the stream takes more. Does nothing once the stream is closed. */
export type Printer = (text: string) => Promise<void>;

/** `onGone` is called once when the other end stops reading (`| head`). */
export function createPrinter(stream: Writable, onGone: () => void): Printer {
  const gone = new Promise<void>((resolve) => {
    stream.once('error', () => resolve());
    stream.once('close', () => resolve());
  });
  void gone.then(onGone);
  return async (text) => {
    if (!stream.writable || stream.write(text)) return;
    const unused = new AbortController();
    await Promise.race([once(stream, 'drain', { signal: unused.signal }).catch(() => {}), gone]);
    unused.abort();
  };
}
