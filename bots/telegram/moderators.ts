import type { Api } from 'grammy';
import type { Asker } from './origin.ts';

/** Tells who may moderate: those whom the operator named, everywhere; the administrators of a group, there. */
export interface Moderators {
  isModerator(asker: Asker): Promise<boolean>;
  /**
   * The documents are everybody's, and anybody can add the bot to a group of their own: where the operator named
   * moderators, administrators change them only in groups that one of those administers too, or where nobody can add the
   * bot to further groups.
   */
  mayChangeCorpus(asker: Asker): Promise<boolean>;
  /** Those whom the operator named. */
  readonly named: readonly string[];
}

/** For so long a new administrator waits, and one who was dismissed goes on. */
export const ADMINISTRATORS_KEPT_MS = 60_000;
/** Groups whose administrators are remembered. */
const GROUPS_LIMIT = 1_000;

export interface ModeratorsOptions {
  readonly api: Pick<Api, 'getChatAdministrators'>;
  readonly named: readonly string[];
  /** Anybody can add the bot to a group (`can_join_groups`). */
  readonly isOpenToGroups: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export function createModerators({
  api,
  named,
  isOpenToGroups,
  now = Date.now,
}: ModeratorsOptions): Moderators {
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
  const isNamed = (id: number) => named.includes(String(id));
  const isModerator = async ({ chat, isPrivate, person, isAnonymousAdmin }: Asker) => {
    if (isAnonymousAdmin || isNamed(person)) return true;
    return !isPrivate && (await administratorsOf(chat)).has(person);
  };
  return {
    named,
    isModerator,
    async mayChangeCorpus(asker) {
      if (isNamed(asker.person)) return true;
      if (!(await isModerator(asker))) return false;
      if (named.length === 0 || !isOpenToGroups) return true;
      return [...(await administratorsOf(asker.chat))].some(isNamed);
    },
  };
}
