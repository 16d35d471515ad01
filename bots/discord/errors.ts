import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { cleanText, FootnoteError } from '../../src/index.ts';

const codes = RESTJSONErrorCodes;

/** Of an interaction whose 3 seconds to answer, or 15 minutes of its token, are over. */
const EXPIRED: ReadonlySet<unknown> = new Set([
  codes.UnknownInteraction,
  codes.UnknownWebhook,
  codes.InvalidWebhookToken,
]);
/** Of a message that is no more, or that the bot can no longer reach. */
const GONE: ReadonlySet<unknown> = new Set([
  codes.UnknownMessage,
  codes.UnknownChannel,
  codes.UnknownGuild,
  codes.MissingAccess,
  codes.MissingPermissions,
]);

export const WRITE_REMEDY =
  'the bot lacks a permission: give it "Send Messages", "Send Messages in Threads", "Read Message History" and "View Channel" there';

/** Cause and remedy by https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const REMEDIES: ReadonlyMap<unknown, string> = new Map([
  [codes.MissingAccess, 'the bot cannot see the channel: give it "View Channel" there'],
  [codes.MissingPermissions, `${WRITE_REMEDY}, and "Create Public Threads" for DISCORD_THREADS`],
  [
    codes.UnknownChannel,
    'the channel is no more, or the bot is not in it: nothing to do, or invite the bot again',
  ],
  [codes.UnknownMessage, 'the message was deleted meanwhile: nothing to do'],
  [codes.UnknownInteraction, "the answer came after Discord's 3 s: look for what keeps this machine busy"],
  [codes.UnknownGuild, 'the bot is not in the server: invite it with the link of `footnote discord invite`'],
  [codes.CannotSendMessagesToThisUser, 'the person takes no direct messages: nothing to do'],
]);

export function isExpired(error: unknown): boolean {
  return error instanceof DiscordAPIError && EXPIRED.has(error.code);
}

export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

export function isUnknownMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === codes.UnknownMessage;
}

export function isArchivedThread(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === codes.InvalidActionOnArchivedThread;
}

/** The token is wrong or was revoked: every further request would count towards a ban. */
export function isUnauthorized(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return error instanceof DiscordAPIError && error.status === 401 && !EXPIRED.has(error.code);
}

/** Discord or the network is down: the same may work later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  if (error instanceof DiscordAPIError) return error.status >= 500 || error.status === 429;
  return error instanceof Error && !(error instanceof DiscordjsError) && isNetworkError(error);
}

/** Cause and remedy in one line, for the operator. Never holds a token or what somebody wrote. */
export function describeError(error: unknown): string {
  if (isUnauthorized(error)) return TOKEN_REMEDY;
  if (error instanceof DiscordAPIError) {
    const remedy = REMEDIES.get(error.code) ?? REMEDIES.get(error.status);
    const cause = `${error.method} ${withoutTokens(error.url)}: ${error.status}, code ${error.code}`;
    return `${remedy ?? cleanText(error.message)} (${cause})`;
  }
  if (error instanceof HTTPError) return `Discord answers ${error.status}: it is down, wait`;
  if (error instanceof FootnoteError) return error.message;
  return error instanceof Error ? `${error.name}: ${cleanText(error.message)}` : String(error);
}

export const TOKEN_REMEDY =
  'the token is wrong or was reset: copy the one of Bot > Token in the Developer Portal to DISCORD_TOKEN';
export const INTENTS_REMEDY =
  'Discord refuses the intents, though the bot asks for none that is privileged: see that DISCORD_API_URL speaks API v10';

/** Paths of interactions hold their tokens. */
function withoutTokens(url: string): string {
  const path = URL.parse(url)?.pathname ?? '';
  return path.replace(/\/(interactions|webhooks)\/(\d+)\/[^/]+/u, '/$1/$2/...');
}

function isNetworkError(error: Error): boolean {
  return [error.name, codeOf(error), codeOf(error.cause)].some((name) => NETWORK_ERRORS.test(name));
}

/** ECONNREFUSED, EAI_AGAIN, UND_ERR_CONNECT_TIMEOUT and their kin. */
const NETWORK_ERRORS = /^(E[A-Z_]{4,}|UND_ERR_\w+|AbortError|TimeoutError)$/u;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
