import type { Failure } from './failure.ts';

/** Failures that wait for their calls. */
export class Faults {
  readonly #planned: { readonly method: string; readonly failure: Failure; left: number }[] = [];

  plan(method: string, failure: Failure, times: number): void {
    this.#planned.push({ method: method.toLowerCase(), failure, left: times });
  }

  /** The failure that is meant for this call, if one is. */
  take(method: string): Failure | undefined {
    const name = method.toLowerCase();
    const next = this.#planned.find(
      (planned) =>
        planned.left > 0 && (planned.method === name || (planned.method === '*' && name !== 'getupdates')),
    );
    if (next) next.left -= 1;
    return next?.failure;
  }
}
