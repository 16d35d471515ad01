/** Chats that cannot be written to. What was written there before that was known is not answered. */
export interface BlockedChats {
  /** Returns whether that is new. */
  add(chat: number): boolean;
  /** The bot is let in again. */
  remove(chat: number): void;
  /** @param writtenAt seconds since 1970: who writes later has let the bot in again */
  isBlocked(chat: number, writtenAt: number): boolean;
}

/** Beyond, the oldest is forgotten, and found out again. */
const CHATS_LIMIT = 1_000;

/** @param now milliseconds since 1970 */
export function createBlockedChats(now: () => number = Date.now): BlockedChats {
  const since = new Map<number, number>();
  return {
    add(chat) {
      const isNew = !since.has(chat);
      const [oldest] = since.keys();
      if (isNew && oldest !== undefined && since.size >= CHATS_LIMIT) since.delete(oldest);
      since.set(chat, Math.floor(now() / 1000));
      return isNew;
    },
    remove: (chat) => void since.delete(chat),
    isBlocked(chat, writtenAt) {
      const at = since.get(chat);
      return at !== undefined && writtenAt <= at;
    },
  };
}
