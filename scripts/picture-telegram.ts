/**
 * Draws docs/telegram.svg: a question to the bot on the seeds, its answer and the first source, as a Bot API
 * server received them.
 *
 *     node scripts/picture-telegram.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTelegram } from '../bots/telegram/start-telegram.ts';
import { openTestDesk } from '../tests/support/open-desk.ts';
import { ROOT } from '../tests/support/source-files.ts';
import { startFakeTelegram } from '../tests/support/telegram/start-fake-telegram.ts';
import { drawChat } from './picture/telegram-chat.ts';

const QUESTION = 'What did Jack Straw say about Hamas?';
const WIDTH = 640;
const PICTURE = join(ROOT, 'docs', 'telegram.svg');

const fake = await startFakeTelegram();
// A reader page that Telegram makes links to, as a public one would be.
const opened = await openTestDesk({ settings: { READER_URL: 'https://footnote.example.org' } });
const bot = await startTelegram(
  { desk: opened.desk },
  {
    token: fake.token,
    apiRoot: fake.apiRoot,
    moderators: [],
    locale: 'en',
    ledgerDays: opened.config.ledgerDays,
    log: () => {},
  },
);
const reader = fake.user('reader', { language: 'en' });
reader.write(QUESTION);
await fake.until(() => reader.chat.fromBot().length, { timeoutMs: 30_000 });
await reader.press('Sources').answer;
await fake.until(() => reader.chat.fromBot().length === 2);
mkdirSync(join(ROOT, 'docs'), { recursive: true });
writeFileSync(PICTURE, `${drawChat(reader.chat.messages(), WIDTH)}\n`);
console.info(`${PICTURE} is drawn`);
await bot.close();
await opened[Symbol.asyncDispose]();
await fake.close();
