import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Most suites wait for servers and children now and then: another uses the processor meanwhile. */
const WORKERS = availableParallelism() + 1;

/** Suites that work with native addons, worker threads or whole processes: each has a process of its own. */
const APART = ['tests/retrieval/**/*.test.ts', 'tests/cli/**/*.test.ts', 'tests/*.test.ts'];
const ALL = ['tests/**/*.test.ts'];

const shared = { pool: 'forks', maxWorkers: WORKERS, testTimeout: 30_000, hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    ...shared,
    projects: [
      { test: { ...shared, name: 'apart', include: APART, isolate: true } },
      // Modules are loaded once for all of these, which halves the time of many small suites.
      { test: { ...shared, name: 'together', include: ALL, exclude: APART, isolate: false } },
    ],
  },
});
