import type { ChildProcess } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../../support/model-server.ts';
import { seedFolder } from '../../support/open-desk.ts';
import { runCli, temporaryFolder } from '../../support/run-cli.ts';
import { tooManyRequests } from '../../support/telegram/failure.ts';
import type { FakeTelegram } from '../../support/telegram/fake-telegram.ts';
import { startFakeTelegram } from '../../support/telegram/start-fake-telegram.ts';
import { openBot, type TestBot } from './open-bot.ts';

const SEATS = 'How many seats of the electoral districts did Hamas win?';
const THREE_MINUTES = 180;

describe('a process that is killed', () => {
  it('answers after its next start what it had not, and nothing twice', async () => {
    const fake = await startFakeTelegram();
    const folder = join(temporaryFolder(), 'data');
    cpSync(await seedFolder(), folder, { recursive: true });
    const [ann, ben] = [fake.user('ann'), fake.user('ben')];
    const first = startProcess(fake, folder);
    ann.write(SEATS);
    await fake.until(() => ann.chat.fromBot().length === 1, { timeoutMs: 20_000 });
    fake.failNext('sendMessage', tooManyRequests(THREE_MINUTES));
    ben.write(SEATS);
    await fake.until(() => fake.callsOf('sendMessage').length === 2);
    // The next poll has confirmed the update by now or will not: either way it must be answered.
    expect((await first.end('SIGKILL')).code).toBeNull();

    const second = startProcess(fake, folder);
    await fake.until(() => ben.chat.fromBot().length === 1, { timeoutMs: 20_000 });
    ben.command('help');
    await fake.until(() => ben.chat.fromBot().length === 2);
    const { code, stderr } = await second.end('SIGTERM');
    expect(code).toBe(0);
    expect(stderr).toContain('Telegram: answers as @footnote_bot');
    expect(stderr).not.toContain(fake.token);
    expect(ann.chat.fromBot()).toHaveLength(1);
    expect(ben.chat.fromBot()[0]?.text).toContain('66');
    expect(fake.violations).toEqual([]);
    await fake.close();
  });
});

it('says what to do where the token is refused, and never shows it', async () => {
  const fake = await startFakeTelegram();
  fake.revokeToken();
  const folder = join(temporaryFolder(), 'data');
  cpSync(await seedFolder(), folder, { recursive: true });
  const { code, stderr } = await startProcess(fake, folder).ended;
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/No Telegram bot: the token is refused \(401\): set TELEGRAM_TOKEN .*@BotFather/u);
  expect(stderr).not.toContain(fake.token);
  await fake.close();
});

function startProcess(fake: FakeTelegram, folder: string) {
  let child: ChildProcess | undefined;
  const ended = runCli(['start', '--data', folder], {
    environment: {
      TELEGRAM_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      ...(process.env.XDG_CACHE_HOME !== undefined && { XDG_CACHE_HOME: process.env.XDG_CACHE_HOME }),
    },
    onStart: (started) => {
      child = started;
    },
  });
  return {
    ended,
    end(signal: 'SIGKILL' | 'SIGTERM') {
      child?.kill(signal);
      return ended;
    },
  };
}

describe('an answer of several messages', () => {
  const CRANES = 'What did the harbour master Greta Lind say about cranes?';

  it('is sent to its end after a restart, and its beginning not again', async () => {
    await using model = await startModelServer();
    await using bot = await openTalkativeBot(model);
    const { fake } = bot;
    const ann = fake.user('ann');
    ann.write(CRANES);
    await fake.until(() => ann.chat.fromBot().at(-1)?.buttons.length);
    const said = ann.chat.fromBot().map(({ text }) => text);
    expect(said.length).toBeGreaterThan(1);

    const ben = fake.user('ben');
    const sent = fake.callsOf('sendMessage').length;
    fake.failNext('sendMessage', { delayMs: 0 });
    fake.failNext('sendMessage', tooManyRequests(THREE_MINUTES));
    ben.write(CRANES);
    await fake.until(() => fake.callsOf('sendMessage').length === sent + 2);
    expect(ben.chat.fromBot()).toHaveLength(1);
    const asked = model.requests.length;
    await bot.restart();
    await fake.until(() => ben.chat.fromBot().length === said.length);
    expect(ben.chat.fromBot().map(({ text }) => text)).toEqual(said);
    expect(ben.chat.fromBot().at(-1)?.buttons.flat()).not.toEqual([]);
    expect(ben.chat.fromBot()[0]?.buttons).toEqual([]);
    expect(model.requests).toHaveLength(asked);
    expect(fake.violations).toEqual([]);
  });

  it('keeps each message within what Telegram takes, and shrinks and grows with its question', async () => {
    await using model = await startModelServer();
    await using bot = await openTalkativeBot(model);
    const { fake } = bot;
    const ann = fake.user('ann');
    const asked = ann.write(CRANES);
    await fake.until(() => ann.chat.fromBot().at(-1)?.buttons.length);
    const said = ann.chat.fromBot().map(({ text }) => text);
    expect(said.length).toBeGreaterThan(1);
    for (const text of said) expect(text.length).toBeLessThanOrEqual(4096);
    ann.edit(asked, SEATS);
    await fake.until(() => ann.chat.fromBot().length === 1 && ann.chat.fromBot()[0]?.text.includes('66'));
    ann.edit(asked, CRANES);
    await fake.until(() => ann.chat.fromBot().length === said.length);
    expect(ann.chat.fromBot().map(({ text }) => text)).toEqual(said);
    expect(fake.violations).toEqual([]);
  });
});

const KINDS = ['antique', 'painted', 'missing', 'wrecked', 'foreign', 'stacked'];

/** A bot whose model quotes six sentences of nine hundred characters each; of other questions it knows nothing. */
async function openTalkativeBot(model: ModelServer): Promise<TestBot> {
  model.react((request) => {
    const claims = KINDS.flatMap((kind) => {
      const sentence = sentenceOf(kind);
      const at = request.prompt.indexOf(sentence);
      const passage = request.prompt
        .slice(0, Math.max(0, at))
        .match(/\bp\d+\b/gu)
        ?.at(-1);
      const text = `The harbour master Greta Lind said that these cranes are ${kind}.`;
      return passage === undefined ? [] : [{ text, quotes: [{ passage, text: sentence }] }];
    });
    return JSON.stringify({ declined: claims.length === 0, claims });
  });
  const settings = { MODEL: 'openai:test', MODEL_BASE_URL: model.urls.openai, MODEL_API_KEY: 'test' };
  const bot = await openBot({ desk: { settings } });
  const upload = await bot.desk.corpus.read({ fileName: 'harbour.md', bytes: Buffer.from(longArticle()) });
  await bot.desk.corpus.add(upload.ticket, { platform: 'telegram', chat: '1', person: '1' });
  return bot;
}

function longArticle(): string {
  return `---
title: Harbour master counts the cranes of Norrholm
publisher: Norrholm Post
published: 2024-03-02
---

${KINDS.map(sentenceOf).join('\n\n')}
`;
}

function sentenceOf(kind: string): string {
  const names = Array.from({ length: 50 }, (_, index) => `${kind} crane ${index + 1}`).join(', ');
  return `The harbour master Greta Lind said that these cranes are ${kind}: ${names}.`;
}
