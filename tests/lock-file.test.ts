import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './support/source-files.ts';

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages }: { packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
);

/** Looks where Node would: beside the package, then in every folder above. */
function isLocked(from: string, name: string): boolean {
  if (`${from}${from && '/'}node_modules/${name}` in packages) return true;
  return from !== '' && isLocked(from.slice(0, from.lastIndexOf('node_modules/')).replace(/\/$/, ''), name);
}

it('package-lock.json holds every dependency, those of other platforms too, or `npm ci` refuses', () => {
  const missing = Object.entries(packages).flatMap(([path, each]) =>
    Object.keys({
      ...each.dependencies,
      ...each.optionalDependencies,
      ...(path === '' && each.devDependencies),
    })
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path || 'the project'} needs ${name}`),
  );
  expect(missing).toEqual([]);
});
