import { createHash } from 'node:crypto';
import { REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import { ConfigError, type PlatformMemory } from '../../../src/index.ts';
import type { DiscordOptions } from '../bot.ts';
import { describeError, isUnauthorized } from '../errors.ts';
import { describeCommands } from './describe-commands.ts';

/** What registering takes of the settings. */
export type Account = Pick<DiscordOptions, 'token' | 'apiUrl'>;

const DIGEST_KEY = 'commands';

export interface RegisterOptions {
  /** Only in this server. */
  readonly guildId?: string | undefined;
  /** Takes all commands away. */
  readonly isRemoval: boolean;
}

/** Registers the command table, everywhere or in one server. Resolves to the number of commands that there are now. */
export async function registerCommands(
  account: Account,
  { guildId, isRemoval }: RegisterOptions,
): Promise<number> {
  const rest = restOf(account);
  const body = isRemoval ? [] : describeCommands();
  const { id } = await currentApplication(rest);
  const route =
    guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  await orExplain(() => rest.put(route, { body }));
  return body.length;
}

/** Registers the table where it is not the one that was registered last. */
export async function registerChanged(
  register: (body: ReturnType<typeof describeCommands>) => Promise<unknown>,
  { memory, applicationId }: { readonly memory: PlatformMemory; readonly applicationId: string },
): Promise<boolean> {
  const body = describeCommands();
  const digest = createHash('sha256')
    .update(JSON.stringify([applicationId, body]))
    .digest('hex');
  if (memory.get(DIGEST_KEY) === digest) return false;
  await register(body);
  memory.set(DIGEST_KEY, digest);
  return true;
}

/** Looks the bot's application up by its token. Throws `ConfigError` where Discord does not know it. */
export async function currentApplication(rest: REST): Promise<RESTGetCurrentApplicationResult> {
  return (await orExplain(() => rest.get(Routes.currentApplication()))) as RESTGetCurrentApplicationResult;
}

export function restOf({ token, apiUrl }: Account): REST {
  return new REST({ api: apiUrl }).setToken(token);
}

async function orExplain<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    if (isUnauthorized(error)) throw new ConfigError(describeError(error), { cause: error });
    throw new ConfigError(`Discord refuses: ${describeError(error)}`, { cause: error });
  }
}
