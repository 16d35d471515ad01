import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The project's folder. */
export const ROOT = normalize(join(import.meta.dirname, '..', '..'));

export interface SourceFile {
  /** From the project's folder, e.g. `src/answer/verify.ts`. */
  readonly path: string;
  readonly source: string;
  /** Source without its comments. */
  readonly code: string;
  /** Files of the project that it imports, types included, as paths like `path`. */
  readonly files: readonly string[];
  /** Packages and `node:` modules that it imports, without sub-paths: `@langchain/core`, `node:sqlite`. */
  readonly packages: readonly string[];
}

/** Every TypeScript file of these folders of the project, with what it imports statically or with `import()`. */
export function readSourceFiles(folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => path.endsWith('.ts'))
    .map(readSourceFile);
}

function readSourceFile(path: string): SourceFile {
  const source = readFileSync(join(ROOT, path), 'utf8');
  const code = dropComments(source);
  const specifiers = importsOf(code);
  return {
    path,
    source,
    code,
    files: specifiers.filter(isRelative).map((specifier) => normalize(join(dirname(path), specifier))),
    packages: specifiers.filter((specifier) => !isRelative(specifier)).map(packageName),
  };
}

/** The formatter's habits are relied on: single quotes, statements at the start of a line. */
export function importsOf(code: string): readonly string[] {
  const statement = /^(?:import|export)\b(?:[^;'"]*?\bfrom\s*)?\s*'([^']+)'/gm;
  const call = /\b(?:import|require)\(\s*'([^']+)'\s*\)/g;
  return [...code.matchAll(statement), ...code.matchAll(call)].map((match) => match[1] ?? '');
}

/** Drops `//` comments that follow a blank and block comments that start a line: enough for formatted code. */
function dropComments(source: string): string {
  return source.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.');
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Cycles among files, each as the path walked, e.g. `a.ts > b.ts > a.ts`. */
export function findCycles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), path].join(' > '));
    if (seenAt >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return cycles;
}
