import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Desk } from '../../src/index.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { type Bot, type DiscordOptions, PLATFORM } from './bot.ts';
import { createBoundary } from './boundary.ts';
import { createClient } from './client.ts';
import { connect } from './connect.ts';
import { dispatch } from './dispatch.ts';
import { describeError, TOKEN_REMEDY } from './errors.ts';
import { createLogOnce } from './log-once.ts';
import { onMessage } from './on-message.ts';
import { type Owners, readOwners } from './owners.ts';
import { registerChanged } from './register/register-commands.ts';
import { serveEdits } from './serve-edits.ts';
import { createShelf } from './shelf.ts';
import { watchConnection } from './watch-connection.ts';

export type { DiscordOptions } from './bot.ts';

export interface Discord {
  /** Takes no more questions, gives those at work some time to end, and leaves. */
  close(): Promise<void>;
}

/** Milliseconds that questions at work have when the bot is closed, and then to say that they are given up. */
const DRAIN_TIME_LIMIT_MS = 10_000;
const FAREWELL_TIME_LIMIT_MS = 2_000;
const RETRY_DELAY_MS = 5_000;

/**
 * Answers on Discord until it is closed. Rejects with `ConfigError` where no attempt can work (a wrong token); where
 * Discord cannot be reached it says so, and goes on trying.
 */
export async function startDiscord(
  { desk }: { readonly desk: Desk },
  options: DiscordOptions,
): Promise<Discord> {
  const { log, token } = options;
  const givingUp = new AbortController();
  const leaving = new AbortController();
  const shelf = createShelf();
  const logOnce = createLogOnce(log);
  const acknowledgements = createAcknowledgements();
  let owners: Owners | undefined;
  let current: Client | undefined;
  let closing: Promise<void> | undefined;

  const boundary = createBoundary({
    log,
    onUnauthorized() {
      if (!closing) log(`discord: stopped: ${TOKEN_REMEDY}`);
      stopNow();
    },
  });
  const stopNow = (): void => {
    givingUp.abort();
    void close();
  };
  const close = (): Promise<void> => {
    closing ??= leave();
    return closing;
  };
  const leave = async (): Promise<void> => {
    await within(options.drainTimeLimitMs ?? DRAIN_TIME_LIMIT_MS, boundary.idle());
    givingUp.abort();
    await within(FAREWELL_TIME_LIMIT_MS, boundary.idle());
    leaving.abort();
    // discord.js never ends a connection that has identified and is not ready yet.
    if (current) await within(FAREWELL_TIME_LIMIT_MS, current.destroy());
  };

  const create = (): Client => {
    const client = createClient(options);
    const bot: Bot = {
      desk,
      client,
      options,
      shelf,
      logOnce,
      acknowledgements,
      givingUp: givingUp.signal,
      isClosing: () => closing !== undefined,
      isClosedCircle: () => owners?.isClosedCircle ?? false,
      isOwner: (userId) => owners?.ids.has(userId) ?? false,
    };
    watchConnection(client, { log, onRefused: stopNow });
    client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction, bot, boundary));
    client.on(Events.MessageCreate, (message) => void onMessage(message, bot, boundary));
    client.once(Events.ClientReady, () => void serveEdits(bot, leaving.signal));
    current = client;
    return client;
  };
  await connect({
    create,
    token,
    log,
    retryDelayMs: options.retryDelayMs ?? RETRY_DELAY_MS,
    signal: leaving.signal,
    async onReady(client) {
      log(`discord: answers as ${client.user.tag}; servers: ${client.guilds.cache.size}`);
      try {
        owners = await readOwners(client, log);
        const isNew = await registerChanged((body) => client.application.commands.set(body), {
          memory: desk.memory(PLATFORM),
          applicationId: client.application.id,
        });
        if (isNew) log('discord: the commands were registered');
      } catch (error) {
        log(`discord: the commands could not be registered: ${describeError(error)}`);
      }
    },
  });
  return { close };
}

async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  await Promise.race([work, delay(limitMs, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
}
