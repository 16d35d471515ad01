import type { Command } from 'commander';
import type { WebOptions } from '../../bots/web/start-web.ts';
import type { Config } from '../config.ts';
import { EXIT } from './exit-codes.ts';
import { addDataOption, type DataOptions, readCommandConfig } from './options.ts';
import { printTalk } from './output.ts';
import { listenForStop } from './stop-signal.ts';

const EXAMPLES = `
Examples:
  footnote start
  printf 'Who met in Cairo?\\n' | footnote start
  WEB_PORT= footnote start

Answers on a web page of this machine (WEB_HOST, WEB_PORT) and in the terminal, and on Discord and Telegram where
DISCORD_TOKEN and TELEGRAM_TOKEN are set. Questions on standard input are answered line by line, until it ends.`;

export function addStartCommand(program: Command): void {
  const command = program
    .command('start')
    .description('index the seed articles if need be, then answer in the terminal and on a web page')
    .addHelpText('after', EXAMPLES);
  addDataOption(command).action(async (options: DataOptions) => {
    const config = readCommandConfig(options);
    const { refreshSeeds } = await import('./refresh-seeds.ts');
    if (await refreshSeeds(config)) await answerUntilStopped(config);
    else process.exitCode = EXIT.failure;
  });
}

export function addChatCommand(program: Command): void {
  const command = program.command('chat').description('ask question after question in the terminal');
  addDataOption(command).action(async (options: DataOptions) => {
    const { web: _web, telegram: _telegram, discord: _discord, ...config } = readCommandConfig(options);
    await answerUntilStopped(config);
  });
}

async function answerUntilStopped(config: Config): Promise<void> {
  const { openDesk, openParts } = await import('../compose.ts');
  const { runBots } = await import('../../bots/main.ts');
  const { createBotParts, describeChat, describePlatforms } = await import('./bot-parts.ts');
  const needsDesk = config.telegram !== undefined || config.discord !== undefined;
  await using parts = await (needsDesk ? openDesk : openParts)(config, { note: printTalk });
  using stop = listenForStop(printTalk, 'stopping');
  const chat = describeChat(config);
  const { failures } = await runBots(createBotParts(parts, config), {
    ...(config.web && { web: describeWeb(config.web, config) }),
    ...describePlatforms(config, printTalk),
    ...(chat && { chat }),
    say: printTalk,
    signal: stop.signal,
  });
  process.exitCode = failures > 0 ? EXIT.failure : EXIT.answered;
}

/** Milliseconds that finding and checking may take beside the model. */
const OWN_TIME_LIMIT_MS = 20_000;

function describeWeb(web: NonNullable<Config['web']>, { readerUrl, model }: Config): WebOptions {
  const askTimeLimitMs = OWN_TIME_LIMIT_MS + (model?.timeLimitMs ?? 0);
  return { ...web, publicUrl: readerUrl, log: printTalk, askTimeLimitMs };
}
