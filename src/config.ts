import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import * as z from 'zod';
import { ConfigError } from './errors.ts';

/** Every setting in its final type. Read once at the edge, frozen, and passed on; nothing else reads the environment. */
export interface Config {
  /** Folder of the index, as it was given. */
  readonly dataFolder: string;
  /** Folder of what outlives an index: distilled words, models. */
  readonly cacheFolder: string;
  /** Folder that `footnote start` keeps indexed. */
  readonly seedsFolder: string;
  readonly embeddings: {
    /** `builtin` or another embedder, see `.env.example`. */
    readonly spec: string;
    readonly baseUrl?: string;
    readonly apiKey?: string;
  };
  /** The language model that writes answers; without it they are the sources' own words. */
  readonly model?: ModelConfig;
  /** Folder of the operator's own prompts; the shipped ones when absent. */
  readonly promptsFolder?: string;
  /** Days for which questions, answers and feedback are kept; 0 keeps nothing beyond the conversation. */
  readonly ledgerDays: number;
  /** Minutes after which a conversation is forgotten. */
  readonly conversationMinutes: number;
  readonly discord?: DiscordConfig;
  readonly telegram?: TelegramConfig;
  /** Where links to passages without a URL of their own lead, without a final slash. */
  readonly readerUrl: string;
  /** The web page, unless it is switched off. */
  readonly web?: { readonly host: string; readonly port: number };
  /** Replaces the calibrated confidence, 0 to 1, at which an answer is given. */
  readonly threshold?: number;
  /** BCP 47 language of the bot's own words. */
  readonly locale: string;
  /** Show the stack of an error to the user. */
  readonly debug: boolean;
  /** Folder of evaluation sets for `npm run bench`. */
  readonly benchFolder?: string;
}

export interface ModelConfig {
  /** `provider:model`, e.g. `openai:gpt-4.1-mini`. */
  readonly spec: string;
  /** Of an endpoint other than the provider's own. */
  readonly baseUrl?: string;
  /** Key; without it the provider's own variable (e.g. OPENAI_API_KEY) counts. */
  readonly apiKey?: string;
  /** Milliseconds for everything that one question asks of the model. */
  readonly timeLimitMs: number;
  /** Tokens, read and written, that all questions of a day (UTC) may take; 0 for no limit. */
  readonly tokensPerDay: number;
  /** The same for one person. */
  readonly tokensPerPerson: number;
}

export interface DiscordConfig {
  readonly token: string;
  /** Of a Discord-compatible server, with `/api` and without the version. */
  readonly apiUrl: string;
  /** Answer a question in a channel in a thread of its own. */
  readonly threads: boolean;
}

export interface TelegramConfig {
  readonly token: string;
  /** Of a Bot API server, without a final slash. */
  readonly apiRoot: string;
  /** User ids that may moderate everywhere, beside the administrators of a group. */
  readonly moderators: readonly string[];
  /** Absent: long polling. */
  readonly webhook?: {
    /** Public https address that Telegram calls. */
    readonly url: string;
    /** Sent along by Telegram with every call; nobody else knows it. */
    readonly secret: string;
    readonly host: string;
    readonly port: number;
  };
}

const SECRETS: ReadonlySet<string> = new Set([
  'EMBEDDINGS_API_KEY',
  'MODEL_API_KEY',
  'DISCORD_TOKEN',
  'TELEGRAM_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
]);
const DEFAULT_PORT = 8017;
const MS_PER_SECOND = 1_000;
const HIGHEST_PORT = 65_535;
/** Addresses that mean every network card of this machine; no browser can open them. */
const WILDCARD_HOSTS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const text = z.string().min(1, 'a text that is not empty');
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an http or https address' })
  .transform((url) => url.replace(/\/+$/, ''));
const port = z
  .string()
  .regex(/^\d{0,5}$/, `a port from 1 to ${HIGHEST_PORT}, or nothing to switch the web page off`)
  .transform((value) => (value === '' ? null : Number(value)))
  .refine((value) => value === null || (value >= 1 && value <= HIGHEST_PORT), {
    error: `a port from 1 to ${HIGHEST_PORT}, or nothing to switch the web page off`,
  });
const share = z
  .string()
  .regex(/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/, 'a number from 0 to 1')
  .transform(Number);
const count = z
  .string()
  .regex(/^\d{1,12}$/, 'a whole number, 0 or more')
  .transform(Number);
