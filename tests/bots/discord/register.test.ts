import { describe, expect, it } from 'vitest';
import { startDiscord } from '../../../bots/discord/start-discord.ts';
import { CHAT_PHRASES } from '../../../src/index.ts';
import { startFakeDiscord } from '../../support/discord/start-fake-discord.ts';
import { openTestDesk } from '../../support/open-desk.ts';
import { runCli } from '../../support/run-cli.ts';

const PUT = 'PUT /applications/*/commands';

describe('the commands', () => {
  it('are registered by the first start, and by no other until they change', async () => {
    await using fake = await startFakeDiscord();
    await using opened = await openTestDesk();
    const options = {
      token: fake.token,
      apiUrl: fake.apiUrl,
      threads: false,
      locale: 'en',
      ledgerDays: 90,
      log: () => {},
    };
    for (const _start of [1, 2]) {
      const discord = await startDiscord(opened, options);
      await fake.quiet();
      await discord.close();
    }
    expect(fake.requests(PUT)).toHaveLength(1);
    opened.desk.memory('discord').set('commands', 'of an older version');
    const discord = await startDiscord(opened, options);
    await fake.until(() => fake.requests(PUT).length === 2);
    await discord.close();
    expect(fake.violations).toEqual([]);
  });

  it('are moderators’ own where they moderate, and everybody’s everywhere else', async () => {
    await using fake = await startFakeDiscord();
    await register(fake);
    const commands = fake.commands();
    const moderating = commands.filter((command) => command.default_member_permissions !== null);
    expect(moderating.map(({ name }) => name)).toEqual([
      'quote',
      'corpus',
      'answer',
      'bot',
      'Check this quote',
      'Retract this answer',
      'Correct this answer',
    ]);
    for (const command of moderating) {
      // Manage Messages, in servers only, and only where the bot was added to the server.
      expect(command).toMatchObject({
        default_member_permissions: '8192',
        contexts: [0],
        integration_types: [0],
      });
    }
    for (const command of commands.filter((one) => !moderating.includes(one)))
      expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  it('have names and texts in every language that Discord and the bot have in common', async () => {
    await using fake = await startFakeDiscord();
    await register(fake);
    const ask = fake.commands().find(({ name }) => name === 'ask');
    expect(Object.keys(ask?.name_localizations ?? {}).sort()).toEqual(['de', 'es-419', 'es-ES', 'fr', 'ru']);
    expect(ask?.description_localizations?.de).toBe(CHAT_PHRASES.get('de')?.commands.ask.description);
    expect(fake.violations).toEqual([]);
  });

  it('have names in each language that Discord can tell apart', () => {
    for (const [language, { commands, options }] of CHAT_PHRASES) {
      const used = Object.entries(commands).filter(([key]) => TOP_LEVEL.has(key));
      const names = used.map(([, { name }]) => name);
      expect(new Set(names).size, `${language}: ${names}`).toBe(names.length);
      const ofOptions = Object.values(options).map(({ name }) => name);
      expect(new Set(ofOptions).size, `${language}: ${ofOptions}`).toBe(ofOptions.length);
    }
  });
});

const TOP_LEVEL = new Set([
  'ask',
  'sources',
  'help',
  'language',
  'forgetMe',
  'myData',
  'quote',
  'corpus',
  'answer',
  'bot',
]);

async function register(fake: { readonly token: string; readonly apiUrl: string }): Promise<void> {
  const { registerCommands } = await import('../../../bots/discord/register/register-commands.ts');
  await registerCommands(fake, { isRemoval: false });
}

describe('footnote discord', () => {
  it('prints links that add the bot, with the least permissions', async () => {
    await using fake = await startFakeDiscord();
    const environment = { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl };
    const { code, stdout } = await runCli(['discord', 'invite'], { environment });
    expect(code).toBe(0);
    const [server, person] = stdout
      .trim()
      .split('\n')
      .map((line) => new URL(line).searchParams);
    expect(server?.get('client_id')).toBe(fake.applicationId);
    expect(server?.get('scope')).toBe('bot applications.commands');
    // View Channel, Send Messages, Read Message History, Send Messages in Threads
    expect(BigInt(server?.get('permissions') ?? 0)).toBe(
      (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n),
    );
    expect(person?.get('scope')).toBe('applications.commands');
  });

  it('registers the commands everywhere or in one server, and takes them away', async () => {
    await using fake = await startFakeDiscord();
    const environment = { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl };
    const everywhere = await runCli(['discord', 'register'], { environment });
    expect(everywhere.stderr).toMatch(/^\d+ commands are registered everywhere\./u);
    expect(fake.commands().length).toBeGreaterThan(10);
    await runCli(['discord', 'register', '--guild', fake.guild.id], { environment });
    expect(fake.commands(fake.guild)).toHaveLength(fake.commands().length);
    await runCli(['discord', 'register', '--guild', fake.guild.id, '--remove'], { environment });
    expect(fake.commands(fake.guild)).toEqual([]);
    expect(fake.violations).toEqual([]);
  });

  it('says what is missing, and never shows the token', async () => {
    await using fake = await startFakeDiscord();
    const without = await runCli(['discord', 'invite']);
    expect(without).toMatchObject({ code: 2, stdout: '' });
    expect(without.stderr).toContain('DISCORD_TOKEN is not set');
    const environment = { DISCORD_TOKEN: 'no-such-token', DISCORD_API_URL: fake.apiUrl };
    const wrong = await runCli(['discord', 'register'], { environment });
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toContain('the token is wrong');
    expect(wrong.stderr).not.toContain('no-such-token');
  });
});
