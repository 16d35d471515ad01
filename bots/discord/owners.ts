import { type Client, Team } from 'discord.js';

/** Whose the application is, and who may add it to a server. */
export interface Owners {
  readonly ids: ReadonlySet<string>;
  /** Only the owners can add the bot to servers: whoever moderates there was let in by them. */
  readonly isClosedCircle: boolean;
}

export async function readOwners(client: Client<true>, log: (line: string) => void): Promise<Owners> {
  const { owner, botPublic } = await client.application.fetch();
  if (botPublic !== false) {
    log(
      'Discord: anybody can add this bot to a server of their own, so only the owner of the application may change the documents: switch off Bot > Public Bot in the Developer Portal to let moderators do so',
    );
  }
  const ids = owner instanceof Team ? [...owner.members.keys()] : owner ? [owner.id] : [];
  return { ids: new Set(ids), isClosedCircle: botPublic === false };
}
