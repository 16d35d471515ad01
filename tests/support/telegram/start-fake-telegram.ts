import { createServer } from 'node:http';
import { listenLocally } from '../local-server.ts';
import { answerRequest } from './answer-calls.ts';
import { controlsOf } from './controls.ts';
import { createApi } from './create-api.ts';
import type { FakeTelegram, FakeTelegramOptions } from './fake-telegram.ts';
import { createStage, peopleOf } from './people.ts';

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
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const api = createApi(options);
  const server = createServer((request, response) => {
    answerRequest(api, request, response).catch((error: unknown) => {
      api.world.violations.push(`the fake server failed: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });
  const local = await listenLocally(server);
  // Assigned, not spread: the getters of the controls look anew each time.
  return Object.assign(controlsOf(api, local.url), peopleOf(createStage(api, options)), {
    dropConnections: () => server.closeAllConnections(),
    close: async () => {
      api.webhook.set(undefined);
      await local[Symbol.asyncDispose]();
    },
  });
}
