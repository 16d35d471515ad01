import { ApiError, badRequest } from '../api-error.ts';
import { type Parameters, readFlag, readInteger, readList, readText } from '../parameters.ts';
import type { Method } from '../server.ts';

/** https://core.telegram.org/bots/api#getupdates */
const MOST_UPDATES = 100;
const LONGEST_POLL_SECONDS = 50;
/** https://core.telegram.org/bots/api#setwebhook */
const DEFAULT_CONNECTIONS = 40;
const SECRET = /^[A-Za-z0-9_-]{1,256}$/u;

export const getUpdates: Method = async ({ updates, webhook }, { parameters, signal }) => {
  if (webhook.current)
    throw new ApiError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  updates.allow(readAllowed(parameters));
  const limit = readInteger(parameters, 'limit') ?? MOST_UPDATES;
  const timeout = readInteger(parameters, 'timeout') ?? 0;
  return await updates.poll({
    offset: readInteger(parameters, 'offset') ?? 0,
    limit: limit >= 1 && limit <= MOST_UPDATES ? limit : MOST_UPDATES,
    timeoutMs: Math.min(Math.max(timeout, 0), LONGEST_POLL_SECONDS) * 1000,
    signal,
  });
};

export const setWebhook: Method = ({ updates, webhook }, { parameters }) => {
  const url = readText(parameters, 'url') ?? '';
  if (readFlag(parameters, 'drop_pending_updates')) updates.drop();
  updates.allow(readAllowed(parameters));
  if (url === '') {
    webhook.set(undefined);
    return true;
  }
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified');
  const secret = readText(parameters, 'secret_token');
  if (secret !== undefined && !SECRET.test(secret))
    throw badRequest('secret token contains unallowed characters');
  updates.interrupt(new ApiError(409, 'Conflict: terminated by setWebhook request'));
  webhook.set({
    url,
    secret,
    maxConnections: readInteger(parameters, 'max_connections') ?? DEFAULT_CONNECTIONS,
  });
  return true;
};

export const deleteWebhook: Method = ({ updates, webhook }, { parameters }) => {
  if (readFlag(parameters, 'drop_pending_updates')) updates.drop();
  webhook.set(undefined);
  return true;
};

export const getWebhookInfo: Method = ({ updates, webhook }) => ({
  url: webhook.current?.url ?? '',
  has_custom_certificate: false,
  pending_update_count: updates.undelivered.length,
  ...(webhook.current && { max_connections: webhook.current.maxConnections }),
  ...(updates.allowed.length > 0 && { allowed_updates: updates.allowed }),
  ...(webhook.lastError && {
    last_error_date: Math.floor(webhook.lastError.at / 1000),
    last_error_message: webhook.lastError.message,
  }),
});

function readAllowed(parameters: Parameters): readonly string[] | undefined {
  return readList(parameters, 'allowed_updates')?.map(String);
}
