import type { BotCommand } from 'grammy/types';
import type { Api } from './answer-calls.ts';
import { ApiError } from './api-error.ts';
import { commandsFor } from './commands-for.ts';
import type { FakeTelegram, FakeUser } from './fake-telegram.ts';
import { pollElsewhere } from './poll-elsewhere.ts';
import { snapshotOf } from './snapshot.ts';
import { waitUntil } from './wait-until.ts';

/** Told of when something does not come: the newest of each. */
const DESCRIBED_CHATS = 4;
const DESCRIBED_CALLS = 10;

/** What a test sees and steers of the server itself. */
export function controlsOf(api: Api, apiRoot: string) {
  const { world, updates, webhook, calls, faults } = api;
  const describe = () => [
    ...[...world.chats.values()]
      .filter(({ messages }) => messages.length > 0)
      .slice(-DESCRIBED_CHATS)
      .map((chat) => snapshotOf(world, chat).replace(/(.{200}).+/gu, '$1…')),
    ...calls
      .slice(-DESCRIBED_CALLS)
      .map(
        ({ method, response }) => `${method}: ${response?.status ?? 'open'} ${response?.description ?? ''}`,
      ),
  ];
  const until: FakeTelegram['until'] = (check, options) => waitUntil(world, check, { ...options, describe });
  return {
    apiRoot,
    token: api.token,
    bot: world.bot,
    calls,
    violations: world.violations,
    updates: updates.all,
    callsOf: (method: string) => calls.filter((call) => call.method.toLowerCase() === method.toLowerCase()),
    failNext: (method: string, failure: Parameters<FakeTelegram['failNext']>[1], times = 1) =>
      faults.plan(method, failure, times),
    revokeToken: () => {
      api.isRevoked = true;
      updates.interrupt(new ApiError(401, 'Unauthorized'));
    },
    pollElsewhere: () => pollElsewhere(apiRoot, api.token),
    holdUpdates: () => {
      updates.hold();
      return { release: (order?: 'reversed' | 'as they happened') => updates.release(order) };
    },
    repeatUpdate: (updateId?: number) => updates.repeat(updateId),
    commandsFor: (user: FakeUser, chat: { readonly id: number }): readonly BotCommand[] =>
      commandsFor(world, user.user, chat.id),
    get commandLists() {
      return [...world.commandLists.values()];
    },
    profile: world.profile,
    get webhook() {
      if (!webhook.current) return undefined;
      const { url } = webhook.current;
      const pending = updates.undelivered.length;
      return { url, pending, ...(webhook.lastError && { lastError: webhook.lastError.message }) };
    },
    until,
    untilConfirmed: async (options?: { readonly timeoutMs?: number }) => {
      await until(() => updates.isEmpty, options);
    },
  };
}
