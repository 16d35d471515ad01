import type { Api } from 'grammy';
import type { Asker } from './origin.ts';

/** Tells who may moderate: those whom the operator named, everywhere; the administrators of a group, there. */
export interface Moderators {
  isModerator(asker: Asker): Promise<boolean>;
  /** Those whom the operator named. */
  readonly named: readonly string[];
}

/** For so long a new administrator waits, and one who was dismissed goes on. */
export const ADMINISTRATORS_KEPT_MS = 60_000;
/** Groups whose administrators are remembered. */
const GROUPS_LIMIT = 1_000;

export function createModerators(
  api: Pick<Api, 'getChatAdministrators'>,
  named: readonly string[],
  now: () => number = Date.now,
): Moderators {
  const known = new Map<number, { readonly ids: Promise<ReadonlySet<number>>; readonly until: number }>();
  const administratorsOf = (chat: number): Promise<ReadonlySet<number>> => {
    const kept = known.get(chat);
    if (kept && kept.until > now()) return kept.ids;
    const ids = api
      .getChatAdministrators(chat)
      .then((members) => new Set(members.map(({ user }) => user.id)));
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= GROUPS_LIMIT) known.delete(oldest);
    known.delete(chat);
    known.set(chat, { ids, until: now() + ADMINISTRATORS_KEPT_MS });
    // What failed is asked anew.
    ids.catch(() => known.delete(chat));
    return ids;
  };
  return {
    named,
    async isModerator({ chat, isPrivate, person, isAnonymousAdmin }) {
      if (isAnonymousAdmin || named.includes(String(person))) return true;
      return !isPrivate && (await administratorsOf(chat)).has(person);
    },
  };
}