const countFrom1 = count.refine((value) => value >= 1, { error: 'a whole number, 1 or more' });
const modelSpec = z
  .string()
  .regex(/^[a-z][a-z0-9-]*:\S+$/, 'provider:model, e.g. openai:gpt-4.1-mini or ollama:llama3.2');
const userIds = z
  .string()
  .regex(/^\d+(\s*,\s*\d+)*$/, 'numeric user ids with commas between them')
  .transform((value) => value.split(/\s*,\s*/));
const secretToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,256}$/, '16 to 256 letters, digits, underscores or hyphens');
const httpsUrl = z.url({ protocol: /^https$/, error: 'an https address' });
const locale = z.string().refine(isLocale, { error: 'a language tag such as en or de-AT' });
const flag = z
  .enum(['0', '1', 'false', 'true'], { error: '1 or 0' })
  .transform((value) => value === '1' || value === 'true');

/** One entry per setting; `.env.example` documents the same names, and a test compares the two. */
const schema = z.object({
  DATA: text.default('./data'),
  CACHE_DIR: text.optional(),
  SEEDS: text.default('./seeds'),
  EMBEDDINGS: text.default('builtin'),
  EMBEDDINGS_BASE_URL: httpUrl.optional(),
  EMBEDDINGS_API_KEY: text.optional(),
  MODEL: modelSpec.optional(),
  MODEL_BASE_URL: httpUrl.optional(),
  MODEL_API_KEY: text.optional(),
  MODEL_SECONDS: countFrom1.default(60),
  TOKENS_PER_DAY: count.default(1_000_000),
  TOKENS_PER_PERSON: count.default(100_000),
  PROMPTS_DIR: text.optional(),
  LEDGER_DAYS: count.default(90),
  CONVERSATION_MINUTES: count.default(60),
  DISCORD_TOKEN: text.optional(),
  DISCORD_THREADS: flag.default(false),
  DISCORD_API_URL: httpUrl.default('https://discord.com/api'),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[A-Za-z0-9_-]{20,}$/, 'a token as BotFather gives it, 123456:ABC...')
    .optional(),
  TELEGRAM_MODERATORS: userIds.optional(),
  TELEGRAM_API_ROOT: httpUrl.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: httpsUrl.optional(),
  TELEGRAM_WEBHOOK_SECRET: secretToken.optional(),
  TELEGRAM_WEBHOOK_HOST: text.default('127.0.0.1'),
  TELEGRAM_WEBHOOK_PORT: countFrom1
    .refine((value) => value <= HIGHEST_PORT, { error: `a port from 1 to ${HIGHEST_PORT}` })
    .default(8018),
  READER_URL: httpUrl.optional(),
  WEB_HOST: text.default('127.0.0.1'),
  WEB_PORT: port.default(DEFAULT_PORT),
  THRESHOLD: share.optional(),
  LOCALE: locale.default('en'),
  FOOTNOTE_DEBUG: flag.default(false),
  BENCH_DIR: text.optional(),
});

/** Names of all settings, in the order of `.env.example`. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

/** An empty value counts as unset, except here, where it switches something off. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['WEB_PORT']);

type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigSources {
  /** The process's environment unless given. */
  readonly environment?: Environment;
  /** File of `NAME=value` lines, weaker than the environment; `.env` of the working folder unless given. */
  readonly file?: string;
  /** Values from the command line, by setting name; stronger than the environment. */
  readonly overrides?: Environment;
}

/** Reads the settings. Throws `ConfigError`, which names the setting, its value unless secret, and what is allowed. */
export function readConfig(sources: ConfigSources = {}): Config {
  const environment = sources.environment ?? process.env;
  const given = {
    ...present(readEnvFile(sources.file ?? '.env')),
    ...present(environment),
    ...present(sources.overrides ?? {}),
  };
  const result = schema.safeParse(given);
  if (!result.success) throw new ConfigError(describeProblem(result.error.issues[0], given));
  return Object.freeze(toConfig(result.data, environment));
}

