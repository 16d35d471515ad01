import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycles, importsOf, ROOT, readSourceFiles, type SourceFile } from './support/source-files.ts';

const files = readSourceFiles(['src', 'bots', 'scripts']);
const STEPS = ['ingest', 'retrieval', 'follow-up', 'model', 'answer', 'render', 'ledger', 'evaluate'];
/** Functions and words without state, at the bottom: any step may use them. */
const LEAVES = /^src\/(text|phrases)\//;
const NOUNS = ['src/types.ts', 'src/errors.ts'];

/** Which files may import which package or `node:` module: each library stays where it is understood. */
const KEPT_IN: readonly (readonly [packages: RegExp, paths: RegExp])[] = [
  [
    /^(@langchain\/|langchain$|langsmith$)/,
    /^src\/((assistant|langchain-retriever|evaluate\/baselines\/tutorial)\.ts$|model\/)/,
  ],
  // The doctor tries whether the native addon loads at all.
  [/^hnswlib-node$/, /^src\/(retrieval\/index\/|cli\/doctor\.ts$)/],
  [/^node:sqlite$/, /^src\/(retrieval\/(index|embedders)|ledger|evaluate\/baselines)\//],
  [/^@energetic-ai\//, /^src\/retrieval\/embedders\//],
  [/^(commander|cli-progress)$/, /^src\/cli/],
  [/^dotenv$/, /^src\/config\.ts$/],
  [/^cockatiel$/, /^src\/model\//],
  [/^p-queue$/, /^src\/desk\//],
  [/^(discord\.js|discord-api-types|@discordjs\/)/, /^bots\/discord\//],
  [/^(grammy$|@grammyjs\/)/, /^bots\/telegram\//],
];

function offenders(rule: (file: SourceFile) => readonly string[]): readonly string[] {
  return files.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`));
}

describe('the import scanner', () => {
  it('sees every form of import', () => {
    const code = [
      "import './a.ts';",
      "import b from './b.ts';",
      "import type { C } from './c.ts';",
      "import {\n  D,\n  type E,\n} from './d.ts';",
      "export { F } from './f.ts';",
      "export * from './g.ts';",
      "  const h = await import('./h.ts');",
      "export const text = 'not/an/import';",
    ].join('\n');
    const expected = ['./a.ts', './b.ts', './c.ts', './d.ts', './f.ts', './g.ts', './h.ts'];
    expect(importsOf(code)).toEqual(expected);
  });

  it('finds a cycle', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(findCycles(imports)).toEqual(['a > b > c > a']);
  });

  it('reads the real source', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.find(({ path }) => path === 'src/errors.ts')).toBeDefined();
  });
});

describe('imports', () => {
  it('lead to files that exist', () => {
    expect(offenders(({ files }) => files.filter((path) => !existsSync(join(ROOT, path))))).toEqual([]);
  });

  it('form no cycle, types included', () => {
    expect(findCycles(new Map(files.map((file) => [file.path, file.files])))).toEqual([]);
  });

  it('are none in types.ts, and nothing but types in errors.ts', () => {
    const allowed = new Map([
      ['src/types.ts', [] as string[]],
      ['src/errors.ts', ['src/types.ts']],
    ]);
    const found = offenders((file) =>
      [...file.files, ...file.packages].filter((path) => !(allowed.get(file.path)?.includes(path) ?? true)),
    );
    expect(found).toEqual([]);
  });

  it('keep the steps apart: own folder, the nouns, text functions and phrases only', () => {
    const found = STEPS.flatMap((step) =>
      offenders(({ path, files }) =>
        path.startsWith(`src/${step}/`)
          ? files.filter(
              (used) => !NOUNS.includes(used) && !LEAVES.test(used) && !used.startsWith(`src/${step}/`),
            )
          : [],
      ),
    );
    expect(found).toEqual([]);
  });

  it('keep text functions at the bottom', () => {
    const found = offenders(({ path, files }) =>
      path.startsWith('src/text/')
        ? files.filter((used) => !NOUNS.includes(used) && !used.startsWith('src/text/'))
        : [],
    );
    expect(found).toEqual([]);
  });

  it('let bots see src/index.ts and their own folder only', () => {
    const found = offenders(({ path, files }) => {
      const [, own] = /^(bots\/[a-z]+\/)/.exec(path) ?? [];
      const mayUse = (used: string) =>
        used === 'src/index.ts' || (own === undefined ? used.startsWith('bots/') : used.startsWith(own));
      return path.startsWith('bots/') ? files.filter((used) => !mayUse(used)) : [];
    });
    expect(found).toEqual([]);
  });

  it('keep each library where it belongs', () => {
    const found = KEPT_IN.flatMap(([packages, paths]) =>
      offenders(({ path, packages: used }) =>
        path.startsWith('scripts/') || paths.test(path) ? [] : used.filter((name) => packages.test(name)),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe('source', () => {
  it('reads the environment in config.ts only', () => {
    const found = offenders(({ path, code }) =>
      path !== 'src/config.ts' &&
      /\bprocess\s*\.\s*env\b|process\[|\benv\s*[,}].*from 'node:process'/.test(code)
        ? ['reads the environment']
        : [],
    );
    expect(found).toEqual([]);
  });

  it('has no any, no ignored type error and no non-null assertion', () => {
    const loose = /(:\s*any\b|\bas any\b|<any>|\w!\.[a-z]|\w!\[)/;
    const ignored = /@ts-(ignore|nocheck|expect-error)/;
    const found = offenders(({ code, source }) => [
      ...code.split('\n').filter((line) => loose.test(line)),
      ...source.split('\n').filter((line) => ignored.test(line)),
    ]);
    expect(found).toEqual([]);
  });
});
