import { startTelegram, type TelegramOptions } from '../../../bots/telegram/start-telegram.ts';
import { openTestDesk, type TestDesk, type TestDeskOptions } from '../../support/open-desk.ts';
import type {
  FakeChat,
  FakeMessage,
  FakeTelegram,
  FakeTelegramOptions,
} from '../../support/telegram/fake-telegram.ts';
import { startFakeTelegram } from '../../support/telegram/start-fake-telegram.ts';

export interface TestBot extends AsyncDisposable {
  readonly fake: FakeTelegram;
  readonly desk: TestDesk['desk'];
  readonly folder: string;
  /** What the operator was told. */
  readonly lines: readonly string[];
  /** The bot's message number so many (1) in a chat, once it is there. */
  reply(chat: FakeChat, number?: number): Promise<FakeMessage>;
  /** Stops the bot and starts it again, on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestBotOptions {
  readonly fake?: FakeTelegramOptions;
  readonly desk?: TestDeskOptions;
  readonly bot?: Partial<TelegramOptions>;
}

const QUICK: Partial<TelegramOptions> = {
  pace: { draftMs: 0, actionMs: 1_000, editMs: 300, retryMs: 1 },
  stopLimitMs: 300,
};

/** The bot as it is started for real, on the seeds, with a Bot API server of the test's own. */
export async function openBot(options: TestBotOptions = {}): Promise<TestBot> {
  const fake = await startFakeTelegram(options.fake);
  const opened = await openTestDesk(options.desk);
  const lines: string[] = [];
  const start = () =>
    startTelegram(
      { desk: opened.desk },
      {
        token: fake.token,
        apiRoot: fake.apiRoot,
        moderators: [],
        locale: 'en',
        ledgerDays: 90,
        log: (line) => lines.push(line),
        ...QUICK,
        ...options.bot,
      },
    );
  const close = async () => {
    await opened[Symbol.asyncDispose]();
    await fake.close();
  };
  let bot = await start().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    fake,
    desk: opened.desk,
    folder: opened.folder,
    lines,
    reply: (chat, number = 1) => fake.until(() => chat.fromBot()[number - 1]),
    stop: () => bot.close(),
    async restart() {
      await bot.close();
      bot = await start();
    },
    async [Symbol.asyncDispose]() {
      await bot.close();
      await close();
    },
  };
}
