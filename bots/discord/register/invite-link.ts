import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import { type Account, currentApplication, restOf } from './register-commands.ts';

/** What the bot needs in a channel, and nothing else. A reply takes Read Message History. */
export const LEAST_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

export interface InviteOptions {
  /** Answers come in threads of their own. */
  readonly threads: boolean;
}

export interface InviteLinks {
  /** Adds the bot to a server. */
  readonly server: string;
  /** Adds it to a person's own apps. */
  readonly person: string;
}

/** Links that add the bot, with the least permissions. Throws `ConfigError` where the token is wrong. */
export async function inviteLinks(account: Account, { threads }: InviteOptions): Promise<InviteLinks> {
  const { id } = await currentApplication(restOf(account));
  const permissions = LEAST_PERMISSIONS | (threads ? PermissionFlagsBits.CreatePublicThreads : 0n);
  return {
    server: link(id, {
      scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
      permissions: String(permissions),
      integration_type: String(ApplicationIntegrationType.GuildInstall),
    }),
    person: link(id, {
      scope: OAuth2Scopes.ApplicationsCommands,
      integration_type: String(ApplicationIntegrationType.UserInstall),
    }),
  };
}

/** https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow */
function link(applicationId: string, parameters: Readonly<Record<string, string>>): string {
  return `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: applicationId, ...parameters })}`;
}
