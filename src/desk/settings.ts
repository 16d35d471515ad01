import * as z from 'zod';
import { UsageError } from '../errors.ts';
import type { DeskContext } from './parts.ts';
import type { DeskSettings, Origin, SpaceSettings } from './types.ts';

const LONGEST_COOLDOWN_SECONDS = 86_400;
const MOST_QUESTIONS_PER_DAY = 100_000;
const MOST_CHATS = 500;

const seconds = z.number().int().min(0).max(LONGEST_COOLDOWN_SECONDS);
const changesSchema = z.object({
  paused: z.boolean(),
  chats: z.array(z.string().min(1)).max(MOST_CHATS),
  personCooldownSeconds: seconds,
  chatCooldownSeconds: seconds,
  questionsPerDay: z.number().int().min(1).max(MOST_QUESTIONS_PER_DAY),
});
const keptSchema = changesSchema.partial();

/** What was set; every change is in the audit. */
export function createDeskSettings({ ledger, limits, clock }: DeskContext): DeskSettings {
  const kept = (platform: string, space: string): z.output<typeof keptSchema> =>
    keptSchema.parse(JSON.parse(ledger.settings.get(platform, space) ?? '{}'));
  const of = ({ platform, space }: Pick<Origin, 'platform' | 'space'>): SpaceSettings => {
    if (space === undefined) return limits.defaults;
    const { defaults } = limits;
    const set = kept(platform, space);
    const chats = set.chats ?? defaults.chats;
    return {
      paused: set.paused ?? defaults.paused,
      personCooldownSeconds: set.personCooldownSeconds ?? defaults.personCooldownSeconds,
      chatCooldownSeconds: set.chatCooldownSeconds ?? defaults.chatCooldownSeconds,
      questionsPerDay: set.questionsPerDay ?? defaults.questionsPerDay,
      ...(chats && { chats }),
    };
  };
  return {
    of,
    change: (by, changes) => {
      const { platform, space } = by;
      if (space === undefined) {
        throw new UsageError('a private chat has no settings: set them in a group or server');
      }
      const checked = keptSchema.safeParse(changes);
      if (!checked.success) throw new UsageError(describeProblem(checked.error.issues[0]));
      ledger.settings.set(platform, space, JSON.stringify({ ...kept(platform, space), ...changes }));
      ledger.audit.add(by, { action: 'settings', detail: JSON.stringify(changes), at: clock() });
      return of(by);
    },
  };
}

/** A chat of a space that has another id now stays allowed. */
export function moveChatInSettings(
  { ledger }: Pick<DeskContext, 'ledger'>,
  space: Required<Pick<Origin, 'platform' | 'space'>>,
  [from, to]: readonly [string, string],
): void {
  const settings = ledger.settings.get(space.platform, space.space);
  if (settings === undefined) return;
  const { chats, ...rest } = keptSchema.parse(JSON.parse(settings));
  if (!chats?.includes(from)) return;
  const moved = chats.map((chat) => (chat === from ? to : chat));
  ledger.settings.set(space.platform, space.space, JSON.stringify({ ...rest, chats: moved }));
}

function describeProblem(issue: z.core.$ZodIssue | undefined): string {
  return `the setting ${issue?.path.join('.')} cannot be that (${issue?.message}): cooldowns are from 0 to ${LONGEST_COOLDOWN_SECONDS} seconds, questions a day from 1 to ${MOST_QUESTIONS_PER_DAY}`;
}
