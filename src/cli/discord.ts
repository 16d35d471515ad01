import { type Command, InvalidArgumentError } from 'commander';
import { type Config, type DiscordConfig, readConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { printData, printTalk } from './output.ts';

const EXAMPLES = `
Examples:
  footnote discord invite
  footnote discord register
  footnote discord register --guild 123456789012345678

\`footnote start\` registers the commands by itself when they have changed. With --guild they are registered in that server
only, as well as everywhere; --remove takes them away again.`;

/** What an operator does once to bring the bot to Discord. */
export function addDiscordCommand(program: Command): void {
  const discord = program.command('discord').description('invite the Discord bot, or register its commands');
  discord
    .command('invite')
    .description('print the links that add the bot to a server, or to one person, with the least permissions')
    .action(async () => invite(readDiscordConfig()));
  discord
    .command('register')
    .description('register the commands')
    .option('--guild <id>', 'only in this server', parseGuildId)
    .option('--remove', 'take them away instead')
    .action(async (options: RegisterOptions) => register(readDiscordConfig(), options));
  discord.addHelpText('after', EXAMPLES);
}

interface RegisterOptions {
  readonly guild?: string;
  readonly remove?: boolean;
}

async function invite(config: DiscordConfig): Promise<void> {
  const { inviteLinks } = await import('../../bots/discord/register/invite-link.ts');
  const { server, person } = await inviteLinks(config, config);
  printTalk('Adds the bot to a server that you manage:');
  printData(server);
  printTalk('Adds it to your own apps, for use anywhere:');
  printData(person);
}

async function register(config: DiscordConfig, { guild, remove = false }: RegisterOptions): Promise<void> {
  const { registerCommands } = await import('../../bots/discord/register/register-commands.ts');
  const count = await registerCommands(config, { guildId: guild, isRemoval: remove });
  const where = guild === undefined ? 'everywhere' : `in the server ${guild}`;
  printTalk(
    remove ? `No commands are registered ${where} any more.` : `${count} commands are registered ${where}.`,
  );
}

/** Throws `ConfigError` where no token is set. */
function readDiscordConfig(): NonNullable<Config['discord']> {
  const { discord } = readConfig();
  if (!discord)
    throw new ConfigError(
      'DISCORD_TOKEN is not set, so Discord cannot be asked: copy Bot > Token from https://discord.com/developers/applications to .env',
    );
  return discord;
}

function parseGuildId(value: string): string {
  if (/^\d{15,20}$/.test(value)) return value;
  throw new InvalidArgumentError('A server id has 17 to 20 digits: copy it with Developer Mode.');
}