function toConfig(settings: Settings, environment: Environment): Config {
  return {
    dataFolder: settings.DATA,
    cacheFolder: settings.CACHE_DIR ?? defaultCacheFolder(environment),
    seedsFolder: settings.SEEDS,
    embeddings: Object.freeze({
      spec: settings.EMBEDDINGS,
      ...(settings.EMBEDDINGS_BASE_URL !== undefined && { baseUrl: settings.EMBEDDINGS_BASE_URL }),
      ...(settings.EMBEDDINGS_API_KEY !== undefined && { apiKey: settings.EMBEDDINGS_API_KEY }),
    }),
    ...(settings.MODEL !== undefined && { model: toModel(settings.MODEL, settings) }),
    ...(settings.PROMPTS_DIR !== undefined && { promptsFolder: settings.PROMPTS_DIR }),
    ledgerDays: settings.LEDGER_DAYS,
    conversationMinutes: settings.CONVERSATION_MINUTES,
    ...(settings.DISCORD_TOKEN !== undefined && {
      discord: Object.freeze({
        token: settings.DISCORD_TOKEN,
        apiUrl: settings.DISCORD_API_URL,
        threads: settings.DISCORD_THREADS,
      }),
    }),
    ...(settings.TELEGRAM_TOKEN !== undefined && {
      telegram: toTelegram(settings.TELEGRAM_TOKEN, settings),
    }),
    readerUrl: settings.READER_URL ?? localUrl(settings.WEB_HOST, settings.WEB_PORT ?? DEFAULT_PORT),
    ...(settings.WEB_PORT !== null && {
      web: Object.freeze({ host: settings.WEB_HOST, port: settings.WEB_PORT }),
    }),
    ...(settings.THRESHOLD !== undefined && { threshold: settings.THRESHOLD }),
    locale: settings.LOCALE,
    debug: settings.FOOTNOTE_DEBUG,
    ...(settings.BENCH_DIR !== undefined && { benchFolder: settings.BENCH_DIR }),
  };
}

type Settings = z.output<typeof schema>;

function toModel(spec: string, settings: Settings): ModelConfig {
  return Object.freeze({
    spec,
    ...(settings.MODEL_BASE_URL !== undefined && { baseUrl: settings.MODEL_BASE_URL }),
    ...(settings.MODEL_API_KEY !== undefined && { apiKey: settings.MODEL_API_KEY }),
    timeLimitMs: settings.MODEL_SECONDS * MS_PER_SECOND,
    tokensPerDay: settings.TOKENS_PER_DAY,
    tokensPerPerson: settings.TOKENS_PER_PERSON,
  });
}

/** Throws `ConfigError` for a webhook without its secret. */
function toTelegram(token: string, settings: Settings): TelegramConfig {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = settings;
  if (url !== undefined && secret === undefined) {
    throw new ConfigError(
      'TELEGRAM_WEBHOOK_URL is set without TELEGRAM_WEBHOOK_SECRET, so anybody could pose as Telegram: ' +
        'set it to 16 or more letters and digits of your choice',
    );
  }
  return Object.freeze({
    token,
    apiRoot: settings.TELEGRAM_API_ROOT,
    moderators: Object.freeze(settings.TELEGRAM_MODERATORS ?? []),
    ...(url !== undefined &&
      secret !== undefined && {
        webhook: Object.freeze({
          url,
          secret,
          host: settings.TELEGRAM_WEBHOOK_HOST,
          port: settings.TELEGRAM_WEBHOOK_PORT,
        }),
      }),
  });
}

function localUrl(host: string, port: number): string {
  if (WILDCARD_HOSTS.has(host)) return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** https://specifications.freedesktop.org/basedir-spec: an absolute XDG_CACHE_HOME, else ~/.cache. */
function defaultCacheFolder(environment: Environment): string {
  const base = environment.XDG_CACHE_HOME;
  return join(base?.startsWith('/') ? base : join(homedir(), '.cache'), 'footnote');
}

function readEnvFile(path: string): Environment {
  try {
    return parse(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new ConfigError(`${path} cannot be read, so its settings are unknown: make it a readable file`, {
      cause: error,
    });
  }
}

function present(values: Environment): Record<string, string> {
  const known = Object.entries(values).flatMap(([name, value]) => {
    const trimmed = value?.trim();
    if (trimmed === undefined || !SETTINGS.includes(name)) return [];
    return trimmed === '' && !MAY_BE_EMPTY.has(name) ? [] : [[name, trimmed]];
  });
  return Object.fromEntries(known);
}

function describeProblem(issue: z.core.$ZodIssue | undefined, given: Environment): string {
  const name = String(issue?.path[0]);
  const value = SECRETS.has(name) ? 'its value (not shown)' : `"${given[name]}"`;
  return `${name} is ${value}, which cannot be used: set it to ${issue?.message} in .env or the environment, or remove it`;
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
