import { describeError, isExpired, isGone, isUnauthorized } from './errors.ts';
import { isOfTheirs } from './explain.ts';

/** Where everything ends that a handler throws: no rejection leaves it. */
export interface Boundary {
  /** Runs work; where it fails, the operator is told, and who waits for it by `tell`. Never rejects. */
  run(what: string, work: () => Promise<void>, tell: (error: unknown) => Promise<void>): Promise<void>;
  /** Resolves when nothing is running any more. */
  idle(): Promise<void>;
}

export interface BoundaryOptions {
  readonly log: (line: string) => void;
  /** The token is no longer good. */
  readonly onUnauthorized: () => void;
}

export function createBoundary({ log, onUnauthorized }: BoundaryOptions): Boundary {
  const running = new Set<Promise<void>>();
  const report = (what: string, error: unknown): void => {
    if (isUnauthorized(error)) onUnauthorized();
    else log(`Discord: ${what} failed: ${describeError(error)}`);
  };
  const guard: Boundary['run'] = async (what, work, tell) => {
    try {
      await work();
    } catch (error) {
      if (!isOfTheirs(error)) report(what, error);
      if (isUnauthorized(error)) return;
      try {
        await tell(error);
      } catch (second) {
        // Nobody can be told where the interaction is over or the channel is closed.
        if (!isExpired(second) && !isGone(second)) report(`${what}: saying that it failed`, second);
      }
    }
  };
  return {
    async run(what, work, tell) {
      const done = guard(what, work, tell);
      running.add(done);
      await done;
      running.delete(done);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
