import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/store/set-up.ts'],
    // By itself vitest leaves a core idle, and much of the time is spent waiting for processes and databases.
    maxWorkers: availableParallelism() + 1,
    // Programs that tests start are compiled once for all of them.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'communique-compiled') },
    testTimeout: 45_000,
    hookTimeout: 60_000,
  },
});
