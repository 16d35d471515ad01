import { type Client, Events } from 'discord.js';
import type { Desk } from '../../src/index.ts';
import { createAcknowledgements } from './acknowledgements.ts';
import { type Bot, type DiscordOptions, PLATFORM } from './bot.ts';
import { type Boundary, createBoundary } from './boundary.ts';
import { createClient } from './client.ts';
import { connect } from './connect.ts';
import { dispatch } from './dispatch.ts';
import { describeError, TOKEN_REMEDY } from './errors.ts';
import { createLifecycle, type Lifecycle } from './lifecycle.ts';
import { createLogOnce } from './log-once.ts';
import { onMessage } from './on-message.ts';
import { type Owners, readOwners } from './owners.ts';
import { registerChanged } from './register/register-commands.ts';
import { serveEdits } from './serve-edits.ts';
import { createShelf } from './shelf.ts';
import { sweepDirectChannels } from './sweep-direct-channels.ts';
import { watchConnection } from './watch-connection.ts';

export type { DiscordOptions } from './bot.ts';

export interface Discord {
  /** Takes no more questions, gives those at work some time to end, and leaves. */
  close(): Promise<void>;
}

/** Milliseconds that questions at work have when the bot is closed. */
const DRAIN_TIME_LIMIT_MS = 10_000;
const RETRY_DELAY_MS = 5_000;

/**
 * Answers on Discord until it is closed. Rejects with `ConfigError` where no attempt can work (a wrong token); where
 * Discord cannot be reached it says so, and goes on trying.
 */
export async function startDiscord(
  { desk }: { readonly desk: Desk },
  options: DiscordOptions,
): Promise<Discord> {
  const { log, token, drainTimeLimitMs = DRAIN_TIME_LIMIT_MS, retryDelayMs = RETRY_DELAY_MS } = options;
  let current: Client | undefined;
  const boundary = createBoundary({
    log,
    onUnauthorized() {
      if (!lifecycle.isClosing()) log(`Discord: stopped: ${TOKEN_REMEDY}`);
      lifecycle.stopNow();
    },
  });
  const lifecycle: Lifecycle = createLifecycle({
    drainTimeLimitMs,
    idle: () => boundary.idle(),
    disconnect: async () => current?.destroy(),
  });
  const owners: { known?: Owners } = {};
  const common: Omit<Bot, 'client'> = {
    desk,
    options,
    shelf: createShelf(),
    logOnce: createLogOnce(log),
    acknowledgements: createAcknowledgements(),
    givingUp: lifecycle.givingUp,
    isClosing: () => lifecycle.isClosing(),
    isClosedCircle: () => owners.known?.isClosedCircle ?? false,
    isOwner: (userId) => owners.known?.ids.has(userId) ?? false,
  };
  await connect({
    token,
    log,
    retryDelayMs,
    signal: lifecycle.leaving,
    create() {
      const client = createClient(options);
      listen({ ...common, client }, boundary, lifecycle);
      current = client;
      return client;
    },
    async onReady(client) {
      log(`Discord: answers as ${client.user.tag}; servers: ${client.guilds.cache.size}`);
      try {
        owners.known = await readOwners(client, log);
        await registerAtStart(client, desk, log);
      } catch (error) {
        log(`Discord: the commands could not be registered: ${describeError(error)}`);
      }
    },
  });
  return { close: () => lifecycle.close() };
}

function listen(bot: Bot, boundary: Boundary, { leaving, stopNow }: Lifecycle): void {
  const { client, options } = bot;
  watchConnection(client, { log: options.log, onRefused: stopNow });
  client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction, bot, boundary));
  client.on(Events.MessageCreate, (message) => void onMessage(message, bot, boundary));
  client.once(Events.ClientReady, () => {
    sweepDirectChannels(client, leaving);
    void serveEdits(bot, leaving);
  });
}

async function registerAtStart(
  { application }: Client<true>,
  desk: Desk,
  log: DiscordOptions['log'],
): Promise<void> {
  const isNew = await registerChanged((body) => application.commands.set(body), {
    memory: desk.memory(PLATFORM),
    applicationId: application.id,
  });
  if (isNew) log('Discord: the commands were registered');
}
