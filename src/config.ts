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

const SECRETS: ReadonlySet<string> = new Set(['EMBEDDINGS_API_KEY']);
const DEFAULT_PORT = 8017;
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

function toConfig(settings: z.output<typeof schema>, environment: Environment): Config {
  return {
    dataFolder: settings.DATA,
    cacheFolder: settings.CACHE_DIR ?? defaultCacheFolder(environment),
    seedsFolder: settings.SEEDS,
    embeddings: Object.freeze({
      spec: settings.EMBEDDINGS,
      ...(settings.EMBEDDINGS_BASE_URL !== undefined && { baseUrl: settings.EMBEDDINGS_BASE_URL }),
      ...(settings.EMBEDDINGS_API_KEY !== undefined && { apiKey: settings.EMBEDDINGS_API_KEY }),
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
