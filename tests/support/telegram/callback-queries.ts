import { randomUUID } from 'node:crypto';
import { badRequest } from './api-error.ts';
import type { FakePress } from './fake-telegram.ts';

type Answer = Awaited<FakePress['answer']>;

interface Open {
  readonly askedAt: number;
  resolve(answer: Answer): void;
}

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid';

/** Callback queries that wait for an answer: each is answered once, in time. */
export class CallbackQueries {
  readonly #open = new Map<string, Open>();
  readonly #now: () => number;
  readonly #answerMs: number;

  constructor(now: () => number, answerMs: number) {
    this.#now = now;
    this.#answerMs = answerMs;
  }

  open(patienceMs: number): FakePress {
    const id = randomUUID();
    const answer = new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the press was not answered within ${patienceMs} ms: its button spins on`)),
        patienceMs,
      );
      this.#open.set(id, {
        askedAt: this.#now(),
        resolve: (given) => {
          clearTimeout(timer);
          resolve(given);
        },
      });
    });
    // Tests that look at the chat only may leave the answer alone.
    answer.catch(() => {});
    return { id, answer };
  }

  answer(id: string, answer: Answer): void {
    const open = this.#open.get(id);
    if (!open || this.#now() - open.askedAt > this.#answerMs) throw badRequest(TOO_OLD);
    this.#open.delete(id);
    open.resolve(answer);
  }
}
