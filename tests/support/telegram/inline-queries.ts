import { randomUUID } from 'node:crypto';
import { badRequest } from './api-error.ts';
import type { InlineAnswer } from './fake-telegram.ts';

interface Open {
  readonly userId: number;
  readonly query: string;
  readonly offset: string;
  resolve(answer: InlineAnswer): void;
}

/** Inline queries that wait for an answer, and the answers that the server keeps for a while. */
export class InlineQueries {
  readonly #open = new Map<string, Open>();
  readonly #cache = new Map<string, { readonly answer: InlineAnswer; readonly until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** An earlier answer that may be given again. */
  cached({ userId, query, offset }: Pick<Open, 'userId' | 'query' | 'offset'>): InlineAnswer | undefined {
    for (const owner of ['' as const, userId]) {
      const kept = this.#cache.get(keyOf(query, offset, owner));
      if (kept && kept.until > this.#now()) return { ...kept.answer, cached: true };
    }
    return undefined;
  }

  open(asked: Pick<Open, 'userId' | 'query' | 'offset'>, patienceMs: number) {
    const id = randomUUID();
    const answer = new Promise<InlineAnswer>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the inline query “${asked.query}” was not answered within ${patienceMs} ms`)),
        patienceMs,
      );
      this.#open.set(id, {
        ...asked,
        resolve: (given) => {
          clearTimeout(timer);
          resolve(given);
        },
      });
    });
    // Tests that look at the server only may leave the answer alone.
    answer.catch(() => {});
    return { id, answer };
  }

  answer(id: string, given: Omit<InlineAnswer, 'query' | 'cached'>): void {
    const open = this.#open.get(id);
    if (!open) throw badRequest('query is too old and response timeout expired or query ID is invalid');
    this.#open.delete(id);
    const answer: InlineAnswer = { ...given, query: open.query, cached: false };
    if (given.cacheTime > 0) {
      const key = keyOf(open.query, open.offset, given.isPersonal ? open.userId : '');
      this.#cache.set(key, { answer, until: this.#now() + given.cacheTime * 1000 });
    }
    open.resolve(answer);
  }
}

function keyOf(query: string, offset: string, owner: number | ''): string {
  return JSON.stringify([query, offset, owner]);
}
