import { randomBytes } from 'node:crypto';
import type { Block } from '../../src/index.ts';
import { INTERACTION_LIFETIME_MS } from './limits.ts';

/** One page of something that is leafed through with arrows. */
export interface Page {
  readonly blocks: readonly Block[];
  /** The documents' own words on it, as they stand there. */
  readonly words: readonly string[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Something that buttons refer to, made anew each time: what it shows is never older than the corpus. */
export type ShelfItem =
  | { readonly kind: 'pages'; readonly page: (index: number) => Promise<Page> }
  | { readonly kind: 'document'; readonly id: string };

/**
 * What does not fit into a button: looked up by a short token, for as long as an interaction's own token lives, and
 * gone with the process. The oldest makes room.
 */
export interface Shelf {
  put(item: ShelfItem): string;
  take(token: string): ShelfItem | undefined;
}

const ITEM_LIMIT = 1_000;
const TOKEN_BYTES = 9;

export function createShelf(): Shelf {
  const items = new Map<string, { readonly item: ShelfItem; readonly until: number }>();
  return {
    put(item) {
      const [oldest] = items.keys();
      if (items.size >= ITEM_LIMIT && oldest !== undefined) items.delete(oldest);
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      items.set(token, { item, until: performance.now() + INTERACTION_LIFETIME_MS });
      return token;
    },
    take(token) {
      const found = items.get(token);
      if (found && found.until >= performance.now()) return found.item;
      items.delete(token);
      return undefined;
    },
  };
}
