import type { FakeDiscord, RecordedRequest } from './fake-discord.ts';
import type { StoredChannel, World } from './world.ts';

/** Changes come in bursts; looking at each would slow down what is looked at. */
const LOOK_INTERVAL_MS = 5;
/** Milliseconds between looks where nothing changes: the predicate may ask for more than Discord knows. */
const IDLE_LOOK_INTERVAL_MS = 50;
/** Characters of the end of what there is instead. */
const DESCRIPTION_LIMIT = 4000;

/** `describe` says what there was instead, where nothing came in `waitMs`. */
export function createUntil(
  world: World,
  { waitMs, describe }: { readonly waitMs: number; readonly describe: () => string },
): FakeDiscord['until'] {
  return <T>(
    predicate: () => T,
    {
      timeoutMs = waitMs,
      what = 'what was waited for',
    }: { readonly timeoutMs?: number; readonly what?: string } = {},
  ) =>
    new Promise<NonNullable<T>>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        clearTimeout(later);
        clearInterval(idle);
        stop();
        finish();
      };
      let lookedAt = Number.NEGATIVE_INFINITY;
      let later: NodeJS.Timeout | undefined;
      const lookSoon = () => {
        const dueMs = lookedAt + LOOK_INTERVAL_MS - performance.now();
        if (dueMs <= 0) look();
        else later ??= setTimeout(look, dueMs);
      };
      const look = () => {
        clearTimeout(later);
        later = undefined;
        lookedAt = performance.now();
        try {
          const value = predicate();
          if (value) settle(() => resolve(value));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const stop = world.onChange(lookSoon);
      const idle = setInterval(lookSoon, IDLE_LOOK_INTERVAL_MS);
      const timer = setTimeout(
        () =>
          settle(() => reject(new Error(`After ${timeoutMs} ms there is still not ${what}.\n${describe()}`))),
        timeoutMs,
      );
      look();
    });
}

/** All channels in which something stands. */
export function describeWorld(world: World, read: (channel: StoredChannel) => string): string {
  return [...world.channels.values()]
    .map((channel) => ({ channel, text: read(channel) }))
    .filter(({ text }) => text !== '')
    .map(({ channel, text }) => `# ${channel.name}\n${text}`)
    .join('\n\n')
    .slice(-DESCRIPTION_LIMIT);
}

/** Resolves when nothing has changed for so long, and no request is running. */
export async function quietFor(
  world: World,
  requests: readonly RecordedRequest[],
  quietMs: number,
): Promise<void> {
  await new Promise<void>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (requests.some(({ status }) => status === 0)) return wait();
        stop();
        resolve();
      }, quietMs);
    };
    const stop = world.onChange(wait);
    wait();
  });
}
