import type { Keys } from './keys.ts';
import type { Origin } from './types.ts';

/** What stands for a person. Platforms number their people alike, hence the platform. */
export function personKey(keys: Keys, { platform, person }: Pick<Origin, 'platform' | 'person'>): string {
  return keys.hash('person', platform, person);
}

/** What stands for a chat, to look up by. */
export function chatKey(keys: Keys, { platform, chat }: Pick<Origin, 'platform' | 'chat'>): string {
  return keys.hash('chat', platform, chat);
}

/** A chat as operators may see it: the id of a private chat may be that of a person, so that is hashed. */
export function shownChat(keys: Keys, origin: Pick<Origin, 'platform' | 'space' | 'chat'>): string {
  return origin.space === undefined ? chatKey(keys, origin) : origin.chat;
}
