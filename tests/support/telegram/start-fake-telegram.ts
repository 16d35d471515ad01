import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotCommand, UserFromGetMe } from 'grammy/types';
import { type Api, answerReply, answerRequest } from './answer-calls.ts';
import { ApiError } from './api-error.ts';
import { CallbackQueries } from './callback-queries.ts';
import { callChecker } from './check-calls.ts';
import { commandsFor } from './commands-for.ts';
import { faceOfChannel, faceOfChat, faceOfGroup, faceOfMessage, supergroupId } from './fake-chat.ts';
import type { FakeMessage, FakeTelegram, FakeTelegramOptions, FakeUser, UserFacts } from './fake-telegram.ts';
import { addPerson, faceOfUser } from './fake-user.ts';
import { Faults } from './faults.ts';
import { InlineQueries } from './inline-queries.ts';
import { pollElsewhere } from './poll-elsewhere.ts';
import { snapshotOf } from './snapshot.ts';
import type { Stage } from './stage.ts';
import { tellStanding } from './stage.ts';
import { UpdateQueue } from './update-queue.ts';
import { waitUntil } from './wait-until.ts';
import { WebhookSender } from './webhook-sender.ts';
import { type ChatRecord, type MessageRecord, World } from './world.ts';

const DEFAULT_TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const CALLBACK_ANSWER_MS = 15_000;
const WEBHOOK_RETRY_MS = 20;
/** Told of when something does not come: the newest of each. */
const DESCRIBED_CHATS = 4;
const DESCRIBED_CALLS = 10;
/** How long people wait for an answer to a press or an inline query. */
const PATIENCE_MS = 5_000;

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
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const apiRoot = `http://127.0.0.1:${port}`;
  // Assigned, not spread: the getters of the controls look anew each time.
  return Object.assign(controlsOf(api, apiRoot), peopleOf(createStage(api, options)), {
    dropConnections: () => server.closeAllConnections(),
    close: async () => {
      api.webhook.set(undefined);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  });
}

function createApi(options: FakeTelegramOptions): Api {
  const { now = Date.now, token = DEFAULT_TOKEN } = options;
  const world = new World(describeBot(token, options), now);
  const updates = new UpdateQueue();
  const webhook = new WebhookSender(updates, {
    retryMs: options.webhookRetryMs ?? WEBHOOK_RETRY_MS,
    onReply: (reply) => answerReply(api, reply),
    onFailure: () => world.changed(),
  });
  updates.watch(() => world.changed());
  const api: Api = {
    world,
    updates,
    webhook,
    callbacks: new CallbackQueries(now, options.callbackAnswerMs ?? CALLBACK_ANSWER_MS),
    inline: new InlineQueries(now),
    enforcesGroupRate: options.enforcesGroupRate ?? false,
    token,
    calls: [],
    faults: new Faults(),
    checkCall: callChecker(options.specification ?? process.env.TELEGRAM_BOT_API_SPEC),
    isRevoked: false,
    missing: new Set(options.withoutMethods?.map((name) => name.toLowerCase())),
  };
  return api;
}

function describeBot(token: string, options: FakeTelegramOptions): UserFromGetMe {
  const { username = 'footnote_bot', privacy = true, inline = true } = options;
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Footnote',
    username,
    can_join_groups: true,
    can_read_all_group_messages: !privacy,
    supports_inline_queries: inline,
    supports_guest_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}

function createStage(api: Api, options: FakeTelegramOptions): Stage {
  const messages = new WeakMap<FakeMessage, { record: MessageRecord; chat: ChatRecord }>();
  const faces = new WeakMap<MessageRecord, FakeMessage>();
  const stage: Stage = {
    ...api,
    patienceMs: PATIENCE_MS,
    inlineFeedback: options.inlineFeedback ?? true,
    chatOf: (chat) => faceOfChat(stage, chat),
    messageOf: (record, chat) => {
      const face = faces.get(record) ?? faceOfMessage(stage, chat, record);
      faces.set(record, face);
      messages.set(face, { record, chat });
      return face;
    },
    recordOf: (message) => {
      const known = messages.get(message);
      if (!known) throw new Error(`message ${message.id} is of another fake server`);
      return known;
    },
  };
  return stage;
}

/** Who uses the bot, and where. */
function peopleOf(stage: Stage): Pick<FakeTelegram, 'user' | 'otherBot' | 'group' | 'channel' | 'chat'> {
  const { world } = stage;
  const people = new Map<string, FakeUser>();
  const places = new Map<string, ChatRecord>();
  const person = (name: string, isBot: boolean, { language, username = name }: UserFacts = {}) => {
    const known = people.get(name);
    if (known) return known;
    const user = {
      id: 200_000_000 + world.nextId(),
      is_bot: isBot,
      first_name: name,
      ...(username !== '' && { username }),
      ...(language !== undefined && { language_code: language }),
    };
    const face = faceOfUser(stage, user, addPerson(stage, user));
    people.set(name, face);
    return face;
  };
  const place = (name: string, make: () => ChatRecord) => {
    const known = places.get(name) ?? make();
    places.set(name, known);
    return known;
  };
  return {
    user: (name, facts) => person(name, false, facts),
    otherBot: (name) => person(name, true),
    group: (
      name,
      { members = [], admins = [], forum = false, type = forum ? 'supergroup' : 'group', botIsAdmin } = {},
    ) => {
      const chat = place(name, () => {
        const id = type === 'group' ? -world.nextId() : supergroupId(world);
        return world.addChat({ id, type, title: name, isForum: forum });
      });
      const isNew = !chat.standings.has(world.bot.id);
      for (const { id } of members) if (!chat.standings.has(id)) chat.standings.set(id, 'member');
      for (const { id } of admins) chat.standings.set(id, 'administrator');
      const standing = botIsAdmin ? 'administrator' : 'member';
      if (isNew || botIsAdmin) chat.standings.set(world.bot.id, standing);
      const [inviter] = [...admins, ...members];
      if (isNew && inviter) tellStanding(stage, chat, inviter.user, ['left', standing]);
      return faceOfGroup(stage, chat);
    },
    channel: (name, { admin = true } = {}) => {
      const chat = place(name, () =>
        world.addChat({ id: supergroupId(world), type: 'channel', title: name, username: name }),
      );
      chat.standings.set(world.bot.id, admin ? 'administrator' : 'member');
      return faceOfChannel(stage, chat);
    },
    chat: (id) => {
      const chat = world.chats.get(id);
      if (!chat) throw new Error(`there is no chat ${id}`);
      return stage.chatOf(chat);
    },
  };
}

/** What a test sees and steers of the server itself. */
function controlsOf(api: Api, apiRoot: string) {
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
