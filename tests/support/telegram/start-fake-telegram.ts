import type { FakeTelegram, FakeTelegramOptions } from './fake-telegram.ts';

/**
 * Starts a Bot API server on 127.0.0.1 that the real grammY client talks to.
 *
 * ```ts
 * const fake = await startFakeTelegram();
 * const bot = new Bot(fake.token, { client: { apiRoot: fake.apiRoot } });
 * const ann = fake.user('ann', { language: 'de' });
 * ann.write('Who won?');
 * await fake.until(() => ann.chat.fromBot().at(-1)?.text.includes('Harbour'));
 * const press = ann.press('Helpful');
 * expect((await press.answer).text).toBe('Thanks');
 * const desk = fake.group('desk', { members: [ann], admins: [ann] });
 * ann.in(desk).command('ask', 'Who won?');
 * expect(fake.violations).toEqual([]);
 * await fake.close();
 * ```
 *
 * It keeps a world of users, chats and messages, hands updates to one long poll or a webhook (plain http is taken too),
 * and holds calls against the real server's rules. Options and the whole surface: `fake-telegram.ts`.
 */
export async function startFakeTelegram(_options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  throw new Error('not filled yet');
}
