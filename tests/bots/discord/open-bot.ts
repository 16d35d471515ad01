import { type DiscordOptions, startDiscord } from '../../../bots/discord/start-discord.ts';
import type { FakeDiscord, FakeDiscordOptions } from '../../support/discord/fake-discord.ts';
import { startFakeDiscord } from '../../support/discord/start-fake-discord.ts';
import { openTestDesk, type TestDesk, type TestDeskOptions } from '../../support/open-desk.ts';

export interface TestBotOptions {
  readonly fake?: FakeDiscordOptions;
  readonly desk?: TestDeskOptions;
  readonly bot?: Partial<DiscordOptions>;
}

export interface TestBot extends AsyncDisposable {
  readonly fake: FakeDiscord;
  readonly opened: TestDesk;
  /** What the operator was told. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** The real adapter over a real desk on the seeds, with a Discord of its own. */
export async function openTestBot({ fake: fakeOptions, desk, bot }: TestBotOptions = {}): Promise<TestBot> {
  const [fake, opened] = await Promise.all([startFakeDiscord(fakeOptions), openTestDesk(desk)]);
  const log: string[] = [];
  const discord = await startDiscord(opened, {
    token: fake.token,
    apiUrl: fake.apiUrl,
    threads: false,
    locale: 'en',
    ledgerDays: 90,
    log: (line) => log.push(line),
    editIntervalMs: 20,
    ...bot,
  });
  // Registered after the bot is connected.
  await fake.until(() => fake.commands().length > 0);
  return {
    fake,
    opened,
    log,
    close: () => discord.close(),
    async [Symbol.asyncDispose]() {
      await discord.close();
      await fake.close();
      await opened[Symbol.asyncDispose]();
    },
  };
}
