import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BAD_GATEWAY, tooManyRequests } from '../../support/telegram/failure.ts';
import type { FakeTelegram, FakeTelegramOptions } from '../../support/telegram/fake-telegram.ts';
import { startFakeTelegram } from '../../support/telegram/start-fake-telegram.ts';

let fake: FakeTelegram;
let bot: Bot;
let polling: Promise<void> | undefined;
let webhookServer: Server | undefined;

async function open(options: FakeTelegramOptions = {}): Promise<void> {
  fake = await startFakeTelegram(options);
  bot = new Bot(fake.token, { client: { apiRoot: fake.apiRoot } });
  bot.catch(() => {});
}

async function reopen(options: FakeTelegramOptions): Promise<void> {
  await fake.close();
  await open(options);
}

/** Resolves when the bot polls. */
async function start(): Promise<void> {
  await new Promise<void>((resolve) => {
    polling = bot.start({ onStart: () => resolve() }).catch(() => {});
  });
}

beforeEach(() => open());
afterEach(async () => {
  await bot.stop().catch(() => {});
  await polling;
  polling = undefined;
  webhookServer?.closeAllConnections();
  webhookServer?.close();
  webhookServer = undefined;
  await fake.close();
});

/** Why a call failed, in the server's words. */
async function failureOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GrammyError)) throw new Error(`no error of the API: ${error}`);
  return `${error.error_code} ${error.description}`;
}

describe('updates by long polling', () => {
  it('reach the bot once, in order, and are confirmed', async () => {
    const seen: string[] = [];
    bot.on('message:text', (ctx) => {
      seen.push(ctx.message.text);
    });
    const ann = fake.user('ann', { language: 'de' });
    ann.write('one');
    await start();
    ann.write('two');
    ann.write('three');
    await fake.untilConfirmed();
    expect(seen).toEqual(['one', 'two', 'three']);
    expect(fake.updates[0]?.message?.from).toMatchObject({ first_name: 'ann', language_code: 'de' });
    expect(fake.violations).toEqual([]);
  });

  it('wait for something to happen, up to the timeout', async () => {
    const waiting = bot.api.getUpdates({ timeout: 30 });
    await fake.until(() => fake.callsOf('getUpdates').length);
    fake.user('ann').write('hello');
    expect((await waiting).map(({ message }) => message?.text)).toEqual(['hello']);
    expect(await bot.api.getUpdates({ offset: (fake.updates[0]?.update_id ?? 0) + 1 })).toEqual([]);
  });

  it('come again until an offset confirms them', async () => {
    const ann = fake.user('ann');
    for (const text of ['one', 'two', 'three']) ann.write(text);
    const ids = fake.updates.map(({ update_id }) => update_id);
    expect((await bot.api.getUpdates({ limit: 2 })).map(({ update_id }) => update_id)).toEqual(
      ids.slice(0, 2),
    );
    expect((await bot.api.getUpdates({ offset: ids[1] ?? 0 })).length).toBe(2);
    expect((await bot.api.getUpdates({ offset: -1 })).map(({ update_id }) => update_id)).toEqual(
      ids.slice(2),
    );
  });

  it('can be repeated, and held back to come in another order', async () => {
    const ann = fake.user('ann');
    const held = fake.holdUpdates();
    for (const text of ['one', 'two']) ann.write(text);
    expect(await bot.api.getUpdates()).toEqual([]);
    held.release();
    const texts = (updates: Update[]) => updates.map(({ message }) => message?.text);
    expect(texts(await bot.api.getUpdates())).toEqual(['two', 'one']);
    fake.repeatUpdate();
    expect(texts(await bot.api.getUpdates({ offset: 999_999_999 }))).toEqual(['two']);
  });

  it('are limited to the kinds that were asked for', async () => {
    await bot.api.getUpdates({ allowed_updates: ['edited_message'] });
    const ann = fake.user('ann');
    const message = ann.write('one');
    ann.edit(message, 'two');
    expect((await bot.api.getUpdates()).map((update) => Object.keys(update)[1])).toEqual(['edited_message']);
  });

  it('go to one poller: the older one gets 409', async () => {
    const first = failureOf(bot.api.getUpdates({ timeout: 30 }));
    await fake.until(() => fake.callsOf('getUpdates').length);
    const other = await fake.pollElsewhere();
    expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates request/);
    await other.stop();
  });

  it('stop with 401 when the token is revoked', async () => {
    const waiting = failureOf(bot.api.getUpdates({ timeout: 30 }));
    await fake.until(() => fake.callsOf('getUpdates').length);
    fake.revokeToken();
    expect(await waiting).toBe('401 Unauthorized');
    expect(await failureOf(bot.api.getMe())).toBe('401 Unauthorized');
  });
});

