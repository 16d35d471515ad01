import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, SETTINGS } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';

const NO_FILE = join(tmpdir(), 'footnote-no-such-file');
const read = (environment: Record<string, string>) => readConfig({ environment, file: NO_FILE });

function problemOf(environment: Record<string, string>): string {
  try {
    read(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error instanceof Error ? error.message : '';
  }
  return 'no problem';
}

describe('readConfig', () => {
  it('works with nothing set', () => {
    const config = read({});
    expect(config.dataFolder).toBe('./data');
    expect(config.embeddings).toEqual({ spec: 'builtin' });
    expect(config.web).toEqual({ host: '127.0.0.1', port: 8017 });
    expect(config).not.toHaveProperty('threshold');
  });

  it('gives values their final types', () => {
    const config = read({
      THRESHOLD: '0.25',
      WEB_PORT: '9000',
      FOOTNOTE_DEBUG: '1',
      READER_URL: 'https://a.example/',
    });
    expect(config.threshold).toBe(0.25);
    expect(config.web?.port).toBe(9000);
    expect(config.debug).toBe(true);
    expect(config.readerUrl).toBe('https://a.example');
  });

  it('freezes what it returns', () => {
    const config = read({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.embeddings)).toBe(true);
    expect(Object.isFrozen(config.web)).toBe(true);
  });

  it('lets the command line win over the environment, and the environment over the file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'footnote-config-')), '.env');
    writeFileSync(file, 'DATA=from-file\nSEEDS=from-file\nLOCALE=de\n');
    const config = readConfig({
      file,
      environment: { DATA: 'from-environment', SEEDS: 'from-environment' },
      overrides: { DATA: 'from-option', SEEDS: undefined },
    });
    expect([config.dataFolder, config.seedsFolder, config.locale]).toEqual([
      'from-option',
      'from-environment',
      'de',
    ]);
  });

  it('takes an empty value as unset, and an empty WEB_PORT as off', () => {
    const config = read({ DATA: '', THRESHOLD: ' ', WEB_PORT: '' });
    expect(config.dataFolder).toBe('./data');
    expect(config).not.toHaveProperty('threshold');
    expect(config).not.toHaveProperty('web');
  });

  it('leads readers to its own web page unless told otherwise', () => {
    expect(read({}).readerUrl).toBe('http://127.0.0.1:8017');
    expect(read({ WEB_PORT: '9000', WEB_HOST: '::1' }).readerUrl).toBe('http://[::1]:9000');
    expect(read({ WEB_HOST: '0.0.0.0' }).readerUrl).toBe('http://127.0.0.1:8017');
    expect(read({ WEB_PORT: '' }).readerUrl).toBe('http://127.0.0.1:8017');
  });

  it('puts the cache where the platform keeps caches', () => {
    expect(read({ XDG_CACHE_HOME: '/var/caches' }).cacheFolder).toBe('/var/caches/footnote');
    expect(read({ XDG_CACHE_HOME: 'relative' }).cacheFolder).toMatch(/\/\.cache\/footnote$/);
    expect(read({ CACHE_DIR: './here' }).cacheFolder).toBe('./here');
  });

  it.each([
    ['THRESHOLD', '1.5', /from 0 to 1/],
    ['THRESHOLD', 'high', /from 0 to 1/],
    ['WEB_PORT', '99999', /port from 1 to 65535/],
    ['WEB_PORT', '0', /port from 1 to 65535/],
    ['WEB_PORT', 'http', /port from 1 to 65535/],
    ['READER_URL', 'ftp://files.example', /http or https address/],
    ['READER_URL', 'here', /http or https address/],
    ['LOCALE', 'not a language', /language tag/],
    ['FOOTNOTE_DEBUG', 'yes', /1 or 0/],
  ])('refuses %s=%s, naming the value and what is allowed', (name, value, allowed) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toContain(`${name} is "${value}"`);
    expect(problem).toMatch(allowed);
    expect(problem).not.toContain('\n');
  });

  it('says that a settings file cannot be read', () => {
    expect(() => readConfig({ environment: {}, file: tmpdir() })).toThrow(/cannot be read/);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const documented = lines.flatMap((line, at) => {
    const match = /^# ([A-Z_]+)=(.*)$/.exec(line);
    return match
      ? [{ name: match[1] ?? '', value: match[2] ?? '', explained: /^# \w/.test(lines[at - 1] ?? '') }]
      : [];
  });

  it('names exactly the settings that exist', () => {
    expect(documented.map(({ name }) => name)).toEqual(SETTINGS);
  });

  it('explains each', () => {
    expect(documented.filter(({ explained }) => !explained)).toEqual([]);
  });

  it('gives the real defaults', () => {
    const example = Object.fromEntries(documented.map(({ name, value }) => [name, value]));
    expect(read(example)).toEqual(read({}));
  });
});
