import { ConfigError, type Desk } from '../src/index.ts';
import type { DiscordOptions } from './discord/start-discord.ts';
import type { TelegramOptions } from './telegram/start-telegram.ts';
import { type ChatOptions, chat } from './terminal/chat.ts';
import type { ChatParts } from './terminal/respond.ts';
import type { WebParts } from './web/route.ts';
import { startWeb, type Web, type WebOptions } from './web/start-web.ts';

/** What all bots together are made of. */
export interface BotParts extends ChatParts, WebParts {
  /** What chat platforms need. */
  readonly desk?: Desk;
}

export interface BotOptions {
  /** Left out: no web page. */
  readonly web?: WebOptions;
  /** Left out: no Discord bot. */
  readonly discord?: DiscordOptions;
  /** Left out: no Telegram bot. */
  readonly telegram?: TelegramOptions;
  /** Left out: no terminal. When the chat ends, everything stops. */
  readonly chat?: ChatOptions;
  /** Told what is started and what cannot be. */
  readonly say: (line: string) => void;
  /** Stops everything. */
  readonly signal: AbortSignal;
}

interface Stoppable {
  close(): Promise<void>;
}

export interface BotsOutcome {
  /** Questions that failed in the terminal. */
  readonly failures: number;
}

/** Starts whatever is configured, and resolves when it has stopped: at the signal, or when the chat ends. */
export async function runBots(parts: BotParts, options: BotOptions): Promise<BotsOutcome> {
  const web = options.web && (await tryWeb(parts, options.web, options.say));
  const platforms = await startPlatforms(parts, options);
  if (!web && platforms.length === 0 && !options.chat) {
    throw new ConfigError(
      'there is nothing to start: standard input is closed and no web page runs; set WEB_PORT to a free port',
    );
  }
  try {
    const stopped = whenAborted(options.signal);
    if (!options.chat) return await stopped;
    return await Promise.race([chat(parts, options.chat), stopped]);
  } finally {
    await Promise.all([web?.close(), ...platforms.map((platform) => platform.close())]);
    // An open standard input would keep the process alive.
    options.chat?.input.destroy();
  }
}

/** A port that cannot be had costs the page, not the rest. */
async function tryWeb(
  parts: WebParts,
  options: WebOptions,
  say: BotOptions['say'],
): Promise<Web | undefined> {
  try {
    const web = await startWeb(parts, options);
    say(`Web page: ${web.url}`);
    return web;
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? error.code : error;
    say(
      `No web page: port ${options.port} cannot be had (${cause}); set WEB_PORT to another, or to nothing for none`,
    );
    return undefined;
  }
}

/** Each platform's library is loaded only where the platform is set up. */
async function startPlatforms(
  { desk }: BotParts,
  { discord, telegram, say }: BotOptions,
): Promise<readonly Stoppable[]> {
  if (!desk) return [];
  const started = await Promise.all([
    discord &&
      tryPlatform('Discord', say, async () => {
        const { startDiscord } = await import('./discord/start-discord.ts');
        return startDiscord({ desk }, discord);
      }),
    telegram &&
      tryPlatform('Telegram', say, async () => {
        const { startTelegram } = await import('./telegram/start-telegram.ts');
        return startTelegram({ desk }, telegram);
      }),
  ]);
  return started.filter((platform) => platform !== undefined);
}

/** What keeps a platform from starting, a refused token for one, costs that platform and not the rest. */
async function tryPlatform(
  name: string,
  say: BotOptions['say'],
  start: () => Promise<Stoppable>,
): Promise<Stoppable | undefined> {
  try {
    return await start();
  } catch (error) {
    say(`No ${name} bot: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

async function whenAborted(signal: AbortSignal): Promise<BotsOutcome> {
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  return { failures: 0 };
}