describe('updates by webhook', () => {
  /** A webhook that says these statuses in turn, then 200. */
  async function listen(
    statuses: number[] = [],
  ): Promise<{ url: string; got: { id: number; secret: unknown }[] }> {
    const got: { id: number; secret: unknown }[] = [];
    webhookServer = createServer(async (request, response) => {
      const update = (await json(request)) as Update;
      got.push({ id: update.update_id, secret: request.headers['x-telegram-bot-api-secret-token'] });
      response.writeHead(statuses.shift() ?? 200).end();
    });
    await new Promise<void>((resolve) => webhookServer?.listen(0, '127.0.0.1', resolve));
    const { port } = webhookServer.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/hook`, got };
  }

  it('carry the secret, and come again until they are taken', async () => {
    const { url, got } = await listen([500, 502]);
    await bot.api.setWebhook(url, { secret_token: 's3cret' });
    fake.user('ann').write('one');
    await fake.untilConfirmed();
    expect(got.length).toBe(3);
    expect(new Set(got.map(({ id, secret }) => `${id} ${secret}`))).toEqual(
      new Set([`${fake.updates[0]?.update_id} s3cret`]),
    );
    expect((await bot.api.getWebhookInfo()).pending_update_count).toBe(0);
    expect(fake.webhook?.lastError).toMatch(/502/);
  });

  it('are kept while nobody listens', async () => {
    const { url, got } = await listen();
    webhookServer?.close();
    await bot.api.setWebhook(url);
    fake.user('ann').write('one');
    await fake.until(() => fake.webhook?.lastError);
    webhookServer = createServer((_request, response) => {
      got.push({ id: 1, secret: undefined });
      response.end();
    }).listen(Number(new URL(url).port), '127.0.0.1');
    await fake.untilConfirmed();
    expect(got.length).toBe(1);
  });

  it('shut out polling', async () => {
    const { url } = await listen();
    await bot.api.setWebhook(url);
    expect(await failureOf(bot.api.getUpdates())).toMatch(
      /^409 Conflict: can't use getUpdates method while webhook/,
    );
    await bot.api.deleteWebhook();
    expect(await bot.api.getUpdates()).toEqual([]);
  });
});

describe('messages of the bot', () => {
  it('are shown with marks, quote what they reply to, and are edited', async () => {
    const ann = fake.user('ann');
    const asked = ann.write('Who won the cup?');
    const sent = await bot.api.sendMessage(ann.id, 'Harbour United', {
      entities: [{ type: 'bold', offset: 0, length: 7 }],
      reply_parameters: { message_id: asked.id, quote: 'Who won' },
      reply_markup: new InlineKeyboard().text('Helpful', 'h').url('Source', 'https://example.org'),
      link_preview_options: { is_disabled: true },
    });
    await bot.api.editMessageText(ann.id, sent.message_id, 'Harbour United won.');
    expect(ann.chat.snapshot()).toBe(
      [
        '— chat with ann —',
        '#1 ann: Who won the cup?',
        '#2 bot (re #1, “Who won”, edited 1×): Harbour United won.',
      ].join('\n'),
    );
    expect(fake.violations).toEqual([]);
  });

  it.each([
    ['', '400 Bad Request: message text is empty'],
    [' \n ', '400 Bad Request: message text is empty'],
    ['x'.repeat(4097), '400 Bad Request: message is too long'],
  ])('are refused when empty or too long', async (text, failure) => {
    const ann = fake.user('ann');
    ann.write('hello');
    expect(await failureOf(bot.api.sendMessage(ann.id, text))).toBe(failure);
  });

  it('are refused with what the server cannot take', async () => {
    const ann = fake.user('ann');
    const asked = ann.write('hello');
    const send = (other: Parameters<typeof bot.api.sendMessage>[2]) =>
      failureOf(bot.api.sendMessage(ann.id, 'words', other));
    expect(await send({ entities: [{ type: 'bold', offset: 3, length: 9 }] })).toMatch(
      /ends after the end of the text/,
    );
    expect(await send({ reply_parameters: { message_id: 99 } })).toMatch(/message to be replied not found/);
    expect(await send({ reply_parameters: { message_id: asked.id, quote: 'bye' } })).toMatch(
      /QUOTE_TEXT_INVALID/,
    );
    expect(await send({ reply_markup: new InlineKeyboard().text('a', 'x'.repeat(65)) })).toMatch(
      /BUTTON_DATA_INVALID/,
    );
    expect(await send({ reply_markup: new InlineKeyboard().url('a', '/path') })).toMatch(/Wrong HTTP URL/);
    expect(await send({ message_thread_id: 5 })).toMatch(/message thread not found/);
  });

  it('tell of entities that the server would drop without a word', async () => {
    const ann = fake.user('ann');
    ann.write('hello');
    await bot.api.sendMessage(ann.id, 'words', {
      entities: [{ type: 'text_link', offset: 0, length: 5, url: 'http://localhost/' }],
    });
    expect(fake.violations).toEqual(['text_link 0+5 leads to no address: http://localhost/ in "words"']);
  });

  it('fail where the bot may not write', async () => {
    const ann = fake.user('ann');
    expect(await failureOf(bot.api.sendMessage(ann.id, 'a'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
    ann.write('hello');
    ann.block();
    expect(await failureOf(bot.api.sendMessage(ann.id, 'a'))).toBe(
      '403 Forbidden: bot was blocked by the user',
    );
    const desk = fake.group('desk', { members: [ann] });
    desk.kickBot();
    expect(await failureOf(bot.api.sendMessage(desk.id, 'a'))).toBe(
      '403 Forbidden: bot was kicked from the group chat',
    );
    expect(await failureOf(bot.api.sendMessage(123, 'a'))).toBe('400 Bad Request: chat not found');
  });

  it('fail to be edited when they are gone, unchanged or not its own', async () => {
    const ann = fake.user('ann');
    const asked = ann.write('hello');
    const { message_id: id } = await bot.api.sendMessage(ann.id, 'words');
    expect(await failureOf(bot.api.editMessageText(ann.id, id, ' words '))).toMatch(
      /message is not modified/,
    );
    expect(await failureOf(bot.api.editMessageText(ann.id, asked.id, 'x'))).toMatch(
      /message can't be edited/,
    );
    await bot.api.deleteMessage(ann.id, id);
    expect(await failureOf(bot.api.editMessageText(ann.id, id, 'x'))).toMatch(/message to edit not found/);
    expect(await failureOf(bot.api.deleteMessage(ann.id, id))).toMatch(/message to delete not found/);
  });

  it('are counted by the minute, and refused in a busy group where the server is strict', async () => {
    let now = 1_000_000;
    await reopen({ now: () => now, enforcesGroupRate: true });
    const desk = fake.group('desk', { members: [fake.user('ann')] });
    for (let count = 0; count < 20; count += 1) await bot.api.sendMessage(desk.id, `${count}`);
    expect(await failureOf(bot.api.sendMessage(desk.id, 'more'))).toBe(
      '429 Too Many Requests: retry after 60',
    );
    now += 60_000;
    await bot.api.sendMessage(desk.id, 'more');
    expect(desk.busiestMinute()).toBe(20);
  });

  it('can be drafted in private chats, and announced by actions', async () => {
    const ann = fake.user('ann');
    ann.write('hello');
    await bot.api.sendChatAction(ann.id, 'typing');
    await bot.api.sendMessageDraft(ann.id, 7, 'Harbour');
    await bot.api.sendMessageDraft(ann.id, 7, 'Harbour United');
    expect(ann.chat.actions()).toEqual(['typing']);
    expect(ann.chat.drafts().map(({ id, text }) => `${id} ${text}`)).toEqual([
      '7 Harbour',
      '7 Harbour United',
    ]);
    const desk = fake.group('desk', { members: [ann] });
    expect(await failureOf(bot.api.sendMessageDraft(desk.id, 7, 'x'))).toMatch(/^400/);
    await reopen({ withoutMethods: ['sendMessageDraft'] });
    fake.user('ann').write('hello');
    expect(await failureOf(bot.api.sendMessageDraft(fake.user('ann').id, 7, 'x'))).toBe(
      '404 Not Found: method not found',
    );
  });
});

describe('groups', () => {
  it('keep from the bot what is not for it, in privacy mode', async () => {
    const [ann, bob] = [fake.user('ann'), fake.user('bob')];
    const desk = fake.group('desk', { members: [ann], admins: [bob] });
    const reply = await bot.api.sendMessage(desk.id, 'Ask me.');
    const shown = desk.fromBot()[0];
    ann.in(desk).write('Nobody asks.');
    ann.in(desk).command('ask', 'one');
    ann.in(desk).command('ask', 'two', { to: '' });
    ann.in(desk).command('ask', 'three', { to: 'other_bot' });
    ann.in(desk).mention('four');
    if (shown) ann.in(desk).replyTo(shown, 'five', 'Ask');
    const texts = fake.updates.flatMap(({ message }) => message?.text ?? []);
    expect(texts).toEqual(['/ask@footnote_bot one', '/ask two', '@footnote_bot four', 'five']);
    expect(fake.updates.at(-1)?.message).toMatchObject({
      reply_to_message: { message_id: reply.message_id },
      quote: { text: 'Ask', position: 0 },
    });
    expect((await bot.api.getChatAdministrators(desk.id)).map(({ user }) => user.first_name)).toEqual([
      'bob',
    ]);
    expect((await bot.api.getChatMember(desk.id, ann.id)).status).toBe('member');
  });

  it('show everything to an administrator, or without privacy mode', async () => {
    const ann = fake.user('ann');
    ann.in(fake.group('desk', { members: [ann], botIsAdmin: true })).write('Nobody asks.');
    expect(fake.updates.at(-1)?.message?.text).toBe('Nobody asks.');
  });

  it('have topics, in which replies stay', async () => {
    const ann = fake.user('ann');
    const forum = fake.group('forum', { members: [ann], forum: true });
    const cup = forum.topic('cup');
    const asked = ann.in(forum, cup).mention('Who won?');
    await bot.api.sendMessage(forum.id, 'Harbour', { reply_parameters: { message_id: asked.id } });
    await bot.api.sendMessage(forum.id, 'United', { message_thread_id: cup.id });
    expect(cup.messages().map(({ text }) => text)).toEqual(['@footnote_bot Who won?', 'Harbour', 'United']);
    expect(fake.updates.at(-1)?.message).toMatchObject({ is_topic_message: true, message_thread_id: cup.id });
  });

  it('refer to what opened a topic, and give reply threads an id that nothing can be sent to', async () => {
    const ann = fake.user('ann');
    const forum = fake.group('forum', { members: [ann], forum: true });
    ann.in(forum, forum.topic('cup')).mention('Who won?');
    expect(fake.updates.at(-1)?.message?.reply_to_message?.forum_topic_created?.name).toBe('cup');
    const desk = fake.group('desk', { members: [ann], type: 'supergroup' });
    const said = ann.in(desk).write('Who won?');
    ann.in(desk).replyTo(said, '@footnote_bot ?');
    const { message } = fake.updates.at(-1) ?? {};
    expect(message).toMatchObject({ message_thread_id: said.id });
    expect(message?.is_topic_message).toBeUndefined();
    const thread = { message_thread_id: said.id };
    expect(await failureOf(bot.api.sendMessage(desk.id, 'x', thread))).toMatch(/message thread not found/);
  });

  it('let administrators speak in the group’s name', () => {
    const desk = fake.group('desk', { members: [fake.user('ann')] });
    desk.anonymousAdmin().command('pause');
    expect(fake.updates.at(-1)?.message).toMatchObject({
      from: { username: 'GroupAnonymousBot', is_bot: true },
      sender_chat: { id: desk.id },
    });
  });

  it('become supergroups, and send whoever writes to the old one there', async () => {
    const ann = fake.user('ann');
    const desk = fake.group('desk', { members: [ann] });
    const moved = desk.migrate();
    const failure = await bot.api.sendMessage(desk.id, 'x').catch((error: unknown) => error);
    expect(failure).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: moved.id } });
    const services = fake.updates.flatMap(({ message }) => message ?? []);
    expect(services).toMatchObject([
      { chat: { id: desk.id }, migrate_to_chat_id: moved.id },
      { chat: { id: moved.id }, migrate_from_chat_id: desk.id },
    ]);
  });
});

describe('people', () => {
  it('press buttons, and are answered once, in time', async () => {
    let now = 0;
    await reopen({ now: () => now });
    const ann = fake.user('ann');
    ann.write('hello');
    await bot.api.sendMessage(ann.id, 'words', {
      reply_markup: new InlineKeyboard().text('Helpful', 'data'),
    });
    const pressed = ann.press('Helpful');
    expect(fake.updates.at(-1)?.callback_query).toMatchObject({ id: pressed.id, data: 'data' });
    await bot.api.answerCallbackQuery(pressed.id, { text: 'Thanks' });
    expect(await pressed.answer).toEqual({ text: 'Thanks', alert: false });
    expect(await failureOf(bot.api.answerCallbackQuery(pressed.id))).toMatch(/query is too old/);
    const late = ann.press('Helpful');
    now += 15_001;
    expect(await failureOf(bot.api.answerCallbackQuery(late.id))).toMatch(/query is too old/);
  });

  it('ask inline, are answered from the cache for a while, and send a result', async () => {
    bot.on('inline_query', (ctx) =>
      ctx.answerInlineQuery(
        [
          {
            type: 'article',
            id: 'a',
            title: 'A card',
            input_message_content: { message_text: 'Words', link_preview_options: { is_disabled: true } },
          },
        ],
        { cache_time: 10, next_offset: '1' },
      ),
    );
    bot.on('chosen_inline_result', () => {});
    await start();
    const ann = fake.user('ann');
    const answer = await ann.inline('cup');
    expect(answer).toMatchObject({ query: 'cup', nextOffset: '1', cached: false });
    expect((await ann.inline('cup')).cached).toBe(true);
    expect((await ann.inline('cup', { offset: '1' })).cached).toBe(false);
    const chosen = ann.chooseInline(answer, 0);
    expect(chosen).toMatchObject({ text: 'Words', fromBot: false, showsLinkPreview: false });
    expect(fake.updates.at(-1)?.chosen_inline_result?.result_id).toBe('a');
  });

  it('press buttons of inline messages, which the bot edits', async () => {
    const ann = fake.user('ann');
    const keyboard = new InlineKeyboard().text('More', 'more');
    bot.on('inline_query', (ctx) =>
      ctx.answerInlineQuery([
        {
          type: 'article',
          id: 'a',
          title: 'A card',
          input_message_content: { message_text: 'Words' },
          reply_markup: keyboard,
        },
      ]),
    );
    bot.on('callback_query', async (ctx) => {
      await ctx.editMessageText('More words');
      await ctx.answerCallbackQuery();
    });
    await start();
    const sent = ann.chooseInline(await ann.inline('x'), 0);
    await ann.press('More').answer;
    expect(sent.text).toBe('More words');
    expect(sent.buttons).toEqual([]);
  });

  it('may not be answered inline with too much', async () => {
    const ann = fake.user('ann');
    const asked = ann.inline('x', { timeoutMs: 50 });
    const id = fake.updates.at(-1)?.inline_query?.id ?? '';
    const card = (of: string) => ({
      type: 'article' as const,
      id: of,
      title: 'A',
      input_message_content: { message_text: 'a' },
    });
    const fail = (cards: string[], other = {}) =>
      failureOf(bot.api.answerInlineQuery(id, cards.map(card), other));
    expect(await fail(Array.from({ length: 51 }, (_, index) => `${index}`))).toMatch(/RESULTS_TOO_MUCH/);
    expect(await fail(['a', 'a'])).toMatch(/RESULT_ID_DUPLICATE/);
    expect(await fail(['x'.repeat(65)])).toMatch(/RESULT_ID_INVALID/);
    expect(await fail(['a'], { next_offset: 'x'.repeat(65) })).toMatch(/NEXT_OFFSET_INVALID/);
    await expect(asked).rejects.toThrow('was not answered');
  });

  it('upload files that the bot downloads, up to 20 MB', async () => {
    const ann = fake.user('ann');
    ann.upload({ name: 'a.txt', content: 'words' }, '/corpus@footnote_bot add');
    const document = fake.updates.at(-1)?.message?.document;
    const file = await bot.api.getFile(document?.file_id ?? '');
    const response = await fetch(`${fake.apiRoot}/file/bot${fake.token}/${file.file_path}`);
    expect(await response.text()).toBe('words');
    ann.upload({ name: 'b.txt', content: '', size: 21 * 1024 * 1024 });
    const large = fake.updates.at(-1)?.message?.document?.file_id ?? '';
    expect(await failureOf(bot.api.getFile(large))).toBe('400 Bad Request: file is too big');
  });

  it('receive files', async () => {
    const ann = fake.user('ann');
    ann.write('hello');
    const content = new TextEncoder().encode('{}');
    await bot.api.sendDocument(ann.id, new InputFile(content, 'data.json'), { caption: 'Yours' });
    expect(ann.chat.fromBot()[0]?.raw).toMatchObject({
      document: { file_name: 'data.json', file_size: 2 },
      caption: 'Yours',
    });
    expect(fake.violations).toEqual([]);
  });

  it('are offered the commands of their scope and language', async () => {
    const [ann, bob] = [fake.user('ann', { language: 'de-AT' }), fake.user('bob', { language: 'fr' })];
    const desk = fake.group('desk', { members: [ann], admins: [bob] });
    const command = (name: string) => [{ command: name, description: 'd' }];
    await bot.api.setMyCommands(command('default'));
    await bot.api.setMyCommands(command('fragen'), { language_code: 'de' });
    await bot.api.setMyCommands(command('admin'), { scope: { type: 'all_chat_administrators' } });
    expect(fake.commandsFor(ann, ann.chat)).toEqual(command('fragen'));
    expect(fake.commandsFor(bob, bob.chat)).toEqual(command('default'));
    expect(fake.commandsFor(bob, desk)).toEqual(command('admin'));
    expect(fake.commandLists.length).toBe(3);
    expect(await failureOf(bot.api.setMyCommands(command('Ask')))).toMatch(/BOT_COMMAND_INVALID/);
  });

  it('post in channels, which the bot sees', () => {
    const channel = fake.channel('wire');
    channel.editPost(channel.post('News'), 'Old news');
    expect(fake.updates.map((update) => Object.keys(update)[1])).toEqual([
      'channel_post',
      'edited_channel_post',
    ]);
  });
});

describe('failures on demand', () => {
  it('come as often as asked, for the method named', async () => {
    fake.failNext('getMe', tooManyRequests(180), 2);
    expect(await failureOf(bot.api.getMe())).toBe('429 Too Many Requests: retry after 180');
    expect(await bot.api.getWebhookInfo()).toMatchObject({ url: '' });
    expect(await failureOf(bot.api.getMe())).toMatch(/^429/);
    expect((await bot.api.getMe()).username).toBe('footnote_bot');
  });

  it('cut connections before and after the work is done', async () => {
    const ann = fake.user('ann');
    ann.write('hello');
    fake.failNext('sendMessage', { drop: 'before' });
    await expect(bot.api.sendMessage(ann.id, 'one')).rejects.toThrow('Network request');
    expect(ann.chat.fromBot()).toEqual([]);
    fake.failNext('sendMessage', { drop: 'after' });
    await expect(bot.api.sendMessage(ann.id, 'two')).rejects.toThrow('Network request');
    expect(ann.chat.fromBot().map(({ text }) => text)).toEqual(['two']);
  });

  it('are slow answers and answers of a proxy', async () => {
    fake.failNext('getMe', { delayMs: 30 });
    const before = performance.now();
    await bot.api.getMe();
    expect(performance.now() - before).toBeGreaterThan(28);
    fake.failNext('getMe', BAD_GATEWAY);
    await expect(bot.api.getMe()).rejects.toThrow();
  });

  it('cut a long poll', async () => {
    const waiting = bot.api.getUpdates({ timeout: 30 });
    await fake.until(() => fake.callsOf('getUpdates').length);
    fake.dropConnections();
    await expect(waiting).rejects.toThrow('Network request');
  });
});

describe('what is asked of the server', () => {
  it('may come as a form, with the method in any case', async () => {
    const ann = fake.user('ann');
    ann.write('hello');
    const response = await fetch(`${fake.apiRoot}/bot${fake.token}/SENDMESSAGE?chat_id=${ann.id}`, {
      method: 'POST',
      body: new URLSearchParams({
        text: 'words',
        entities: JSON.stringify([{ type: 'bold', offset: 0, length: 5 }]),
        link_preview_options: '{"is_disabled":true}',
      }),
    });
    expect(await response.json()).toMatchObject({ ok: true, result: { text: 'words' } });
    expect(ann.chat.snapshot()).toContain('bot: **words**');
    expect(fake.violations).toEqual([]);
  });

  it('is refused with a wrong token, and where there is no such method or file', async () => {
    const get = async (path: string) => {
      const body: unknown = await (await fetch(fake.apiRoot + path)).json();
      return body;
    };
    const failure = (code: number, description: string) => ({ ok: false, error_code: code, description });
    expect(await get('/bot1:wrong/getMe')).toEqual(failure(401, 'Unauthorized'));
    expect(await get(`/bot${fake.token}/sendPigeon`)).toEqual(failure(404, 'Not Found: method not found'));
    expect(await get(`/file/bot${fake.token}/documents/none`)).toEqual(failure(404, 'Not Found'));
    expect(await get('/')).toEqual(failure(404, 'Not Found'));
  });

  it.skipIf(!process.env.TELEGRAM_BOT_API_SPEC)(
    'is held against the description of the Bot API',
    async () => {
      const ann = fake.user('ann');
      ann.write('hello');
      const call = (method: string, body: object) =>
        fetch(`${fake.apiRoot}/bot${fake.token}/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      await call('sendMessage', {
        chat_id: ann.id,
        text: 'a',
        disable_ping: true,
        reply_parameters: { quoted: 'x' },
      });
      await call('sendPigeon', {});
      await call('setMyCommands', { commands: [{ command: 5, description: 'd' }] });
      expect(fake.violations).toEqual([
        'sendMessage.disable_ping is no parameter',
        'sendMessage.reply_parameters.quoted is no parameter',
        'sendMessage.reply_parameters.message_id is missing',
        'sendPigeon is no method',
        'setMyCommands.commands[0].command is no String: 5',
      ]);
    },
  );

  it('is recorded', async () => {
    const ann = fake.user('ann');
    ann.write('hello');
    await bot.api.sendMessage(ann.id, '[1]', { entities: [{ type: 'bold', offset: 0, length: 3 }] });
    expect(fake.callsOf('sendMessage')).toMatchObject([
      {
        parameters: { chat_id: ann.id, text: '[1]', entities: [{ type: 'bold' }] },
        response: { status: 200 },
      },
    ]);
  });
});
