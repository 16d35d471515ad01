/**
 * Draws docs/discord.svg: a question to the bot on the seeds and its answer, as a Discord server received them.
 *
 *     node scripts/picture-discord.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDiscord } from '../bots/discord/start-discord.ts';
import { startFakeDiscord } from '../tests/support/discord/start-fake-discord.ts';
import { openTestDesk } from '../tests/support/open-desk.ts';
import { ROOT } from '../tests/support/source-files.ts';
import { drawChannel } from './picture/discord-channel.ts';

const QUESTION = 'Where did Abbas and Mashaal meet in November 2011?';
const WIDTH = 760;
const PICTURE = join(ROOT, 'docs', 'discord.svg');

const fake = await startFakeDiscord();
const opened = await openTestDesk({ settings: { READER_URL: 'https://footnote.example.org' } });
const bot = await startDiscord(opened, {
  token: fake.token,
  apiUrl: fake.apiUrl,
  threads: false,
  locale: 'en',
  ledgerDays: opened.config.ledgerDays,
  log: () => {},
});
const reader = fake.member('Reader');
await reader.answerTo(reader.mention(QUESTION), ({ buttons }) => buttons.length > 0);
mkdirSync(join(ROOT, 'docs'), { recursive: true });
writeFileSync(PICTURE, `${drawChannel(fake.messagesIn('general'), WIDTH)}\n`);
console.info(`${PICTURE} is drawn`);
await bot.close();
await fake.close();
await opened[Symbol.asyncDispose]();
