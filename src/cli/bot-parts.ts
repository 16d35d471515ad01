import type { BotOptions, BotParts } from '../../bots/main.ts';
import type { ChatOptions } from '../../bots/terminal/chat.ts';
import type { Parts } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Desk } from '../desk/types.ts';
import { findPlaces } from '../look-up.ts';
import { hasInput, outputAbilities } from './terminal.ts';

/** What bots may do with the open parts. */
export function createBotParts(
  { assistant, index, desk }: Parts & { readonly desk?: Desk },
  { readerUrl }: Config,
): BotParts {
  return {
    ...(desk && { desk }),
    ask: (question, options) => assistant.ask(question, options),
    documents: () => index.documents(),
    document: (id) => index.document(id),
    quote: (id, query) => findPlaces(id, { index, readerUrl, query }),
  };
}

/** The chat platforms that are set up. Says what an operator should know before strangers come. */
export function describePlatforms(
  config: Config,
  log: (line: string) => void,
): Pick<BotOptions, 'discord' | 'telegram'> {
  const { discord, telegram, locale, ledgerDays, readerUrl } = config;
  if ((discord || telegram) && isThisMachine(readerUrl)) {
    log(
      `Documents without an address are linked to ${readerUrl}, which opens on this machine only: set READER_URL`,
    );
  }
  if (telegram?.moderators.length === 0) {
    log(
      'TELEGRAM_MODERATORS is empty: administrators of any group that the bot is added to may change the documents',
    );
  }
  const common = { locale, ledgerDays, log };
  return {
    ...(discord && { discord: { ...discord, ...common } }),
    ...(telegram && { telegram: { ...telegram, ...common } }),
  };
}

/** A chat on this process's own streams, where questions may come from standard input. */
export function describeChat({ locale }: Config): ChatOptions | undefined {
  if (!hasInput()) return undefined;
  return {
    input: process.stdin,
    output: process.stdout,
    talk: process.stderr,
    isInteractive: process.stdin.isTTY && process.stdout.isTTY,
    ...outputAbilities(),
    locale,
  };
}

function isThisMachine(url: string): boolean {
  return /^(localhost|127\..*|\[::1\])$/u.test(new URL(url).hostname);
}
