import type { Found } from './fake-telegram.ts';
import type { World } from './world.ts';

interface Waiting {
  readonly timeoutMs?: number;
  /** What is to be seen, for the error. */
  readonly describe: () => readonly string[];
}

/** Looks whenever the world changed, until `check` finds something. */
export function waitUntil<T>(
  world: World,
  check: () => T,
  { timeoutMs = 5_000, describe }: Waiting,
): Promise<Found<T>> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      world.watchers.delete(look);
      finish();
    };
    const look = () => {
      try {
        const found = check();
        if (isFound(found)) settle(() => resolve(found));
      } catch (error) {
        settle(() => reject(error));
      }
    };
    const timer = setTimeout(
      () =>
        settle(() =>
          reject(new Error([`nothing came within ${timeoutMs} ms of waiting:`, ...describe()].join('\n'))),
        ),
      timeoutMs,
    );
    world.watchers.add(look);
    look();
  });
}

function isFound<T>(value: T): value is Found<T> {
  return Boolean(value);
}
