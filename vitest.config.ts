import { defineConfig } from 'vitest/config';

/** One process per file keeps native addons and worker threads of one suite out of another. */
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000 },
});
