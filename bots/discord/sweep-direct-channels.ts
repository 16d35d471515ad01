import type { Client } from 'discord.js';

/** Milliseconds. */
const INTERVAL_MS = 60 * 60_000;

/** Forgets channels of direct messages, one for everybody who ever wrote: discord.js bounds that cache by nothing. */
export function sweepDirectChannels(client: Client, signal: AbortSignal): void {
  const sweep = () => client.channels.cache.sweep((channel) => channel.isDMBased());
  const timer = setInterval(sweep, INTERVAL_MS).unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
