import type { UserFromGetMe } from 'grammy/types';
import { type Api, answerReply } from './answer-calls.ts';
import { CallbackQueries } from './callback-queries.ts';
import { callChecker } from './check-calls.ts';
import type { FakeTelegramOptions } from './fake-telegram.ts';
import { Faults } from './faults.ts';
import { InlineQueries } from './inline-queries.ts';
import { UpdateQueue } from './update-queue.ts';
import { WebhookSender } from './webhook-sender.ts';
import { World } from './world.ts';

const DEFAULT_TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
const CALLBACK_ANSWER_MS = 15_000;
const WEBHOOK_RETRY_MS = 20;

/** An empty world with a bot in it, and what answers for it. */
export function createApi(options: FakeTelegramOptions): Api {
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
  const { username = 'footnote_bot', privacy = true, inline = true, canJoinGroups = true } = options;
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Footnote',
    username,
    can_join_groups: canJoinGroups,
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
