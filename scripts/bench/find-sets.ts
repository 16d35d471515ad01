import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORPUS_FILE, QUESTIONS_FILE } from '../../src/evaluate/read-evaluation-set.ts';

/** Where a set is, and which part of it. */
export interface SetPlace {
  readonly name: string;
  readonly folder: string;
  readonly questions?: string;
  readonly language?: string;
}

/** The project's own set. */
export const MINI_NEWS: SetPlace = {
  name: 'mini-news',
  folder: fileURLToPath(new URL('../../tests/fixtures/mini-news', import.meta.url)),
};

/** Languages of a set in several, in the order in which they are reported; others follow. */
const LANGUAGE_ORDER = ['en', 'es', 'ru', 'zh', 'ar'];

/**
 * Sets under a bench folder: every folder with documents and questions, once per language where it has several, and the
 * open questions on the seed articles when `eval` and `seeds` are beside it. `wanted` names sets, or a set's language as
 * in `xquad-es`.
 */
export async function findSets(
  benchFolder: string | undefined,
  wanted: readonly string[] | undefined,
): Promise<SetPlace[]> {
  const places = benchFolder
    ? [...(await setsIn(benchFolder)), ...seedsOpen(benchFolder), MINI_NEWS]
    : [MINI_NEWS];
  if (!wanted) return places;
  return places.filter(({ name }) => wanted.some((each) => name === each || name.startsWith(`${each}-`)));
}

async function setsIn(benchFolder: string): Promise<SetPlace[]> {
  const entries = await readdir(benchFolder, { withFileTypes: true });
  const places: SetPlace[] = [];
  for (const name of entries.map((entry) => entry.name).sort()) {
    const folder = join(benchFolder, name);
    if (![CORPUS_FILE, QUESTIONS_FILE].every((file) => existsSync(join(folder, file)))) continue;
    const languages = await languagesOf(join(folder, CORPUS_FILE));
    if (languages.length < 2) places.push({ name, folder });
    else places.push(...languages.map((language) => ({ name: `${name}-${language}`, folder, language })));
  }
  return places;
}

async function languagesOf(corpus: string): Promise<string[]> {
  const found = new Set(
    (await readFile(corpus, 'utf8')).matchAll(/"lang": ?"([^"]+)"/g).map((match) => match[1] ?? ''),
  );
  const known = LANGUAGE_ORDER.filter((language) => found.has(language));
  return [...known, ...[...found].filter((language) => !known.includes(language)).sort()];
}

function seedsOpen(benchFolder: string): SetPlace[] {
  const folder = join(benchFolder, '..', 'seeds');
  const questions = join(benchFolder, '..', 'eval', 'seeds-open.jsonl');
  return existsSync(folder) && existsSync(questions) ? [{ name: 'seeds-open', folder, questions }] : [];
}
