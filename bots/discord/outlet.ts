import type { APIActionRowComponent, APIComponentInMessageActionRow, AttachmentBuilder } from 'discord.js';
import { isUnknownMessage } from './errors.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What one Discord message holds. */
export interface MessageBody {
  readonly content: string;
  readonly components?: readonly Row[];
  readonly files?: readonly AttachmentBuilder[];
}

/** How messages of one place are sent and changed. */
export interface OutletVerbs {
  /** Sends the `index`-th message, and resolves to its id. */
  send(body: MessageBody, index: number): Promise<string>;
  edit(messageId: string, body: MessageBody): Promise<void>;
  remove(messageId: string): Promise<void>;
}

/** Where an answer appears: messages that grow and change until they say what they should. */
export interface Outlet {
  /**
   * Makes it show exactly these messages: edits those that stand, sends what is missing, removes what is too many.
   * Resolves to the ids of those that stand; a message that somebody deleted meanwhile is not sent again. Calls must not
   * overlap.
   */
  show(bodies: readonly MessageBody[]): Promise<readonly string[]>;
}

interface Standing {
  readonly id: string;
  readonly shown: string;
  readonly isDeleted?: true;
}

/** `sent`: ids of messages that stand already. */
export function createOutlet(verbs: OutletVerbs, sent: readonly string[] = []): Outlet {
  let standing: readonly Standing[] = sent.map((id) => ({ id, shown: '' }));
  const begin = async (body: MessageBody, index: number): Promise<Standing> => {
    const shown = shownOf(body);
    try {
      return { id: await verbs.send(body, index), shown };
    } catch (error) {
      // The deferred reply, which the first message fills, was deleted.
      if (isUnknownMessage(error)) return { id: '', shown, isDeleted: true };
      throw error;
    }
  };
  const place = async (body: MessageBody, index: number): Promise<Standing> => {
    const before = standing[index];
    const shown = shownOf(body);
    if (before?.isDeleted || before?.shown === shown) return before;
    if (!before) return begin(body, index);
    return (await unlessDeleted(() => verbs.edit(before.id, body)))
      ? { id: before.id, shown }
      : { ...before, isDeleted: true };
  };
  return {
    async show(bodies) {
      for (const [index, body] of bodies.entries())
        standing = replaceAt(standing, index, await place(body, index));
      for (const { id, isDeleted } of standing.slice(bodies.length))
        if (!isDeleted) await unlessDeleted(() => verbs.remove(id));
      standing = standing.slice(0, bodies.length);
      return standing.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id);
    },
  };
}

function shownOf({ content, components }: MessageBody): string {
  return JSON.stringify([content, components]);
}

function replaceAt<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return [...items.slice(0, index), item, ...items.slice(index + 1)];
}

async function unlessDeleted(change: () => Promise<void>): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    if (isUnknownMessage(error)) return false;
    throw error;
  }
}
