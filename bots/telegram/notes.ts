import { randomBytes } from 'node:crypto';

/** Things that do not fit into a button, kept for as long as the button lives. Gone with the process. */
export interface Notes {
  /** Returns the key. */
  add(text: string): string;
  /** Once: a note that was taken is gone. */
  take(key: string): string | undefined;
}

/** Beyond, the oldest is dropped. */
const NOTES_LIMIT = 200;
const KEY_BYTES = 9;

export function createNotes(lifetimeMs: number, now: () => number = Date.now): Notes {
  const notes = new Map<string, { readonly text: string; readonly until: number }>();
  return {
    add(text) {
      const [oldest] = notes.keys();
      if (oldest !== undefined && notes.size >= NOTES_LIMIT) notes.delete(oldest);
      const key = randomBytes(KEY_BYTES).toString('base64url');
      notes.set(key, { text, until: now() + lifetimeMs });
      return key;
    },
    take(key) {
      const note = notes.get(key);
      notes.delete(key);
      return note && note.until >= now() ? note.text : undefined;
    },
  };
}
