import type { FakeDiscord, RecordedRequest } from './fake-discord.ts';
import type { StoredChannel, World } from './world.ts';

const UNTIL_TIMEOUT_MS = 5000;

/** `describe` says what there was instead, where nothing came. */
export function createUntil(world: World, describe: () => string): FakeDiscord['until'] {
  return <T>(
    predicate: () => T,
    {
      timeoutMs = UNTIL_TIMEOUT_MS,
      what = 'what was waited for',
    }: { readonly timeoutMs?: number; readonly what?: string } = {},
  ) =>
    new Promise<NonNullable<T>>((resolve, reject) => {
      const settle = (finish: () => void) => {
        clearTimeout(timer);
        stop();
        finish();
      };
      const look = () => {
        try {
          const value = predicate();
          if (value) settle(() => resolve(value));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const stop = world.onChange(look);
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
    .join('\n\n');
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
