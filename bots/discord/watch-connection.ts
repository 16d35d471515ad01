import { type Client, Events, GatewayCloseCodes, RESTEvents } from 'discord.js';
import { describeError, INTENTS_REMEDY, TOKEN_REMEDY } from './errors.ts';

export interface ConnectionWatch {
  readonly log: (line: string) => void;
  /** The gateway will not have the bot back. */
  readonly onRefused: () => void;
}

/** Tells the operator what becomes of the connection. discord.js reconnects and resumes by itself. */
export function watchConnection(client: Client, { log, onRefused }: ConnectionWatch): void {
  client.on(Events.Error, (error) => log(`Discord: ${describeError(error)}`));
  client.on(Events.ShardError, (error) => log(`Discord: the connection failed: ${describeError(error)}`));
  client.on(Events.ShardReconnecting, () => log('Discord: the connection is lost, reconnecting'));
  client.on(Events.ShardResume, () => log('Discord: connected again, nothing was missed'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!client.isReady()) return;
    log(`Discord: stopped: ${closeRemedy(code)}`);
    onRefused();
  });
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
    log(`Discord: ${count} requests were refused in 10 min, and 10000 lead to a ban: see the lines above`),
  );
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function closeRemedy(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return TOKEN_REMEDY;
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents)
    return INTENTS_REMEDY;
  return `the gateway closed with code ${code} and takes no new connection: see Discord's documentation of close codes`;
}
