import { DiscordError } from './discord-error.ts';
import type { Failure } from './fake-discord.ts';
import type { Reply } from './http.ts';

/** What a test makes go wrong, by route: `POST /channels/*\/messages`, where `*` is one segment. */
export interface Faults {
  /** Resolves to what to answer instead, once nothing holds the request. */
  meet(method: string, path: string): Promise<Fault | undefined>;
  fail(route: string, failure: Failure): void;
  limit(
    route: string,
    options: { readonly retryAfterMs: number; readonly global?: boolean; readonly times?: number },
  ): void;
  hold(route: string): () => void;
  releaseAll(): void;
}

export interface Fault {
  readonly reply: Reply;
  /** The request has its effect all the same. */
  readonly isDone: boolean;
}

interface Planned extends Fault {
  readonly route: string;
  times: number;
}

export function createFaults(): Faults {
  const planned: Planned[] = [];
  const holds = new Set<{ readonly route: string; readonly released: Promise<void>; release(): void }>();
  return {
    meet: async (method, path) => {
      await Promise.all(
        [...holds].filter(({ route }) => fits(route, method, path)).map(({ released }) => released),
      );
      const fault = planned.find(({ route, times }) => times > 0 && fits(route, method, path));
      if (!fault) return undefined;
      fault.times -= 1;
      return fault;
    },
    fail: (
      route,
      { status, code = 0, message = `${status}: failure on demand`, times = 1, isDone = false },
    ) => {
      const body = status >= 500 ? undefined : new DiscordError(status, code, message).toJSON();
      planned.push({ route, times, isDone, reply: { status, body } });
    },
    limit: (route, { retryAfterMs, global = false, times = 1 }) => {
      planned.push({ route, times, isDone: false, reply: tooMany(retryAfterMs, global ? 'global' : 'user') });
    },
    hold: (route) => {
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      const entry = { route, released, release };
      holds.add(entry);
      return () => {
        holds.delete(entry);
        release();
      };
    },
    releaseAll: () => {
      for (const { release } of holds) release();
      holds.clear();
    },
  };
}

/** https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit */
export function tooMany(retryAfterMs: number, scope: 'user' | 'global' | 'shared'): Reply {
  const seconds = retryAfterMs / 1000;
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-scope': scope,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
    },
  };
}

/** Whether a request is of a route: `*` and `{names}` are one segment each. */
export function fits(route: string, method: string, path: string): boolean {
  const [wantedMethod = '', wantedPath = ''] = route.split(' ');
  const wanted = wantedPath.split('/');
  const segments = path.split('/');
  return (
    (wantedMethod === '*' || wantedMethod === method) &&
    wanted.length === segments.length &&
    wanted.every((part, index) => part === '*' || part.startsWith('{') || part === segments[index])
  );
}
