import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import { ConfigError } from '../../src/index.ts';
import { describeError, INTENTS_REMEDY, isTransient, isUnauthorized, TOKEN_REMEDY } from './errors.ts';

export interface ConnectOptions {
  /** A fresh client with its handlers: one that failed cannot be used again. */
  readonly create: () => Client;
  readonly token: string;
  /** Milliseconds before the second attempt; doubled with each. */
  readonly retryDelayMs: number;
  readonly log: (line: string) => void;
  /** Ends the attempts. */
  readonly signal: AbortSignal;
  readonly onReady: (client: Client<true>) => Promise<void>;
}

const LONGEST_RETRY_DELAY_MS = 5 * 60_000;

/**
 * Resolves when the client is ready, or when Discord cannot be reached at the moment: then it is tried again in the
 * background. Rejects with `ConfigError` where no further attempt can work.
 */
export async function connect(options: ConnectOptions): Promise<void> {
  if (await attempt(options)) return;
  void retry(options).catch((error: unknown) => options.log(`Discord: given up: ${describeError(error)}`));
}

async function retry(options: ConnectOptions): Promise<void> {
  let delayMs = options.retryDelayMs;
  do {
    try {
      await delay(delayMs, undefined, { signal: options.signal, ref: false });
    } catch {
      return;
    }
    delayMs = Math.min(2 * delayMs, LONGEST_RETRY_DELAY_MS);
  } while (!options.signal.aborted && !(await attempt(options)));
}

/** False where it may work later. */
async function attempt({ create, token, log, signal, onReady }: ConnectOptions): Promise<boolean> {
  const client = create();
  try {
    const ready = once(client, Events.ClientReady, { signal });
    // Where logging in fails, nobody waits for this any more.
    ready.catch(() => {});
    await client.login(token);
    await ready;
  } catch (error) {
    await client.destroy();
    if (signal.aborted) return true;
    if (!isTransient(error)) throw refused(error);
    log(`Discord: not reached, tried again soon: ${describeError(error)}`);
    return false;
  }
  if (client.isReady()) await onReady(client);
  return true;
}

/** What the gateway refuses comes as a plain error: https://github.com/discordjs/discord.js, WebSocketShard.onClose */
function refused(error: unknown): ConfigError {
  const message = error instanceof Error ? error.message : '';
  const isToken = isUnauthorized(error) || message === 'Authentication failed';
  if (isToken) return new ConfigError(TOKEN_REMEDY, { cause: error });
  if (/intents/u.test(message)) return new ConfigError(INTENTS_REMEDY, { cause: error });
  return new ConfigError(`Discord cannot be used: ${describeError(error)}`, { cause: error });
}
