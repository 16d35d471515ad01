import type { Discord } from './discord.ts';
import type { FakeChannel, FakeDiscord, FakeMessage, Where } from './fake-discord.ts';
import { found, type StoredChannel, type StoredMessage } from './world.ts';

/** What the members need of the fake that they live in. */
export interface Surroundings {
  readonly discord: Discord;
  readonly until: FakeDiscord['until'];
  channelOf(where: Where): StoredChannel;
  viewChannel(id: string): FakeChannel;
  viewMessage(message: StoredMessage): FakeMessage;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly hasInstalled: boolean;
}

export function storedMessage({ discord }: Surroundings, { id }: FakeMessage): StoredMessage {
  return found(discord.world.messages.get(id), `message ${id}`);
}
