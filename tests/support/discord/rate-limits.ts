import { tooMany } from './faults.ts';
import type { Reply, Route } from './http.ts';

export interface RateLimits {
  /** Counts a request: the headers that its answer carries, and the 429 to answer where the bucket is empty. */
  count(
    route: Route,
    params: Readonly<Record<string, string>>,
  ): { readonly headers: Readonly<Record<string, string>>; readonly refusal: Reply | undefined };
}

/** What makes two uses of a route different buckets. https://discord.com/developers/docs/topics/rate-limits */
const MAJOR = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token'];

/** Fixed windows, one for each route and major parameter. Answers to interactions are not limited. */
export function createRateLimits({
  limit,
  perMs,
}: {
  readonly limit: number;
  readonly perMs: number;
}): RateLimits {
  const windows = new Map<string, { startsAt: number; used: number }>();
  return {
    count: (route, params) => {
      if (route.pattern.endsWith('/callback')) return { headers: {}, refusal: undefined };
      const bucket = `${route.method} ${route.pattern}`;
      const key = [bucket, ...MAJOR.map((name) => params[name] ?? '')].join(' ');
      const now = performance.now();
      const known = windows.get(key);
      const window = known && now - known.startsAt < perMs ? known : { startsAt: now, used: 0 };
      windows.set(key, window);
      const resetMs = Math.ceil(window.startsAt + perMs - now);
      const isOver = window.used >= limit;
      if (!isOver) window.used += 1;
      const headers = {
        'x-ratelimit-bucket': Buffer.from(bucket).toString('hex').slice(0, 32),
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(limit - window.used),
        'x-ratelimit-reset': String((Date.now() + resetMs) / 1000),
        'x-ratelimit-reset-after': String(resetMs / 1000),
      };
      return { headers, refusal: isOver ? tooMany(resetMs, 'user') : undefined };
    },
  };
}
