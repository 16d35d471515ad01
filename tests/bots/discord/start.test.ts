import type { ChildProcess } from 'node:child_process';
import { expect, it } from 'vitest';
import { startFakeDiscord } from '../../support/discord/start-fake-discord.ts';
import { runCli } from '../../support/run-cli.ts';
import { ingestSeeds } from '../../support/seed-index.ts';

it('footnote start answers on Discord until it is told to stop', { timeout: 120_000 }, async () => {
  await using fake = await startFakeDiscord();
  const data = await ingestSeeds();
  let child: ChildProcess | undefined;
  const running = runCli(['start', '--data', data], {
    environment: { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl, WEB_PORT: '' },
    onStart: (started) => {
      child = started;
    },
  });
  await fake.until(() => fake.commands().length > 0, { timeoutMs: 60_000 });
  const ann = fake.member('ann');
  const asked = ann.command({ name: 'ask', options: { question: 'Where did Abbas and Mashaal meet?' } });
  expect((await asked.reply(({ buttons }) => buttons.length > 0)).content).toContain('Cairo');
  child?.kill('SIGTERM');
  const { code, stderr } = await running;
  expect(code).toBe(0);
  expect(stderr).toMatch(/Discord: answers as \S+; servers: 1/u);
  expect(stderr).not.toContain(fake.token);
  expect(fake.gateway.open).toBe(0);
});

it('footnote start says what is wrong with a token, and goes on without Discord', {
  timeout: 120_000,
}, async () => {
  await using fake = await startFakeDiscord();
  const data = await ingestSeeds();
  const { code, stdout, stderr } = await runCli(['start', '--data', data], {
    input: 'Where did Abbas and Mashaal meet?\n',
    environment: { DISCORD_TOKEN: 'wrong', DISCORD_API_URL: fake.apiUrl, WEB_PORT: '' },
  });
  expect(stderr).toMatch(/No Discord bot: .*the token is wrong/u);
  expect(stdout).toContain('Cairo');
  expect(code).toBe(0);
});
